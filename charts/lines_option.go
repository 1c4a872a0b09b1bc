package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// lineOption draws a line for each series, and the target.
func (f *Figure) lineOption() *option {
	colors := make([]string, len(f.Series))
	for i := range f.Series {
		colors[i] = penOf(i).color
	}
	o := f.prepare(colors, nil, "axis", f.targetRoom())
	lo, hi, _ := f.bounds()
	o.XAxis = []opts.XAxis{{Type: "category", Data: f.labels()}}
	o.YAxis = []opts.YAxis{f.levelAxis(f.fittedAxis(lo, hi, 5))}
	for i, series := range f.Series {
		s := f.add(o, "line", series.Name, f.points(i, true, all))
		s.Symbol = [...]string{"circle", "rect", "triangle", "diamond", "arrow"}[i%5]
		s.SymbolSize = 7
		s.LineStyle = &opts.LineStyle{Type: [...]string{"solid", "dashed", "dotted", "dashed"}[i%4], Width: 2}
		s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
		if len(f.Series) == 1 {
			s.Label = textLabel("top", muted, "2")
			s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
		}
	}
	f.addTarget(o, true)
	return o
}
