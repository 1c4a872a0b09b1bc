package chromium

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// View is how a tab looks at pages.
type View struct {
	Width, Height int     // of the window in CSS pixels; 1280 × 800 where they are 0
	Scale         float64 // pixels of the screen to one of CSS; 1 where it is 0
	NoScripts     bool    // scripts are off, as some desks have them
}

// Tab is a page in a window of its own, with nothing stored from others. One
// goroutine uses it at a time; any call that is not answered within a minute
// fails.
type Tab struct {
	ctx    context.Context
	cancel context.CancelFunc
	record record
}

// Open opens a page and waits until it is loaded.
func (b *Browser) Open(url string, v View) (*Tab, error) {
	t := &Tab{}
	t.ctx, t.cancel = chromedp.NewContext(b.ctx, chromedp.WithNewBrowserContext(), chromedp.WithListener(t.record.note))
	if err := chromedp.Do(t.ctx); err != nil { // the tab lives as long as this context
		t.cancel()
		return nil, fmt.Errorf("chromium: %w", err)
	}
	err := t.Resize(v)
	if err == nil && v.NoScripts {
		_, err = call(t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	}
	if err == nil {
		err = t.Visit(url)
	}
	if err != nil {
		t.cancel()
		return nil, err
	}
	return t, nil
}

// Close closes the tab.
func (t *Tab) Close() { t.cancel() }

// Visit goes to another page, waits until it is loaded, and forgets what the
// last one said and asked for.
func (t *Tab) Visit(url string) error {
	t.record.forget()
	if err := t.do(chromedp.Navigate(url)); err != nil {
		return fmt.Errorf("chromium: %s: %w", url, err)
	}
	return nil
}

// Follow does what leads to another page, such as a click on a link, and waits
// until that page is loaded.
func (t *Tab) Follow(lead func() error) error {
	ctx, cancel := context.WithTimeout(t.ctx, patience)
	defer cancel()
	_, err := chromedp.RunResponse(ctx, chromedp.Func(func(context.Context, *chromedp.Target) error { return lead() }))
	if err != nil {
		return fmt.Errorf("chromium: following: %w", err)
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
func (t *Tab) Eval(expression string, out any) error {
	yes := true
	result, err := call(t, runtime.Evaluate, runtime.EvaluateParams{
		Expression: expression, ReturnByValue: &yes, AwaitPromise: &yes, UserGesture: &yes,
	})
	if err != nil {
		return err
	}
	if result.ExceptionDetails != nil {
		return fmt.Errorf("chromium: %s: %w", short(expression), &chromedp.ExceptionError{ExceptionDetails: result.ExceptionDetails})
	}
	if out == nil {
		return nil
	}
	if len(result.Result.Value) == 0 {
		return fmt.Errorf("chromium: %s: is %s", short(expression), result.Result.Type)
	}
	if err := json.Unmarshal(result.Result.Value, out); err != nil {
		return fmt.Errorf("chromium: %s: %w", short(expression), err)
	}
	return nil
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
	_, err := call(t, emulation.SetEmulatedMedia, p)
	return err
}

// short is the beginning of a script, for messages.
func short(script string) string {
	if r := []rune(script); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return script
}
