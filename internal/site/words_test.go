package site_test

import (
	"html/template"
	"strings"
	"testing"

	"jianbao/internal/site"
)

// Wherever a word stands, placing it once writes what asking for it each time writes.
func TestPlacedWordsAreWhatTemplatesWouldWrite(t *testing.T) {
	words := map[string]string{"plain": "查找 + 1", "hostile": `x' " onclick=alert(1) <script>alert(1)</script> --> javascript:alert(1) &amp; {{.}}`, "count": "共%d个"}
	say := func(key string, args ...any) (string, error) {
		if len(args) > 0 {
			return strings.ReplaceAll(words[key], "%d", "3"), nil
		}
		return words[key], nil
	}
	for place, isPlaced := range map[string]bool{
		`<p title="WORD" class=WORD data-url="WORD" WORD>WORD</p>WORD`:                                   true,
		`<a href="WORD">WORD</a><a href="x?q=WORD"></a><img srcset="WORD" alt='WORD'>`:                   true,
		`<script>var a = WORD, b = "WORD", c = /WORD/</script><p onclick="f(WORD)" style="a:WORD">`:      true,
		`<style>p { color: WORD }</style><title>WORD</title><textarea>WORD</textarea><!-- WORD -->`:      true,
		`{{if .}}WORD{{else}}none{{end}}{{with .}}<b>WORD</b>{{end}}{{range .}}{{.}}WORD{{else}}{{end}}`: true,
		`{{define "part"}}<i>WORD</i>{{end}}{{template "part"}}`:                                         true,
		`{{define "part"}}WORD{{end}}{{template "part"}}<p title="{{template "part"}}">`:                 true,
		`<p title="{{template "part"}}">{{define "part"}}WORD{{end}}`:                                    false,
		`{{$w := WORDS}}{{$w}}{{WORDS | print}}{{str "count" 1}}{{printf "%s" (WORDS)}}{{len (WORDS)}}`:  false,
	} {
		for key := range words {
			text := strings.ReplaceAll(strings.ReplaceAll(place, "WORDS", `str "`+key+`"`), "WORD", `{{str "`+key+`"}}`)
			parsed := func() *template.Template {
				return template.Must(template.New("").Funcs(template.FuncMap{"str": say}).New("page").Parse(text))
			}
			asking, placed := parsed(), parsed()
			if err := site.PlaceWords(placed, []string{"page"}); err != nil {
				t.Fatal(err)
			}
			data := []string{"<1>", "2"}
			if got, want := run(t, placed, data), run(t, asking, data); got != want {
				t.Errorf("%s\ngot  %s\nwant %s", text, got, want)
			}
			stillAsks := false
			for _, part := range placed.Templates() {
				stillAsks = stillAsks || part.Tree != nil && part.Name() != site.Alone && strings.Contains(part.Tree.Root.String(), "{{str ")
			}
			if stillAsks == isPlaced {
				t.Errorf("%s\nasks for words: %t", text, stillAsks)
			}
		}
	}
}

func run(t *testing.T, page *template.Template, data any) string {
	t.Helper()
	var b strings.Builder
	if err := page.ExecuteTemplate(&b, "page", data); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
