package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// rankedOption draws bars in two series, of which the second holds what misses
// the target, so that each has its own pattern and name.
func (f *Figure) rankedOption() *option {
	blueColor, plain := optionLook(solidBlue)
	sandColor, stripes := optionLook(amberStripes)
	a := f.wideRankedAxis()
	o := f.prepare([]string{blueColor, sandColor}, []decal{plain, stripes}, "item", f.tailRoom(a))
	f.rankedAxes(o, a)
	f.add(o, "bar", f.valueHead(), f.points(0, false, f.reaches)).barLook()
	f.add(o, "bar", f.missWord(), f.points(0, false, f.misses)).barLook()
	f.addReasons(o, a.lo)
	f.addTarget(o, false)
	return o
}

// reaches reports whether a value does not miss the target.
func (f *Figure) reaches(v Value) bool { return !f.misses(v) }

// rankedAxes are the axes of bars and dots.
func (f *Figure) rankedAxes(o *option, a axis) {
	labels := f.rankedLabels()
	o.XAxis = []opts.XAxis{f.lyingAxis(a)}
	o.YAxis = []opts.YAxis{{Type: "category", Inverse: opts.Bool(true), Data: labels, AxisLabel: rowLabels(labels)}}
}

// wideRankedAxis is the axis of the wide drawing.
func (f *Figure) wideRankedAxis() axis {
	b := rankedBars{Figure: f, face: face{width: WideWidth}}
	b.measure()
	b.place()
	return b.bars.axis
}

// rowLabels breaks labels that would leave a phone no room for bars into two lines.
func rowLabels(labels []string) *opts.AxisLabel {
	l := &opts.AxisLabel{Show: opts.Bool(true), Color: ink}
	widest := 0.0
	for _, text := range labels {
		widest = max(widest, measure(text, 12, false))
	}
	if widest > 150 {
		l.Width, l.Overflow = min(int(widest/2)+8, 180), "break"
	}
	return l
}

func (s *series) barLook() {
	s.BarGap = "-100%"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.Label = textLabel("right", ink, "3")
}

// addReasons prints at the start of the axis in a row without a number why there is none:
// as the labels of a line that is not seen.
func (f *Figure) addReasons(o *option, from float64) {
	var points []datum
	for i, row := range f.Categories {
		if v := f.value(0, i); !v.Known {
			text := join(row.Mark, v.missing())
			points = append(points, datum{x: from, y: float64(i), text: text, note: text})
		}
	}
	if len(points) > 0 {
		s := f.add(o, "line", "没有数据", points)
		s.labelsOnly()
		s.Label = textLabel("right", muted, "2")
	}
}

// labelsOnly makes a line unseen, so that only its labels are: all of them, not
// only those where an axis has one.
func (s *series) labelsOnly() {
	s.Symbol, s.SymbolSize = "circle", 1
	s.ItemStyle = &opts.ItemStyle{Color: unseen}
	s.LineStyle = &opts.LineStyle{Color: unseen}
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
	s.AllSymbols = true
}

// tailRoom is the room that texts behind bars need beyond the plot; a short
// bar leaves some of it in the plot, on a phone about 150 pixels in all.
func (f *Figure) tailRoom(a axis) float64 {
	room := 0.0
	for i, c := range f.Categories {
		if v := f.value(0, i); v.Known {
			behind := (1 - (v.Number-a.lo)/(a.hi-a.lo)) * 150
			room = max(room, measure(v.Text+noteAfter(join(c.Mark, v.Reason)), 12, false)-behind)
		}
	}
	if f.Kind == Dots {
		room += 6
	}
	return min(room, 200)
}

// rankedLabels are the names with rank, tie and movement.
func (f *Figure) rankedLabels() []string {
	out := make([]string, len(f.Categories))
	for i, c := range f.Categories {
		text := c.Label
		if c.Rank != "" {
			text = c.place() + " " + text
		}
		if c.Movement != "" {
			text += " " + c.Movement
		}
		out[i] = text
	}
	return out
}
