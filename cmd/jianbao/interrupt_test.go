package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/county"
)

// countdown is a context that is cancelled when it is asked for the n-th time,
// as by a Ctrl+C at that step.
type countdown struct {
	context.Context
	n int
}

func (c *countdown) Err() error {
	if c.n--; c.n > 0 {
		return nil
	}
	return context.Canceled
}

const interruptedText = "错误：已中断，没有写入，原来的网站保持不变。\n提示：请重新生成。\n"

func TestInterruptedAtAnyStepTheOldSiteStands(t *testing.T) {
	site := filepath.Join(t.TempDir(), "public")
	publishGood(t, site)
	before := snapshot(t, site)
	content := filepath.Join(t.TempDir(), "content")
	write(t, content, map[string][]byte{october: []byte(plainCSV), "minutes/2026-10-22.md": []byte(plainBody)})
	for n := 1; ; n++ {
		var out, stderr bytes.Buffer
		d := desk{args: []string{"build", "--content", content, "--output", site}, out: &out, err: &stderr}
		status := run(&countdown{t.Context(), n}, d)
		if status == statusOK {
			if n < 10 {
				t.Errorf("only %d steps could be interrupted", n-1)
			}
			break
		}
		if status != statusEnvironment || out.Len() > 0 || stderr.String() != interruptedText {
			t.Errorf("step %d: status %d, printed %q and %q", n, status, out.String(), stderr.String())
		}
		if diff := cmp.Diff(before, snapshot(t, site)); diff != "" {
			t.Fatalf("step %d changed the site (-before +after):\n%s", n, diff)
		}
	}
	if _, err := os.Stat(filepath.Join(site, "months", "2026-10.html")); err != nil {
		t.Errorf("not interrupted, it has not written the site: %v", err)
	}
}

// TestCtrlCWhileFilesAreWritten interrupts the program itself, as soon as it has
// begun to write. It may have been quick enough to finish: the site is then the
// new one, and as whole.
func TestCtrlCWhileFilesAreWritten(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends Ctrl+C to consoles only")
	}
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

func TestProgressIsShownOnATerminalOnly(t *testing.T) {
	content := filepath.Join(t.TempDir(), "content")
	write(t, content, map[string][]byte{october: []byte(plainCSV)})
	for _, terminal := range []bool{false, true} {
		var out, stderr bytes.Buffer
		d := desk{
			args: []string{"build", "--content", content, "--output", filepath.Join(t.TempDir(), "public")},
			out:  &out, err: &stderr, terminal: terminal,
		}
		if status := run(t.Context(), d); status != statusOK {
			t.Fatalf("status %d: %s", status, stderr.String())
		}
		if !terminal && stderr.Len() > 0 {
			t.Errorf("through a pipe: %q", stderr.String())
		}
		const clear = "\r\033[K"
		if terminal && (!strings.HasPrefix(stderr.String(), clear+"读取设置…") || !strings.HasSuffix(stderr.String(), clear)) {
			t.Errorf("on a terminal: %q", stderr.String())
		}
		if strings.Contains(out.String(), "\r") {
			t.Errorf("standard output: %q", out.String())
		}
	}
}
