package charts

import "strconv"

// lineChart is the layout of series over time.
type lineChart struct {
	*Figure
	face
	y         scale
	ticks     []label
	left      float64 // of the first month
	right     float64 // of the last
	top       float64
	bottom    float64
	ends      []endLabel
	named     bool // names stand at the ends; otherwise in a key above
	keyHeight float64
}

// pen is how a series looks: colour, dashes and marker, so that two series can
// be told apart in grey.
type pen struct {
	color, dash string
	marker      int
}

// penOf gives the i-th series its pen. Four dash patterns and five markers
// repeat out of step, so twenty pens differ in grey too. No colour is the dark
// red of the target line.
func penOf(i int) pen {
	colors := [...]string{blue, "#a34400", "#5b4a8a", "#00695c", "#8e2460", "#3f4750"}
	dashes := [...]string{"", "7 3", "2 3", "9 3 2 3"}
	return pen{colors[i%len(colors)], dashes[i%len(dashes)], i % 5}
}

func drawLines(s *svg, f *Figure, room face) {
	c := lineChart{Figure: f, face: room}
	c.place()
	c.draw(s)
}

// place measures the texts around the plot and gives the rest to the plot.
func (c *lineChart) place() {
	height := 250.0
	switch {
	case len(c.Categories) == 1:
		height = 130
	case c.narrow:
		height = 230
	}
	height = max(height, float64(len(c.Series)+1)*17)
	c.measureEnds()
	c.top = 14
	if !c.named {
		c.keyHeight = c.keyRows(nil)
		c.top += c.keyHeight
	}
	if c.unitLine() {
		c.top += 18
	}
	c.bottom = c.top + height
	lo, hi, _ := c.bounds()
	c.y = scale{c.fittedAxis(lo, hi, 5), c.bottom, c.top}
	ticks, wide := tickLabels(c.y.axis, c.tickUnit())
	c.ticks = ticks
	widest := 0.0
	for _, e := range c.ends {
		widest = max(widest, e.width)
	}
	c.left = 2 + wide + 18
	c.right = c.width - 2 - widest - 14
	c.spreadEnds()
}

// unitLine reports whether the unit stands over the axis: ticks of percentages
// carry it themselves.
func (c *lineChart) unitLine() bool { return c.Unit != "" && c.tickUnit() == "" }

// x is the place of a category; a single one stands at the right, beside its
// label, where the next months will push it from.
func (c *lineChart) x(i int) float64 {
	if len(c.Categories) == 1 {
		return c.right
	}
	return c.left + float64((c.right-c.left)*float64(i)/float64(len(c.Categories)-1))
}

func (c *lineChart) draw(s *svg) {
	height := c.bottom + 24
	cut := c.y.lo != 0
	if cut {
		height += 18
	}
	c.head(s, c.width, height)
	if !c.named {
		c.keyRows(s)
	}
	if c.unitLine() {
		s.texts(axisText, "start")
		s.label(2, c.top-14, axisText.fit("单位："+c.Unit, c.width-4))
		s.end()
	}
	drawLevels(s, c.y, c.ticks, c.left-14, c.right)
	drawMonths(s, c.Categories, c.x, c.bottom+18, c.width)
	if cut {
		s.texts(mutedText, "start")
		s.label(2, c.bottom+38, mutedText.fit("纵轴不从0起，从"+c.y.text(0, c.tickUnit())+"起", c.width-4))
		s.end()
	}
	c.drawTarget(s)
	for i := range c.Series {
		c.drawSeries(s, i)
	}
	c.drawPointValues(s, c.drawReasons(s))
	c.drawEnds(s)
}

func (c *lineChart) drawTarget(s *svg) {
	t, ok := c.target()
	if !ok {
		return
	}
	y := c.y.at(t.Number)
	s.group("fig-target", `stroke="`+bad+`" stroke-width="1.2" stroke-dasharray="2 2"`)
	s.line(c.left-14, y, c.right+8, y)
	s.end()
}

// drawSeries draws one line with its markers. Where a value is missing the
// line is broken; a value between two gaps is its marker alone.
func (c *lineChart) drawSeries(s *svg, i int) {
	p := penOf(i)
	s.put(`<g class="fig-line fig-line-`).put(strconv.Itoa(i + 1)).put(`" fill="`).put(p.color).put(`" stroke="`).put(p.color).put(`">`)
	s.put(`<path stroke-width="2" stroke-linejoin="round" fill="none"`)
	if p.dash != "" {
		s.put(` stroke-dasharray="`).put(p.dash).put(`"`)
	}
	s.put(` d="`)
	open := false
	for j := range c.Categories {
		v := c.value(i, j)
		if v.Known {
			command := "M"
			if open {
				command = "L"
			}
			s.put(command).num(c.x(j)).put(" ").num(c.y.at(v.Number))
		}
		open = v.Known
	}
	s.put(`"/>`)
	for j := range c.Categories {
		if v := c.value(i, j); v.Known && c.marked(i, j) {
			s.marker(p.marker, c.x(j), c.y.at(v.Number))
		}
	}
	s.end()
}

// marked reports whether a point gets a marker: all while they stand apart,
// otherwise the ends and what stands between gaps.
func (c *lineChart) marked(i, j int) bool {
	if len(c.Categories) <= 24 {
		return true
	}
	last := j == len(c.Categories)-1
	return last || !c.value(i, j+1).Known || j == 0 || !c.value(i, j-1).Known
}

// marker appends a disc, square, triangle, diamond or inverted triangle of
// about the same weight.
func (s *svg) marker(kind int, x, y float64) {
	s.put(`<path stroke="none" d="M`)
	switch kind {
	case 1:
		s.num(x - 3.2).put(" ").num(y - 3.2).put("h6.4v6.4h-6.4z")
	case 2:
		s.num(x).put(" ").num(y - 4.4).put("l4.4 7.6h-8.8z")
	case 3:
		s.num(x).put(" ").num(y - 4.8).put("l4.8 4.8l-4.8 4.8l-4.8 -4.8z")
	case 4:
		s.num(x).put(" ").num(y + 4.4).put("l4.4 -7.6h-8.8z")
	default:
		s.num(x - 3.6).put(" ").num(y).put("a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0z")
	}
	s.put(`"/>`)
}
