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

// spreadEnds finds where the lines end and pushes their labels apart.
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
	}
	spread(c.ends, c.bottom)
}

// spread sorts labels by where their lines end and pushes them apart: down
// from the top until none overlaps, then up again from the floor.
func spread(ends []endLabel, floor float64) {
	slices.SortStableFunc(ends, func(a, b endLabel) int { return cmp.Compare(a.line, b.line) })
	for k := range ends {
		ends[k].y = ends[k].line
		if k > 0 {
			ends[k].y = max(ends[k].y, ends[k-1].y+endPitch)
		}
	}
	for k := len(ends) - 1; k >= 0; k-- {
		ends[k].y = min(ends[k].y, floor)
		floor = ends[k].y - endPitch
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
		s.put("<g").put(s.unsaid()).attr("font-size", float64(kind.spec().px)).put(` fill="`).put(color).put(`" class="`).put(kind.spec().class)
		if kind.spec().bold {
			s.put(`" font-weight="700`)
		}
		s.put(`">`)
		s.label(x, e.y+4.5, e.label)
		s.end()
	}
}
