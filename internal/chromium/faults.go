package chromium

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/chromedp/chromedp"
)

// What can be in the errors of this room, beside context.DeadlineExceeded of a
// page that takes too long.
var (
	// ErrNoSandbox: the machine lets the browser have no sandbox. Containers
	// often do not, as they take from their processes the right to make
	// namespaces. One who wrote the pages oneself may set Options.NoSandbox.
	ErrNoSandbox = errors.New("the browser can have no sandbox here")

	// ErrEnded: the browser has ended, of itself, by others or by Close.
	ErrEnded = errors.New("the browser has ended")

	// ErrCrashed: the page's process has ended, as when its memory is full. The
	// tab is of no more use; others are.
	ErrCrashed = errors.New("the page crashed")
)

// complaints are the browser's words for having no sandbox: there are neither
// namespaces nor the helper with root's rights; the helper is not root's; it
// may make no namespaces; the user is root.
var complaints = []string{
	"No usable sandbox", "SUID sandbox helper", "setuid sandbox", "Failed to move to new namespace", "Running as root without --no-sandbox",
}

// explain says what is behind an error of a start.
func (o Options) explain(err error) error {
	if o.NoSandbox || errors.Is(err, ErrNoSandbox) {
		return err
	}
	for _, words := range complaints {
		if strings.Contains(err.Error(), words) {
			return fmt.Errorf("%w: %w", ErrNoSandbox, err)
		}
	}
	if os.Geteuid() == 0 { // and has it run by nobody
		switch {
		case errors.Is(err, syscall.EPERM), errors.Is(err, syscall.EINVAL): // which root may not, or of whom this container knows nothing
			return fmt.Errorf("%w: root cannot run it as the user nobody: %w", ErrNoSandbox, err)
		case errors.Is(err, syscall.EACCES):
			return fmt.Errorf("%w: the user nobody, who runs it for root, needs to reach it, and the folder of temporary files", err)
		}
	}
	return err
}

// lost reports whether the browser has ended.
func (b *Browser) lost() bool {
	select {
	case <-chromedp.FromContext(b.ctx).Browser.LostConnection:
		return true
	default:
		return false
	}
}

// explain says what is behind an error of a call: chromedp calls it canceled
// when the browser has ended, and so it says of one who gave up.
func (t *Tab) explain(err error) error {
	switch {
	case err == nil:
		return nil
	case t.browser.given.Err() != nil:
		return context.Cause(t.browser.given)
	case t.browser.lost():
		return fmt.Errorf("%w (%v)", ErrEnded, err)
	case errors.Is(context.Cause(t.ctx), ErrCrashed):
		return ErrCrashed
	}
	return err
}
