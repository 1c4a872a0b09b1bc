package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// countdown is a context that is cancelled when it is asked for the n-th time,
// as by a Ctrl+C at that step.
type countdown struct {
	context.Context
	n atomic.Int64
}

func countdownFrom(ctx context.Context, n int) *countdown {
	c := &countdown{Context: ctx}
	c.n.Store(int64(n))
	return c
}

func (c *countdown) Err() error {
	if c.n.Add(-1) > 0 {
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
		status := run(countdownFrom(t.Context(), n), d)
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
