package minutes_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
)

// testdata/markdown.txt has numbered cases: Markdown, then the HTML of it and
// what is wrong with it.
func TestMarkdown(t *testing.T) {
	const file = "testdata/markdown.txt"
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(archive.Files)%2 != 0 {
		t.Fatal("a case without its result")
	}
	for i := 0; i < len(archive.Files); i += 2 {
		source, want := archive.Files[i], &archive.Files[i+1]
		name := strings.TrimSuffix(source.Name, ".md")
		if want.Name != name+".html" {
			t.Fatalf("%s is followed by %s", source.Name, want.Name)
		}
		got := convert(t, string(source.Data))
		if *update {
			want.Data = []byte(got)
		} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func convert(t *testing.T, markdown string) string {
	pages, problems := minutes.ReadPages(fstest.MapFS{"p/a.md": {Data: []byte(visible(markdown))}}, "p")
	if len(pages) != 1 {
		t.Fatalf("%d pages, problems %v", len(pages), problems)
	}
	html, more := pages[0].HTML(answers())
	if again, _ := pages[0].HTML(answers()); string(again) != string(html) {
		t.Errorf("rendered twice, the second is\n%s", again)
	}
	return string(html) + problemText(problem.Sort(append(problems, more...)))
}
