package charts

import (
	"math"
	"slices"
	"strconv"
)

// columns is the layout of stacked columns.
type columns struct {
	*Figure
	face
	y     scale
	ticks []label
	left  float64
	right float64
	barW  float64
	heads heads // under an Ageing figure, whose spans have longer names than months
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

// partFill is the look of one part: in an Ageing figure what its span means.
func (f *Figure) partFill(i, j int) fill {
	if f.Kind == Ageing {
		return f.ageFill(i, j)
	}
	return f.seriesFill(i)
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
	top := c.keyRows(nil) + 22
	if c.Unit != "" {
		top += 14
	}
	height := 230.0
	if c.narrow {
		height = 200
	}
	c.y = scale{c.columnAxis(), top + height, top}
	ticks, wide := tickLabels(c.y.axis, c.tickUnit())
	c.ticks = ticks
	c.left, c.right = wide+6, c.width-2
	c.barW = min(46, c.pitch()*0.64)
	if c.Kind == Ageing {
		c.barW = min(72, c.pitch()*0.64)
		c.heads = wrapHeads(c.Categories, c.pitch()-6)
	}
}

// columnAxis reaches over the highest column.
func (f *Figure) columnAxis() axis {
	highest := 0.0
	for j := range f.Categories {
		h, _ := f.sum(j)
		highest = max(highest, h)
	}
	return f.zeroAxis(0, highest, 4)
}

func (c *columns) pitch() float64 { return (c.right - c.left) / float64(len(c.Categories)) }

// x is the middle of a column.
func (c *columns) x(j int) float64 {
	return c.left + float64(c.pitch()*(float64(j)+0.5))
}

func (c *columns) draw(s *svg) {
	height := c.y.from + 24
	if c.heads.whole {
		height = c.y.from + c.heads.height() + 8
	}
	c.head(s, c.width, height)
	var used [fills]bool
	for i := range c.Series {
		for _, f := range c.seriesFills(i) {
			used[f] = true
		}
	}
	s.define(used)
	c.drawUnit(s, c.keyRows(s)+12, c.width)
	drawLevels(s, c.y, c.ticks, c.left, c.right)
	if c.heads.whole {
		c.heads.draw(s, c.Categories, c.x, c.y.from)
	} else {
		drawMonths(s, c.Categories, c.x, c.y.from+18, c.width)
	}
	for i := range c.Series {
		for _, f := range c.seriesFills(i) {
			c.drawParts(s, i, f)
		}
	}
	c.drawValues(s)
	totals := c.drawTotals(s)
	if c.Kind == Ageing {
		c.drawSmallValues(s, totals)
	}
}

// seriesFills are the fills that a series has, in the order of the categories.
func (f *Figure) seriesFills(i int) []fill {
	if f.Kind != Ageing {
		return []fill{f.seriesFill(i)}
	}
	var out []fill
	for j := range f.Categories {
		if k := f.ageFill(i, j); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// keyRows draws the key and returns its height; with no svg it only measures.
func (c *columns) keyRows(s *svg) float64 {
	k := newKey(s, c.width)
	for i, series := range c.Series {
		k.swatches(c.seriesFills(i), series.Name)
	}
	return k.close() - 2
}

// span is where a part stands, from its lower edge up.
func (c *columns) span(i, j int) (lower, upper float64) {
	below := 0.0
	for k := range i {
		below += max(c.value(k, j).Number, 0)
	}
	return c.y.at(below), c.y.at(below + max(c.value(i, j).Number, 0))
}

func (c *columns) drawParts(s *svg, i int, kind fill) {
	s.put(`<g class="fig-`).put(kind.part()).put(`" fill="`).paint(kind).put(`">`)
	for j := range c.Categories {
		if lower, upper := c.span(i, j); lower > upper && c.partFill(i, j) == kind {
			s.rect(c.x(j)-c.barW/2, upper, c.barW, lower-upper, "")
			s.hatch(kind, c.x(j)-c.barW/2, upper, c.barW, lower-upper)
		}
	}
	s.end()
}
