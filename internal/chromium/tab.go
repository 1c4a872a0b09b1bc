package chromium

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/inspector"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// View is how a tab looks at pages.
type View struct {
	Width, Height int     // of the window in CSS pixels; 1280 × 800 where they are 0
	Scale         float64 // pixels of the screen to one of CSS; 1 where it is 0

	// NoScripts has scripts off, as some desks have them. Frames with a process
	// of their own run theirs, but for those of a Site.
	NoScripts bool

	// Patience is how long any call may take, Open among them, before it fails
	// with context.DeadlineExceeded; a minute where it is 0.
	Patience time.Duration
}

// Tab is a page in a window of its own, with nothing stored from others. One
// goroutine uses it at a time.
type Tab struct {
	browser  *Browser
	ctx      context.Context
	cancel   context.CancelFunc
	patience time.Duration
	media    Media
	record   record
}

// frame is the one that the tab is.
func (t *Tab) frame() cdp.FrameID { return cdp.FrameID(chromedp.FromContext(t.ctx).Target.TargetID) }

// Open opens a page and waits until it is loaded.
func (b *Browser) Open(url string, v View) (*Tab, error) {
	t := &Tab{browser: b, patience: cmp.Or(v.Patience, patience)}
	t.record.noScripts = v.NoScripts
	var crash context.CancelCauseFunc
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(func(event any) {
		if _, crashed := event.(*inspector.EventTargetCrashed); crashed {
			crash(ErrCrashed)
		}
		t.record.note(event)
	}))
	t.ctx, crash = context.WithCancelCause(ctx)
	t.cancel = cancel
	late := time.AfterFunc(t.patience, func() { crash(context.DeadlineExceeded) })
	err := chromedp.Do(t.ctx) // the tab lives as long as this context
	if !late.Stop() {
		err = context.DeadlineExceeded
	}
	if err != nil {
		cancel()
		return nil, fmt.Errorf("chromium: %w", t.explain(err))
	}
	b.site.show(t)
	if err := t.begin(url, v); err != nil {
		t.Close()
		return nil, err
	}
	return t, nil
}

// begin makes the tab what the view says and goes to the first page.
func (t *Tab) begin(url string, v View) error {
	err := callBrowser(t, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior: browser.SetDownloadBehaviorBehaviorDeny, BrowserContextID: chromedp.FromContext(t.ctx).BrowserContextID,
	})
	if err != nil {
		return err
	}
	if err := t.Resize(v); err != nil {
		return err
	}
	if v.NoScripts {
		if _, err := call(t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true}); err != nil {
			return err
		}
	}
	return t.Visit(url)
}

// Close closes the tab.
func (t *Tab) Close() {
	t.cancel()
	t.browser.site.forget(t)
}

// Visit goes to another page, waits until it is loaded, and forgets what the
// last one said and asked for.
func (t *Tab) Visit(url string) error {
	t.record.forget()
	if t.browser.site != nil && !strings.HasPrefix(url, Address("")) {
		return fmt.Errorf("chromium: %s: is not of the site", url)
	}
	if err := t.do(chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("chromium: %s: %w", url, err)
	}
	return nil
}

// Follow does what leads to another page, such as a click on a link, and waits
// until that page is loaded.
func (t *Tab) Follow(lead func() error) error {
	ctx, cancel := context.WithTimeout(t.ctx, t.patience)
	defer cancel()
	_, err := chromedp.RunResponse(ctx, chromedp.Func(func(context.Context, *chromedp.Target) error { return lead() }))
	if err != nil {
		return fmt.Errorf("chromium: following: %w", t.explain(err))
	}
	return nil
}

// Resize gives the window another size. Whether scripts run stays as it was.
func (t *Tab) Resize(v View) error {
	p := emulation.SetDeviceMetricsOverrideParams{Width: int64(v.Width), Height: int64(v.Height), DeviceScaleFactor: v.Scale}
	if p.Width == 0 {
		p.Width = 1280
	}
	if p.Height == 0 {
		p.Height = 800
	}
	if p.DeviceScaleFactor == 0 {
		p.DeviceScaleFactor = 1
	}
	_, err := call(t, emulation.SetDeviceMetricsOverride, p)
	return err
}

// Eval runs a script's expression in the page and decodes its value from JSON
// into out, which is nil where only the effect counts. A promise is waited
// for. It is the browser that runs it: it works with scripts off, and whatever
// the page's policy.
func (t *Tab) Eval(script string, out any) error {
	result, err := call(t, runtime.Evaluate, expression(script))
	if err != nil {
		return err
	}
	if result.ExceptionDetails != nil {
		return fmt.Errorf("chromium: %s: %w", short(script), &chromedp.ExceptionError{ExceptionDetails: result.ExceptionDetails})
	}
	if out == nil {
		return nil
	}
	if len(result.Result.Value) == 0 {
		return fmt.Errorf("chromium: %s: is %s", short(script), result.Result.Type)
	}
	if err := json.Unmarshal(result.Result.Value, out); err != nil {
		return fmt.Errorf("chromium: %s: %w", short(script), err)
	}
	return nil
}

// expression asks for the value of a script's expression.
func expression(script string) runtime.EvaluateParams {
	yes := true
	return runtime.EvaluateParams{Expression: script, ReturnByValue: &yes, AwaitPromise: &yes, UserGesture: &yes}
}

// Wait waits until an expression is true. It looks whenever the page is drawn,
// so the page's scripts have to be on.
func (t *Tab) Wait(expression string) error {
	err := t.Eval(`new Promise((done, fail) => {
		const look = () => {
			try { if (`+expression+`) done(); else requestAnimationFrame(look) } catch (e) { fail(e) }
		};
		look();
	})`, nil)
	if err != nil {
		return fmt.Errorf("chromium: waiting for %s: %w", short(expression), err)
	}
	return nil
}

// Media is what a page's style sheet is told of its reader.
type Media struct {
	Print         bool // on paper, not on a screen
	Dark          bool // prefers a dark ground
	ReducedMotion bool // prefers that nothing moves
}

// Emulate tells the page's style sheet so.
func (t *Tab) Emulate(m Media) error {
	if _, err := call(t, emulation.SetEmulatedMedia, m.params()); err != nil {
		return err
	}
	t.media = m
	return nil
}

func (m Media) params() emulation.SetEmulatedMediaParams {
	p := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{}}
	if m.Print {
		p.Media = "print"
	}
	if m.Dark {
		p.Features = append(p.Features, &emulation.MediaFeature{Name: "prefers-color-scheme", Value: "dark"})
	}
	if m.ReducedMotion {
		p.Features = append(p.Features, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	}
	return p
}

// short is the beginning of a script, for messages.
func short(script string) string {
	if r := []rune(script); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return script
}
