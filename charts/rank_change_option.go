package charts

import (
	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// endedSeries is a line with a label at its end, which go-echarts does not know.
type endedSeries struct {
	charts.SingleSeries
	EndLabel *opts.Label `json:"endLabel"`
	Z        int         `json:"z"`
}

// rankChangeOption draws the lines that the drawings show, named at their ends.
func (f *Figure) rankChangeOption() optionChart {
	c := charts.NewLine()
	r := rankChange{Figure: f, face: face{width: WideWidth}}
	if len(f.Categories) > 0 {
		r.choose()
	}
	colors, room := make([]string, len(r.lines)), 0.0
	for i, l := range r.lines {
		colors[i] = back
		if l.strong {
			colors[i] = penOf(l.pen).color
		}
		room = max(room, measure(f.Series[l.series].Name, 12, l.strong))
	}
	v := f.prepare(&c.RectChart, colors, nil, "item", min(room, 120))
	a := f.rankAxis()
	c.SetGlobalOptions(
		charts.WithXAxisOpts(opts.XAxis{Type: "category"}),
		charts.WithYAxisOpts(opts.YAxis{Type: "value", Inverse: opts.Bool(true), Min: a.lo, Max: a.hi, MinInterval: 1, SplitLine: &opts.SplitLine{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Color: muted}}),
	)
	c.SetXAxis(f.labels())
	for _, l := range r.lines {
		f.add(&c.RectChart, "line", f.Series[l.series].Name, f.points(l.series, true, all), func(s *charts.SingleSeries) { r.lineLook(s, l) })
	}
	v.more = func(option map[string]any) {
		ended := make([]endedSeries, len(c.MultiSeries))
		for i, s := range c.MultiSeries {
			ended[i] = endedSeries{s, &opts.Label{Show: opts.Bool(true), Formatter: "{a}", Color: ink}, 2}
			if r.lines[i].strong {
				ended[i].Z = 3
			}
		}
		option["series"] = ended
	}
	return c
}

func (c *rankChange) lineLook(s *charts.SingleSeries, l rankLine) {
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.LabelLayout = &opts.LabelLayout{MoveOverlap: "shiftY"}
	s.Emphasis = &opts.Emphasis{Focus: "series"}
	p := penOf(l.pen)
	s.ItemStyle = &opts.ItemStyle{Color: p.color}
	if !l.strong {
		s.Symbol, s.SymbolSize = "circle", 4
		s.ItemStyle.Color = back
		s.LineStyle = &opts.LineStyle{Width: 1.4}
		return
	}
	s.Symbol, s.SymbolSize = [...]string{"circle", "rect", "triangle", "diamond", "arrow"}[p.marker], 7
	s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[l.pen%4], Width: 2.6}
}
