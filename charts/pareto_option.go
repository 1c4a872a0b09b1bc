package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// paretoOption draws the bars in two series, those that reach the target
// together and the rest, and the shares as a line on an axis of their own that
// is as long as the counts'.
func (f *Figure) paretoOption() optionChart {
	c := charts.NewBar()
	few := f.paretoFew()
	f.prepare(&c.RectChart, []string{blue, pale, ink}, nil, "axis", f.targetRoom())
	a := f.paretoAxis()
	none := &opts.SplitLine{Show: opts.Bool(false)}
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: muted, Interval: "0", Width: 60, Overflow: "break"}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Max: f.paretoTotal() * a.hi / 100, SplitLine: none, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}}),
	)
	c.ExtendYAxis(opts.YAxis{Type: "value", Min: a.lo, Max: a.hi, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}%", Color: muted}})
	c.SetXAxis(f.labels())
	names := [...]string{f.valueHead(), restWord}
	if few < len(f.Categories) {
		names[0] = fewWord
	}
	for part, name := range names {
		data := f.points(0, true, all)
		for j := range data {
			if (j < few) != (part == 0) {
				data[j][1] = "-"
			}
		}
		f.add(&c.RectChart, "bar", name, data, func(s *charts.SingleSeries) {
			s.BarGap, s.BarMaxWidth = "-100%", "46"
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
			s.Label = textLabel("top", ink, "2")
		})
	}
	if len(f.Series) > 1 {
		f.add(&c.RectChart, "line", f.Series[1].Name, f.points(1, true, all), func(s *charts.SingleSeries) {
			s.YAxisIndex = 1
			s.Symbol, s.SymbolSize = "circle", 7
			s.LineStyle = &opts.LineStyle{Width: 2}
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
			s.Label = textLabel("top", muted, "2")
			f.markTarget(s, true)
		})
	}
	return c
}
