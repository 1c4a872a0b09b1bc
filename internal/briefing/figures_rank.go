package briefing

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

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
