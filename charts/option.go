package charts

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
	"github.com/go-echarts/go-echarts/v2/types"
)

// Option is the figure as an ECharts option in JSON, to be put into the page
// as data: < > and & are escaped, so that no text can end the script element,
// and there are no functions in it.
//
// Every point is an array: its number ("-" where there is none) and its places
// on the category axes, then the text that is printed for it, then the same
// with marks and reasons. Labels and tooltips show these texts, never the
// number, by way of encode and of templates that name a dimension; ECharts
// escapes them. Where ranks tie, a point has last the place that it is drawn
// at. Value axes have the ends and steps of the wide drawing's; a target is a
// series of its own, without points. Ids of series derive from the figure's id.
func (f Figure) Option() ([]byte, error) {
	chart := f.Kind.faces().option(&f)
	chart.Validate()
	data, err := json.Marshal(chart.JSON())
	if err != nil {
		return nil, fmt.Errorf("option of figure %s: %w", f.ID, err)
	}
	return data, nil
}

// optionChart is what the four chart types of go-echarts have in common here.
type optionChart interface {
	Validate()
	JSON() object
}

// prepare sets what all options share; right is the room in pixels for texts
// that stand beyond the plot.
func (f *Figure) prepare(c *charts.RectChart, colors []string, decals []decal, trigger string, right float64) *visitor {
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: f.prefix()}),
		charts.WithColorsOpts(opts.Colors(colors)),
		charts.WithTitleOpts(opts.Title{Title: f.Title, Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger}),
		charts.WithLegendOpts(opts.Legend{Type: "scroll", Show: opts.Bool(f.keyed()), Top: "0", Left: "0"}),
		charts.WithGridOpts(opts.Grid{Left: "4", Right: strconv.Itoa(int(right) + 8), Top: f.optionTop(), Bottom: f.optionBottom(), ContainLabel: opts.Bool(true)}),
		charts.WithAnimation(false),
	)
	v := &visitor{description: f.Title + "。" + f.Description, decals: decals}
	c.Accept(v)
	return v
}

// keyed reports whether the option has a legend.
func (f *Figure) keyed() bool {
	switch f.Kind {
	case Lines, StackedColumns, Pareto, Ageing:
		return len(f.Series) > 1
	}
	return false
}

// optionTop leaves room for a legend or the words of a target.
func (f *Figure) optionTop() string {
	switch f.Kind {
	case HeatMap:
		return "8"
	case RankChange:
		return "12"
	}
	return "36"
}

// optionBottom leaves room for the key of a heat map.
func (f *Figure) optionBottom() string {
	if f.Kind == HeatMap {
		return "44"
	}
	return "8"
}

// targetRoom is the room for the target's words at the end of its line.
func (f *Figure) targetRoom() float64 {
	t, _ := f.target()
	return min(measure(t.Text, 12, false), 120)
}

// object is a part of an option that go-echarts has no types for.
type object = map[string]any

// visitor writes such parts: the aria part with decals that ECharts would
// understand, and what a kind adds.
type visitor struct {
	charts.BaseConfigurationVisitor
	description string
	decals      []decal
	full        func(i int, s *fullSeries)
	more        func(option object)
}

// decal is a pattern over a fill, in the words of ECharts.
type decal struct {
	Symbol   string  `json:"symbol"`
	Color    string  `json:"color"`
	DashX    []int   `json:"dashArrayX"`
	DashY    []int   `json:"dashArrayY"`
	Rotation float64 `json:"rotation"`
}

// Visit adds what go-echarts leaves out.
func (a *visitor) Visit(option object) {
	option["aria"] = object{
		"enabled": true,
		"label":   object{"enabled": true, "description": a.description},
		"decal":   object{"show": len(a.decals) > 0, "decals": a.decals},
	}
	option["series"] = a.series(option["series"].(charts.MultiSeries))
	if a.more != nil {
		a.more(option)
	}
}

// series says what go-echarts cannot say of each. Labels are all shown, not
// only those where an axis has one.
func (a *visitor) series(series charts.MultiSeries) []fullSeries {
	all := make([]fullSeries, len(series))
	for i, s := range series {
		all[i] = fullSeries{SingleSeries: s, AllSymbols: s.Type == "line" && s.ItemStyle != nil && s.ItemStyle.Color == unseen}
		if a.full != nil {
			a.full(i, &all[i])
		}
	}
	return all
}

// optionLook is the colour and pattern of a fill in the words of ECharts.
func optionLook(f fill) (string, decal) {
	switch f {
	case amberStripes:
		return sand, decal{"rect", amber, []int{1, 0}, []int{3, 3}, -0.7854}
	case redCrosses:
		return bad, decal{"rect", rose, []int{1, 0}, []int{1, 5}, 0.7854}
	case greyDots:
		return "#d5dae0", decal{"circle", muted, []int{3, 3}, []int{3, 3}, 0}
	case paleBlue:
		return pale, noDecal()
	case solidAmber:
		return amber, noDecal()
	case solidRed:
		return deep, noDecal()
	case blueLines:
		return "#eaf1f8", decal{"rect", blue, []int{1, 0}, []int{2, 2}, 0}
	}
	return blue, noDecal()
}

// unseen is the colour of what is only there to carry labels.
const unseen = "rgba(0,0,0,0)"

// noDecal is a pattern that is not seen; ECharts would fill a gap with its own.
func noDecal() decal { return decal{"rect", unseen, []int{1, 0}, []int{1, 5}, 0} }

