package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// add appends a series whose data are arrays of number, place and text.
func (f Figure) add(c *charts.RectChart, kind, name string, data [][]any, more func(*charts.SingleSeries)) {
	s := charts.SingleSeries{Name: name, Type: kind, Id: f.seriesID(len(c.MultiSeries)), Data: data}
	more(&s)
	c.MultiSeries = append(c.MultiSeries, s)
}

// rankedOption draws bars in two series, of which the second holds what misses
// the target, so that each has its own pattern and name.
func (f Figure) rankedOption() optionChart {
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

func (f Figure) barLook(s *charts.SingleSeries) {
	s.BarGap = "-100%"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}

// tailRoom is the room for the longest text behind a bar.
func (f Figure) tailRoom() float64 {
	room := 0.0
	for i, c := range f.Categories {
		if v := f.value(0, i); v.Known {
			room = max(room, measure(v.Text+noteAfter(join(c.Mark, v.Reason)), 12, false))
		}
	}
	return min(room, 200)
}

// leastStep keeps the ticks of counts whole.
func (f Figure) leastStep() float64 {
	if f.Scale == Counts {
		return 1
	}
	return 0
}

// rankedLabels are the names with rank, tie and movement, and with the reason
// where there is no bar to print it beside.
func (f Figure) rankedLabels() []string {
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

// valueLabels print the ticks of a value axis.
func (f Figure) valueLabels() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}" + types.FuncStr(f.tickUnit()), Color: muted}
}

func (f Figure) lineOption() optionChart {
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
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: f.leastStep(), AxisLabel: f.valueLabels()}),
	)
	c.SetXAxis(f.labels())
	for i, series := range f.Series {
		f.add(&c.RectChart, "line", series.Name, f.points(i, true, all), func(s *charts.SingleSeries) {
			s.Symbol = [...]string{"circle", "rect", "triangle", "diamond"}[i%4]
			s.SymbolSize = 7
			s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[i%4], Width: 2}
			s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
			if len(f.Series) == 1 {
				s.Label = textLabel("top", muted, "2")
				s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
			}
			if i == 0 {
				f.markTarget(s, true)
			}
		})
	}
	return c
}

func (f Figure) columnOption() optionChart {
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

func (f Figure) heatOption() optionChart {
	c := charts.NewHeatMap()
	f.prepare(&c.RectChart, []string{blue}, nil, "item", 0)
	names := make([]string, len(f.Series))
	for i, series := range f.Series {
		names[i] = series.Name
	}
	lo, hi, _ := f.bounds()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category", Data: f.labels()}),
		charts.WithYAxisOpts(opts.YAxis{Type: "category", Inverse: opts.Bool(true), Data: names}),
		charts.WithVisualMapOpts(f.shadeMap(f.shadeAxis(lo, hi))),
	)
	data := make([][]any, 0, len(f.Series)*len(f.Categories))
	for i := range f.Series {
		for j := range f.Categories {
			v := f.value(i, j)
			data = append(data, []any{j, i, v.number(), v.Text, v.cell()})
		}
	}
	f.add(&c.RectChart, "heatmap", f.Title, data, func(s *charts.SingleSeries) {
		s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 4}
		s.Label = textLabel("inside", "", "3")
		s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
	})
	return c
}

// shadeMap names the steps of the heat map.
func (f Figure) shadeMap(a axis) opts.VisualMap {
	m := opts.VisualMap{Type: "piecewise", Dimension: "2", Orient: "horizontal", Left: "center", Bottom: "0"}
	n := a.ticks() - 1
	for k := range n {
		ground, _ := shadeColor(shade(a, a.tick(k)+a.step/2))
		p := opts.Piece{Gte: float32(a.tick(k)), Lt: float32(a.tick(k + 1)), Color: ground}
		if k == n-1 {
			p.Lt, p.Lte = 0, float32(a.tick(k+1))
		}
		m.Pieces = append(m.Pieces, p)
	}
	return m
}
