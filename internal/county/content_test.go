package county_test

import (
	"archive/zip"
	"bytes"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/county"
)

// The folder that is built for everyone to see is the generator's and nobody's
// edits. Workbooks are compared unpacked: another release of Go may pack better.
func TestContentFolderIsTheDemonstration(t *testing.T) {
	const hint = "run: go run ./internal/county/generate -out content"
	content := os.DirFS("../../content")
	want := county.Demo()
	var got []string
	err := fs.WalkDir(content, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			got = append(got, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), got); diff != "" {
		t.Fatalf("files (-generated +content); %s\n%s", hint, diff)
	}
	for _, name := range got {
		body, err := fs.ReadFile(content, name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(unpacked(t, name, want[name]), unpacked(t, name, body)) {
			t.Errorf("%s differs; %s", name, hint)
		}
	}
}

func TestSameBytesEveryTime(t *testing.T) {
	if diff := cmp.Diff(county.Demo(), county.Demo()); diff != "" {
		t.Errorf("demo (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(county.Large(20, 6, 30), county.Large(20, 6, 30)); diff != "" {
		t.Errorf("large (-first +second):\n%s", diff)
	}
}

// unpacked returns the parts of a workbook one after another, and any other file as it is.
func unpacked(t *testing.T, name string, body []byte) []byte {
	t.Helper()
	if path.Ext(name) != ".xlsx" {
		return body
	}
	archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	var all bytes.Buffer
	for _, part := range archive.File {
		all.WriteString(part.Name + "\n")
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(&all, r); err != nil {
			t.Fatal(err)
		}
	}
	return all.Bytes()
}
