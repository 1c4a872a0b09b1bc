package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// lineOption draws a line for each series, and the target.
func (f *Figure) lineOption() optionChart {
	c := charts.NewLine()
	colors := make([]string, len(f.Series))
	for i := range f.Series {
		colors[i] = penOf(i).color
	}
	f.prepare(&c.RectChart, colors, nil, "axis", f.targetRoom())
	lo, hi, _ := f.bounds()
	a := f.fittedAxis(lo, hi, 5)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(f.levelAxis(a)),
	)
	c.SetXAxis(f.labels())
	for i, series := range f.Series {
		f.add(&c.RectChart, "line", series.Name, f.points(i, true, all), func(s *charts.SingleSeries) {
			s.Symbol = [...]string{"circle", "rect", "triangle", "diamond", "arrow"}[i%5]
			s.SymbolSize = 7
			s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[i%4], Width: 2}
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
			if len(f.Series) == 1 {
				s.Label = textLabel("top", muted, "2")
				s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
			}
		})
	}
	f.addTarget(&c.RectChart, true, asItIs)
	return c
}
