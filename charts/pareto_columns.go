package charts

import (
	"cmp"
	"math"
	"slices"
)

// paretoColumns is the layout of falling columns.
type paretoColumns struct {
	pareto
	left, right float64
	barW        float64
	heads       heads
	ticks       []label
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
	ticks, wide := tickLabels(c.shares.axis, "%")
	c.ticks = ticks
	c.right = c.width - 2 - wide - 6
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
	c.placeCounts()
	c.placeShares()
	c.head(s, c.width, c.bottom+c.heads.height()+8)
	c.drawUnit(s, c.key(s)+14, c.width)
	c.drawGrid(s)
	for j, r := range c.rows {
		if at := c.shares.at(r.part); at < c.bottom {
			kind := c.fillOf(j)
			s.put(`<rect class="fig-`).put(kind.part()).put(`"`)
			s.attr("x", c.x(j)-c.barW/2).attr("y", at).attr("width", c.barW).attr("height", c.bottom-at)
			s.put(` fill="`).paint(kind).put(`"/>`)
			s.hatch(kind, c.x(j)-c.barW/2, at, c.barW, c.bottom-at)
		}
	}
	c.drawTarget(s)
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
	for i, tick := range c.ticks {
		s.label(c.right+4, c.shares.at(c.shares.tick(i))+4, tick)
	}
	s.end()
}

// drawTarget draws the line of the target, with holes where shares stand.
func (c *paretoColumns) drawTarget(s *svg) {
	t, ok := c.target()
	if !ok {
		return
	}
	at := c.shares.at(t.Number)
	var holes []hole
	for _, b := range c.taken {
		if b.top < at && at < b.bottom {
			holes = append(holes, hole{b.left - 1, b.right + 1})
		}
	}
	slices.SortFunc(holes, func(a, b hole) int { return cmp.Compare(a.from, b.from) })
	openTarget(s)
	s.brokenLine(false, at, c.left, c.right, holes)
	s.end()
}

// placeCounts finds where the counts stand: over their columns, clear of a
// point of the line that is there; the first column ends where the line starts.
func (c *paretoColumns) placeCounts() {
	for j := range c.rows {
		r := &c.rows[j]
		y := c.shares.at(r.part)
		near := r.share.Known && math.Abs(c.shares.at(r.share.Number)-y) < 8
		r.inside = near && c.bottom-y >= 26 && r.count.width+4 <= c.barW
		switch {
		case r.inside:
			y += 19
		case near:
			y -= 10
		default:
			y -= 5
		}
		r.countLine = y
		c.taken = append(c.taken, textBox(c.x(j), y, r.count))
	}
}

// placeShares finds where the shares stand: left above their points, where a
// rising line leaves room. What would cover another text stands a line higher,
// below, or is left to the table.
func (c *paretoColumns) placeShares() {
	for j := range c.rows {
		r := &c.rows[j]
		if !r.share.Known {
			continue
		}
		r.cumX = max(c.x(j)+6-r.cum.width/2, r.cum.width/2+1)
		at := c.shares.at(r.share.Number)
		for _, y := range [...]float64{at - 7, at - 23, at + 18} {
			b := textBox(r.cumX, y, r.cum)
			if b.top > 0 && b.bottom < c.bottom && !b.meetsAny(c.taken) {
				r.cumLine = y
				c.taken = append(c.taken, b)
				break
			}
		}
	}
}

// drawCounts prints the counts, or why there is none.
func (c *paretoColumns) drawCounts(s *svg) {
	for _, known := range [...]bool{true, false} {
		kind := mutedText
		if known {
			kind = valueText
		}
		s.texts(kind, "middle")
		for j, r := range c.rows {
			switch {
			case r.value.Known != known:
			case r.inside:
				color, _ := onFill(c.fillOf(j))
				s.put(`<g fill="` + color + `">`)
				s.label(c.x(j), r.countLine, r.count)
				s.end()
			default:
				s.label(c.x(j), r.countLine, r.count)
			}
		}
		s.end()
	}
}

func (c *paretoColumns) drawShares(s *svg) {
	openOver(s, mutedText, "middle", ink, paper)
	for _, r := range c.rows {
		if r.cumLine > 0 {
			s.label(r.cumX, r.cumLine, r.cum)
		}
	}
	s.end()
}
