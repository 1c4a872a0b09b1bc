// Package handout prints the handouts of a site to PDF.
//
// In come the files of a site and the addresses of its handouts; out comes a
// [Print] for each: its bytes, how many pages it has, and what it was set in.
//
//	prints, err := handout.PrintAll(ctx, files, papers, handout.Options{Browser: path})
//
// The browser gets the pages from memory and reaches nothing else: no file of
// the machine and no network. Scripts are off. One browser prints everything;
// each thing it is asked may take two minutes.
//
// # Page numbers of a table of contents
//
// A browser does not know on which page a heading will be. The volume is printed
// once; the outline of that print says where every paper begins; the numbers are
// written into the page and it is printed again, until they are those of the
// outline.
//
// # The imprint
//
// The last rule of the imprint (版记) is the lower edge of the text area (GB/T
// 9704-2012, 7.4.1). No style sheet can say so: the first print says how much
// room there is below it.
//
// # Same bytes
//
// A browser writes the time of printing, and ids that it counts through all
// pages that it has shown. Both are patched: the time is the day of the paper.
package handout

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"time"
	"unicode"

	"jianbao/internal/chromium"
	"jianbao/internal/pdf"
)

// Paper is one handout that is to be printed.
type Paper struct {
	Page string    // its address in the site: handouts/2026-10-22.html
	Day  time.Time // that the print says it was made
	// Contents says that it has a table of contents.
	Contents bool
}

// Print is a printed handout.
type Print struct {
	Page    string
	PDF     []byte
	Pages   int
	Faces   []string // PostScript names of the faces it was set in
	Missing string   // characters that no face had
	Bound   []byte   // the same as Options.Binding wants it; nil for [Plain]
}

// Options say how papers are printed.
type Options struct {
	Browser   string // the program
	NoSandbox bool
	Binding   Binding
	Copies    int                      // for [Numbered]; the site has the [NumbersPage]
	Progress  func(n int, paper Paper) // told as each paper begins; may be nil
}

// patience is how long the browser may take over one thing: to open a paper, to
// print it.
const patience = 2 * time.Minute

// PrintAll prints papers of a site, one after the other.
func PrintAll(ctx context.Context, site fs.FS, papers []Paper, o Options) ([]Print, error) {
	browser, err := chromium.Start(ctx, chromium.Options{Path: o.Browser, NoSandbox: o.NoSandbox, Site: site})
	if err != nil {
		return nil, err
	}
	defer browser.Close()
	var numbers []byte
	if o.Binding == Numbered {
		if numbers, err = printNumbers(browser); err != nil {
			return nil, err
		}
	}
	var prints []Print
	for i, paper := range papers {
		if o.Progress != nil {
			o.Progress(i, paper)
		}
		print, err := printOne(browser, paper)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", paper.Page, err)
		}
		if print.Bound, err = o.Binding.bind(print.PDF, o.Copies, numbers); err != nil {
			return nil, fmt.Errorf("%s: %w", paper.Page, err)
		}
		prints = append(prints, print)
	}
	return prints, browser.Close()
}

func printOne(browser *chromium.Browser, paper Paper) (Print, error) {
	tab, err := browser.Open(chromium.Address(paper.Page), chromium.View{NoScripts: true, Patience: patience})
	if err != nil {
		return Print{}, err
	}
	defer tab.Close()
	if err := tab.Eval(linksCut, nil); err != nil {
		return Print{}, err
	}
	if err := tab.Eval(imprintMarked, nil); err != nil {
		return Print{}, err
	}
	made, err := printed(tab)
	if err == nil && paper.Contents {
		made, err = fillContents(tab, made)
	}
	if err == nil {
		made, err = setImprint(tab, made)
	}
	if err != nil {
		return Print{}, err
	}
	body, err := pdf.Stamp(made.body, paper.Day)
	if err != nil {
		return Print{}, err
	}
	text, err := made.file.Text()
	if err != nil {
		return Print{}, err
	}
	lost, err := missing(tab, text)
	if err != nil {
		return Print{}, err
	}
	print := Print{Page: paper.Page, PDF: body, Pages: made.file.Pages(), Missing: lost}
	for _, face := range made.file.Faces() {
		print.Faces = append(print.Faces, face.Name)
	}
	return print, nil
}

// sheets is what a browser printed, and what is in it.
type sheets struct {
	body []byte
	file *pdf.File
}

func printed(tab *chromium.Tab) (sheets, error) {
	body, err := tab.PDF()
	if err != nil {
		return sheets{}, err
	}
	file, err := pdf.Read(body)
	return sheets{body, file}, err
}

// rounds is how often a volume is printed at most for its contents: numbers of
// another width can move a heading once.
const rounds = 3

