package chromium

import (
	"fmt"

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

// PDF prints the page: on the paper that its style sheet asks for, with its
// grounds, and with an outline of its headings.
func (t *Tab) PDF() ([]byte, error) {
	pdf, err := run(t, chromedp.PrintToPDF(
		chromedp.PDFPreferCSSPageSize(), chromedp.PDFPrintBackground(), chromedp.PDFOutlineAndTagged(), chromedp.PDFPaper(chromedp.PaperA4), chromedp.PDFStream(),
	))
	if err != nil {
		return nil, fmt.Errorf("chromium: printing: %w", err)
	}
	return pdf, nil
}
