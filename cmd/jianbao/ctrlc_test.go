//go:build unix

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/county"
)

// TestCtrlCWhileFilesAreWritten interrupts the program itself, as soon as it has
// begun to write. It may have been quick enough to finish: the site is then the
// new one, and as whole. On Windows a process cannot be sent a Ctrl+C of its own.
func TestCtrlCWhileFilesAreWritten(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	write(t, content, county.Large(40, 12, 40))
	whole := filepath.Join(t.TempDir(), "public")
	if status, _, stderr := jianbao(t, nil, "build", "--content", content, "--output", whole); status != statusOK {
		t.Fatal(stderr)
	}
	site := filepath.Join(t.TempDir(), "public")
	publishGood(t, site)
	before := snapshot(t, site)

	program := exec.CommandContext(t.Context(), "jianbao", "build", "--content", content, "--output", site)
	var stderr bytes.Buffer
	program.Stderr = &stderr
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); len(before) == len(names(t, site)) && time.Now().Before(deadline); {
		time.Sleep(time.Millisecond)
	}
	if err := program.Process.Signal(os.Interrupt); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	_ = program.Wait() // the status is looked at below
	switch status := program.ProcessState.ExitCode(); status {
	case statusEnvironment:
		if diff := cmp.Diff(before, snapshot(t, site)); diff != "" {
			t.Errorf("interrupted, it has changed the site (-before +after):\n%s", diff)
		}
		if stderr.String() != interruptedText {
			t.Errorf("interrupted, it says %q", stderr.String())
		}
	case statusOK:
		if diff := cmp.Diff(names(t, whole), names(t, site)); diff != "" {
			t.Errorf("not interrupted, the site is not whole (-want +got):\n%s", diff)
		}
	default:
		t.Errorf("status %d: %s", status, stderr.String())
	}
}

// names are the files and folders in a site's folder and beside it.
func names(t *testing.T, site string) []string {
	t.Helper()
	all := []string{}
	err := filepath.WalkDir(filepath.Dir(site), func(path string, _ os.DirEntry, err error) error {
		if err != nil && !os.IsNotExist(err) { // a run at work takes files away
			return err
		}
		name, _ := filepath.Rel(filepath.Dir(site), path)
		all = append(all, name)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}
