package briefing

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// keyFigures is the strip of the month's most important numbers; a number that
// nobody reported is left out.
func (b *book) keyFigures(m *month, tasks *taskCount) KeyFigures {
	var k KeyFigures
	add := func(f KeyFigure) { k.Items = append(k.Items, f) }
	total := &m.Total
	if found := total.Counts[record.Found]; found.Known() {
		change := indicator.Difference(found, m.countBefore(record.Found), b.sinceBefore(m), "项")
		add(KeyFigure{Label: "排查隐患", Value: count(found), Small: "项", Change: change.Text})
	}
	for _, i := range [...]record.Indicator{record.Rectification, record.Major, record.OnTimeRate} {
		if r := total.Rates[i]; r.HasValue() {
			change := indicator.RateChange(r, m.was(i), b.sinceBefore(m), b.decimals)
			add(KeyFigure{
				Label: i.String(), Value: b.rate(r), Change: change.Text, Tone: tone(change, true),
				Small: ofText(r, i),
			})
		}
	}
	if overdue := total.Counts[record.Overdue]; overdue.Known() {
		change := indicator.Difference(overdue, m.countBefore(record.Overdue), b.sinceBefore(m), "项")
		add(KeyFigure{Label: "逾期未整改", Value: count(overdue), Small: "项", Change: change.Text, Tone: tone(change, false)})
	}
	if reported, all := m.ReportedAreas(); all > 0 {
		f := KeyFigure{Label: "报送", Value: fmt.Sprint(reported), Small: fmt.Sprintf("/%d 个单位", all), Change: "全部报送", Tone: Good}
		if words := missingText(m); words != "" {
			f.Change, f.Tone = words, Bad
		}
		add(f)
	}
	if tasks != nil && tasks.all > 0 {
		f := KeyFigure{Label: "议定事项办结", Value: fmt.Sprint(tasks.closed), Small: fmt.Sprintf("/%d 项", tasks.all), Href: "tasks.html"}
		if tasks.overdue > 0 {
			f.Change, f.Tone = fmt.Sprintf("逾期%d项", tasks.overdue), Bad
		}
		add(f)
	}
	return k
}

// ofText is what a rate is of: 29/30, and what else is in it.
func ofText(r indicator.Rate, i record.Indicator) string {
	words := fmt.Sprintf("%d/%d", r.Numerator, r.Denominator)
	if old := oldWord(r, i); old != "" {
		words += "，" + old
	}
	return words
}

// oldWord is the word that a rate does not stand without if more is in it than
// its base (DOMAIN §3.6); "" for others.
func oldWord(r indicator.Rate, i record.Indicator) string {
	switch {
	case !r.HasValue() || !r.HasOld():
		return ""
	case i == record.Coverage:
		return "有的多于应排查数"
	}
	return "含往月隐患"
}

// missingText says how many units did not report, and how many said nothing: two things.
func missingText(m *month) string {
	if !m.ByArea {
		return ""
	}
	var words []string
	for _, state := range [...]indicator.State{indicator.NotReported, indicator.BlankReport} {
		n := 0
		for i := range m.Areas {
			if m.Areas[i].State() == state {
				n++
			}
		}
		if n > 0 {
			words = append(words, fmt.Sprintf("%d个%s", n, state))
		}
	}
	return strings.Join(words, "，")
}

// below reports whether a rate misses a target.
func (b *book) below(r indicator.Rate, target record.Decimal) bool {
	return r.HasValue() && target != (record.Decimal{}) &&
		r.Cmp(indicator.Rate{Numerator: target.Units, Denominator: 100 * pow10(target.Decimals), Known: true}) < 0
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

func sortStable[T any](list []T, compare func(a, b T) int) { slices.SortStableFunc(list, compare) }
