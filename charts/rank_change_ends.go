package charts

import "math"

// width is what the labels of one end take.
func (e *rankEnds) width() float64 {
	w := e.rank + e.name
	if e.rank > 0 && e.name > 0 {
		w += 5
	}
	return w
}

// measureEnds fits ranks and names at both ends. On a phone the names at the
// left are left out if they do not leave half of the width to the lines.
func (c *rankChange) measureEnds() {
	room := c.width * 0.26
	c.ends = c.endsAt(len(c.Categories)-1, room, true)
	if len(c.Categories) > 1 {
		c.starts = c.endsAt(0, room, false)
	}
	if c.starts.width()+c.ends.width() > c.width/2 {
		c.starts.name = 0
	}
}

// endsAt measures the labels of a month; all adds the lines that are not
// ranked in it, so that every line has its name somewhere.
func (c *rankChange) endsAt(month int, room float64, all bool) rankEnds {
	e := rankEnds{ranks: make([]label, len(c.lines)), names: make([]label, len(c.lines))}
	for i, l := range c.lines {
		p := l.points[month]
		if !p.Known && !all {
			continue
		}
		e.labels = append(e.labels, endLabel{series: i})
		e.ranks[i] = l.text().fit(p.Text, 60)
		name := c.Series[l.series].Name
		if !p.Known && p.Reason != "" {
			name += "（" + p.Reason + "）"
		}
		e.names[i] = l.text().fit(name, room)
		e.rank = max(e.rank, e.ranks[i].width)
		e.name = max(e.name, e.names[i].width)
	}
	return e
}

// text is the role of a line's labels.
func (l *rankLine) text() textKind {
	if l.strong {
		return valueText
	}
	return mutedText
}

// placeEnds pushes the labels of both ends apart; areas without a rank stand
// below the others.
func (c *rankChange) placeEnds() {
	c.ends.place(c.lines, len(c.Categories)-1, c.floor)
	c.starts.place(c.lines, 0, c.bottom)
}

func (e *rankEnds) place(lines []rankLine, month int, floor float64) {
	for k := range e.labels {
		l := &e.labels[k]
		p := lines[l.series].points[month]
		l.line, l.from = p.y, p.x
		if !p.Known {
			l.line = floor
		}
	}
	spread(e.labels, floor)
}

// drawEnds prints ranks and names at both ends, tied to their lines where they
// do not stand beside them.
func (c *rankChange) drawEnds(s *svg) {
	c.drawLeaders(s, c.ends.labels, c.right+5, c.right+11)
	c.drawLeaders(s, c.starts.labels, c.left-5, c.left-11)
	c.drawTexts(s, "end", c.right+12+c.ends.rank, &c.ends, c.ends.ranks, false)
	c.drawTexts(s, "start", c.right+12+c.ends.width()-c.ends.name, &c.ends, c.ends.names, true)
	c.drawTexts(s, "end", c.left-12, &c.starts, c.starts.ranks, false)
	if c.starts.name > 0 {
		c.drawTexts(s, "end", c.left-12-c.starts.width()+c.starts.name, &c.starts, c.starts.names, false)
	}
}

func (c *rankChange) drawLeaders(s *svg, labels []endLabel, from, to float64) {
	s.group("fig-leader", `stroke="`+rule+`" stroke-width="0.8"`)
	for _, l := range labels {
		if c.lines[l.series].points[c.month(from)].Known && math.Abs(l.y-l.line) > 3 {
			s.line(from, l.line, to, l.y)
		}
	}
	s.end()
}

// month is the one that stands beside a place.
func (c *rankChange) month(x float64) int {
	if x < c.right {
		return 0
	}
	return len(c.Categories) - 1
}

// drawTexts prints one column of texts, strong ones in the colours of their lines.
func (c *rankChange) drawTexts(s *svg, anchor string, x float64, e *rankEnds, texts []label, links bool) {
	for _, strong := range [...]bool{false, true} {
		s.names((&rankLine{strong: strong}).text(), anchor, links && c.linkedSeries())
		for _, l := range e.labels {
			line := &c.lines[l.series]
			if line.strong != strong {
				continue
			}
			if strong {
				s.put(`<g fill="`).put(penOf(line.pen).color).put(`">`)
			}
			href := ""
			if links {
				href = c.Series[line.series].Href
			}
			s.linked(x, l.y+4.5, texts[l.series], href)
			if strong {
				s.end()
			}
		}
		s.end()
	}
}
