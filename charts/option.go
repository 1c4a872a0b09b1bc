package charts

import (
	"math"
	"strconv"

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
	f.clean()
	return f.Kind.faces().option(&f).json(f.ID)
}

// option is an ECharts option. Its series, which are nearly all of it, are
// written between its other parts; see option_json.go.
type option struct {
	optionHead
	series []series
	optionTail
}

// optionHead is what stands before the series: parts have the order of their
// names.
type optionHead struct {
	Animation bool        `json:"animation"`
	Aria      aria        `json:"aria"`
	Color     []string    `json:"color"`
	Grid      any         `json:"grid"`
	Legend    opts.Legend `json:"legend"`
	Media     []liveMedia `json:"media,omitempty"`
}

// optionTail is what stands behind the series.
type optionTail struct {
	Title     any          `json:"title"`
	Toolbox   opts.Toolbox `json:"toolbox"`
	Tooltip   opts.Tooltip `json:"tooltip"`
	VisualMap []shadeKey   `json:"visualMap,omitempty"`
	XAxis     any          `json:"xAxis"`
	YAxis     any          `json:"yAxis"`
}

// aria says the figure to a screen reader, and has the patterns over fills.
type aria struct {
	Decal   ariaDecal `json:"decal"`
	Enabled bool      `json:"enabled"`
	Label   ariaLabel `json:"label"`
}

type ariaDecal struct {
	Decals []decal `json:"decals"`
	Show   bool    `json:"show"`
}

type ariaLabel struct {
	Description string `json:"description"`
	Enabled     bool   `json:"enabled"`
}

// decal is a pattern over a fill, in the words of ECharts.
type decal struct {
	Symbol   string  `json:"symbol"`
	Color    string  `json:"color"`
	DashX    []int   `json:"dashArrayX"`
	DashY    []int   `json:"dashArrayY"`
	Rotation float64 `json:"rotation"`
}

// series is one series, whose points stand between its other parts.
type series struct {
	seriesHead
	form   datumForm
	points []datum
	seriesTail
}

// seriesHead and seriesTail are those fields of a series in go-echarts that
// some figure has, in its order, and behind them what it does not know of.
type seriesHead struct {
	Name        string `json:"name,omitempty"`
	Type        string `json:"type,omitempty"`
	ID          string `json:"id,omitempty"`
	Stack       string `json:"stack,omitempty"`
	XAxisIndex  int    `json:"xAxisIndex,omitempty"`
	YAxisIndex  int    `json:"yAxisIndex,omitempty"`
	BarGap      string `json:"barGap,omitempty"`
	BarMaxWidth string `json:"barMaxWidth,omitempty"`
	Symbol      string `json:"symbol,omitempty"`
	SymbolSize  int    `json:"symbolSize,omitempty"`
}

type seriesTail struct {
	Encode      *opts.Encode      `json:"encode,omitempty"`
	ItemStyle   *opts.ItemStyle   `json:"itemStyle,omitempty"`
	Label       *opts.Label       `json:"label,omitempty"`
	LabelLayout *opts.LabelLayout `json:"labelLayout,omitempty"`
	Emphasis    *opts.Emphasis    `json:"emphasis,omitempty"`
	MarkLine    *opts.MarkLines   `json:"markLine,omitempty"`
	LineStyle   *opts.LineStyle   `json:"lineStyle,omitempty"`
	Z           int               `json:"z,omitempty"`
	Silent      bool              `json:"silent,omitempty"` // it cannot be touched, and is not read out
	Blur        object            `json:"blur,omitempty"`
	AllSymbols  bool              `json:"showAllSymbol,omitempty"` // also where the axis has no label
}

// datum is where a series passes, and what is printed there. A number that is
// not known is NaN.
type datum struct {
	x, y       float64
	extra      float64 // of which the form of the series says what it is
	text, note string
}

// datumForm is the order of a point's numbers and texts.
type datumForm int

const (
	plainDatum datumForm = iota // x, y, text, note
	cellDatum                   // x, y, the number of a cell, text, note
	drawnDatum                  // x, y, text, note, where on y it is drawn
)

