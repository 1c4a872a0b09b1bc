package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// rankChangeOption draws the lines where the drawing has them: those that share
// a rank a hair apart, and their names pushed apart at the right. Where a point
// is drawn stands behind its texts; its number is the rank.
func (f *Figure) rankChangeOption() optionChart {
	c := charts.NewLine()
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
	v := f.prepare(&c.RectChart, r.colors(), nil, "item", room)
	if start > 0 {
		c.GridList[0].Left, c.GridList[0].ContainLabel = "26", opts.Bool(false)
		c.GridList[0].Bottom = "30"
	}
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", BoundaryGap: opts.Bool(false), AxisLine: &opts.AxisLine{Show: opts.Bool(false)},
			SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: hair}}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Inverse: opts.Bool(true), Min: r.rankAt(r.top - 6), Max: r.rankAt(r.floor + 6),
			Show: opts.Bool(false), SplitLine: &opts.SplitLine{Show: opts.Bool(false)}}),
	)
	c.SetXAxis(f.labels())
	for i := range r.lines {
		l := &r.lines[i]
		f.add(&c.RectChart, "line", f.Series[l.series].Name, r.drawnPoints(l), func(s *charts.SingleSeries) { r.lineLook(s, l) })
	}
	r.addEnds(&c.RectChart)
	v.full = r.fullLook
	return c
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
func (c *rankChange) drawnPoints(l *rankLine) [][]any {
	data := c.points(l.series, true, all)
	for j, p := range l.points {
		at := any("-")
		if p.Known {
			at = c.rankAt(p.y)
		}
		data[j] = append(data[j], at)
	}
	return data
}

// endWords are the rank and the name that stand at the right end of a line.
func (c *rankChange) endWords(i int) string {
	return c.ends.ranks[i].shown + " " + c.ends.names[i].shown
}

// addEnds prints ranks at the left and ranks with names at the right, as labels
// of lines that are not seen: one for all that step back, and one for each that
// stands out.
func (c *rankChange) addEnds(to *charts.RectChart) {
	for k, l := range c.lines {
		if l.strong {
			c.addEndsOf(to, func(i int) bool { return i == k }, l.color(ink), true)
		}
	}
	c.addEndsOf(to, func(i int) bool { return !c.lines[i].strong }, muted, false)
}

func (c *rankChange) addEndsOf(to *charts.RectChart, of func(line int) bool, color string, strong bool) {
	add := func(position string, data [][]any) {
		if len(data) == 0 {
			return
		}
		c.add(to, "line", "", data, func(s *charts.SingleSeries) {
			labelsOnly(s)
			s.SymbolSize = 12 // the room of a marker
			s.Label = textLabel(position, color, "2")
			if strong {
				s.Label.FontWeight = "bold"
			}
		})
	}
	var starts, ends [][]any
	for _, e := range c.ends.labels {
		if of(e.series) {
			text := (&c.lines[e.series]).text().fit(c.endWords(e.series), liveEndRoom).shown
			ends = append(ends, []any{len(c.Categories) - 1, c.rankAt(e.y), text, text})
		}
	}
	for _, e := range c.starts.labels {
		if text := c.starts.ranks[e.series].shown; of(e.series) {
			starts = append(starts, []any{0, c.rankAt(e.y), text, text})
		}
	}
	add("right", ends)
	add("left", starts)
}

// fullLook puts strong lines over the others, and lets labels be labels.
func (c *rankChange) fullLook(i int, s *fullSeries) {
	s.Z = 2
	switch {
	case i >= len(c.lines):
		s.Silent, s.Blur = true, object{"label": object{"opacity": 1}}
	case c.lines[i].strong:
		s.Z = 3
	}
}

func (c *rankChange) lineLook(s *charts.SingleSeries, l *rankLine) {
	s.Encode = &opts.Encode{X: 0, Y: 4, Tooltip: 3}
	s.Emphasis = &opts.Emphasis{Focus: "series"}
	p := penOf(l.pen)
	s.ItemStyle = &opts.ItemStyle{Color: l.color(back)}
	if !l.strong {
		s.Symbol, s.SymbolSize = "circle", 4
		s.LineStyle = &opts.LineStyle{Width: 1.4}
		return
	}
	s.Symbol, s.SymbolSize = [...]string{"circle", "rect", "triangle", "diamond", "arrow"}[p.marker], 7
	s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[l.pen%4], Width: 2.6}
}
