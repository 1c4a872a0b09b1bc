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
	lo, hi, _ := f.bounds()
	a := f.zeroAxis(lo, hi, 5)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: f.leastStep(), AxisLabel: f.valueLabels()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true)}),
	)
	c.SetXAxis(f.rankedLabels())
	c.XYReversal()
	name := f.valueHead()
	f.add(&c.RectChart, "bar", name, f.points(0, false, func(v Value) bool { return !f.misses(v) }), func(s *charts.SingleSeries) {
		f.barLook(s)
		f.markTarget(s, false)
	})
	f.add(&c.RectChart, "bar", f.missWord(), f.points(0, false, f.misses), f.barLook)
	return c
}

func (f *Figure) barLook(s *charts.SingleSeries) {
	s.BarGap = "-100%"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}

// tailRoom is the room for the longest text behind a bar.
func (f *Figure) tailRoom() float64 {
	room := 0.0
	for i, c := range f.Categories {
		if v := f.value(0, i); v.Known {
			room = max(room, measure(v.Text+noteAfter(join(c.Mark, v.Reason)), 12, false))
		}
	}
	return min(room, 200)
}

// rankedLabels are the names with rank, tie and movement, and with the reason
// where there is no bar to print it beside.
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
		if v := f.value(0, i); !v.Known {
			text += "（" + join(c.Mark, v.missing()) + "）"
		}
		out[i] = text
	}
	return out
}
