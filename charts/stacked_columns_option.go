package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// columnOption stacks the series, with the totals over them.
func (f *Figure) columnOption() optionChart {
	c := charts.NewBar()
	colors, decals := make([]string, len(f.Series)), make([]decal, len(f.Series))
	for i := range f.Series {
		colors[i], decals[i] = optionLook(f.seriesFill(i))
	}
	f.prepareColumns(c, colors, decals, "axis")
	for i, series := range f.Series {
		f.add(&c.RectChart, "bar", series.Name, f.points(i, true, all), f.stackLook)
	}
	f.addTotals(c)
	return c
}

// prepareColumns sets what stacked options share.
func (f *Figure) prepareColumns(c *charts.Bar, colors []string, decals []decal, trigger string) {
	room := 0.0
	if n := len(f.Categories); n > 0 {
		room = min(measure(f.totalText(n-1), 12, false)/2, 60) // over the last column
	}
	f.prepare(&c.RectChart, colors, decals, trigger, room)
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: f.brokenLabels(300)}),
		charts.WithYAxisOpts(f.levelAxis(f.columnAxis())),
	)
	c.SetXAxis(f.labels())
}

func (f *Figure) stackLook(s *charts.SingleSeries) {
	s.Stack = f.prefix()
	s.BarMaxWidth = "72"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
}

// totalText is what is to be said of a whole column: its total, or why there
// is none.
func (f *Figure) totalText(j int) string {
	if _, text := f.sum(j); text != "" {
		return text
	}
	return f.partReason(j)
}

// addTotals prints the total over each column, or why there is none: as the
// labels of a line that is not seen and not in the legend.
func (f *Figure) addTotals(c *charts.Bar) {
	data := make([][]any, len(f.Categories))
	for j := range f.Categories {
		height, _ := f.sum(j)
		text := f.totalText(j)
		data[j] = []any{j, height, text, text}
	}
	nameLegend(&c.RectChart)
	f.add(&c.RectChart, "line", "合计", data, func(s *charts.SingleSeries) {
		labelsOnly(s)
		s.Label = textLabel("top", ink, "2")
	})
}
