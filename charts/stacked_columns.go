package charts

import (
	"math"
	"strconv"
)

// columns is the layout of stacked columns.
type columns struct {
	*Figure
	face
	y     scale
	left  float64
	right float64
	barW  float64
	fills []fill // of each series
}

func drawStackedColumns(s *svg, f *Figure, room face) {
	c := columns{Figure: f, face: room}
	c.place()
	c.draw(s)
}

// seriesFill is the look of a series: what it means, or else the next of the
// fills that mean nothing.
func (f *Figure) seriesFill(i int) fill {
	switch f.Series[i].Meaning {
	case Done:
		return solidBlue
	case Pending:
		return amberStripes
	case Overdue:
		return redCrosses
	}
	return [...]fill{solidBlue, paleBlue, greyDots, blueLines}[i%4]
}

// sum is the height of a column and what is printed over it; text is empty
// where a part is missing or no whole number, and no total was given.
func (f *Figure) sum(j int) (height float64, text string) {
	whole := true
	for i := range f.Series {
		v := f.value(i, j)
		height += max(v.Number, 0)
		whole = whole && v.Known && v.Number == math.Trunc(v.Number)
	}
	if f.Categories[j].Total != "" {
		return height, f.Categories[j].Total
	}
	if !whole {
		return height, ""
	}
	return height, strconv.FormatFloat(height, 'f', 0, 64)
}

func (c *columns) place() {
	c.fills = make([]fill, len(c.Series))
	for i := range c.Series {
		c.fills[i] = c.seriesFill(i)
	}
	highest := 0.0
	for j := range c.Categories {
		h, _ := c.sum(j)
		highest = max(highest, h)
	}
	top := c.keyRows(nil) + 22
	if c.Unit != "" {
		top += 14
	}
	height := 230.0
	if c.narrow {
		height = 200
	}
	c.y = scale{c.zeroAxis(0, highest, 4), top + height, top}
	ticks := 0.0
	for i := range c.y.ticks() {
		ticks = max(ticks, axisText.fit(c.y.text(i, c.tickUnit()), 80).width)
	}
	c.left, c.right = ticks+6, c.width-2
	c.barW = min(46, c.pitch()*0.64)
}

func (c *columns) pitch() float64 { return (c.right - c.left) / float64(len(c.Categories)) }

// x is the middle of a column.
func (c *columns) x(j int) float64 {
	return c.left + float64(c.pitch()*(float64(j)+0.5))
}

func (c *columns) draw(s *svg) {
	c.head(s, c.width, c.y.from+24)
	var used [fills]bool
	for _, f := range c.fills {
		used[f] = true
	}
	s.define(used)
	top := c.keyRows(s)
	if c.Unit != "" {
		s.texts(axisText, "start")
		s.label(2, top+12, axisText.fit("单位："+c.Unit, c.width-4))
		s.end()
	}
	drawLevels(s, c.y, c.tickUnit(), c.left, c.right)
	drawMonths(s, c.Categories, c.x, c.y.from+18, c.width)
	for i := range c.Series {
		c.drawParts(s, i)
	}
	c.drawValues(s)
	c.drawTotals(s)
}

// keyRows draws the key and returns its height; with no svg it only measures.
func (c *columns) keyRows(s *svg) float64 {
	x, y := 2.0, 14.0
	if s != nil {
		s.texts(keyText, "start")
		defer s.end()
	}
	for i, series := range c.Series {
		l := keyText.fit(series.Name, c.width-24)
		if x > 2 && x+17+l.width > c.width-2 {
			x, y = 2, y+20
		}
		if s != nil {
			s.swatch(x, y, c.fills[i], l)
		}
		x += 17 + l.width + 16
	}
	return y + 6
}

// span is where a part stands, from its lower edge up.
func (c *columns) span(i, j int) (lower, upper float64) {
	below := 0.0
	for k := range i {
		below += max(c.value(k, j).Number, 0)
	}
	return c.y.at(below), c.y.at(below + max(c.value(i, j).Number, 0))
}

func (c *columns) drawParts(s *svg, i int) {
	s.put(`<g class="fig-`).put(c.fills[i].part()).put(`" fill="`).paint(c.fills[i]).put(`">`)
	for j := range c.Categories {
		if lower, upper := c.span(i, j); lower > upper {
			s.rect(c.x(j)-c.barW/2, upper, c.barW, lower-upper, "")
		}
	}
	s.end()
}
