package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// dotsOption draws dots as two lines without a stroke, of which the second
// holds what misses the target.
func (f *Figure) dotsOption() *option {
	a := f.wideRankedAxis()
	o := f.prepare([]string{blue, amber}, nil, "item", f.tailRoom(a))
	f.rankedAxes(o, a)
	f.add(o, "line", f.valueHead(), f.points(0, false, f.reaches)).dotLook("circle")
	f.add(o, "line", f.missWord(), f.points(0, false, f.misses)).dotLook("diamond")
	f.addReasons(o, a.lo)
	f.addTarget(o, false)
	return o
}

func (s *series) dotLook(symbol string) {
	s.Symbol, s.SymbolSize = symbol, 10
	s.LineStyle = &opts.LineStyle{Opacity: opts.Float(0)}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}
