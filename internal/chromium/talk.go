package chromium

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/chromedp"
)

// do runs actions of chromedp in the tab.
func (t *Tab) do(actions ...chromedp.Action[chromedp.Void]) error {
	_, err := run(t, chromedp.Steps(actions...))
	return err
}

// run runs one action of chromedp in the tab.
func run[T any](t *Tab, action chromedp.Action[T]) (T, error) {
	ctx, cancel := context.WithTimeout(t.ctx, t.patience)
	defer cancel()
	result, err := chromedp.Run(ctx, action)
	return result, t.explain(err)
}

// call gives the browser one command of its protocol.
func call[P, R any](t *Tab, command cdp.Command[P, R], params P) (R, error) {
	result, err := run(t, func(ctx context.Context, target *chromedp.Target) (R, error) {
		return cdp.Call(ctx, target, command, params)
	})
	if err != nil {
		err = fmt.Errorf("chromium: %s: %w", command.Method, err)
	}
	return result, err
}

// callBrowser gives the browser a command that is about the tab, not to it.
func callBrowser[P, R any](t *Tab, command cdp.Command[P, R], params P) error {
	ctx, cancel := context.WithTimeout(t.ctx, t.patience)
	defer cancel()
	if _, err := chromedp.CallBrowser(ctx, command, params); err != nil {
		return fmt.Errorf("chromium: %s: %w", command.Method, t.explain(err))
	}
	return nil
}
