package charts

import "strconv"

func (c *rankChange) draw(s *svg) {
	height := c.floor + 30
	if c.note != "" {
		height += 18
	}
	c.head(s, c.width, height)
	c.drawMonthLines(s)
	drawMonths(s, c.Categories, c.x, c.floor+24, c.width)
	if c.note != "" {
		s.texts(mutedText, "start")
		s.label(2, c.floor+44, mutedText.fit(c.note, c.width-4))
		s.end()
	}
	for i := range c.lines {
		if l := &c.lines[i]; !l.strong {
			c.drawGrey(s, l)
		}
	}
	for i := range c.lines {
		if l := &c.lines[i]; l.strong {
			c.drawStrong(s, l)
		}
	}
	c.drawEnds(s)
	if c.focus {
		c.drawPointRanks(s)
	}
}

// drawMonthLines draws an upright line for each month.
func (c *rankChange) drawMonthLines(s *svg) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for j := range c.Categories {
		s.line(c.x(j), c.top-6, c.x(j), c.bottom+6)
	}
	s.end()
}

// drawGrey draws a line that steps back.
func (c *rankChange) drawGrey(s *svg, l *rankLine) {
	s.put(`<g class="fig-line fig-back" fill="` + back + `" stroke="` + back + `"><path fill="none"`)
	if len(c.lines) > 16 {
		s.put(` stroke-width="0.9"`)
	} else {
		s.put(` stroke-width="1.4"`)
	}
	s.put(` d="`)
	l.path(s)
	s.put(`"/>`)
	for j := range l.points {
		if l.edge(j) {
			p := l.points[j]
			s.put(`<circle`).attr("cx", p.x).attr("cy", p.y).put(` r="2" stroke="none"/>`)
		}
	}
	s.end()
}

// drawStrong draws a line that is read, on a pale edge that sets it off from
// those it crosses.
func (c *rankChange) drawStrong(s *svg, l *rankLine) {
	p := penOf(l.pen)
	width := 2.0
	if c.focus {
		width = 2.6
		s.put(`<path class="fig-edge" stroke="` + paper + `" stroke-width="5" fill="none" d="`)
		l.path(s)
		s.put(`"/>`)
	}
	s.put(`<g class="fig-line fig-line-`).put(strconv.Itoa(l.pen + 1)).put(`" fill="`).put(p.color).put(`" stroke="`).put(p.color).put(`">`)
	s.put(`<path fill="none" stroke-linejoin="round"`).attr("stroke-width", width)
	if p.dash != "" {
		s.put(` stroke-dasharray="`).put(p.dash).put(`"`)
	}
	s.put(` d="`)
	l.path(s)
	s.put(`"/>`)
	for j := range l.points {
		if at := l.points[j]; at.Known && (len(l.points) <= 24 || l.edge(j)) {
			s.marker(p.marker, at.x, at.y)
		}
	}
	s.end()
}

// path appends the commands of a line, broken where it is not ranked.
func (l *rankLine) path(s *svg) {
	on := false
	for _, p := range l.points {
		if p.Known {
			s.step(on, p.x, p.y)
		}
		on = p.Known
	}
}

// edge reports whether a line starts or ends at a point.
func (l *rankLine) edge(j int) bool {
	last := len(l.points) - 1
	return l.points[j].Known && (j == 0 || j == last || !l.points[j-1].Known || !l.points[j+1].Known)
}

// drawPointRanks prints the ranks along the strong lines where they change and
// there is room beside the point.
func (c *rankChange) drawPointRanks(s *svg) {
	var taken []box
	for i := range c.lines {
		l := &c.lines[i]
		if !l.strong {
			continue
		}
		openOver(s, mutedText, "middle", penOf(l.pen).color, paper)
		for j := 1; j < len(l.points)-1; j++ {
			p := l.points[j]
			if !p.Known || l.points[j-1].Known && l.points[j-1].Text == p.Text {
				continue
			}
			t := mutedText.fit(p.Text, 60)
			for _, y := range l.sides(j) {
				b := textBox(p.x, y, t)
				if b.left > c.left+4 && b.right < c.right-4 && b.top > 0 && b.bottom < c.bottom+8 && !b.meetsAny(taken) {
					s.label(p.x, y, t)
					taken = append(taken, b)
					break
				}
			}
		}
		s.end()
	}
}

// sides are the baselines above and below a point, the freer first: a peak is
// free above, a valley below.
func (l *rankLine) sides(j int) [2]float64 {
	bend := 0.0
	for _, k := range [...]int{j - 1, j + 1} {
		if l.points[k].Known {
			bend += l.points[k].y - l.points[j].y
		}
	}
	above, below := l.points[j].y-9, l.points[j].y+18
	if bend < 0 {
		return [2]float64{below, above}
	}
	return [2]float64{above, below}
}
