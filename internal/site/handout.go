package site

import (
	"html/template"

	"jianbao/internal/briefing"
	"jianbao/internal/zh"
)

// A handout has a frame and a style sheet of its own, without the menu, the
// script and the colours of the site. Its blocks are shown by components whose
// names begin with handout-, and where there is none by that of the pages.
const (
	handoutLayout = "layouts/handout"
	handoutPrefix = "handout-"
	handoutStyle  = "assets/handout.css"
)

// handoutView is what layouts/handout.html is given.
type handoutView struct {
	Title     string
	Kind      string // of the class name
	Style     string
	Back      briefing.Link
	PDF       string // relative to the page, or ""
	Grey      bool
	Watermark string
	Parts     []partView
}

type partView struct {
	ID       string
	Head     *briefing.Masthead
	HeadSize int // how many characters the red title is set for: 13 in the full size, up to 30
	Annex    string
	Title    string
	Cover    bool
	Demo     bool // to be marked as demonstration data: the first part of a handout
	Sections []sectionView
	Imprint  *briefing.Imprint
}

// handout returns the whole text of one handout, which stands until the next page.
func (w *writer) handout(h *briefing.Handout) ([]byte, error) {
	w.begin()
	root := rootOf(h.Path)
	v := handoutView{
		Title: h.Title, Kind: string(h.Kind), Style: root + handoutStyle,
		Back: briefing.Link{Text: h.Back.Text, Href: address(root, h.Back.Href)},
		PDF:  address(root, h.PDF), Grey: h.Paper.Grey, Watermark: h.Paper.Watermark,
	}
	for i, p := range h.Parts() {
		part := partView{
			ID: p.ID, Head: p.Head, HeadSize: headSize(p.Head), Annex: p.Annex, Title: p.Title, Cover: p.Cover, Imprint: p.Imprint,
			Demo: w.site.Demo && i == 0,
		}
		for _, s := range p.Sections {
			blocks, err := w.paperBlocks(root, s.Blocks)
			if err != nil {
				return nil, err
			}
			part.Sections = append(part.Sections, sectionView{ID: s.ID, Heading: s.Heading, Blocks: blocks})
		}
		v.Parts = append(v.Parts, part)
	}
	return w.framed(handoutLayout, v)
}

// headSize is for a red title of any length to stand on one line: a line that is
// too long would make the browser print all pages smaller.
func headSize(head *briefing.Masthead) int {
	const full, smallest = 13, 30
	if head == nil {
		return full
	}
	return min(max(zh.Width(head.Title)/2+zh.Width(head.Title)%2, full), smallest)
}

func (w *writer) paperBlocks(root string, blocks []briefing.Block) (template.HTML, error) {
	w.paper = true
	defer func() { w.paper = false }()
	from := w.out.Len()
	for _, b := range blocks {
		data, err := w.blockView(root, b)
		if err != nil {
			return "", err
		}
		if err := w.writeBlock(b, data); err != nil {
			return "", err
		}
	}
	return w.taken(from), nil
}

// componentName is the template that shows a kind of block.
func (w *writer) componentName(name string) string {
	if paper := handoutPrefix + name; w.paper && w.look.templates.Lookup(paper) != nil {
		return paper
	}
	return name
}

// paperFigureView is a figure on paper: the drawing, without what a reader of the
// page can do with it.
type paperFigureView struct {
	Number              int
	Form, ID            string
	Title, Note, Source string
	Drawing             template.HTML
}

func (w *writer) paperFigure(root string, b briefing.FigureBlock) paperFigureView {
	return paperFigureView{
		Number: b.Number, Form: b.Figure.Kind.String(), ID: b.Figure.ID,
		Title: b.Figure.Title, Note: b.Figure.Note, Source: b.Figure.Source, Drawing: keep(&w.kept, onPaper(root, b.Figure)),
	}
}
