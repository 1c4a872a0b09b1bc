package charts

import (
	"encoding/json"
	"math"

	"github.com/go-echarts/go-echarts/v2/charts"
)

// PlainOption is the option as go-echarts would write it: its chart with the
// parts of ours, through maps and encoding/json. Option is the same, faster.
func PlainOption(f Figure) ([]byte, error) {
	f.clean()
	o := f.Kind.faces().option(&f)
	chart := charts.NewLine()
	chart.SetGlobalOptions(charts.WithAnimation(o.Animation), charts.WithLegendOpts(o.Legend), charts.WithTooltipOpts(o.Tooltip), charts.WithColorsOpts(o.Color))
	chart.Validate()
	plain := chart.JSON()
	plain["aria"], plain["grid"], plain["title"], plain["xAxis"], plain["yAxis"] = o.Aria, o.Grid, o.Title, o.XAxis, o.YAxis
	if o.Media != nil {
		plain["media"] = o.Media
	}
	if o.VisualMap != nil {
		plain["visualMap"] = o.VisualMap
	}
	all := []plainSeries{}
	for _, s := range o.series {
		all = append(all, s.plain())
	}
	plain["series"] = all
	return json.Marshal(plain)
}

// plainSeries is a series of go-echarts, and behind it what it does not know of.
type plainSeries struct {
	charts.SingleSeries
	Z          int            `json:"z,omitempty"`
	Silent     bool           `json:"silent,omitempty"`
	Blur       map[string]any `json:"blur,omitempty"`
	AllSymbols bool           `json:"showAllSymbol,omitempty"`
}

func (s *series) plain() plainSeries {
	plain := charts.SingleSeries{
		Name: s.Name, Type: s.Type, Id: s.ID, Stack: s.Stack, XAxisIndex: s.XAxisIndex, YAxisIndex: s.YAxisIndex,
		BarGap: s.BarGap, BarMaxWidth: s.BarMaxWidth, Symbol: s.Symbol,
		Encode: s.Encode, ItemStyle: s.ItemStyle, Label: s.Label, LabelLayout: s.LabelLayout,
		Emphasis: s.Emphasis, MarkLines: s.MarkLine, LineStyle: s.LineStyle,
	}
	if s.SymbolSize != 0 {
		plain.SymbolSize = s.SymbolSize
	}
	points := [][]any{}
	for _, p := range s.points {
		points = append(points, p.plain(s.form))
	}
	plain.Data = points
	return plainSeries{plain, s.Z, s.Silent, s.Blur, s.AllSymbols}
}

func (p *datum) plain(form datumForm) []any {
	number := func(v float64) any {
		if math.IsNaN(v) {
			return "-"
		}
		return v
	}
	switch form {
	case cellDatum:
		return []any{number(p.x), number(p.y), number(p.extra), p.text, p.note}
	case drawnDatum:
		return []any{number(p.x), number(p.y), p.text, p.note, number(p.extra)}
	}
	return []any{number(p.x), number(p.y), p.text, p.note}
}

// AppendNumber writes a number of a point.
var AppendNumber = appendNumber
