package charts_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/charts"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// faces are the files that one figure has under testdata.
func faces(t *testing.T, name string, f charts.Figure) map[string][]byte {
	option, err := f.Option()
	if err != nil {
		t.Fatal(err)
	}
	var indented bytes.Buffer
	if err := json.Indent(&indented, option, "", " "); err != nil {
		t.Fatal(err)
	}
	var table strings.Builder
	header, rows := f.Table()
	for _, row := range append([][]string{header}, rows...) {
		table.WriteString(strings.Join(row, " | ") + "\n")
	}
	return map[string][]byte{
		name + ".svg":        append(f.SVG(), '\n'),
		name + "-narrow.svg": append(f.NarrowSVG(), '\n'),
		name + ".json":       append(indented.Bytes(), '\n'),
		name + ".txt":        []byte(table.String()),
	}
}

// TestFacesMatchTheirGoldenFiles fails on a difference, on a golden file that
// is missing and on one that belongs to no figure.
func TestFacesMatchTheirGoldenFiles(t *testing.T) {
	want := map[string]bool{}
	for name, f := range samples() {
		for file, got := range faces(t, name, f) {
			want[file] = true
			path := filepath.Join("testdata", file)
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
			}
			golden, err := os.ReadFile(path)
			if err != nil {
				t.Errorf("%v (run with -update)", err)
				continue
			}
			if diff := cmp.Diff(split(golden), split(got)); diff != "" {
				t.Errorf("%s (-golden +got):\n%s", file, diff)
			}
		}
	}
	entries, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !e.IsDir() && !want[e.Name()] {
			t.Errorf("testdata/%s belongs to no figure", e.Name())
		}
	}
}

// split makes differences of a face readable: an element a line.
func split(face []byte) []string {
	return strings.Split(strings.ReplaceAll(string(face), "><", ">\n<"), "\n")
}
