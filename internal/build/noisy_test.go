package build_test

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
)

// The bodies in testdata/noisy are invented, and look as text does that was
// pasted from web pages (DOMAIN §6): traditional characters with their pinyin in
// brackets, lines broken within words, blanks of Chinese width, copyright lines
// and adverts, repeated paragraphs, ×× for names that are not told, and marks
// that mean something in Markdown to nobody who pasted them.

func TestPastedTextIsBuiltWithoutLoss(t *testing.T) {
	paths, err := filepath.Glob("testdata/noisy/*.md")
	if err != nil || len(paths) < 3 {
		t.Fatalf("%d texts, %v", len(paths), err)
	}
	content := fstest.MapFS{"statistics/2026-10.csv": {Data: []byte("地区,隐患排查数,隐患整改数\n青石镇,98,97\n桥头乡,12,12\n")}}
	bodies := map[string]string{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		content["minutes/"+filepath.Base(path)] = &fstest.MapFile{Data: text}
		front, body, _ := strings.Cut(strings.TrimPrefix(string(text), "---"), "---")
		_, date, _ := strings.Cut(front, "date: ")
		bodies[strings.TrimSpace(date[:10])] = body
	}
	files := siteFiles(t, content)
	for _, day := range slices.Sorted(maps.Keys(bodies)) {
		p := parsePage(t, files, "meetings/"+day+".html")
		shown := letters(textOf(p.elements("main")[0]))
		for line := range strings.Lines(bodies[day]) {
			if want := letters(strings.NewReplacer("&nbsp;", "", "<br/>", "").Replace(line)); !strings.Contains(shown, want) {
				t.Errorf("%s: the page has lost %q", day, strings.TrimSpace(line))
			}
		}
		if blocks := p.elements("pre"); len(blocks) > 0 {
			for _, b := range blocks {
				t.Errorf("%s: a paragraph became code: %q", day, textOf(b))
			}
		}
		if n := len(p.elements("h1")); n != 1 {
			t.Errorf("%s: %d headings of the first level", day, n)
		}
	}
}

// letters are the letters and digits of a text: what may not be lost, while
// spaces, line ends and marks may go.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
