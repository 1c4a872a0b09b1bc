package chromium_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"jianbao/internal/chromium"
)

func TestFindPrefersWhatIsNamed(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the places are those of Linux")
	}
	own, desk := t.TempDir(), t.TempDir()
	program := func(folder, name string, mode os.FileMode) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, nil, mode); err != nil {
			t.Fatal(err)
		}
		return path
	}
	path := "PATH=" + filepath.Join(own, "none") + ":" + own + ":" + desk
	check := func(want, named string, environ ...string) {
		t.Helper()
		if got, ok := chromium.Find(environ, named); ok != (want != "") || ok && got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	text := program(own, "chromium", 0o600) // no program
	edge, chrome := program(desk, "microsoft-edge", 0o700), program(desk, "google-chrome", 0o700)
	best := program(desk, "chromium", 0o700)
	check(best, "", path)
	check(best, "", path, chromium.Variable+"=")
	check(edge, "", path, chromium.Variable+"="+edge)
	check(chrome, chrome, path, chromium.Variable+"="+edge)
	check("", "", path, chromium.Variable+"="+text) // named, and not to be had: no other is taken
	check("", text, path, chromium.Variable+"="+edge)
	check("", filepath.Join(own, "none"), path)

	t.Chdir(desk) // which is no usual place, though chromium is there
	if got, ok := chromium.Find([]string{"PATH=.:"}, ""); ok && !filepath.IsAbs(got) {
		t.Errorf("found %q", got)
	}
}
