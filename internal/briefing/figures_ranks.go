package briefing

import (
	"fmt"
	"strconv"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// mostLines is how many areas' ranks are drawn on an area's own page: with more,
// the same crowd would be drawn on every page.
const mostLines = 40

// rankChange draws how ranks moved over a year; own is the area to stand out, or
// AllAreas. ok is false with one month, or where ranks are given within groups, which do not compare.
func (b *book) rankChange(m *month, own int) (f charts.Figure, ok bool) {
	months := b.monthsUpTo(m, 12)
	if len(months) < 2 || len(m.standings) < 2 || b.rule.Grouped {
		return f, false
	}
	f = charts.Figure{
		ID: "ranks-" + m.Period.String(), Kind: charts.RankChange, Scale: charts.Counts, Better: charts.LowerIsBetter,
		Title: fmt.Sprintf("近%d个月名次变化", len(months)), Categories: monthLabels(months),
		Description: "每条线是一个单位各月的名次，第1名在最上面；没有参加排名的月份断开。",
	}
	for i := range m.standings {
		area := m.standings[i].Area
		s := charts.Series{Name: b.areaName(area), Href: areaPath(&b.Areas[area]), Highlight: area == own}
		for _, p := range months {
			s.Values = append(s.Values, b.rankIn(p.month, area))
		}
		f.Series = append(f.Series, s)
	}
	return f, true
}

func (b *book) rankIn(m *month, area int) charts.Value {
	if m == nil {
		return charts.Value{Text: indicator.None, Reason: "没有数据"}
	}
	s := m.standing(area)
	if s == nil {
		return charts.Value{Text: indicator.None}
	}
	if s.Rank == 0 {
		return charts.Value{Text: indicator.None, Reason: s.Reason}
	}
	return charts.Value{Number: float64(s.Rank), Known: true, Text: strconv.Itoa(s.Rank)}
}

// sectorPareto draws which sectors have most of the hazards; ok is false with
// fewer than three.
func (b *book) sectorPareto(m *month) (f charts.Figure, ok bool) {
	type column struct {
		sector int
		found  int64
	}
	var columns []column
	total := int64(0)
	for s := range m.Sectors {
		if n := m.Sectors[s].Counts[record.Found].N(); n > 0 {
			columns = append(columns, column{s, n})
			total += n
		}
	}
	if len(columns) < 3 {
		return f, false
	}
	sortStable(columns, func(x, y column) int { return int(y.found - x.found) })
	f = charts.Figure{
		ID: "pareto-" + m.Period.String(), Kind: charts.Pareto, Unit: "项", Scale: charts.Counts,
		Title:  b.spanOfYear(m.Period) + "隐患集中在哪些行业领域",
		Series: []charts.Series{{Name: "排查隐患"}, {Name: "累计占比"}},
		Target: &charts.Target{Number: 80, Text: "80%"},
	}
	sum, most := int64(0), 0
	for i, c := range columns {
		sum += c.found
		share := indicator.Rate{Numerator: sum, Denominator: total, Known: true}
		if most == 0 && 5*sum >= 4*total {
			most = i + 1
		}
		f.Categories = append(f.Categories, charts.Category{Label: b.sectorName(c.sector), Href: sectorPath(&b.Sectors[c.sector])})
		f.Series[0].Values = append(f.Series[0].Values, countValue(record.CountOf(c.found)))
		f.Series[1].Values = append(f.Series[1].Values, charts.Value{Number: share.Percent(), Known: true, Text: b.rate(share)})
	}
	f.Description = fmt.Sprintf("隐患最多的%d个行业领域占全部的%s。", most, f.Series[1].Values[most-1].Text)
	return f, true
}
