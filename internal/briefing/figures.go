package briefing

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/record"
)

// trendMonths is how many months a trend shows: a year and the month it is compared with.
const trendMonths = 13

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
		ID: id, Kind: charts.Lines, Unit: "%", Scale: charts.Percents, Axis: "月份", Better: charts.HigherIsBetter,
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
