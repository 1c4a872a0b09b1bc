package charts

// heads are the labels under columns, broken into lines.
type heads struct {
	lines [][]string
	rows  int
	whole bool // nothing had to be cut
}

// wrapHeads breaks the labels of columns into at most three lines of room pixels.
func wrapHeads(categories []Category, room float64) heads {
	h := heads{whole: room >= 24, rows: 1}
	for _, c := range categories {
		lines, whole := wrapWhole(c.Label, axisText.spec().px, room, 3)
		h.lines = append(h.lines, lines)
		h.rows = max(h.rows, len(lines))
		h.whole = h.whole && whole
	}
	return h
}

func (h heads) height() float64 { return float64(h.rows*headPitch) + 4 }

// draw prints the labels under a plot that ends at bottom.
func (h heads) draw(s *svg, categories []Category, x func(int) float64, bottom float64) {
	s.names(axisText, "middle", linksOf(categories))
	for j, lines := range h.lines {
		open := s.link(categories[j].Href)
		for k, line := range lines {
			s.label(x(j), bottom+16+float64(k*headPitch), label{full: line, shown: line})
		}
		if open {
			s.put("</a>")
		}
	}
	s.end()
}

// drawUnit prints the unit of the values over a plot.
func (f *Figure) drawUnit(s *svg, baseline, width float64) {
	if f.Unit == "" {
		return
	}
	s.texts(axisText, "start")
	s.label(2, baseline, axisText.fit("单位："+f.Unit, width-4))
	s.end()
}
