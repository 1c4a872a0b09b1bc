package charts

// draw draws the blocks one under the other, then the key.
func (h *heatMap) draw(s *svg) {
	blocks := (len(h.Categories) + h.perBlock - 1) / h.perBlock
	blockHeight := float64(h.headRows*headPitch+22) + float64(len(h.Series))*cellHeight
	keyTop := float64(blocks) * blockHeight
	height := keyTop + 34
	if h.empty || h.missed {
		height += 22
	}
	h.head(s, h.width, height)
	s.define([fills]bool{emptyCell: h.empty})
	for b := range blocks {
		from := b * h.perBlock
		h.drawBlock(s, from, min(from+h.perBlock, len(h.Categories)), float64(b)*blockHeight)
	}
	h.drawKey(s, keyTop)
}

func (h *heatMap) drawBlock(s *svg, from, to int, top float64) {
	rows := top + float64(h.headRows*headPitch) + 8
	h.drawColumnHeads(s, from, to, rows-8)
	s.names(nameText, "end", h.linkedSeries())
	for i, name := range h.names {
		s.linked(h.nameEnd, rows+float64(i)*cellHeight+17, name, h.Series[i].Href)
	}
	s.end()
	for k := -1; k < shades; k++ {
		h.drawShade(s, k, from, to, rows)
	}
	if h.missed {
		h.drawCorners(s, from, to, rows)
	}
	h.drawTexts(s, from, to, rows, false)
	h.drawTexts(s, from, to, rows, true)
}

func (h *heatMap) drawColumnHeads(s *svg, from, to int, bottom float64) {
	s.names(axisText, "middle", linksOf(h.Categories))
	for j := from; j < to; j++ {
		lines := wrap(h.Categories[j].Label, 12, h.colWidth-4, 3)
		open := s.link(h.Categories[j].Href)
		for k, line := range lines {
			y := bottom - 2 - float64((len(lines)-1-k)*headPitch)
			s.label(h.x(j-from)+h.colWidth/2, y, label{full: line, shown: line})
		}
		if open {
			s.put("</a>")
		}
	}
	s.end()
}

// x is the left edge of a column of a block.
func (h *heatMap) x(column int) float64 {
	return h.nameEnd + wordGap + float64(float64(column)*h.colWidth)
}

// drawShade draws all cells of one shade as one path.
func (h *heatMap) drawShade(s *svg, k, from, to int, top float64) {
	cell := appendNum([]byte("h"), h.colWidth-1)
	cell = appendNum(append(cell, "v23h"...), 1-h.colWidth)
	open := false
	for i := range h.Series {
		for j := from; j < to; j++ {
			if h.at(i, j).step != k {
				continue
			}
			if !open {
				h.openShade(s, k)
				open = true
			}
			s.put("M").num(h.x(j-from) + 0.5).put(" ").num(top + float64(i)*cellHeight + 0.5)
			s.buf = append(append(s.buf, cell...), 'z')
		}
	}
	if !open {
		return
	}
	s.put(`"/>`)
	for i := range h.Series {
		for j := from; k < 0 && j < to; j++ {
			if h.at(i, j).step == k {
				s.hatch(emptyCell, h.x(j-from)+0.5, top+float64(i)*cellHeight+0.5, h.colWidth-1, 23)
			}
		}
	}
}

func (h *heatMap) openShade(s *svg, k int) {
	if k < 0 {
		s.put(`<path class="fig-empty" fill="`).paint(emptyCell).put(`" d="`)
		return
	}
	ground, _ := shadeColor(k)
	s.put(`<path class="fig-shade-`).num(float64(k + 1)).put(`" fill="`).put(ground).put(`" d="`)
}

// drawCorners marks the cells on the wrong side of the target in a corner.
func (h *heatMap) drawCorners(s *svg, from, to int, top float64) {
	h.openCorners(s)
	for i := range h.Series {
		for j := from; j < to; j++ {
			if h.at(i, j).missed {
				s.corner(h.x(j-from)+1, top+float64(i)*cellHeight+1)
			}
		}
	}
	s.put(`"/>`)
}

func (h *heatMap) openCorners(s *svg) {
	s.put(`<path class="fig-corner" fill="` + amber + `" stroke="` + paper + `" stroke-width="0.6" d="`)
}

func (s *svg) corner(x, y float64) { s.put("M").num(x).put(" ").num(y).put("h7l-7 7z") }

// drawTexts prints the values on light or on dark cells.
func (h *heatMap) drawTexts(s *svg, from, to int, top float64, dark bool) {
	class, color := "fig-on-light", ink
	if dark {
		class, color = "fig-on-dark", paper
	}
	s.put(`<g class="`).put(class).put(`"`).put(s.unsaid()).put(` font-size="12" text-anchor="middle" fill="`).put(color).put(`">`)
	for i := range h.Series {
		for j := from; j < to; j++ {
			c := h.at(i, j)
			if (c.step >= firstDark) != dark {
				continue
			}
			l := label{c.text, c.text, c.width}
			if c.width > h.colWidth-4 {
				l = axisText.fit(c.text, h.colWidth-4)
			}
			s.label(h.x(j-from)+h.colWidth/2, top+float64(i)*cellHeight+16.5, l)
		}
	}
	s.end()
}

// drawKey draws the steps with the numbers at their edges, and what a hatched
// cell and a marked corner mean.
func (h *heatMap) drawKey(s *svg, top float64) {
	n := h.steps.ticks() - 1
	width := min(56, (h.width-60)/float64(n))
	const left = 30.0
	for k := range n {
		ground, _ := shadeColor(shade(h.steps, h.steps.tick(k)+h.steps.step/2))
		s.rect(left+float64(float64(k)*width), top, width-1, 12, ` fill="`+ground+`" stroke="`+rule+`" stroke-width="0.5"`)
	}
	s.texts(axisText, "middle")
	for k := range n + 1 {
		l := axisText.fit(h.steps.text(k, h.tickUnit()), width-4)
		s.label(clampText(left+float64(float64(k)*width), l.width, h.width), top+27, l)
	}
	s.end()
	x := left
	s.texts(keyText, "start")
	if h.missed {
		h.openCorners(s)
		s.corner(x, top+38)
		s.put(`"/>`)
		l := keyText.fit(h.missWord(), h.width)
		s.label(x+17, top+48, l)
		x += 17 + l.width + 16
	}
	if h.empty {
		s.swatch(x, top+48, emptyCell, keyText.fit("没有数据", h.width))
	}
	s.end()
}
