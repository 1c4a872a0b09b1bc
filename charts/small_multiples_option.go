package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// panelOption lays all panels over each other: a grid of charts would not fit
// a phone, and what the drawing cannot do is to compare two areas. The line
// that is touched stands out; all areas together are drawn strong.
func (f *Figure) panelOption() optionChart {
	c := charts.NewLine()
	var colors []string
	for range f.Series {
		colors = append(colors, blue)
	}
	f.prepare(&c.RectChart, append(colors, ink), nil, "item", f.targetRoom())
	lo, hi, _ := f.bounds()
	a := f.fittedAxis(lo, hi, 5)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: f.leastStep(), AxisLabel: f.valueLabels()}),
	)
	c.SetXAxis(f.labels())
	for i, series := range f.Series {
		f.add(&c.RectChart, "line", series.Name, f.points(i, true, all), func(s *charts.SingleSeries) {
			panelLook(s, 1.2)
			s.LineStyle.Opacity = opts.Float(0.6)
			if i == 0 {
				f.markTarget(s, true)
			}
		})
	}
	if f.Whole != nil {
		whole := Figure{Kind: f.Kind, Categories: f.Categories, Series: []Series{*f.Whole}}
		f.add(&c.RectChart, "line", f.Whole.Name, whole.points(0, true, all), func(s *charts.SingleSeries) {
			panelLook(s, 3)
			s.ItemStyle, s.LineStyle.Color = &opts.ItemStyle{Color: ink}, ink
		})
	}
	return c
}

func panelLook(s *charts.SingleSeries, width float32) {
	s.Symbol, s.SymbolSize = "circle", 5
	s.LineStyle = &opts.LineStyle{Width: width}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Emphasis = &opts.Emphasis{Focus: "series"}
}
