package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// dotsOption draws dots as two lines that are not seen, of which the second
// holds what misses the target.
func (f *Figure) dotsOption() optionChart {
	c := charts.NewLine()
	f.prepare(&c.RectChart, []string{blue, amber}, nil, "item", f.tailRoom())
	lo, hi, _ := f.bounds()
	a := f.rankedAxis(lo, hi, 5)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: f.leastStep(), AxisLabel: f.valueLabels()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: f.rankedLabels(), SplitLine: &opts.SplitLine{Show: opts.Bool(true), LineStyle: &opts.LineStyle{Color: hair}}}),
	)
	f.add(&c.RectChart, "line", f.valueHead(), f.points(0, false, func(v Value) bool { return !f.misses(v) }), func(s *charts.SingleSeries) {
		dotLook(s, "circle")
		f.markTarget(s, false)
	})
	f.add(&c.RectChart, "line", f.missWord(), f.points(0, false, f.misses), func(s *charts.SingleSeries) { dotLook(s, "diamond") })
	return c
}

func dotLook(s *charts.SingleSeries, symbol string) {
	s.Symbol, s.SymbolSize = symbol, 10
	s.LineStyle = &opts.LineStyle{Opacity: opts.Float(0)}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}
