package build_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"jianbao/internal/build"
	"jianbao/internal/problem"
)

// siteFiles builds a site and returns its files.
func siteFiles(t *testing.T, content fs.FS) map[string][]byte {
	t.Helper()
	output := filepath.Join(t.TempDir(), "public")
	result, err := build.Site(context.Background(), content, build.Request{Flags: map[string]string{"output": output}})
	if err != nil {
		t.Fatal(err)
	}
	if errors, _ := problem.Count(result.Problems); errors > 0 {
		t.Fatal(problem.Text(result.Problems))
	}
	return folder(t, output)
}

// folder reads all files below a folder.
func folder(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files[name], err = os.ReadFile(filepath.Join(dir, name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
