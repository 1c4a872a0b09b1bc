package chromium

import (
	"context"
	"fmt"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Screenshot returns a PNG of the whole page, also of what one scrolls to.
func (t *Tab) Screenshot() ([]byte, error) {
	png, err := run(t, chromedp.FullScreenshot(100))
	if err != nil {
		return nil, fmt.Errorf("chromium: screenshot: %w", err)
	}
	return png, nil
}

// faces loads every type that the page's style sheets name. Some are named only
// where nothing on the screen is, in the margins of paper, and the browser would
// print before they are there.
const faces = `(async () => {
	document.documentElement.getBoundingClientRect();
	await Promise.allSettled(Array.from(document.fonts, face => face.load()));
	await document.fonts.ready;
})()`

// PDF prints the page: on the paper that its style sheet asks for, with its
// grounds, and with an outline of its headings. Type that its style sheets
// name, also of paper only, is waited for; where it is not to be had another is
// taken.
func (t *Tab) PDF() ([]byte, error) {
	pdf, err := run(t, func(ctx context.Context, target *chromedp.Target) (pdf []byte, err error) {
		paper := t.media
		paper.Print = true
		if _, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, paper.params()); err != nil {
			return nil, err
		}
		defer func() {
			if _, back := cdp.Call(ctx, target, emulation.SetEmulatedMedia, t.media.params()); err == nil {
				err = back
			}
		}()
		loaded, err := cdp.Call(ctx, target, runtime.Evaluate, expression(faces))
		if err != nil {
			return nil, err
		}
		if loaded.ExceptionDetails != nil {
			return nil, &chromedp.ExceptionError{ExceptionDetails: loaded.ExceptionDetails}
		}
		return chromedp.PrintToPDF(
			chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged(), chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFStream(),
		)(ctx, target)
	})
	if err != nil {
		return nil, fmt.Errorf("chromium: printing: %w", err)
	}
	return pdf, nil
}
