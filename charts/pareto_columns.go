package charts

import "math"

// paretoColumns is the layout of falling columns.
type paretoColumns struct {
	pareto
	left, right float64
	barW        float64
	heads       heads
	top, bottom float64
	taken       []box // by the texts
}

// place reports whether everything fits over and under columns. One or two
// categories read better as bars.
func (c *paretoColumns) place() bool {
	widest, first := 0.0, c.rows[0].cum.width
	for _, r := range c.rows {
		widest = max(widest, r.cum.width, r.count.width)
	}
	ticks := 0.0
	for i := range c.shares.ticks() {
		ticks = max(ticks, axisText.fit(c.shares.text(i, "%"), 80).width)
	}
	c.right = c.width - 2 - ticks - 6
	pitch := c.right / float64(len(c.rows))
	c.left = 2 + max(0, first-pitch/2)
	pitch = c.pitch()
	c.barW = min(46, pitch*0.64)
	c.heads = wrapHeads(c.Categories, pitch-6)
	c.top = c.key(nil) + 26
	if c.Unit != "" {
		c.top += 14
	}
	c.bottom = c.top + 240
	c.shares.from, c.shares.to = c.bottom, c.top
	return len(c.rows) > 2 && widest+4 <= pitch && c.heads.whole
}

func (c *paretoColumns) pitch() float64 { return (c.right - c.left) / float64(len(c.rows)) }

// x is the middle of a column.
func (c *paretoColumns) x(j int) float64 { return c.left + float64(c.pitch()*(float64(j)+0.5)) }

func (c *paretoColumns) draw(s *svg) {
	c.head(s, c.width, c.bottom+c.heads.height()+8)
	c.drawUnit(s, c.key(s)+14, c.width)
	c.drawGrid(s)
	for j, r := range c.rows {
		if at := c.shares.at(r.part); at < c.bottom {
			kind := c.fillOf(j)
			s.put(`<rect class="fig-`).put(kind.part()).put(`"`)
			s.attr("x", c.x(j)-c.barW/2).attr("y", at).attr("width", c.barW).attr("height", c.bottom-at)
			s.put(` fill="`).paint(kind).put(`"/>`)
		}
	}
	if t, ok := c.target(); ok {
		openTarget(s)
		s.line(c.left, c.shares.at(t.Number), c.right, c.shares.at(t.Number))
		s.end()
	}
	c.drawLine(s, func(j int) (x, y float64) { return c.x(j), c.shares.at(c.rows[j].share.Number) })
	c.drawCounts(s)
	c.drawShares(s)
	c.heads.draw(s, c.Categories, c.x, c.bottom)
}

// drawGrid draws level lines with the shares right of the plot.
func (c *paretoColumns) drawGrid(s *svg) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range c.shares.ticks() {
		y := c.shares.at(c.shares.tick(i))
		s.line(c.left, y, c.right, y)
	}
	s.end()
	s.group("fig-rule", `stroke="`+rule+`" fill="none"`)
	s.line(c.left, c.bottom, c.right, c.bottom)
	s.end()
	s.texts(axisText, "start")
	for i := range c.shares.ticks() {
		s.label(c.right+4, c.shares.at(c.shares.tick(i))+4, axisText.fit(c.shares.text(i, "%"), 80))
	}
	s.end()
}

// drawCounts prints the counts over the columns, or why there is none.
func (c *paretoColumns) drawCounts(s *svg) {
	for _, known := range [...]bool{true, false} {
		kind := mutedText
		if known {
			kind = valueText
		}
		s.texts(kind, "middle")
		for j, r := range c.rows {
			if r.value.Known == known {
				c.drawCount(s, j)
			}
		}
		s.end()
	}
}

// drawCount prints one count over its column, clear of a point of the line
// that stands there: the first column ends where the line starts.
func (c *paretoColumns) drawCount(s *svg, j int) {
	r := &c.rows[j]
	x, y := c.x(j), c.shares.at(r.part)
	near := r.share.Known && math.Abs(c.shares.at(r.share.Number)-y) < 8
	switch {
	case near && c.bottom-y >= 26 && r.count.width+4 <= c.barW:
		color, _ := onFill(c.fillOf(j))
		y += 19
		s.put(`<g fill="` + color + `">`)
		s.label(x, y, r.count)
		s.end()
	case near:
		y -= 10
		s.label(x, y, r.count)
	default:
		y -= 5
		s.label(x, y, r.count)
	}
	c.taken = append(c.taken, textBox(x, y, r.count))
}

// drawShares prints the shares left above their points, where a rising line
// leaves room; what would cover another text stands a line higher or is left
// to the table.
func (c *paretoColumns) drawShares(s *svg) {
	c.openOver(s, "middle")
	for j, r := range c.rows {
		if !r.share.Known {
			continue
		}
		x := c.x(j) + 6 - r.cum.width/2
		x = max(x, r.cum.width/2+1)
		at := c.shares.at(r.share.Number)
		for _, y := range [...]float64{at - 7, at - 23, at + 18} {
			b := textBox(x, y, r.cum)
			if b.top > 0 && b.bottom < c.bottom && !b.meetsAny(c.taken) {
				s.label(x, y, r.cum)
				c.taken = append(c.taken, b)
				break
			}
		}
	}
	s.end()
}

// openOver opens a group of texts that may stand on a line: a pale edge keeps
// them readable.
func (c *pareto) openOver(s *svg, anchor string) {
	s.group("fig-over", `font-size="12" fill="`+ink+`" text-anchor="`+anchor+`" stroke="`+paper+`" stroke-width="3" paint-order="stroke" stroke-linejoin="round"`)
}
