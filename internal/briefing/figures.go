package briefing

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// trendMonths is how many months a trend shows: a year and the month it is compared with.
const trendMonths = 13

// rankFigures draws the ranking of a month: one figure, or one for each group.
func (b *book) rankFigures(m *month) (figures []charts.Figure) {
	for from := 0; from < len(m.standings); {
		to := from
		for to < len(m.standings) && m.standings[to].Group == m.standings[from].Group {
			to++
		}
		figures = append(figures, b.rankFigure(m, m.standings[from:to], len(figures)))
		from = to
	}
	return figures
}

func (b *book) rankFigure(m *month, standings []ranking.Standing, number int) charts.Figure {
	value := b.rankedBy()
	f := charts.Figure{
		ID: fmt.Sprintf("rank-%s-%d", m.Period, number+1), Kind: charts.RankedBars, Unit: "%", Scale: charts.Percents,
		Title:  b.spanOfYear(m.Period) + standings[0].Group + value + "排名",
		Better: charts.HigherIsBetter, Target: b.target(b.rankTarget()), Note: b.rankNote(),
		Series: []charts.Series{{Name: value}},
	}
	if b.scored() {
		f.Unit, f.Scale, f.Target = "分", charts.Points, nil
	}
	ranked := 0
	for i := range standings {
		s := &standings[i]
		f.Categories = append(f.Categories, b.rankCategory(s))
		f.Series[0].Values = append(f.Series[0].Values, b.rankValue(s))
		if s.Rank > 0 {
			ranked++
		}
	}
	f.Kind = rankKind(&f)
	f.Note += overNote(&f)
	f.Description = fmt.Sprintf("%d个单位参加%s排名", ranked, value)
	if out := len(standings) - ranked; out > 0 {
		f.Description += fmt.Sprintf("，%d个不参加", out)
	}
	f.Description += "。"
	fair := ranked // those not put last by a veto
	for fair > 0 && standings[fair-1].Veto != "" {
		fair--
	}
	if fair > 1 {
		first, last := &standings[0], &standings[fair-1]
		f.Description += fmt.Sprintf("居首的是%s（%s），居末的是%s（%s）。", b.areaName(first.Area), first.Text(b.decimals), b.areaName(last.Area), last.Text(b.decimals))
	}
	return f
}

// near is the lowest rate, in percent, above which bars from zero all look
// alike, and dots on an axis that fits show what there is to see.
const near = 85

// rankKind draws rates as bars, or as dots where all are near 100%.
func rankKind(f *charts.Figure) charts.Kind {
	if f.Scale != charts.Percents {
		return charts.RankedBars
	}
	for _, v := range f.Series[0].Values {
		if v.Known && v.Number < near {
			return charts.RankedBars
		}
	}
	return charts.Dots
}

func (b *book) rankCategory(s *ranking.Standing) charts.Category {
	c := charts.Category{Label: b.areaName(s.Area), Href: areaPath(&b.Areas[s.Area]), Tied: s.Tied}
	if s.Rank > 0 {
		c.Rank = fmt.Sprint(s.Rank)
		c.Movement = movementText(s.Movement.Known, s.Movement.New, s.Movement.Up)
	}
	if s.Veto != "" {
		c.Mark = "一票否决"
	}
	return c
}

func (b *book) rankValue(s *ranking.Standing) charts.Value {
	if s.Value == nil {
		return charts.Value{Text: indicator.None, Reason: s.Reason + "，不参加排名"}
	}
	number, _ := s.Plain.Float64()
	if r := s.Parts[0].Rate; !b.scored() {
		number = r.Percent() // which is above 100 where old hazards were closed
	}
	v := charts.Value{Number: number, Known: true, Text: s.Text(b.decimals)}
	if s.Rank == 0 {
		v.Reason = s.Reason
	}
	return v
}

// scored reports whether areas are ranked by points and not by one rate.
func (b *book) scored() bool { return b.rule.By == settings.ByScore || len(b.rule.Weights) > 0 }

