package charts

import (
	"cmp"
	"slices"
)

// endLabel stands right of the plot, beside the last known value of a series
// or beside the target line.
type endLabel struct {
	series int // -1 for the target
	label
	line float64 // where its line ends, y
	from float64 // x of the last value
	y    float64 // where it stands after labels were pushed apart
}

const endPitch = 17 // lines of end labels

// measureEnds decides whether names fit beside the line ends.
func (c *lineChart) measureEnds() {
	room := c.width * 0.3
	c.named = true
	for i := range c.Series {
		if v, _, ok := c.lastOf(i); ok && valueText.fit(c.endText(i, v), 1e6).width > room {
			c.named = false
		}
	}
	for i := range c.Series {
		if v, _, ok := c.lastOf(i); ok {
			c.ends = append(c.ends, endLabel{series: i, label: valueText.fit(c.endText(i, v), room)})
		}
	}
	if t, ok := c.target(); ok && t.Text != "" {
		c.ends = append(c.ends, endLabel{series: -1, label: targetText.fit(t.Text, room)})
	}
}

// lastOf is the last known value of a series and its month.
func (c *lineChart) lastOf(i int) (Value, int, bool) {
	for j := len(c.Categories) - 1; j >= 0; j-- {
		if v := c.value(i, j); v.Known {
			return v, j, true
		}
	}
	return Value{}, 0, false
}

func (c *lineChart) endText(i int, v Value) string {
	if c.named && c.Series[i].Name != "" {
		return c.Series[i].Name + " " + v.Text
	}
	return v.Text
}

// spreadEnds pushes the labels apart: down from the top until none overlaps,
// then up again from the bottom edge.
func (c *lineChart) spreadEnds() {
	for k := range c.ends {
		e := &c.ends[k]
		e.from = c.right + 8
		if e.series < 0 {
			t, _ := c.target()
			e.line = c.y.at(t.Number)
		} else {
			v, j, _ := c.lastOf(e.series)
			e.line, e.from = c.y.at(v.Number), c.x(j)+6
		}
		e.y = e.line
	}
	slices.SortStableFunc(c.ends, func(a, b endLabel) int { return cmp.Compare(a.line, b.line) })
	for k := 1; k < len(c.ends); k++ {
		c.ends[k].y = max(c.ends[k].y, c.ends[k-1].y+endPitch)
	}
	floor := c.bottom
	for k := len(c.ends) - 1; k >= 0; k-- {
		c.ends[k].y = min(c.ends[k].y, floor)
		floor = c.ends[k].y - endPitch
	}
}

// drawEnds prints the labels in their series' colours, each tied to its line
// by a thin leader where it does not stand next to it.
func (c *lineChart) drawEnds(s *svg) {
	x := c.right + 14
	for _, e := range c.ends {
		kind, color := targetText, bad
		if e.series >= 0 {
			kind, color = valueText, penOf(e.series).color
		}
		if x-e.from > 10 || e.y-e.line > 3 || e.line-e.y > 3 {
			s.put(`<g class="fig-leader" stroke="`).put(rule).put(`" stroke-width="0.8">`)
			s.line(e.from, e.line, x-2, e.y)
			s.end()
		}
		s.put("<g").attr("font-size", float64(kind.spec().px)).put(` fill="`).put(color).put(`" class="`).put(kind.spec().class)
		if kind.spec().bold {
			s.put(`" font-weight="700`)
		}
		s.put(`">`)
		s.label(x, e.y+4.5, e.label)
		s.end()
	}
}

// keyRows draws the key of lines above the plot and returns its height; with
// no svg it only measures.
func (c *lineChart) keyRows(s *svg) float64 {
	x, y := 2.0, 14.0
	if s != nil {
		s.texts(keyText, "start")
		defer s.end()
	}
	for i := range c.Series {
		l := keyText.fit(c.Series[i].Name, c.width-42)
		if x > 2 && x+34+l.width > c.width-2 {
			x, y = 2, y+20
		}
		if s != nil {
			c.keyLine(s, i, x, y)
			s.label(x+34, y, l)
		}
		x += 34 + l.width + 16
	}
	return y + 8
}

func (c *lineChart) keyLine(s *svg, i int, x, y float64) {
	p := penOf(i)
	s.put(`<g fill="`).put(p.color).put(`" stroke="`).put(p.color).put(`" stroke-width="2"`)
	if p.dash != "" {
		s.put(` stroke-dasharray="`).put(p.dash).put(`"`)
	}
	s.put(">")
	s.line(x, y-5, x+28, y-5)
	s.marker(p.marker, x+14, y-5)
	s.end()
}

// drawPointValues prints the value at every point of a figure with one series,
// as long as the months stand wide enough; the last is printed at the end.
func (c *lineChart) drawPointValues(s *svg) {
	if len(c.Series) != 1 || len(c.Categories) < 2 {
		return
	}
	_, last, _ := c.lastOf(0)
	room := c.x(1) - c.x(0) - 2
	for j := range c.Categories[:last] {
		if v := c.value(0, j); v.Known && mutedText.fit(v.Text, 1e6).width > room {
			return
		}
	}
	s.texts(mutedText, "middle")
	for j := range c.Categories[:last] {
		if v := c.value(0, j); v.Known {
			s.label(c.x(j), c.valueLine(j, v), mutedText.fit(v.Text, room))
		}
	}
	s.end()
}

// valueLine is the baseline of a point's value: under a valley, over all else.
func (c *lineChart) valueLine(j int, v Value) float64 {
	y := c.y.at(v.Number)
	below := y+18 < c.bottom
	for _, k := range [...]int{j - 1, j + 1} {
		if k < 0 || k >= len(c.Categories) {
			continue
		}
		if n := c.value(0, k); n.Known && n.Number <= v.Number {
			below = false
		}
	}
	if below {
		return y + 17
	}
	return y - 8
}

// drawReasons prints why a month has no value at all, where that is known.
func (c *lineChart) drawReasons(s *svg) {
	room := c.right - c.left
	if len(c.Categories) > 1 {
		room = c.x(1) - c.x(0) - 2
	}
	s.texts(mutedText, "middle")
	for j := range c.Categories {
		reason := ""
		for i := range c.Series {
			v := c.value(i, j)
			if v.Known {
				reason = ""
				break
			}
			if reason == "" {
				reason = v.Reason
			}
		}
		s.label(c.x(j), c.bottom-6, mutedText.fit(reason, room))
	}
	s.end()
}
