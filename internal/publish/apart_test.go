package publish_test

import (
	"os"
	"path/filepath"
	"testing"

	"jianbao/internal/publish"
)

func TestOutputAndInputsLieApart(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	for _, dir := range []string{"content/pages", "public", "our-theme", "elsewhere"} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(root, "content"), filepath.Join(root, "elsewhere", "link")); err != nil {
		t.Skip(err)
	}
	tests := []struct {
		output string
		apart  bool
	}{
		{"public", true}, {"./public/", true}, {"new/deep", true}, {"content2", true}, {"elsewhere/public", true},
		{"content", false}, {"content/public", false}, {"content/new/deep", false}, {"public/../content/x", false},
		{".", false}, {"..", false}, {filepath.Join(root, "content", "pages"), false},
		{"elsewhere/link/public", false}, {"elsewhere/link", false}, {"our-theme/x", false},
	}
	for _, test := range tests {
		err := publish.Apart(test.output, "content", "our-theme", "not-there")
		if test.apart && err != nil {
			t.Errorf("%s: %v", test.output, err)
		}
		if !test.apart {
			wantKind(t, err, publish.Overlap)
		}
	}
}