// rankedBy names what areas are ranked by.
func (b *book) rankedBy() string {
	switch {
	case b.rule.By == settings.ByScore:
		return "得分"
	case len(b.rule.Weights) > 0:
		return "综合得分"
	}
	i, _ := record.IndicatorByKey(b.rule.By)
	return i.String()
}

func (b *book) rankTarget() record.Decimal {
	if b.scored() {
		return record.Decimal{}
	}
	i, _ := record.IndicatorByKey(b.rule.By)
	return b.targetOf(i)
}

func (b *book) rankNote() string {
	if b.rule.SmallBase.Below > 0 && b.rule.SmallBase.Method == settings.SmallBaseWilson && b.rule.By != settings.ByScore {
		return "名次按威尔逊下限排定，因此整改率相同的，基数大的在前。"
	}
	return ""
}

func (b *book) targetOf(i record.Indicator) record.Decimal {
	t := b.Settings.Targets
	return [record.NumIndicators]record.Decimal{
		record.Rectification: t.Rectification, record.General: {}, record.Major: t.Major,
		record.OnTimeRate: t.OnTime, record.Coverage: t.Coverage,
	}[i]
}

// target is the line of a goal in percent, or nil.
func (b *book) target(d record.Decimal) *charts.Target {
	if d == (record.Decimal{}) {
		return nil
	}
	number, _ := d.Rat().Float64()
	return &charts.Target{Number: number, Text: "目标 " + d.String() + "%"}
}

// trend draws rates over the months up to and with m.
func (b *book) trend(m *month, id, title string, lines []trendLine) charts.Figure {
	f := charts.Figure{
		ID: id, Kind: charts.Lines, Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Title: title, Target: b.target(b.Settings.Targets.Rectification),
	}
	months := b.monthsUpTo(m, trendMonths)
	f.Categories = monthLabels(months)
	for _, line := range lines {
		s := charts.Series{Name: line.name}
		known := false
		for _, p := range months {
			v := noData()
			if p.month != nil {
				v = line.of(p.month)
			}
			known = known || v.Known
			s.Values = append(s.Values, v)
		}
		if known {
			f.Series = append(f.Series, s)
		}
	}
	f.Description, f.Note = trendSentence(&f, months), overNote(&f)
	return f
}

// trendLine is one rate of a month.
type trendLine struct {
	name string
	of   func(*month) charts.Value
}

func (b *book) totalLine(i record.Indicator) trendLine {
	return trendLine{i.String(), func(m *month) charts.Value { return b.heatValue(&m.Total, i) }}
}

// trendSentence tells where each line began and where it ends.
func trendSentence(f *charts.Figure, months []shownMonth) string {
	sentence := ""
	for _, s := range f.Series {
		first, last := -1, -1
		for i, v := range s.Values {
			if v.Known {
				if first < 0 {
					first = i
				}
				last = i
			}
		}
		if last > first {
			sentence += fmt.Sprintf("%s从%s的%s到%s的%s。", s.Name, months[first].period.Chinese(), s.Values[first].Text, months[last].period.Chinese(), s.Values[last].Text)
		}
	}
	return sentence
}

// shownMonth is a place on a time axis; month is nil where nobody reported.
type shownMonth struct {
	period record.Period
	month  *month
}

// monthLabels are 10月, with the year at the first month and at every January.
func monthLabels(months []shownMonth) (labels []charts.Category) {
	for i, m := range months {
		label := fmt.Sprintf("%d月", m.period.Month())
		if i == 0 || m.period.Month() == 1 {
			label = m.period.Chinese()
		}
		labels = append(labels, charts.Category{Label: label})
	}
	return labels
}

// monthsUpTo lists at most n months that end with m, gaps among them.
func (b *book) monthsUpTo(m *month, n int) (list []shownMonth) {
	first := b.months[0].Period
	for p := m.Period.Add(1 - n); p.Compare(m.Period) <= 0; p = p.Add(1) {
		if p.Compare(first) >= 0 {
			list = append(list, shownMonth{p, b.monthAt(p)})
		}
	}
	return list
}
