package charts

import (
	"math"

	"github.com/go-echarts/go-echarts/v2/opts"
)

// paretoOption draws the bars in two series, those that reach the target
// together and the rest, and the shares as a line on an axis of their own that
// is as long as the counts'. It stands upright where the wide drawing does.
func (f *Figure) paretoOption() *option {
	upright, room := f.paretoUpright(), 0.0
	if !upright {
		room = f.shareRoom()
	}
	o := f.prepare([]string{blue, pale, ink}, nil, "item", room)
	if upright {
		f.paretoColumnAxes(o)
	} else {
		f.paretoBarAxes(o)
	}
	f.paretoParts(o, upright)
	if len(f.Series) > 1 {
		f.paretoShares(o, upright)
	}
	return o
}

// shareRoom is the room for the share of the last bar, beyond the plot.
func (f *Figure) shareRoom() float64 {
	room := 0.0
	for j := range f.Categories {
		room = max(room, measure(f.value(1, j).Text, 12, false))
	}
	return min(room, 120)
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

func (f *Figure) paretoColumnAxes(o *option) {
	a := f.paretoAxis()
	o.XAxis = []opts.XAxis{{Type: "category", AxisLabel: f.brokenLabels(300), Data: f.labels()}}
	o.YAxis = []opts.YAxis{
		{Type: "value", Min: 0, Max: f.paretoTotal() * a.hi / 100, SplitLine: &opts.SplitLine{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}},
		{Type: "value", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}%", Color: muted}},
	}
}

func (f *Figure) paretoBarAxes(o *option) {
	a := f.paretoAxis()
	o.XAxis = []opts.XAxis{
		{Type: "value", Min: 0, Max: f.paretoTotal() * a.hi / 100, SplitLine: &opts.SplitLine{Show: opts.Bool(false)}, AxisLabel: &opts.AxisLabel{Show: opts.Bool(false)}},
		{Type: "value", Position: "bottom", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}%", Color: muted}},
	}
	o.YAxis = []opts.YAxis{{Type: "category", Inverse: opts.Bool(true), Data: f.labels()}}
}

// paretoParts adds the two series of bars. The texts of the first stand
// inside, because the line starts where the first bar ends.
func (f *Figure) paretoParts(o *option, upright bool) {
	few, labels := f.paretoFew(), [...]*opts.Label{textLabel("insideRight", "", "2"), textLabel("right", ink, "2")}
	if upright {
		labels[0].Position, labels[1].Position = "insideTop", "top"
	}
	names := [...]string{f.valueHead(), restWord}
	if few < len(f.Categories) {
		names[0] = fewWord
	}
	for part, name := range names {
		points := f.points(0, upright, all)
		for j := range points {
			if (j < few) == (part == 0) {
				continue
			}
			if upright {
				points[j].y = math.NaN()
			} else {
				points[j].x = math.NaN()
			}
		}
		s := f.add(o, "bar", name, points)
		s.BarGap, s.BarMaxWidth = "-100%", "46"
		s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
		s.Label = labels[part]
	}
}

// paretoShares adds the line of the shares and the target, on their own axis.
func (f *Figure) paretoShares(o *option, upright bool) {
	s := f.add(o, "line", f.Series[1].Name, f.points(1, upright, all))
	s.Symbol, s.SymbolSize = "circle", 7
	s.LineStyle = &opts.LineStyle{Width: 2}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.LabelLayout = &opts.LabelLayout{HideOverlap: opts.Bool(true)}
	if upright {
		s.YAxisIndex = 1
		s.Label = textLabel("top", muted, "2")
	} else {
		s.XAxisIndex = 1
		s.Label = textLabel("right", muted, "2")
	}
	t := f.addTarget(o, upright)
	switch {
	case t == nil:
	case upright:
		t.YAxisIndex = 1
		t.MarkLine.Label.Position = "insideStartTop"
	default:
		t.XAxisIndex = 1
	}
}
