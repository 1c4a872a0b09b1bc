package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// update writes what the program prints into the files that hold what it should.
var update = flag.Bool("update", false, "rewrite the expected texts in testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"jianbao": main})
}

// jianbao runs one command line within this process, with nothing but the given
// environment, and returns the exit status and what was printed.
func jianbao(t *testing.T, environ []string, args ...string) (status int, out, err string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status = run(t.Context(), desk{args: args, environ: environ, out: &stdout, err: &stderr})
	return status, stdout.String(), stderr.String()
}

// write puts files into a folder, by their slash-separated paths.
func write(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
