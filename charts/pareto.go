package charts

// pareto is what both layouts of a Pareto chart share. Counts are drawn on the
// scale of the shares, with all that is counted at 100%: so one axis serves
// both, the line starts at the first bar's end, and a bar's length is its share.
type pareto struct {
	*Figure
	face
	rows   []paretoRow
	few    int // how many come first and reach the target together; all without one
	shares scale
}

// paretoRow is one category.
type paretoRow struct {
	name         label
	value, share Value
	part         float64 // the count as a percentage of all
	count, cum   label   // the texts of both

	inside        bool // the count stands in its bar
	countLine     float64
	cumX, cumLine float64 // 0 where the share is left out
}

const (
	fewWord  = "主要"
	restWord = "其余"
)

// drawPareto draws columns where all names and numbers fit under and over
// them, and otherwise bars: sectors have long names, and phones are narrow.
func drawPareto(s *svg, f *Figure, room face) {
	p := pareto{Figure: f, face: room}
	p.measure()
	if c := (paretoColumns{pareto: p}); !room.narrow && c.place() {
		c.draw(s)
		return
	}
	b := paretoBars{pareto: p}
	b.place()
	b.draw(s)
}

func (p *pareto) measure() {
	total := p.paretoTotal()
	p.rows = make([]paretoRow, len(p.Categories))
	for j := range p.Categories {
		r := &p.rows[j]
		r.value, r.share = p.value(0, j), p.value(1, j)
		r.part = max(r.value.Number, 0) / total * 100
		r.count = valueText.fit(r.value.Text, 120)
		if !r.value.Known {
			r.count = mutedText.fit(r.value.missing(), 120)
		}
		if r.share.Known || len(p.Series) > 1 {
			r.cum = mutedText.fit(r.share.missing(), 90)
		}
	}
	p.few = p.paretoFew()
	p.shares.axis = p.paretoAxis()
}

// paretoTotal is the count that is 100%: the last share tells it, also where not
// all categories are shown, as far as no count before it is missing.
func (f *Figure) paretoTotal() float64 {
	sum, total, known := 0.0, 0.0, true
	for j := range f.Categories {
		v := f.value(0, j)
		sum += max(v.Number, 0)
		known = known && v.Known
		if share := f.value(1, j); known && share.Number > 0 {
			total = sum * 100 / share.Number
		}
	}
	if total = max(total, sum); total > 0 {
		return total
	}
	return 1
}

// paretoFew counts the categories up to the one that reaches the target.
func (f *Figure) paretoFew() int {
	t, ok := f.target()
	for j := range f.Categories {
		if v := f.value(1, j); ok && v.Known && v.Number >= t.Number {
			return j + 1
		}
	}
	return len(f.Categories)
}

// paretoAxis is the axis of the shares.
func (f *Figure) paretoAxis() axis {
	hi := 100.0
	for j := range f.Categories {
		hi = max(hi, f.value(1, j).Number)
	}
	if t, ok := f.target(); ok {
		hi = max(hi, t.Number)
	}
	return niceAxis(0, hi, 5, false)
}

// fillOf is the fill of a bar: those that come first stand out.
func (p *pareto) fillOf(j int) fill {
	if j < p.few {
		return solidBlue
	}
	return paleBlue
}

// onFill is the colour of a text on a plain fill, and the fill's own.
func onFill(f fill) (text, ground string) {
	if f == solidBlue {
		return paper, blue
	}
	return ink, pale
}

// key draws the key and returns its height; with no svg it only measures.
func (p *pareto) key(s *svg) float64 {
	k := newKey(s, p.width)
	if p.few < len(p.rows) {
		k.swatch(solidBlue, fewWord)
		k.swatch(paleBlue, restWord)
	} else {
		k.swatch(solidBlue, p.valueHead())
	}
	if len(p.Series) > 1 {
		k.sample(28, p.Series[1].Name, func(x, y float64) {
			p.openLine(s)
			s.line(x, y, x+28, y)
			s.marker(0, x+14, y)
			s.end()
		})
	}
	if t, ok := p.target(); ok && t.Text != "" {
		k.sample(28, t.Text, func(x, y float64) {
			openTarget(s)
			s.line(x, y, x+28, y)
			s.end()
		})
	}
	return k.close()
}

// openLine opens the group of the line and its points.
func (p *pareto) openLine(s *svg) {
	s.group("fig-line fig-line-1", `fill="`+ink+`" stroke="`+ink+`" stroke-width="1.6" stroke-linejoin="round"`)
}

// drawLine draws the shares as a line with points, broken where one is missing.
func (p *pareto) drawLine(s *svg, at func(j int) (x, y float64)) {
	p.openLine(s)
	s.put(`<path fill="none" d="`)
	open := false
	for j, r := range p.rows {
		if r.share.Known {
			x, y := at(j)
			s.step(open, x, y)
		}
		open = r.share.Known
	}
	s.put(`"/>`)
	for j, r := range p.rows {
		if r.share.Known {
			x, y := at(j)
			s.marker(0, x, y)
		}
	}
	s.end()
}
