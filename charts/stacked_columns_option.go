package charts

import "github.com/go-echarts/go-echarts/v2/opts"

// columnOption stacks the series, with the totals over them.
func (f *Figure) columnOption() *option {
	colors, decals := make([]string, len(f.Series)), make([]decal, len(f.Series))
	for i := range f.Series {
		colors[i], decals[i] = optionLook(f.seriesFill(i))
	}
	o := f.prepareColumns(colors, decals, "axis")
	for i, series := range f.Series {
		f.stackLook(f.add(o, "bar", series.Name, f.points(i, true, all)))
	}
	f.addTotals(o)
	return o
}

// prepareColumns sets what stacked options share.
func (f *Figure) prepareColumns(colors []string, decals []decal, trigger string) *option {
	room := 0.0
	if n := len(f.Categories); n > 0 {
		room = min(measure(f.totalText(n-1), 12, false)/2, 60) // over the last column
	}
	o := f.prepare(colors, decals, trigger, room)
	o.XAxis = []opts.XAxis{{Type: "category", AxisLabel: f.brokenLabels(300), Data: f.labels()}}
	o.YAxis = []opts.YAxis{f.levelAxis(f.columnAxis())}
	return o
}

func (f *Figure) stackLook(s *series) {
	s.Stack = f.prefix()
	s.BarMaxWidth = "72"
	s.Encode = &opts.Encode{X: 0, Y: 1, Tooltip: 3}
}

// totalText is what is to be said of a whole column: its total, or why there
// is none.
func (f *Figure) totalText(j int) string {
	if _, text := f.sum(j); text != "" {
		return text
	}
	return f.partReason(j)
}

// addTotals prints the total over each column, or why there is none: as the
// labels of a line that is not seen and not in the legend.
func (f *Figure) addTotals(o *option) {
	points := make([]datum, len(f.Categories))
	for j := range f.Categories {
		height, _ := f.sum(j)
		text := f.totalText(j)
		points[j] = datum{x: float64(j), y: height, text: text, note: text}
	}
	o.nameLegend()
	s := f.add(o, "line", "合计", points)
	s.labelsOnly()
	s.Label = textLabel("top", ink, "2")
}
