package briefing_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "write the golden files anew")

// county is the county of testdata/<name>.txtar.
func county(t *testing.T, name string) content {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/" + name + ".txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := content{}
	for _, f := range archive.Files {
		files[f.Name] = string(f.Data)
	}
	return files
}

// Every page of a small county, as a reader would tell it, stands in a file of
// its name in testdata/county, and the downloads of its months beside them.
// go test -update writes them.
func TestAWholeCountyInWords(t *testing.T) {
	site := brief(t, county(t, "county"))
	got := map[string]string{}
	flat := func(path string) string { return strings.ReplaceAll(path, "/", "-") }
	for _, p := range site.Pages {
		var b strings.Builder
		dumpPage(&b, p)
		got[strings.TrimSuffix(flat(p.Path), ".html")+".txt"] = b.String()
	}
	for _, h := range site.Handouts {
		var b strings.Builder
		dumpHandout(&b, h)
		got[strings.TrimSuffix(flat(h.Path), ".html")+".txt"] = b.String()
	}
	for path, body := range downloads(t, site) {
		if !strings.HasSuffix(path, ".xlsx") {
			got[flat(path)] = string(body)
		}
	}
	compareFolder(t, "testdata/county", got)
}

// compareFolder compares files with those of a folder; a file too many there
// fails as one that is missing does.
func compareFolder(t *testing.T, folder string, got map[string]string) {
	t.Helper()
	if *update {
		writeFolder(t, folder, got)
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{}
	for _, e := range entries {
		body, err := os.ReadFile(filepath.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		want[e.Name()] = string(body)
	}
	for name := range want {
		if _, ok := got[name]; !ok {
			t.Errorf("%s: nothing is printed there any more; go test -update takes it away", name)
		}
	}
	for name, text := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is missing; go test -update writes it:\n%s", name, text)
		} else if diff := cmp.Diff(want[name], text); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func writeFolder(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	if err := os.RemoveAll(folder); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(folder, 0o777); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}
