package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// columnOption stacks the series; a stack's total stands under its month.
func (f *Figure) columnOption() optionChart {
	c := charts.NewBar()
	colors, decals := make([]string, len(f.Series)), make([]decal, len(f.Series))
	for i := range f.Series {
		colors[i], decals[i] = optionLook(f.seriesFill(i))
	}
	f.prepare(&c.RectChart, colors, decals, "axis", 0)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, MinInterval: f.leastStep(), AxisLabel: f.valueLabels()}),
	)
	labels := f.labels()
	for j := range labels {
		if _, total := f.sum(j); total != "" && len(f.Series) > 1 {
			labels[j] += "\n合计 " + total
		}
	}
	c.SetXAxis(labels)
	for i, series := range f.Series {
		f.add(&c.RectChart, "bar", series.Name, f.points(i, true, all), func(s *charts.SingleSeries) {
			s.Stack = f.prefix()
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
		})
	}
	return c
}
