//go:build !linux

package chromium_test

import (
	"io/fs"
	"testing"

	"jianbao/internal/chromium"
)

// showing are the options of a browser that shows a site.
func showing(t *testing.T, site fs.FS) chromium.Options {
	t.Helper()
	o := options(t)
	o.Site = site
	return o
}

// temporary sets a folder for temporary files.
func temporary(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	t.Setenv("TMP", dir)
	return dir
}

const all, first, pages = "all of it", "its first process", "its pages"

func kill(t *testing.T, _, what string) {
	t.Helper()
	t.Skip("which processes are a browser's is not known here: ", what)
}
