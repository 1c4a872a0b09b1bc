package handout

import (
	"bytes"
	"fmt"

	"jianbao/internal/chromium"
	"jianbao/internal/pdf"
)

// Binding is how a print is laid on sheets.
type Binding int

// The bindings. Each but Plain is made of the plain print, which stays as it is.
const (
	Plain    Binding = iota
	TwoUp            // two pages side by side on a sheet of A4
	Booklet          // a booklet of A5, folded from sheets of A4 printed on both sides
	Duplex           // an even number of pages, so that the next print begins on a new sheet
	Numbered         // copies with a number each (份号), every copy beginning on a new sheet
)

// Suffix is what a bound print's name ends with: 2026-10-22-booklet.pdf.
func (b Binding) Suffix() string {
	return [...]string{"", "-2up", "-booklet", "-duplex", "-copies"}[b]
}

func (b Binding) bind(body []byte, copies int, numbers []byte) ([]byte, error) {
	switch b {
	case TwoUp:
		return pdf.TwoUp(body)
	case Booklet:
		return pdf.Booklet(body)
	case Duplex:
		return pdf.Pad(body)
	case Numbered:
		return pdf.Copies(body, copies, numbers, true)
	}
	return nil, nil
}

// NumbersPage is the address of a page that only numbered copies need: the
// caller puts what [Numbers] returns there, beside the files of the site.
const NumbersPage = "handouts/numbers.html"

// Numbers is a page with a sheet for each copy, on which its number (份号) stands
// where GB/T 9704-2012 (7.2.1) wants it: six digits, in the upper left corner.
func Numbers(copies int) []byte {
	var b bytes.Buffer
	b.WriteString(`<!doctype html><html lang="zh-CN" class="handout numbers"><meta charset="utf-8"><title>份号</title><link rel="stylesheet" href="../assets/handout.css"><main>`)
	for n := range copies {
		fmt.Fprintf(&b, `<article class="part"><p class="copy-number">%06d</p></article>`, n+1)
	}
	b.WriteString("</main>")
	return b.Bytes()
}

func printNumbers(browser *chromium.Browser) ([]byte, error) {
	tab, err := browser.Open(chromium.Address(NumbersPage), chromium.View{NoScripts: true, Patience: patience})
	if err != nil {
		return nil, err
	}
	defer tab.Close()
	return tab.PDF()
}
