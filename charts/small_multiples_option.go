package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// panelOption is a grid of charts where the drawing has its panels, each with
// the line of its area and that of all areas. Where the chart is as narrow as a
// phone, its grid is that of the narrow drawing.
func (f *Figure) panelOption() *option {
	o := f.prepare([]string{blue}, nil, "axis", 0)
	for i, series := range f.Series {
		s := f.add(o, "line", series.Name, f.points(i, true, all))
		s.panelLook(i, blue, 1.8)
		s.Symbol, s.SymbolSize, s.Z = "circle", 4, 2
		f.markTarget(s, true)
		if s.MarkLine != nil {
			s.MarkLine.Label.Show = opts.Bool(false)
		}
	}
	if !f.nothing() {
		wide, narrow := f.panelsOn(face{width: WideWidth}), f.panelsOn(face{width: NarrowWidth, narrow: true})
		f.addMissed(o, wide)
		live := wide.live()
		o.Grid, o.Title, o.XAxis, o.YAxis = live.Grid, live.Title, live.XAxis, live.YAxis
		o.Media = []liveMedia{{Option: wide.livePlaces()}, {Option: narrow.livePlaces(), Query: object{"maxWidth": phone}}}
	}
	if f.Whole != nil {
		f.addWhole(o)
	}
	return o
}

func (f *Figure) panelsOn(room face) panels {
	p := panels{Figure: f, face: room}
	p.place()
	return p
}

func (s *series) panelLook(i int, color string, width float32) {
	s.XAxisIndex, s.YAxisIndex = i, i
	s.ItemStyle = &opts.ItemStyle{Color: color}
	s.LineStyle = &opts.LineStyle{Color: color, Width: width}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.AllSymbols = true
}

// addMissed marks last months that miss the target.
func (f *Figure) addMissed(o *option, p panels) {
	for i := range p.panel {
		if at := &p.panel[i]; at.missed {
			last := datum{x: float64(len(f.Categories) - 1), y: at.last.Number, text: at.last.Text, note: at.last.Text}
			s := f.add(o, "line", f.missWord(), []datum{last})
			s.panelLook(i, amber, 0)
			s.Symbol, s.SymbolSize, s.Z, s.Silent = "diamond", 10, 3, true
			s.ItemStyle.BorderColor, s.ItemStyle.BorderWidth = ink, 0.8
		}
	}
}

// addWhole draws the line of all areas behind that of each.
func (f *Figure) addWhole(o *option) {
	whole := Figure{Kind: f.Kind, Categories: f.Categories, Series: []Series{*f.Whole}}
	points := whole.points(0, true, all)
	for i := range f.Series {
		s := f.add(o, "line", f.Whole.Name, points)
		s.panelLook(i, back, 1.2)
		s.Symbol, s.SymbolSize, s.Z = "circle", 1, 1
	}
}
