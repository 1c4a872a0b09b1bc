package briefing

import (
	"fmt"
	"strings"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// fateMonths is how many months of found hazards are followed to their fate.
const fateMonths = 6

// fate draws what became of the hazards found: rectified, not yet due, overdue.
// Where overdue is not reported, what is open is not told apart.
func (b *book) fate(m *month, id string, of func(*month) *indicator.Figures) charts.Figure {
	months := b.monthsUpTo(m, fateMonths)
	f := charts.Figure{
		ID: id, Kind: charts.StackedColumns, Unit: "项", Scale: charts.Counts, Axis: "月份", Title: "近几个月隐患去向",
		Categories: monthLabels(months),
	}
	overdueKnown := false
	for _, p := range months {
		overdueKnown = overdueKnown || p.month != nil && of(p.month).Counts[record.Overdue].Known()
	}
	done := charts.Series{Name: "已整改", Meaning: charts.Done}
	open := charts.Series{Name: "未到期", Meaning: charts.Pending}
	overdue := charts.Series{Name: "逾期", Meaning: charts.Overdue}
	if !overdueKnown {
		open.Name = "未整改"
	}
	for _, p := range months {
		var c record.Counts
		if p.month != nil {
			c = openOf(of(p.month))
		}
		late := c[record.Overdue]
		done.Values = append(done.Values, countValue(c[record.Rectified]))
		overdue.Values = append(overdue.Values, countValue(late))
		open.Values = append(open.Values, countValue(notYetDue(c)))
	}
	f.Series = []charts.Series{done, open}
	if overdueKnown {
		f.Series = append(f.Series, overdue)
	}
	f.Description = fateSentence(months[len(months)-1].period.Chinese(), f.Series)
	return f
}

// fateSentence tells the last month's columns; what is not known is not told.
func fateSentence(month string, series []charts.Series) string {
	var words []string
	for _, s := range series {
		if v := s.Values[len(s.Values)-1]; v.Known {
			words = append(words, s.Name+v.Text+"项")
		}
	}
	if len(words) == 0 {
		return ""
	}
	return month + "：" + strings.Join(words, "，") + "。"
}

// notYetDue is what is open less what is overdue.
func notYetDue(c record.Counts) record.Count {
	open, late := c[record.Open], c[record.Overdue]
	if !open.Known() {
		return record.Count{}
	}
	return record.CountOf(max(open.N()-late.N(), 0))
}

func countValue(c record.Count) charts.Value {
	if !c.Known() {
		return charts.Value{Text: indicator.None}
	}
	return charts.Value{Number: float64(c.N()), Known: true, Text: count(c)}
}

// mostHeatRows is how many areas a heat map of areas shows; beyond it the table
// under it says more than the picture.
const mostHeatRows = 60

// sectorHeat draws areas by sectors for one month; ok is false where the data
// is not told apart by both.
func (b *book) sectorHeat(m *month) (f charts.Figure, ok bool) {
	if m.Cross == nil || len(b.Areas) > mostHeatRows || len(b.Sectors) < 2 {
		return f, false
	}
	f = b.heat("sectors-"+m.Period.String(), b.spanOfYear(m.Period)+"各单位各行业领域整改率")
	for _, s := range b.Sectors {
		f.Categories = append(f.Categories, charts.Category{Label: s.Name, Href: sectorPath(&s)})
	}
	for a := range b.Areas {
		series := charts.Series{Name: b.areaName(a), Href: areaPath(&b.Areas[a])}
		for s := range b.Sectors {
			series.Values = append(series.Values, b.crossValue(m, a, s))
		}
		f.Series = append(f.Series, series)
	}
	f.Note = overNote(&f)
	return f, true
}

// monthHeat draws areas by months; ok is false with one month or too many areas.
func (b *book) monthHeat(m *month) (f charts.Figure, ok bool) {
	months := b.monthsUpTo(m, 12)
	if len(months) < 2 || len(b.Areas) == 0 || len(b.Areas) > mostHeatRows {
		return f, false
	}
	f = b.heat("months-"+m.Period.String(), "各单位近"+fmt.Sprint(len(months))+"个月整改率")
	f.Categories = monthLabels(months)
	for a := range b.Areas {
		series := charts.Series{Name: b.areaName(a), Href: areaPath(&b.Areas[a])}
		for _, p := range months {
			series.Values = append(series.Values, b.areaValue(p.month, a))
		}
		f.Series = append(f.Series, series)
	}
	f.Note = overNote(&f)
	return f, true
}

func (b *book) heat(id, title string) charts.Figure {
	return charts.Figure{
		ID: id, Kind: charts.HeatMap, Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter, Title: title,
		Description: "每格是一个整改率，颜色越深整改率越高；“—”是没有排查出隐患或没有报送。",
	}
}

// sectorRank draws the sectors' rates of a month as bars, highest first.
func (b *book) sectorBars(m *month) (f charts.Figure, ok bool) {
	type bar struct {
		sector int
		rate   indicator.Rate
	}
	var bars []bar
	for s := range m.Sectors {
		if r := m.Sectors[s].Rates[record.Rectification]; r.HasValue() {
			bars = append(bars, bar{s, r})
		}
	}
	if len(bars) < 2 {
		return f, false
	}
	sortStable(bars, func(a, b bar) int { return b.rate.Cmp(a.rate) })
	f = charts.Figure{
		ID: "by-sector-" + m.Period.String(), Kind: charts.RankedBars, Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Title: b.spanOfYear(m.Period) + "各行业领域整改率", Target: b.target(b.Settings.Targets.Rectification),
		Series: []charts.Series{{Name: "整改率"}},
	}
	for _, x := range bars {
		f.Categories = append(f.Categories, charts.Category{Label: b.sectorName(x.sector), Href: sectorPath(&b.Sectors[x.sector])})
		f.Series[0].Values = append(f.Series[0].Values, charts.Value{Number: x.rate.Percent(), Known: true, Text: b.rate(x.rate)})
	}
	f.Kind = rankKind(&f)
	f.Note = overNote(&f)
	first, last := bars[0], bars[len(bars)-1]
	f.Description = fmt.Sprintf("最高%s %s，最低%s %s。", b.sectorName(first.sector), b.rate(first.rate), b.sectorName(last.sector), b.rate(last.rate))
	return f, true
}
