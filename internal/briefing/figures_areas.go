package briefing

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/record"
)

// mostPanels is how many areas are drawn in small panels.
const mostPanels = 60

// areaPanels draws every area's rate over a year in a small panel of its own,
// all on the same axes, with the whole's behind; ok is false with one month.
func (b *book) areaPanels(m *month) (f charts.Figure, ok bool) {
	months := b.monthsUpTo(m, 12)
	if len(months) < 2 || len(b.Areas) < 2 || len(b.Areas) > mostPanels {
		return f, false
	}
	f = charts.Figure{
		ID: "panels-" + m.Period.String(), Kind: charts.SmallMultiples, Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Title: fmt.Sprintf("各单位近%d个月整改率", len(months)), Categories: monthLabels(months),
		Target:      b.target(b.Settings.Targets.Rectification),
		Description: "每个小图是一个单位各月的整改率，灰线是" + b.Settings.Whole + "的整改率；各图的纵轴相同。",
	}
	whole := charts.Series{Name: b.Settings.Whole}
	line := b.totalLine(record.Rectification)
	for _, p := range months {
		v := noData()
		if p.month != nil {
			v = line.of(p.month)
		}
		whole.Values = append(whole.Values, v)
	}
	f.Whole = &whole
	for a := range b.Areas {
		s := charts.Series{Name: b.areaName(a), Href: areaPath(&b.Areas[a])}
		for _, p := range months {
			s.Values = append(s.Values, b.areaValue(p.month, a))
		}
		f.Series = append(f.Series, s)
	}
	f.Note = overNote(&f)
	return f, true
}