// prepare sets what all options share; right is the room in pixels for texts
// that stand beyond the plot.
func (f *Figure) prepare(colors []string, decals []decal, trigger string, right float64) *option {
	return &option{
		optionHead: optionHead{
			Aria: aria{
				Decal:   ariaDecal{Decals: decals, Show: len(decals) > 0},
				Enabled: true,
				Label:   ariaLabel{Description: f.Title + "。" + f.Description, Enabled: true},
			},
			Color:  colors,
			Grid:   []opts.Grid{f.grid(right)},
			Legend: opts.Legend{Type: "scroll", Show: opts.Bool(f.keyed()), Top: "0", Left: "0"},
		},
		optionTail: optionTail{
			Title:   opts.Title{Title: f.Title, Show: opts.Bool(false)},
			Tooltip: opts.Tooltip{Show: opts.Bool(true), Trigger: trigger},
			XAxis:   []opts.XAxis{{}},
			YAxis:   []opts.YAxis{{}},
		},
	}
}

// grid is where the plot stands.
func (f *Figure) grid(right float64) opts.Grid {
	return opts.Grid{Left: "4", Right: strconv.Itoa(int(right) + 8), Top: f.optionTop(), Bottom: f.optionBottom(), ContainLabel: opts.Bool(true)}
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

// number is a value's place on an axis.
func (v Value) number() float64 {
	if !v.Known {
		return math.NaN()
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
func (f *Figure) seriesID(i int) string { return f.prefix() + "-series-" + strconv.Itoa(i+1) }

// textLabel prints the text in a dimension of the point.
func textLabel(position, color, dimension string) *opts.Label {
	return &opts.Label{Show: opts.Bool(true), Position: position, Formatter: types.FuncStr("{@[" + dimension + "]}"), Color: color}
}

// points gives a series its data: number and texts for every category, the
// number only where keep lets it through.
func (f *Figure) points(series int, upright bool, keep func(Value) bool) []datum {
	out := make([]datum, len(f.Categories))
	for j, c := range f.Categories {
		v := f.value(series, j)
		p := datum{x: v.number(), y: float64(j), text: v.Text, note: v.cell()}
		if !keep(v) {
			p.x = math.NaN()
		}
		if upright {
			p.x, p.y = p.y, p.x
		}
		if v.Known {
			p.note = v.Text + noteAfter(join(c.Mark, v.Reason))
		}
		out[j] = p
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
// that it stays where a line is hidden, and is not in the legend. It returns
// the series, or nil where there is no target.
func (f *Figure) addTarget(o *option, upright bool) *series {
	t, ok := f.target()
	if !ok {
		return nil
	}
	o.nameLegend()
	s := f.add(o, "line", t.Text, nil)
	f.markTarget(s, upright)
	return s
}

// nameLegend keeps what is added from here on out of the legend.
func (o *option) nameLegend() {
	names := make([]string, len(o.series))
	for i, s := range o.series {
		names[i] = s.Name
	}
	o.Legend.Data = names
}

// markTarget adds the target line to a series.
func (f *Figure) markTarget(s *series, upright bool) {
	t, ok := f.target()
	if !ok {
		return
	}
	line, position := any(opts.MarkLineNameXAxisItem{Name: t.Text, XAxis: t.Number}), "start" // the top
	if upright {
		line, position = opts.MarkLineNameYAxisItem{Name: t.Text, YAxis: t.Number}, "end"
	}
	s.MarkLine = &opts.MarkLines{
		Data: []any{line},
		MarkLineStyle: opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: bad, Position: position},
			LineStyle: &opts.LineStyle{Color: bad, Type: "dashed"},
		},
	}
}

// add appends a series and returns it, to be given its look before the next.
func (f *Figure) add(o *option, kind, name string, points []datum) *series {
	o.series = append(o.series, series{seriesHead: seriesHead{Name: name, Type: kind, ID: f.seriesID(len(o.series))}, points: points})
	return &o.series[len(o.series)-1]
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
