package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// heatOption draws all cells as one series; those without a number stay blank.
func (f *Figure) heatOption() optionChart {
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
func (f *Figure) shadeMap(a axis) opts.VisualMap {
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
