package publish_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/publish"
)

func TestTheManifestIsSortedAndHasNoTime(t *testing.T) {
	inputs := []publish.Input{{"statistics/2026-10.csv", "bb"}, {"jianbao.yaml", "aa"}}
	files := []publish.File{{Path: "months/2026-10.html"}, {Path: "index.html", Body: []byte("<p>&\n")}}
	want := `{
 "format": "jianbao-site-1",
 "generator": "jianbao <1.0>",
 "inputs": [
  {"path": "jianbao.yaml", "sha256": "aa"},
  {"path": "statistics/2026-10.csv", "sha256": "bb"}
 ],
 "outputs": [
  {"path": "index.html", "sha256": "aab4f416b6ba7429b25252732b9ba1a7e72d0eead1b9ee030c585bd1cb76c4aa"},
  {"path": "months/2026-10.html", "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
 ]
}
`
	made := func() string {
		t.Helper()
		dir := filepath.Join(t.TempDir(), "public")
		site, err := publish.Begin(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range files {
			if err := site.Put(t.Context(), f); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := site.Finish(t.Context(), "jianbao <1.0>", inputs); err != nil {
			t.Fatal(err)
		}
		body, err := os.ReadFile(filepath.Join(dir, publish.ManifestName))
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	if diff := cmp.Diff(want, made()); diff != "" {
		t.Error(diff)
	}
	slices.Reverse(inputs)
	slices.Reverse(files)
	if diff := cmp.Diff(want, made()); diff != "" {
		t.Errorf("another order makes another manifest:\n%s", diff)
	}
}
