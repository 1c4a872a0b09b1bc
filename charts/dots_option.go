package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// dotsOption draws dots as two lines without a stroke, of which the second
// holds what misses the target.
func (f *Figure) dotsOption() optionChart {
	c := charts.NewLine()
	f.prepare(&c.RectChart, []string{blue, amber}, nil, "item", f.tailRoom())
	f.rankedAxes(&c.RectChart)
	f.add(&c.RectChart, "line", f.valueHead(), f.points(0, false, func(v Value) bool { return !f.misses(v) }), func(s *charts.SingleSeries) { dotLook(s, "circle") })
	f.add(&c.RectChart, "line", f.missWord(), f.points(0, false, f.misses), func(s *charts.SingleSeries) { dotLook(s, "diamond") })
	f.addReasons(&c.RectChart)
	f.addTarget(&c.RectChart, false, asItIs)
	return c
}

func dotLook(s *charts.SingleSeries, symbol string) {
	s.Symbol, s.SymbolSize = symbol, 10
	s.LineStyle = &opts.LineStyle{Opacity: opts.Float(0)}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}
