package charts

import (
	"encoding/json"
	"fmt"

	"github.com/go-echarts/go-echarts/v2/charts"
	"github.com/go-echarts/go-echarts/v2/opts"
)

// Option is the figure as an ECharts option in JSON, to be put into the page
// as data: < > and & are escaped, so that no text can end the script element,
// and there are no functions in it.
//
// Every point is an array: its number ("-" where there is none), its place on
// the category axis, and the text that is printed for it, which labels and
// tooltips show instead of the number. Series ids derive from the figure's id.
func (f Figure) Option() ([]byte, error) {
	chart := f.chart()
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
	JSON() map[string]any
}

func (f Figure) chart() optionChart {
	switch f.Kind {
	case Lines:
		return f.lineOption()
	case StackedColumns:
		return f.columnOption()
	case HeatMap:
		return f.heatOption()
	}
	return f.rankedOption()
}

// prepare sets what all options share.
func (f Figure) prepare(c *charts.RectChart, colors []string, decals []decal, trigger string) {
	c.SetGlobalOptions(
		charts.WithInitializationOpts(opts.Initialization{ChartID: f.prefix()}),
		charts.WithColorsOpts(opts.Colors(colors)),
		charts.WithTitleOpts(opts.Title{Title: f.Title, Show: opts.Bool(false)}),
		charts.WithTooltipOpts(opts.Tooltip{Show: opts.Bool(true), Trigger: trigger}),
		charts.WithLegendOpts(opts.Legend{Show: opts.Bool(len(f.Series) > 1 && f.Kind != HeatMap)}),
		charts.WithGridOpts(opts.Grid{Left: "2%", Right: "12%", Top: "40", Bottom: "30", ContainLabel: opts.Bool(true)}),
		charts.WithAnimation(false),
	)
	c.Accept(ariaVisitor{description: f.Title + "。" + f.Description, decals: decals})
}

// ariaVisitor writes the aria part: go-echarts has no type for decals that
// ECharts would understand.
type ariaVisitor struct {
	charts.BaseConfigurationVisitor
	description string
	decals      []decal
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
func (a ariaVisitor) Visit(option map[string]any) {
	option["aria"] = map[string]any{
		"enabled": true,
		"label":   map[string]any{"enabled": true, "description": a.description},
		"decal":   map[string]any{"show": len(a.decals) > 0, "decals": a.decals},
	}
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
		return pale, decal{"rect", "rgba(0,0,0,0)", []int{1, 0}, []int{1, 5}, 0}
	case blueLines:
		return "#eaf1f8", decal{"rect", blue, []int{1, 0}, []int{2, 2}, 0}
	}
	return blue, decal{"rect", "rgba(0,0,0,0)", []int{1, 0}, []int{1, 5}, 0}
}

// number is a value as ECharts takes it.
func (v Value) number() any {
	if !v.Known {
		return "-"
	}
	return v.Number
}

// labels is the category axis.
func (f Figure) labels() []string {
	out := make([]string, len(f.Categories))
	for i, c := range f.Categories {
		out[i] = c.Label
	}
	return out
}

// seriesID is the id of the i-th series.
func (f Figure) seriesID(i int) string { return fmt.Sprintf("%s-series-%d", f.prefix(), i+1) }

// textLabel prints the point's own text.
func textLabel(position, color string) *opts.Label {
	return &opts.Label{Show: opts.Bool(true), Position: position, Formatter: "{@[2]}", Color: color}
}

// points gives a series its data: number and text for every category that keep
// lets through.
func (f Figure) points(series int, upright bool, keep func(Value) bool) [][]any {
	out := make([][]any, len(f.Categories))
	for j, c := range f.Categories {
		v := f.value(series, j)
		n := v.number()
		if !keep(v) {
			n = "-"
		}
		text := v.Text
		if !v.Known {
			text = v.cell()
		}
		out[j] = []any{n, j, text, join(c.Mark, v.Reason)}
		if upright {
			out[j] = []any{j, n, text}
		}
	}
	return out
}

func all(Value) bool { return true }

// markTarget adds the target line to a series.
func (f Figure) markTarget(s *charts.SingleSeries, upright bool) {
	t, ok := f.target()
	if !ok {
		return
	}
	line := any(opts.MarkLineNameXAxisItem{Name: t.Text, XAxis: t.Number})
	if upright {
		line = opts.MarkLineNameYAxisItem{Name: t.Text, YAxis: t.Number}
	}
	s.MarkLines = &opts.MarkLines{
		Data: []any{line},
		MarkLineStyle: opts.MarkLineStyle{
			Symbol:    []string{"none", "none"},
			Label:     &opts.Label{Show: opts.Bool(true), Formatter: "{b}", Color: bad},
			LineStyle: &opts.LineStyle{Color: bad, Type: "dashed"},
		},
	}
}