// number is a value as ECharts takes it.
func (v Value) number() any {
	if !v.Known {
		return "-"
	}
	return v.Number
}

// labels is the category axis.
func (f *Figure) labels() []string {
	out := make([]string, len(f.Categories))
	for i, c := range f.Categories {
		out[i] = c.Label
	}
	return out
}

// seriesID is the id of the i-th series.
func (f *Figure) seriesID(i int) string { return fmt.Sprintf("%s-series-%d", f.prefix(), i+1) }

// textLabel prints the text in a dimension of the point.
func textLabel(position, color, dimension string) *opts.Label {
	return &opts.Label{Show: opts.Bool(true), Position: position, Formatter: types.FuncStr("{@[" + dimension + "]}"), Color: color}
}

// points gives a series its data: number and texts for every category, the
// number only where keep lets it through.
func (f *Figure) points(series int, upright bool, keep func(Value) bool) [][]any {
	out := make([][]any, len(f.Categories))
	for j, c := range f.Categories {
		v := f.value(series, j)
		n := v.number()
		if !keep(v) {
			n = "-"
		}
		x, y := n, any(j)
		if upright {
			x, y = y, x
		}
		note := v.cell()
		if v.Known {
			note = v.Text + noteAfter(join(c.Mark, v.Reason))
		}
		out[j] = []any{x, y, v.Text, note}
	}
	return out
}

// noteAfter sets a mark or a reason off from the value before it.
func noteAfter(note string) string {
	if note == "" {
		return ""
	}
	return "　" + note
}

func all(Value) bool { return true }

// addTarget adds the target line as a series of its own without points, so
// that it stays where a line is hidden, and is not in the legend.
func (f *Figure) addTarget(c *charts.RectChart, upright bool, more func(*charts.SingleSeries)) {
	t, ok := f.target()
	if !ok {
		return
	}
	nameLegend(c)
	f.add(c, "line", t.Text, [][]any{}, func(s *charts.SingleSeries) {
		f.markTarget(s, upright)
		more(s)
	})
}

// asItIs leaves a series alone.
func asItIs(*charts.SingleSeries) {}

// nameLegend keeps what is added from here on out of the legend.
func nameLegend(c *charts.RectChart) {
	names := make([]string, len(c.MultiSeries))
	for i, s := range c.MultiSeries {
		names[i] = s.Name
	}
	c.Legend.Data = names
}

// markTarget adds the target line to a series.
func (f *Figure) markTarget(s *charts.SingleSeries, upright bool) {
	t, ok := f.target()
	if !ok {
		return
	}
	line, position := any(opts.MarkLineNameXAxisItem{Name: t.Text, XAxis: t.Number}), "start" // the top
	if upright {
		line, position = opts.MarkLineNameYAxisItem{Name: t.Text, YAxis: t.Number}, "end"
	}
	s.MarkLines = &opts.MarkLines{
		Data: []any{line},
		MarkLineStyle: opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: bad, Position: position},
			LineStyle: &opts.LineStyle{Color: bad, Type: "dashed"},
		},
	}
}

// add appends a series whose data are arrays of number, place and text.
func (f *Figure) add(c *charts.RectChart, kind, name string, data [][]any, more func(*charts.SingleSeries)) {
	s := charts.SingleSeries{Name: name, Type: kind, Id: f.seriesID(len(c.MultiSeries)), Data: data}
	more(&s)
	c.MultiSeries = append(c.MultiSeries, s)
}

// valueLabels print the ticks of a value axis.
func (f *Figure) valueLabels() *opts.AxisLabel {
	return &opts.AxisLabel{Show: opts.Bool(true), Formatter: "{value}" + types.FuncStr(f.tickUnit()), Color: muted, HideOverlap: opts.Bool(true)}
}

// brokenLabels are labels under columns. Of few categories with long names all
// are shown, broken into lines that fit in so many pixels, which is what a
// phone leaves; of months every second or third will do.
func (f *Figure) brokenLabels(pixels int) *opts.AxisLabel {
	l := &opts.AxisLabel{Show: opts.Bool(true), Color: muted}
	widest := 0.0
	for _, c := range f.Categories {
		widest = max(widest, measure(c.Label, 12, false))
	}
	if n := len(f.Categories); n <= 12 && widest > 40 {
		l.Interval, l.Width, l.Overflow = "0", max(min(64, pixels/n-2), 24), "break"
	}
	return l
}

// levelAxis is an upright value axis with the ticks of the drawing; figure.js
// prints them with as many decimals as the steps have, and no commas.
func (f *Figure) levelAxis(a axis) opts.YAxis {
	return opts.YAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: f.valueLabels()}
}

// lyingAxis is the same, lying.
func (f *Figure) lyingAxis(a axis) opts.XAxis {
	return opts.XAxis{Type: "value", Min: a.lo, Max: a.hi, MinInterval: a.step, MaxInterval: a.step, AxisLabel: f.valueLabels()}
}

// fullSeries is a series with what go-echarts does not know of.
type fullSeries struct {
	charts.SingleSeries
	Z          int    `json:"z,omitempty"`
	Silent     bool   `json:"silent,omitempty"` // it cannot be touched, and is not read out
	Blur       object `json:"blur,omitempty"`
	AllSymbols bool   `json:"showAllSymbol,omitempty"` // also where the axis has no label
}
