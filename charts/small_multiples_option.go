package charts

import (
	"maps"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// panelOption is a grid of charts where the drawing has its panels, each with
// the line of its area and that of all areas. Where the chart is as narrow as a
// phone, its grid is that of the narrow drawing.
func (f *Figure) panelOption() optionChart {
	c := charts.NewLine()
	var wide, narrow panels
	if !f.nothing() {
		wide, narrow = f.panelsOn(face{width: WideWidth}), f.panelsOn(face{width: NarrowWidth, narrow: true})
	}
	v := f.prepare(&c.RectChart, []string{blue}, nil, "axis", 0)
	for i, series := range f.Series {
		f.add(&c.RectChart, "line", series.Name, f.points(i, true, all), func(s *charts.SingleSeries) {
			panelLook(s, i, blue, 1.8)
			s.Symbol, s.SymbolSize = "circle", 4
			f.markTarget(s, true)
			if s.MarkLines != nil {
				s.MarkLines.Label.Show = opts.Bool(false)
			}
		})
	}
	f.addMissed(&c.RectChart, wide)
	behind := len(c.MultiSeries)
	if f.Whole != nil {
		whole := Figure{Kind: f.Kind, Categories: f.Categories, Series: []Series{*f.Whole}}
		points := whole.points(0, true, all)
		for i := range f.Series {
			f.add(&c.RectChart, "line", f.Whole.Name, points, func(s *charts.SingleSeries) {
				panelLook(s, i, back, 1.2)
				s.Symbol, s.SymbolSize = "circle", 1
			})
		}
	}
	v.full = func(i int, s *fullSeries) {
		s.Z, s.AllSymbols = 2, true
		switch {
		case i >= behind:
			s.Z = 1
		case i >= len(f.Series):
			s.Z, s.Silent = 3, true
		}
	}
	v.more = func(option object) {
		if len(wide.panel) > 0 {
			maps.Copy(option, wide.live())
			option["media"] = []object{
				{"option": wide.livePlaces()},
				{"query": object{"maxWidth": phone}, "option": narrow.livePlaces()},
			}
		}
	}
	return c
}

func (f *Figure) panelsOn(room face) panels {
	p := panels{Figure: f, face: room}
	p.place()
	return p
}

func panelLook(s *charts.SingleSeries, i int, color string, width float32) {
	s.XAxisIndex, s.YAxisIndex = i, i
	s.ItemStyle = &opts.ItemStyle{Color: color}
	s.LineStyle = &opts.LineStyle{Color: color, Width: width}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
}

// addMissed marks last months that miss the target.
func (f *Figure) addMissed(c *charts.RectChart, p panels) {
	for i := range p.panel {
		if at := &p.panel[i]; at.missed {
			point := []any{len(f.Categories) - 1, at.last.Number, at.last.Text, at.last.Text}
			f.add(c, "line", f.missWord(), [][]any{point}, func(s *charts.SingleSeries) {
				panelLook(s, i, amber, 0)
				s.Symbol, s.SymbolSize = "diamond", 10
				s.ItemStyle.BorderColor, s.ItemStyle.BorderWidth = ink, 0.8
			})
		}
	}
}
