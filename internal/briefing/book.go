package briefing

import (
	"slices"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

type book struct {
	Facts
	rule     settings.Ranking
	decimals int
	months   []month // those with figures, oldest first
	sources  map[string]Source
	today    record.Date
	ledger   indicator.Ledgers
	major    []*record.Hazard // with a file each; what is due first stands first
}

type month struct {
	*indicator.Month
	toDate    *indicator.Month
	before    *indicator.Month // the month before; nil where there is none to compare with
	lastYear  *indicator.Month
	standings []ranking.Standing // nil in a month that is not told apart by area
	places    []int              // where each area stands in standings
}

func newBook(facts Facts) *book {
	b := &book{Facts: facts, rule: facts.Settings.Ranking, decimals: facts.Settings.Decimals}
	b.sources = make(map[string]Source, len(facts.Sources))
	for _, s := range facts.Sources {
		b.sources[s.Path] = s
	}
	all := facts.Months.All()
	for i := range all {
		if len(facts.Files[all[i].Period]) > 0 {
			b.months = append(b.months, b.newMonth(&all[i]))
		}
	}
	for i := 1; i < len(b.months); i++ {
		if b.months[i].before != nil {
			ranking.Move(b.months[i].standings, b.months[i-1].standings)
		}
	}
	b.today = Today(&facts)
	b.ledger = indicator.CountLedger(facts.Hazards, len(facts.Areas), b.today)
	b.major = majorHazards(facts.Hazards)
	return b
}

func (b *book) newMonth(m *indicator.Month) month {
	result := month{
		Month: m, toDate: b.Months.ToDate(m.Period),
		before: b.figuresOf(m.Period.Add(-1)), lastYear: b.figuresOf(m.Period.Add(-12)),
	}
	if b.cumulative() && m.Period.Month() == 1 {
		result.before = nil // December's figures are of another year
	}
	if m.ByArea {
		result.standings = ranking.Rank(b.rule, b.Areas, m.Areas, ranking.VetoesOf(b.Accidents, m.Period, b.cumulative()))
		result.places = make([]int, len(b.Areas))
		for i := range result.standings {
			result.places[result.standings[i].Area] = i
		}
	}
	return result
}

func (b *book) figuresOf(p record.Period) *indicator.Month {
	if len(b.Files[p]) == 0 {
		return nil
	}
	return b.Months.At(p)
}

func Today(facts *Facts) (day record.Date) {
	if n := len(facts.Meetings); n > 0 {
		return facts.Meetings[n-1].Meeting.Date
	}
	latest := record.Period{}
	for p, files := range facts.Files {
		if len(files) > 0 && p.Compare(latest) > 0 {
			latest = p
		}
	}
	if !latest.IsZero() {
		next := latest.Add(1)
		return record.Date{Year: next.Year(), Month: next.Month(), Day: 1}
	}
	for i := range facts.Hazards {
		for _, d := range [...]record.Date{facts.Hazards[i].FoundOn, facts.Hazards[i].DoneOn} {
			if d.Compare(day) > 0 {
				day = d
			}
		}
	}
	return day
}

func (b *book) latest() *month {
	if len(b.months) == 0 {
		return nil
	}
	return &b.months[len(b.months)-1]
}

func (b *book) latestWhere(divided func(*month) bool) *month {
	for i := len(b.months) - 1; i >= 0; i-- {
		if divided(&b.months[i]) {
			return &b.months[i]
		}
	}
	return nil
}

func byArea(m *month) bool { return m.ByArea }

func bySector(m *month) bool { return m.BySector }

func (m *month) standing(area int) *ranking.Standing {
	if m == nil || m.standings == nil {
		return nil
	}
	return &m.standings[m.places[area]]
}

func (b *book) monthAt(p record.Period) *month {
	i, ok := slices.BinarySearchFunc(b.months, p, func(m month, p record.Period) int { return m.Period.Compare(p) })
	if !ok {
		return nil
	}
	return &b.months[i]
}

func (b *book) previous(m *month) *month {
	if m.before == nil {
		return nil
	}
	return b.monthAt(m.before.Period)
}

func (b *book) monthOf(m *record.Meeting) *month {
	if !m.Period.IsZero() {
		return b.monthAt(m.Period)
	}
	for i := len(b.months) - 1; i >= 0; i-- {
		if b.months[i].Period.Compare(m.Date.Period()) < 0 {
			return &b.months[i]
		}
	}
	return b.monthAt(m.Date.Period())
}
