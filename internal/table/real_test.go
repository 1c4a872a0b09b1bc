package table_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares got with testdata/name.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

// TestRealFigures reads every published file, with its comment line, in each
// encoding and with each delimiter that offices use.
func TestRealFigures(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/real.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, f := range archive.Files {
		got := dump(readOne(t, f.Name, f.Data))
		b.WriteString("-- " + f.Name + " --\n" + got)
		for name, data := range map[string]string{
			"GB18030":   gb18030(t, string(f.Data)),
			"BOM, CRLF": "\uFEFF" + strings.ReplaceAll(string(f.Data), "\n", "\r\n"),
			"tabs":      strings.ReplaceAll(string(f.Data), ",", "\t"),
			"semicolon": strings.ReplaceAll(string(f.Data), ",", ";"),
			"，":         strings.ReplaceAll(string(f.Data), ",", "，"),
		} {
			if diff := cmp.Diff(got, dump(readOne(t, f.Name, []byte(data)))); diff != "" {
				t.Errorf("%s, %s (-want +got):\n%s", f.Name, name, diff)
			}
		}
	}
	golden(t, "real.golden", b.String())
}
