package pagetest_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

// paper is a page as it was printed.
type paper struct {
	sheets []string // the text of each
	images []string // as pdfimages lists them
}

// printed prints what the tab shows, and reads the PDF with other eyes.
func printed(t *testing.T, tab *chromium.Tab) paper {
	t.Helper()
	need(t, "pdftotext", "pdfimages")
	pdf, err := tab.PDF()
	do(t, err)
	name := filepath.Join(t.TempDir(), "page.pdf")
	do(t, os.WriteFile(name, pdf, 0o600))
	text := output(t, "pdftotext", "-layout", name, "-")
	lines := strings.Split(strings.TrimSpace(output(t, "pdfimages", "-list", name)), "\n")
	return paper{strings.Split(strings.TrimSuffix(text, "\f"), "\f"), lines[2:]} // two lines of head
}

func output(t *testing.T, name string, args ...string) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), name, args...).Output()
	do(t, err)
	return string(out)
}

// Drawings are drawn on paper, their words are words, and nothing that a reader
// has to know is missing.
func TestPagesPrintWhole(t *testing.T) {
	visitEach(t, fileBase(), kinds(), chromium.View{}, func(t *testing.T, tab *chromium.Tab, page string) {
		words := eval[[]string](t, tab, `[...document.querySelectorAll("h1, h2, figcaption, caption, figure .figure-wide text")]
			.map(e => e.textContent).filter(text => text.trim())`)
		p := printed(t, tab)
		for _, image := range p.images {
			t.Errorf("a picture: %s", image)
		}
		all := squeezed(strings.Join(p.sheets, ""))
		for _, w := range words {
			if !strings.Contains(all, squeezed(w)) {
				t.Errorf("%q is not on paper", w)
			}
		}
		for i, sheet := range p.sheets {
			if squeezed(sheet) == "" {
				t.Errorf("sheet %d of %d is empty", i+1, len(p.sheets))
			}
		}
	})
}

// squeezed leaves out what separates words; lines break anywhere in Chinese.
func squeezed(text string) string { return strings.Join(strings.Fields(text), "") }

// A table that goes over several sheets has its head on each.
func TestHeadsOfTablesRepeatOnPaper(t *testing.T) {
	t.Parallel()
	tab := open(t, "months/2026-10.html", chromium.View{})
	do(t, tab.Eval(`(() => {
		const table = document.querySelector("main .table table"), rows = table.tBodies[0];
		table.tHead.rows[0].cells[0].textContent = "表头在此";
		for (const row of [...rows.rows]) row.cells[0].textContent = "某行在此";
		for (let i = 0; i < 3; i++) for (const row of [...rows.rows]) rows.appendChild(row.cloneNode(true));
	})()`, nil))
	sheets := 0
	for i, text := range printed(t, tab).sheets {
		if !strings.Contains(text, "某行在此") {
			continue
		}
		if sheets++; !strings.Contains(text, "表头在此") {
			t.Errorf("sheet %d has rows without a head", i+1)
		}
	}
	if sheets < 2 {
		t.Errorf("the table goes over %d sheets", sheets)
	}
}

// What is only for screens is not printed: links to elsewhere, tools, forms.
func TestToolsAreNotPrinted(t *testing.T) {
	t.Parallel()
	tab := open(t, "index.html", chromium.View{})
	do(t, tab.Emulate(chromium.Media{Print: true}))
	for _, text := range eval[[]string](t, tab, `[...document.querySelectorAll("nav, button, select, input, .skip")]
		.filter(e => e.checkVisibility() && !e.closest("th")).map(e => e.outerHTML.slice(0, 100))`) {
		t.Errorf("is printed: %s", text)
	}
	for _, text := range eval[[]string](t, tab, `[...document.querySelectorAll("th button")]
		.filter(e => getComputedStyle(e).borderTopStyle !== "none" || getComputedStyle(e).backgroundColor !== "rgba(0, 0, 0, 0)")
		.map(e => e.outerHTML.slice(0, 100))`) {
		t.Errorf("a head of a column looks like a button on paper: %s", text)
	}
}
