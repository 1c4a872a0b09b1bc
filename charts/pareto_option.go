package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// paretoOption draws the bars in two series, those that reach the target
// together and the rest, and the shares as a line on an axis of their own that
// is as long as the counts'. It stands upright where the wide drawing does.
func (f *Figure) paretoOption() optionChart {
	c := charts.NewBar()
	upright := f.paretoUpright()
	if upright {
		f.prepare(&c.RectChart, []string{blue, pale, ink}, nil, "item", 0)
		f.paretoColumnAxes(c)
	} else {
		room := 0.0
		for j := range f.Categories {
			room = max(room, measure(f.value(1, j).Text, 12, false))
		}
		f.prepare(&c.RectChart, []string{blue, pale, ink}, nil, "item", min(room, 120))
		f.paretoBarAxes(c)
	}
	f.paretoParts(c, upright)
	if len(f.Series) > 1 {
		f.paretoShares(c, upright)
	}
	return c
}

// paretoUpright reports whether the wide drawing has columns.
func (f *Figure) paretoUpright() bool {
	if f.nothing() {
		return true
	}
	p := pareto{Figure: f, face: face{width: WideWidth}}
	p.measure()
	return (&paretoColumns{pareto: p}).place()
}

func (f *Figure) paretoColumnAxes(c *charts.Bar) {
	a := f.paretoAxis()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", AxisLabel: f.brokenLabels(300)}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: 0, Max: f.paretoTotal() * a.hi / 100, SplitLine: &opts.SplitLine{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}}),
	)
	c.ExtendYAxis(opts.YAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}%", Color: muted}})
	c.SetXAxis(f.labels())
}

func (f *Figure) paretoBarAxes(c *charts.Bar) {
	a := f.paretoAxis()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "value", Min: 0, Max: f.paretoTotal() * a.hi / 100, SplitLine: &opts.SplitLine{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true)}),
	)
	c.ExtendXAxis(opts.XAxis{Type: "value", Position: "bottom", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}%", Color: muted}})
	c.SetXAxis(f.labels())
	c.XYReversal()
}

// paretoParts adds the two series of bars. The texts of the first stand
// inside, because the line starts where the first bar ends.
func (f *Figure) paretoParts(c *charts.Bar, upright bool) {
	few, number, labels := f.paretoFew(), 0, [...]*opts.Label{textLabel("insideRight", "", "2"), textLabel("right", ink, "2")}
	if upright {
		number, labels[0].Position, labels[1].Position = 1, "insideTop", "top"
	}
	names := [...]string{f.valueHead(), restWord}
	if few < len(f.Categories) {
		names[0] = fewWord
	}
	for part, name := range names {
		data := f.points(0, upright, all)
		for j := range data {
			if (j < few) != (part == 0) {
				data[j][number] = "-"
			}
		}
		f.add(&c.RectChart, "bar", name, data, func(s *charts.SingleSeries) {
			s.BarGap, s.BarMaxWidth = "-100%", "46"
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
			s.Label = labels[part]
		})
	}
}

func (f *Figure) paretoShares(c *charts.Bar, upright bool) {
	f.add(&c.RectChart, "line", f.Series[1].Name, f.points(1, upright, all), func(s *charts.SingleSeries) {
		s.Symbol, s.SymbolSize = "circle", 7
		s.LineStyle = &opts.LineStyle{Width: 2}
		s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
		s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
		if upright {
			s.YAxisIndex = 1
			s.Label = textLabel("top", muted, "2")
			return
		}
		s.XAxisIndex = 1
		s.Label = textLabel("right", muted, "2")
	})
	f.addTarget(&c.RectChart, upright, func(s *charts.SingleSeries) {
		if upright {
			s.YAxisIndex = 1
			s.MarkLines.Label.Position = "insideStartTop"
			return
		}
		s.XAxisIndex = 1
	})
}
