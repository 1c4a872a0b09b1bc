package briefing

import (
	"runtime"
	"slices"
	"sort"
	"sync"

	"golang.org/x/sync/errgroup"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
	"jianbao/internal/table"
)

// book is the facts with what several pages need of them, worked out once.
type book struct {
	Facts
	rule     settings.Ranking
	decimals int
	months   []month // those with figures, oldest first
	sources  map[string]Source
	today    record.Date
	ledger   indicator.Ledgers
	major    []*record.Hazard // with a file each; what is due first stands first
	duties   [][]duty         // what the meetings gave each area to do
	texts    []Prose          // of the meetings
	ownTexts []Prose          // of the author's other texts
	printed  map[string]bool  // the prints that pages link to

	workbooks table.XLSX // the downloads
}

// month is one month's figures with everybody's standing.
type month struct {
	*indicator.Month
	toDate    *indicator.Month
	before    *indicator.Month // the month before; nil where there is none to compare with
	lastYear  *indicator.Month
	standings []ranking.Standing // nil in a month that is not told apart by area
	places    []int              // where each area stands in standings
	inWords   func() Paragraph   // its paragraph, written once for all pages and handouts that have it
	drawn     func() []Block     // its figures, made once for all pages that show them
	lowest    func() []Block
	why       func() []string // of each standing, in a sentence
	inTexts   *inTexts
}

func newBook(facts Facts) *book {
	// What a text was parsed into is let go as soon as it is written.
	facts.Meetings, facts.Texts = slices.Clone(facts.Meetings), slices.Clone(facts.Texts)
	b := &book{Facts: facts, rule: facts.Settings.Ranking, decimals: facts.Settings.Decimals}
	b.sources = make(map[string]Source, len(facts.Sources))
	for _, s := range facts.Sources {
		b.sources[s.Path] = s
	}
	all := facts.Months.All()
	for i := range all {
		if len(facts.Files[all[i].Period]) > 0 {
			b.months = append(b.months, month{Month: &all[i]})
		}
	}
	eachAtOnce(len(b.months), func(i int) { b.months[i] = b.newMonth(b.months[i].Month) })
	for i := 1; i < len(b.months); i++ {
		if b.months[i].before != nil {
			ranking.Move(b.months[i].standings, b.months[i-1].standings)
		}
	}
	for i := range b.months {
		m := &b.months[i]
		m.inWords = sync.OnceValue(func() Paragraph { return b.monthParagraph(m) })
		m.drawn = sync.OnceValue(func() []Block { return b.drawMonth(m) })
		m.lowest = sync.OnceValue(func() []Block { return b.listBottom(m) })
		m.inTexts = &inTexts{made: map[place][]FigureBlock{}}
		m.why = sync.OnceValue(func() []string { return b.explain(m) })
	}
	b.today = Today(&facts)
	b.ledger = indicator.CountLedger(facts.Hazards, len(facts.Areas), b.today)
	b.major = majorHazards(facts.Hazards)
	b.duties = dutiesOf(facts.Areas, b.meetings())
	return b
}

// eachAtOnce does n pieces of work on all processors.
func eachAtOnce(n int, do func(i int)) {
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i := range n {
		work.Go(func() error {
			do(i)
			return nil
		})
	}
	_ = work.Wait() // none fails
}

// meetings are the meetings without their texts, by date.
func (b *book) meetings() []*record.Meeting {
	meetings := make([]*record.Meeting, len(b.Meetings))
	for i := range b.Meetings {
		meetings[i] = &b.Meetings[i].Meeting
	}
	return meetings
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

// figuresOf returns a month that somebody reported for, or nil.
func (b *book) figuresOf(p record.Period) *indicator.Month {
	if len(b.Files[p]) == 0 {
		return nil
	}
	return b.Months.At(p)
}

// Today is the day that the briefing speaks on: that of the latest meeting, else
// the day after the latest month with a report, else the last that a ledger has.
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

// latest is the newest month with figures, or nil.
func (b *book) latest() *month {
	if len(b.months) == 0 {
		return nil
	}
	return &b.months[len(b.months)-1]
}

// latestWhere is the newest month that is divided as a page needs it, or nil.
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

// standing is an area's, or nil in a month that is not told apart by area.
func (m *month) standing(area int) *ranking.Standing {
	if m == nil || m.standings == nil {
		return nil
	}
	return &m.standings[m.places[area]]
}

// monthAt finds a month with figures, or nil.
func (b *book) monthAt(p record.Period) *month {
	i, ok := sort.Find(len(b.months), func(i int) int { return p.Compare(b.months[i].Period) })
	if !ok {
		return nil
	}
	return &b.months[i]
}

// previous is the month before with its standings, to compare areas and sectors
// with; nil where there is none.
func (b *book) previous(m *month) *month {
	if m.before == nil {
		return nil
	}
	return b.monthAt(m.before.Period)
}

// monthOf finds the month that a meeting reported on: the one its minutes name,
// else the newest that had ended by its day, so that a later report changes no
// earlier meeting; else the month of the meeting itself.
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
