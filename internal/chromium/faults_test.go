package chromium_test

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"jianbao/internal/chromium"
)

// stuck is a site whose script never comes, until it is let go.
type stuck struct {
	fs.FS
	asked, let chan struct{}
}

func (s stuck) Open(name string) (fs.File, error) {
	if name == "stuck.js" {
		s.asked <- struct{}{}
		<-s.let
	}
	return s.FS.Open(name)
}

func newStuck() stuck {
	return stuck{
		FS: fstest.MapFS{
			"page.html":  file(`<!doctype html><title>页</title><h1>标题`),
			"stuck.html": file(`<!doctype html><title>等</title><script src="stuck.js"></script>`),
			"loop.html":  file(`<!doctype html><title>转</title><script>for (;;) {}</script>`),
			"stuck.js":   file(""),
		},
		asked: make(chan struct{}, 9), let: make(chan struct{}),
	}
}

// soon fails a test in which a call takes long.
func soon(t *testing.T, what string, call func() error) error {
	t.Helper()
	started := time.Now()
	err := call()
	if spent := time.Since(started); spent > 20*time.Second { // of a patience of a minute
		t.Errorf("%s took %v", what, spent)
	}
	return err
}

// A browser that others end is told as such by the call that waits for it, and
// by every later one; nothing of it stays.
func TestABrowserThatHasEnded(t *testing.T) {
	for name, end := range map[string]func(t *testing.T, dir string, cancel context.CancelFunc) (want error){
		"all of it killed": func(t *testing.T, dir string, _ context.CancelFunc) error {
			kill(t, dir, all)
			return chromium.ErrEnded
		},
		"its first process killed": func(t *testing.T, dir string, _ context.CancelFunc) error {
			kill(t, dir, first)
			return chromium.ErrEnded
		},
		"given up": func(_ *testing.T, _ string, cancel context.CancelFunc) error {
			cancel()
			return context.Canceled
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := temporary(t)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			site := newStuck()
			b, err := chromium.Start(ctx, showing(t, site))
			if err != nil {
				t.Fatal(err)
			}
			tab, err := b.Open(chromium.Address("page.html"), chromium.View{})
			if err != nil {
				t.Fatal(err)
			}
			waiting := make(chan error)
			go func() { waiting <- tab.Visit(chromium.Address("stuck.html")) }()
			<-site.asked
			want := end(t, dir, cancel)
			for what, call := range map[string]func() error{
				"the call in flight": func() error { return <-waiting },
				"opening":            func() error { _, err := b.Open(chromium.Address("page.html"), chromium.View{}); return err },
				"printing":           func() error { _, err := tab.PDF(); return err },
				"looking":            func() error { return tab.Eval("1", nil) },
			} {
				err := soon(t, what, call)
				if !errors.Is(err, want) {
					t.Errorf("%s: %v", what, err)
				}
				if want == chromium.ErrEnded && errors.Is(err, context.Canceled) {
					t.Errorf("%s seems given up: %v", what, err)
				}
			}
			close(site.let)
			tab.Close()
			if err := soon(t, "closing", b.Close); err != nil {
				t.Error(err)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
				t.Errorf("there is %q", left)
			}
			for _, process := range processes(t, dir) {
				t.Errorf("there runs %s", process)
			}
		})
	}

	b, err := chromium.Start(t.Context(), options(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Error(err)
	}
	if _, err := b.Open("about:blank", chromium.View{}); !errors.Is(err, chromium.ErrEnded) {
		t.Errorf("closed: %v", err)
	}
}

// A page that takes too long, or crashes, is a fault of its tab alone.
func TestAPageThatFails(t *testing.T) {
	site := newStuck()
	defer close(site.let)
	b := start(t, showing(t, site))
	for _, name := range []string{"loop.html", "stuck.html"} {
		err := soon(t, name, func() error {
			_, err := b.Open(chromium.Address(name), chromium.View{Patience: time.Second})
			return err
		})
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	}
	tab := open(t, b, chromium.Address("page.html"), chromium.View{Patience: 5 * time.Second})
	if err := tab.Eval("setTimeout(() => { for (;;) {} })", nil); err != nil {
		t.Error(err)
	}
	if _, err := tab.PDF(); !errors.Is(err, context.DeadlineExceeded) {
		t.Error(err)
	}
	if got := text(t, open(t, b, chromium.Address("page.html"), chromium.View{})); !strings.Contains(got, "标题") {
		t.Error(got)
	}
}

func TestAPageThatCrashes(t *testing.T) {
	dir := temporary(t)
	b := start(t, showing(t, newStuck()))
	tab := open(t, b, chromium.Address("page.html"), chromium.View{})
	waiting := make(chan error)
	go func() { waiting <- tab.Eval("new Promise(() => {})", nil) }()
	kill(t, dir, pages)
	if err := soon(t, "the call in flight", func() error { return <-waiting }); !errors.Is(err, chromium.ErrCrashed) {
		t.Error(err)
	}
	if _, err := tab.PDF(); !errors.Is(err, chromium.ErrCrashed) {
		t.Error(err)
	}
	if _, err := open(t, b, chromium.Address("page.html"), chromium.View{}).PDF(); err != nil {
		t.Error(err)
	}
}
