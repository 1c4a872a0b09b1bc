package chromium_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"jianbao/internal/chromium"
)

func TestFindPrefersTheVariable(t *testing.T) {
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
	check := func(want string, environ ...string) {
		t.Helper()
		if got, ok := chromium.Find(environ); ok != (want != "") || ok && got != want {
			t.Errorf("found %q, want %q", got, want)
		}
	}
	check("", path)
	check("")
	text := program(own, "chromium", 0o600) // no program
	check("", path)
	edge := program(desk, "microsoft-edge", 0o700)
	check(edge, path)
	chrome := program(desk, "google-chrome", 0o700)
	check(chrome, path)
	check(edge, path, chromium.Variable+"="+edge)
	check(chrome, path, chromium.Variable+"=")
	check("", path, chromium.Variable+"="+text) // named, and not to be had: no other is taken
}
