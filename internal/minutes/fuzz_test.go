package minutes_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"
	"golang.org/x/tools/txtar"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
)

func FuzzFrontMatter(f *testing.F) {
	for _, file := range []string{"testdata/front-matter.txtar", "testdata/front-matter-problems.txtar"} {
		seed(f, file, func(data []byte) { f.Add(string(data)) })
	}
	f.Fuzz(func(t *testing.T, text string) {
		checkText(t, text)
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, file := range []string{"testdata/markdown.txt", "testdata/actions-text.txtar", "testdata/actions-table.txtar"} {
		seed(f, file, func(data []byte) { f.Add(string(data)) })
	}
	f.Add(sample())
	f.Fuzz(func(t *testing.T, body string) {
		checkText(t, "---\ndate: 2026-10-22\n---\n## 议定事项\n"+body)
	})
}

func seed(f *testing.F, file string, add func([]byte)) {
	data, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	for _, one := range txtar.Parse(data).Files {
		add(one.Data)
	}
}

// checkText holds what must be true of every text: each problem has a place in
// the file, the HTML is balanced and has only the elements that are promised, no
// personal number is in it, and it is the same the second time.
func checkText(t *testing.T, text string) {
	docs, problems := minutes.Read(fstest.MapFS{"minutes/a.md": {Data: []byte(text)}}, "minutes")
	for i := range docs {
		body, more := docs[i].HTML(answers())
		problems = append(problems, more...)
		checkHTML(t, body)
		if again, _ := docs[i].HTML(answers()); !bytes.Equal(body, again) {
			t.Errorf("rendered differently the second time: %q", text)
		}
		for _, a := range docs[i].Meeting.Actions {
			if a.Text == "" || strings.ContainsAny(a.Text, "\x01\x02\n") || a.Place.Row == 0 {
				t.Errorf("action %+v of %q", a, text)
			}
		}
	}
	checkPlaces(t, text, problems)
}

func checkPlaces(t *testing.T, text string, problems []problem.Problem) {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
	for _, p := range problems {
		if p.Place.File != "minutes/a.md" || p.Message == "" || p.Advice == "" || p.Place.Row < 0 || p.Place.Row > len(lines) {
			t.Errorf("problem %+v of %q", p, text)
			continue
		}
		if p.Place.Row > 0 && p.Place.Column > len([]rune(lines[p.Place.Row-1]))+1 {
			t.Errorf("column beyond the line: %+v of %q", p, text)
		}
		if mobile.MatchString(p.Message) {
			t.Errorf("number in %q", p.Message)
		}
		if !strings.HasSuffix(p.Message, "。") || !strings.HasSuffix(p.Advice, "。") && !strings.HasSuffix(p.Advice, "？") {
			t.Errorf("wording: %q %q", p.Message, p.Advice)
		}
	}
}

var mobile = regexp.MustCompile(`(^|[^0-9０-９a-zA-Z_.¥$,])1[3-9][0-9]{9}($|[^0-9０-９a-zA-Z_.%,万亿元号…])`)

func checkHTML(t *testing.T, body []byte) {
	var open []string
	z := html.NewTokenizer(bytes.NewReader(body))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("not closed: %v in %q", open, body)
			}
			return
		case html.StartTagToken:
			token := z.Token()
			checkTag(t, token)
			if !isVoid(token.Data) {
				open = append(open, token.Data)
			}
		case html.EndTagToken:
			name := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != name {
				t.Fatalf("</%s> closes %v in %q", name, open, body)
			}
			open = open[:len(open)-1]
		case html.CommentToken, html.DoctypeToken, html.SelfClosingTagToken:
			t.Errorf("unexpected %q", z.Raw())
		case html.TextToken:
			if text := z.Token().Data; strings.ContainsAny(text, "\x01\x02") || mobile.MatchString(text) {
				t.Errorf("text %q", text)
			}
		}
	}
}

func isVoid(tag string) bool { return tag == "br" || tag == "hr" || tag == "input" }

func checkTag(t *testing.T, token html.Token) {
	if !strings.Contains(" p h2 h3 h4 h5 h6 ul ol li blockquote hr pre code div table thead tbody tr th td em strong a br sup input figure ", " "+token.Data+" ") {
		t.Errorf("element %s", token)
	}
	for _, a := range token.Attr {
		switch a.Key {
		case "id", "class", "title", "role", "aria-label", "start", "scope", "type", "checked", "disabled", "tabindex":
		case "href":
			head, _, found := strings.Cut(a.Val, ":")
			if found && !strings.ContainsAny(head, "/?#") && !strings.Contains(" http https mailto ", " "+strings.ToLower(head)+" ") {
				t.Errorf("link %s", token)
			}
		default:
			t.Errorf("attribute %s of %s", a.Key, token)
		}
	}
}
