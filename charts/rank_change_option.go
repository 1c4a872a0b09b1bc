package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// rankChangeOption draws the lines where the drawing has them: those that share
// a rank a hair apart, and their names pushed apart at the right. Where a point
// is drawn stands behind its texts; its number is the rank.
func (f *Figure) rankChangeOption() *option {
	r := rankChange{Figure: f, face: face{width: WideWidth}}
	if !f.nothing() {
		r.choose()
		r.place()
	}
	room, start := 0.0, 0.0
	for i := range r.lines {
		room = max(room, r.lines[i].text().fit(r.endWords(i), liveEndRoom).width)
	}
	for _, l := range r.starts.ranks {
		start = max(start, l.width)
	}
	o := f.prepare(r.colors(), nil, "item", room)
	if start > 0 {
		grid := f.grid(room)
		grid.Left, grid.Bottom, grid.ContainLabel = "26", "30", opts.Bool(false)
		o.Grid = []opts.Grid{grid}
	}
	o.XAxis = []opts.XAxis{{Type: "category", BoundaryGap: opts.Bool(false), AxisLine: &opts.AxisLine{Show: opts.Bool(false)},
		SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: hair}}, Data: f.labels()}}
	o.YAxis = []opts.YAxis{{Type: "value", Inverse: opts.Bool(true), Min: r.rankAt(r.top - 6), Max: r.rankAt(r.floor + 6),
		Show: opts.Bool(false), SplitLine: &opts.SplitLine{Show: opts.Bool(false)}}}
	for i := range r.lines {
		l := &r.lines[i]
		s := f.add(o, "line", f.Series[l.series].Name, r.drawnPoints(l))
		s.form = drawnDatum
		s.rankLook(l)
	}
	r.addEnds(o)
	return o
}

// liveEndRoom is the most that a name takes beside a live chart, which may be
// as narrow as a phone.
const liveEndRoom = 140

// colors are those of the lines.
func (c *rankChange) colors() []string {
	colors := make([]string, len(c.lines))
	for i, l := range c.lines {
		colors[i] = l.color(back)
	}
	return colors
}

// color is that of a line that stands out, or else of those that step back.
func (l *rankLine) color(behind string) string {
	if l.strong {
		return penOf(l.pen).color
	}
	return behind
}

// rankAt is where a place of the drawing is on the axis of ranks.
func (c *rankChange) rankAt(y float64) float64 {
	if c.bottom == c.top {
		return 0
	}
	return math.Round((c.y.lo+(y-c.top)/(c.bottom-c.top)*(c.y.hi-c.y.lo))*100) / 100
}

// drawnPoints are the points of a line, with the places that they are drawn at.
func (c *rankChange) drawnPoints(l *rankLine) []datum {
	points := c.points(l.series, true, all)
	for j, p := range l.points {
		points[j].extra = math.NaN()
		if p.Known {
			points[j].extra = c.rankAt(p.y)
		}
	}
	return points
}

// endWords are the rank and the name that stand at the right end of a line.
func (c *rankChange) endWords(i int) string {
	return c.ends.ranks[i].shown + " " + c.ends.names[i].shown
}

// addEnds prints ranks at the left and ranks with names at the right, as labels
// of lines that are not seen: one for all that step back, and one for each that
// stands out.
func (c *rankChange) addEnds(o *option) {
	for k, l := range c.lines {
		if l.strong {
			c.addEndsOf(o, func(i int) bool { return i == k }, l.color(ink), true)
		}
	}
	c.addEndsOf(o, func(i int) bool { return !c.lines[i].strong }, muted, false)
}

func (c *rankChange) addEndsOf(o *option, of func(line int) bool, color string, strong bool) {
	var starts, ends []datum
	for _, e := range c.ends.labels {
		if of(e.series) {
			text := (&c.lines[e.series]).text().fit(c.endWords(e.series), liveEndRoom).shown
			ends = append(ends, datum{x: float64(len(c.Categories) - 1), y: c.rankAt(e.y), text: text, note: text})
		}
	}
	for _, e := range c.starts.labels {
		if text := c.starts.ranks[e.series].shown; of(e.series) {
			starts = append(starts, datum{x: 0, y: c.rankAt(e.y), text: text, note: text})
		}
	}
	c.addEnd(o, "right", ends, color, strong)
	c.addEnd(o, "left", starts, color, strong)
}

// addEnd prints the labels of one end over the lines, and lets them be labels.
func (c *rankChange) addEnd(o *option, position string, points []datum, color string, strong bool) {
	if len(points) == 0 {
		return
	}
	s := c.add(o, "line", "", points)
	s.labelsOnly()
	s.SymbolSize = 12 // the room of a marker
	s.Label = textLabel(position, color, "2")
	if strong {
		s.Label.FontWeight = "bold"
	}
	s.Z, s.Silent, s.Blur = 2, true, object{"label": object{"opacity": 1}}
}

// rankLook puts strong lines over the others.
func (s *series) rankLook(l *rankLine) {
	s.Encode = &opts.Encode{X: 0, Y: 4, Tooltip: 3}
	s.Emphasis = &opts.Emphasis{Focus: "series"}
	p := penOf(l.pen)
	s.ItemStyle = &opts.ItemStyle{Color: l.color(back)}
	if !l.strong {
		s.Symbol, s.SymbolSize, s.Z = "circle", 4, 2
		s.LineStyle = &opts.LineStyle{Width: 1.4}
		return
	}
	s.Symbol, s.SymbolSize, s.Z = [...]string{"circle", "rect", "triangle", "diamond", "arrow"}[p.marker], 7, 3
	s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[l.pen%4], Width: 2.6}
}