// fillContents writes the page numbers of the outline into the table of contents,
// and prints again.
func fillContents(tab *chromium.Tab, made sheets) (sheets, error) {
	var written []int
	for range rounds {
		var titles []string
		if err := tab.Eval(titlesListed, &titles); err != nil {
			return made, err
		}
		numbers, err := pagesOf(titles, made.file.Outline())
		if err != nil || slices.Equal(numbers, written) {
			return made, err
		}
		written = numbers
		if err := tab.Eval(fmt.Sprintf(numbersWritten, commas(numbers)), nil); err != nil {
			return made, err
		}
		if made, err = printed(tab); err != nil {
			return made, err
		}
	}
	return made, nil
}

// setImprint moves the imprint to the foot of its page, and prints again. A paper
// without an imprint stays as it is; one that would have more pages for it keeps it
// behind its text.
func setImprint(tab *chromium.Tab, made sheets) (sheets, error) {
	var marked bool
	if err := tab.Eval(fmt.Sprintf(areMarked, imprintEnd), &marked); err != nil || !marked {
		return made, err
	}
	top, ok := made.file.Place(textTop)
	end, found := made.file.Place(imprintEnd)
	air := []string{""}
	if ok && found {
		air = []string{fmt.Sprintf(imprintAir, top.Y-end.Y), ""}
	}
	pages := made.file.Pages()
	for _, room := range air {
		err := tab.Eval(fmt.Sprintf(imprintMoved, room), nil)
		if err == nil {
			made, err = printed(tab)
		}
		if err != nil || made.file.Pages() == pages {
			return made, err
		}
	}
	return made, nil
}

// The end of the imprint, and the upper edge of the text on the first page, from
// which it is measured, are marked by links to themselves: a browser says of nothing
// else where on a print it is. Before the last print the marks are taken away. The
// edge is half a line's lead above the text area, which is 225 mm high. The room
// above the imprint is padding, which a page that begins with it keeps.
const (
	textTop       = "jianbao-text-top"
	imprintEnd    = "jianbao-imprint-end"
	imprintMarked = `(() => {
		const imprint = document.querySelector(".imprint > *");
		const marks = imprint ? [["` + textTop + `", document.querySelector("main") || document.body, "afterbegin"], ["` + imprintEnd + `", imprint, "beforeend"]] : [];
		for (const [id, at, place] of marks) {
			const mark = document.createElement("a");
			mark.id = id;
			mark.href = "#" + id;
			mark.className = "jianbao-mark";
			at.insertAdjacentElement(place, mark);
		}
	})()`
	areMarked    = `!!document.getElementById("%s")`
	imprintAir   = "calc(var(--pitch) + 225mm + var(--half) - %.2fpt)"
	imprintMoved = `(air => {
		document.querySelectorAll(".jianbao-mark").forEach(mark => mark.remove());
		document.querySelector(".imprint").style.paddingTop = air;
	})("%s")`
)

// linksCut takes away the links to other pages: on paper they lead nowhere, and in
// a PDF to the address at which the browser was shown the site.
const linksCut = `document.querySelectorAll("a[href]:not([href^='#'])").forEach(a => a.removeAttribute("href"))`

// What is asked of a page with a table of contents.
const (
	titlesListed   = `[...document.querySelectorAll(".contents a")].map(a => document.querySelector(a.getAttribute("href") + " h1").textContent)`
	numbersWritten = `[%s].forEach((n, i) => { document.querySelectorAll(".contents [data-page]")[i].textContent = n })`
)

// errContents is a table of contents that the outline does not have.
var errContents = errors.New("handout: the table of contents and the outline differ")

// pagesOf finds the pages of titles in an outline that has them in this order,
// and others between them.
func pagesOf(titles []string, outline []pdf.Entry) ([]int, error) {
	var numbers []int
	for _, entry := range outline {
		if len(numbers) < len(titles) && plain(entry.Title) == plain(titles[len(numbers)]) {
			numbers = append(numbers, entry.Page)
		}
	}
	if len(numbers) < len(titles) {
		return nil, errContents
	}
	return numbers, nil
}

func plain(title string) string { return strings.Join(strings.Fields(title), "") }

// missing lists the characters that no face had. Of some an empty box does not say
// what it stands for: they are those of the page that cannot be copied out of the print.
func missing(tab *chromium.Tab, text pdf.Text) (string, error) {
	boxes := slices.DeleteFunc(slices.Clone(text.Missing), func(r rune) bool { return r == unicode.ReplacementChar })
	if len(boxes) == len(text.Missing) {
		return string(boxes), nil
	}
	var page string
	if err := tab.Eval("document.querySelector('main').textContent", &page); err != nil {
		return "", err
	}
	for _, r := range page {
		if (unicode.IsGraphic(r) || unicode.Is(unicode.Co, r)) && !unicode.IsSpace(r) && !text.Runes[r] && !slices.Contains(boxes, r) {
			boxes = append(boxes, r)
		}
	}
	slices.Sort(boxes)
	return string(boxes), nil
}

func commas(numbers []int) string {
	return strings.Trim(strings.ReplaceAll(fmt.Sprint(numbers), " ", ","), "[]")
}
