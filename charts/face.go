package charts

import "slices"

// Widths of the two static faces in CSS pixels. Type sizes hold at these
// widths: a page shows a face at about its own width or wider.
const (
	WideWidth   = 580 // half of a wide page, or the text area of a sheet of A4
	NarrowWidth = 360 // a phone
)

// face is the room that a figure is drawn into.
type face struct {
	width  float64
	narrow bool
	paper  bool
}

// SVG is the static face for a page or a sheet of paper: one svg element with
// a viewBox and no size, so that it takes the width it is given. It has no
// style attributes or elements; classes begin with fig- and every attribute
// has a value that holds without a style sheet.
func (f Figure) SVG() []byte {
	return f.draw(face{width: WideWidth})
}

// NarrowSVG is the same for a phone: fewer things side by side, no smaller
// type. Its ids end in -n, so that both may stand on one page.
func (f Figure) NarrowSVG() []byte {
	return f.draw(face{width: NarrowWidth, narrow: true})
}

// PaperSVG is SVG for a print: it has no patterns that repeat, which a browser
// prints as coarse pictures, but draws every stripe.
func (f Figure) PaperSVG() []byte {
	return f.draw(face{width: WideWidth, paper: true})
}

func (f *Figure) draw(room face) []byte {
	f.clean()
	s := &svg{prefix: f.prefix(), links: f.linked(), paper: room.paper}
	if room.narrow {
		s.suffix = "-n"
	}
	s.buf = make([]byte, 0, f.size())
	if f.nothing() {
		f.drawNothing(s, room)
	} else {
		f.Kind.faces().draw(s, f, room)
	}
	return s.put("</svg>").buf
}

// nothing reports whether there is nothing to draw. A ranking without numbers
// still has its rows, which say why.
func (f *Figure) nothing() bool {
	return len(f.Categories) == 0 || len(f.Series) == 0 || !f.ranking() && !f.known()
}

// size guesses the length of a face, so that its buffer need not grow.
func (f *Figure) size() int {
	category := 100 + 80*len(f.Series)
	if f.ranking() || f.Kind == Pareto {
		category += 240 // has a line of texts
	}
	return 2500 + len(f.Categories)*category
}

// head opens the svg element: what it is called and what it says come first.
// Role img would hide links inside from screen readers, so a drawing that has
// any is a group, of which they read the links and nothing else.
func (f *Figure) head(s *svg, width, height float64) {
	role := "img"
	if s.links {
		role = "group"
	}
	s.put(`<svg xmlns="http://www.w3.org/2000/svg" class="fig" role="`).put(role).put(`" viewBox="0 0 `).num(width).put(" ").num(height)
	s.put(`" aria-labelledby="`).ref("title").put(" ").ref("desc").put(`">`)
	s.put(`<title id="`).ref("title").put(`">`).escaped(f.Title).put("</title>")
	s.put(`<desc id="`).ref("desc").put(`">`).escaped(f.Description)
	if t, ok := f.target(); ok && t.Text != "" {
		s.put("（").escaped(t.Text).put("）")
	}
	s.put("</desc>")
}

// drawNothing is the face of a figure without numbers: it says so, and why
// where the first value knows.
func (f *Figure) drawNothing(s *svg, room face) {
	f.head(s, room.width, 48)
	text := "没有数据"
	if reason := f.value(0, 0).Reason; reason != "" {
		text += "（" + reason + "）"
	}
	s.texts(mutedText, "start")
	s.label(2, 28, mutedText.fit(text, room.width-4))
	s.end()
}

// linked reports whether a drawing of the figure has links.
func (f *Figure) linked() bool {
	if f.nothing() {
		return false
	}
	switch f.Kind {
	case HeatMap, RankChange:
		return linksOf(f.Categories) || f.linkedSeries()
	case SmallMultiples:
		return f.linkedSeries()
	}
	return linksOf(f.Categories)
}

func (f *Figure) linkedSeries() bool {
	return slices.ContainsFunc(f.Series, func(s Series) bool { return relative(s.Href) })
}

// linksOf reports whether any category leads somewhere.
func linksOf(categories []Category) bool {
	return slices.ContainsFunc(categories, func(c Category) bool { return relative(c.Href) })
}

// link opens a link around a name and reports whether it did. Only relative
// addresses are followed.
func (s *svg) link(href string) bool {
	if !relative(href) {
		return false
	}
	s.put(`<a class="fig-link" href="`).escaped(href).put(`">`)
	return true
}

// relative reports whether an address stays inside the site.
func relative(href string) bool {
	if href == "" || href[0] == '/' || href[0] == '\\' {
		return false
	}
	for _, r := range href {
		switch {
		case r == ':', r == '\\', r <= ' ':
			return false
		case r == '/', r == '?', r == '#':
			return true
		}
	}
	return true
}

// linked appends a name, as a link where it leads somewhere.
func (s *svg) linked(x, y float64, name label, href string) {
	open := s.link(href)
	s.label(x, y, name)
	if open {
		s.put("</a>")
	}
}

// clampText moves the middle of a text so that it stays between the edges.
func clampText(middle, textWidth, width float64) float64 {
	return max(min(middle, width-textWidth/2), textWidth/2)
}

// hole is a stretch that a line leaves free for a text.
type hole struct{ from, to float64 }

// brokenLine appends the commands of a straight line from lo to hi, upright or
// level, that stops at the holes, which are in order.
func (s *svg) brokenLine(upright bool, at, lo, hi float64, holes []hole) {
	s.put(`<path d="`)
	for _, h := range append(holes, hole{hi, hi}) {
		if h.from > lo {
			if upright {
				s.put("M").num(at).put(" ").num(lo).put("V").num(min(h.from, hi))
			} else {
				s.put("M").num(lo).put(" ").num(at).put("H").num(min(h.from, hi))
			}
		}
		lo = max(lo, h.to)
	}
	s.put(`"/>`)
}

// swatch appends a filled square and its word, and returns where the next may start.
func (s *svg) swatch(x, y float64, f fill, l label) float64 {
	s.put("<rect").attr("x", x).attr("y", y-11).attr("width", 12).attr("height", 12).put(` fill="`).paint(f).put(`"/>`)
	s.hatch(f, x, y-11, 12, 12)
	s.label(x+17, y, l)
	return x + 17 + l.width + 16
}
