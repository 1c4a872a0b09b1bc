package charts

// draw draws the blocks one under the other, then the key.
func (h *heatMap) draw(s *svg) {
	blocks := (len(h.Categories) + h.perBlock - 1) / h.perBlock
	blockHeight := float64(h.headRows*headPitch+8) + float64(len(h.Series))*cellHeight
	height := float64(blocks)*(blockHeight+14) + 36
	h.head(s, h.width, height)
	s.define([fills]bool{emptyCell: true})
	for b := range blocks {
		from := b * h.perBlock
		h.drawBlock(s, from, min(from+h.perBlock, len(h.Categories)), float64(b)*(blockHeight+14))
	}
	h.drawKey(s, height-36)
}

func (h *heatMap) drawBlock(s *svg, from, to int, top float64) {
	rows := top + float64(h.headRows*headPitch) + 8
	h.drawColumnHeads(s, from, to, rows-8)
	s.texts(nameText, "end")
	for i, name := range h.names {
		s.linked(h.nameEnd, rows+float64(i)*cellHeight+17, name, h.Series[i].Href)
	}
	s.end()
	for k := -1; k < widestShade; k++ {
		h.drawShade(s, k, from, to, rows)
	}
	h.drawTexts(s, from, to, rows, false)
	h.drawTexts(s, from, to, rows, true)
}

func (h *heatMap) drawColumnHeads(s *svg, from, to int, bottom float64) {
	s.texts(axisText, "middle")
	for j := from; j < to; j++ {
		lines := wrap(h.Categories[j].Label, 12, false, h.colWidth-4, 3)
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

// step is the shade of a cell, -1 where it has no number.
func (h *heatMap) step(i, j int) int {
	v := h.value(i, j)
	if !v.Known {
		return -1
	}
	return shade(h.steps, v.Number)
}

// drawShade draws all cells of one shade as one path.
func (h *heatMap) drawShade(s *svg, k, from, to int, top float64) {
	open := false
	for i := range h.Series {
		for j := from; j < to; j++ {
			if h.step(i, j) != k {
				continue
			}
			if !open {
				h.openShade(s, k)
				open = true
			}
			s.put("M").num(h.x(j-from)+0.5).put(" ").num(top + float64(i)*cellHeight + 0.5)
			s.put("h").num(h.colWidth - 1).put("v").num(cellHeight - 1).put("h").num(1 - h.colWidth).put("z")
		}
	}
	if open {
		s.put(`"/>`)
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

// drawTexts prints the values on light or on dark cells.
func (h *heatMap) drawTexts(s *svg, from, to int, top float64, dark bool) {
	class, color := "fig-on-light", ink
	if dark {
		class, color = "fig-on-dark", paper
	}
	s.put(`<g class="`).put(class).put(`" font-size="12" text-anchor="middle" fill="`).put(color).put(`">`)
	for i := range h.Series {
		for j := from; j < to; j++ {
			k := h.step(i, j)
			if (k >= 5) != dark {
				continue
			}
			s.label(h.x(j-from)+h.colWidth/2, top+float64(i)*cellHeight+16.5, axisText.fit(h.cellText(i, j), h.colWidth-4))
		}
	}
	s.end()
}

// drawKey draws the steps with the numbers at their edges.
func (h *heatMap) drawKey(s *svg, top float64) {
	n := h.steps.ticks() - 1
	width := min(56, (h.width-60)/float64(n))
	left := 30.0
	for k := range n {
		ground, _ := shadeColor(shade(h.steps, h.steps.tick(k)+h.steps.step/2))
		s.rect(left+float64(k)*width, top, width-1, 12, ` fill="`+ground+`" stroke="`+rule+`" stroke-width="0.5"`)
	}
	s.texts(axisText, "middle")
	for k := range n + 1 {
		s.label(left+float64(k)*width, top+28, axisText.fit(h.steps.text(k, h.tickUnit()), width-4))
	}
	s.end()
}
