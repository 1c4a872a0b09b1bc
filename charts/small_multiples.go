package charts

// panels is the layout of small multiples: a grid of panels that share both axes.
type panels struct {
	*Figure
	face
	columns int
	left    float64 // of the first panel
	width1  float64 // of one panel
	top     float64 // of the first row
	y       axis
	missed  bool
	panel   []panel // by series
}

// panel is one area: its last month in words, and where it stands.
type panel struct {
	name, value, word label
	last              Value
	missed            bool
	x, y              float64 // upper left corner
}

const (
	panelGap  = 14
	panelHead = 38 // two lines of text over a plot
	panelPlot = 70
	panelRow  = panelHead + panelPlot + 16
)

func drawSmallMultiples(s *svg, f *Figure, room face) {
	p := panels{Figure: f, face: room}
	p.place()
	p.draw(s)
}

func (p *panels) place() {
	lo, hi, _ := p.bounds()
	p.y = p.fittedAxis(lo, hi, 2)
	p.columns = min(max(len(p.Series), 2), 4)
	if p.narrow {
		p.columns = 2
	}
	ticks := 0.0
	for i := range p.y.ticks() {
		ticks = max(ticks, axisText.fit(p.y.text(i, p.tickUnit()), 60).width)
	}
	p.left = 2 + ticks + 5
	p.width1 = (p.width - 2 - p.left - float64(panelGap*(p.columns-1))) / float64(p.columns)
	p.panel = make([]panel, len(p.Series))
	for i := range p.Series {
		p.fit(i)
	}
	p.top = p.key(nil) + 20
	for i := range p.panel {
		p.panel[i].x = p.left + float64(float64(i%p.columns)*(p.width1+panelGap))
		p.panel[i].y = p.top + float64(i/p.columns*panelRow)
	}
}

// fit makes the texts of a panel fit: its name, and the value of the last
// month with what there is to say of it. An older value never stands for it.
func (p *panels) fit(i int) {
	c := &p.panel[i]
	c.name = nameText.fit(p.Series[i].Name, p.width1)
	c.last = p.value(i, len(p.Categories)-1)
	c.missed = p.misses(c.last)
	p.missed = p.missed || c.missed
	word := c.last.Reason
	if c.missed {
		word = p.missWord()
	}
	c.value = valueText.fit(c.last.Text, p.width1)
	c.word = mutedText.fit(word, p.width1-c.value.width-4)
	if c.missed {
		c.word = markText.fit(word, p.width1-c.value.width-4)
	}
}

// floor is the lower edge of a panel's plot.
func (c *panel) floor() float64 { return c.y + panelHead + panelPlot }

// at is the place of a value in a panel.
func (p *panels) at(c *panel, month int, v float64) (x, y float64) {
	y = scale{p.y, c.floor(), c.y + panelHead}.at(v)
	if n := len(p.Categories); n > 1 {
		return c.x + 3 + float64((p.width1-9)*float64(month)/float64(n-1)), y
	}
	return c.x + p.width1 - 6, y
}

// height is that of the whole drawing.
func (p *panels) height() float64 { return p.top + float64(p.rows()*panelRow) + 8 }

// rows is how many panels stand under each other.
func (p *panels) rows() int { return (len(p.panel) + p.columns - 1) / p.columns }
