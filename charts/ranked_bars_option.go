package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// rankedOption draws bars in two series, of which the second holds what misses
// the target, so that each has its own pattern and name.
func (f *Figure) rankedOption() optionChart {
	c := charts.NewBar()
	blueColor, plain := optionLook(solidBlue)
	sandColor, stripes := optionLook(amberStripes)
	f.prepare(&c.RectChart, []string{blueColor, sandColor}, []decal{plain, stripes}, "item", f.tailRoom())
	f.rankedAxes(&c.RectChart)
	f.add(&c.RectChart, "bar", f.valueHead(), f.points(0, false, func(v Value) bool { return !f.misses(v) }), f.barLook)
	f.add(&c.RectChart, "bar", f.missWord(), f.points(0, false, f.misses), f.barLook)
	f.addReasons(&c.RectChart)
	f.addTarget(&c.RectChart, false, asItIs)
	return c
}

// rankedAxes are the axes of bars and dots.
func (f *Figure) rankedAxes(c *charts.RectChart) {
	c.SetGlobalOptions(
		charts.WithXAxisOpts(f.lyingAxis(f.wideRankedAxis())),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: f.rankedLabels(), AxisLabel: f.rowLabels()}),
	)
}

// wideRankedAxis is the axis of the wide drawing.
func (f *Figure) wideRankedAxis() axis {
	b := rankedBars{Figure: f, face: face{width: WideWidth}}
	b.measure()
	b.place()
	return b.bars.axis
}

// rowLabels breaks labels that would leave a phone no room for bars into two lines.
func (f *Figure) rowLabels() *opts.AxisLabel {
	l := &opts.AxisLabel{Show: opts.Bool(true), Color: ink}
	widest := 0.0
	for _, text := range f.rankedLabels() {
		widest = max(widest, measure(text, 12, false))
	}
	if widest > 150 {
		l.Width, l.Overflow = min(int(widest/2)+8, 180), "break"
	}
	return l
}

func (f *Figure) barLook(s *charts.SingleSeries) {
	s.BarGap = "-100%"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}

// addReasons prints at the start of a row without a number why there is none:
// as the labels of a line that is not seen.
func (f *Figure) addReasons(c *charts.RectChart) {
	var data [][]any
	from := f.wideRankedAxis().lo
	for i, row := range f.Categories {
		if v := f.value(0, i); !v.Known {
			text := join(row.Mark, v.missing())
			data = append(data, []any{from, i, text, text})
		}
	}
	if len(data) > 0 {
		f.add(c, "line", "没有数据", data, func(s *charts.SingleSeries) {
			labelsOnly(s)
			s.Label = textLabel("right", muted, "2")
		})
	}
}

// labelsOnly makes a line unseen, so that only its labels are.
func labelsOnly(s *charts.SingleSeries) {
	s.Symbol, s.SymbolSize = "circle", 1
	s.ItemStyle = &opts.ItemStyle{Color: unseen}
	s.LineStyle = &opts.LineStyle{Color: unseen}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
}

// tailRoom is the room that texts behind bars need beyond the plot; a short
// bar leaves some of it in the plot, on a phone about 150 pixels in all.
func (f *Figure) tailRoom() float64 {
	a, room := f.wideRankedAxis(), 0.0
	for i, c := range f.Categories {
		if v := f.value(0, i); v.Known {
			behind := (1 - (v.Number-a.lo)/(a.hi-a.lo)) * 150
			room = max(room, measure(v.Text+noteAfter(join(c.Mark, v.Reason)), 12, false)-behind)
		}
	}
	if f.Kind == Dots {
		room += 6
	}
	return min(room, 200)
}

// rankedLabels are the names with rank, tie and movement.
func (f *Figure) rankedLabels() []string {
	out := make([]string, len(f.Categories))
	for i, c := range f.Categories {
		text := c.Label
		if c.Rank != "" {
			text = c.place() + " " + text
		}
		if c.Movement != "" {
			text += " " + c.Movement
		}
		out[i] = text
	}
	return out
}
