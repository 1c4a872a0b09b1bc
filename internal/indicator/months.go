package indicator

import (
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// Month is one month's figures, by area and sector.
type Month struct {
	Period   record.Period
	ByArea   bool        // some row is of an area; without one nobody failed to report
	BySector bool        // some row is of a sector
	Areas    []Figures   // by index of the area
	Sectors  []Figures   // by index of the sector
	Cross    [][]Figures // by area, then sector; nil where the data is not told apart by both
	Sources  [4]Figures  // by record.Source
	Total    Figures
}

// Months are the figures of every month that any report is of, oldest first.
// Months without a report are there too, between the first and the last.
type Months struct {
	list       []Month
	toDate     []Month
	first      record.Period
	cumulative bool
	places     map[placed]problem.Place // of cumulative rows, for ProofreadBasis
}

// placed is whose row of which month; the area may be AllAreas.
type placed struct {
	period record.Period
	area   int
}

// Compute adds up all rows. areas and sectors are how many there are; with
// cumulative figures a month already is the year to date.
func Compute(rows []record.Row, areas, sectors int, cumulative bool) Months {
	if len(rows) == 0 {
		return Months{cumulative: cumulative}
	}
	if !areInOrder(rows) {
		rows = slices.Clone(rows)
		slices.SortStableFunc(rows, func(a, b record.Row) int { return a.Compare(&b) })
	}
	ms := Months{first: rows[0].Period, cumulative: cumulative, places: map[placed]problem.Place{}}
	blank := Month{Areas: make([]Figures, areas), Sectors: make([]Figures, sectors)}
	for p := ms.first; p.Compare(rows[len(rows)-1].Period) <= 0; p = p.Add(1) {
		blank.Period = p
		ms.list = append(ms.list, blank) // the lists are shared by all months that have none
	}
	var work errgroup.Group // months have nothing of each other
	work.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].Period == rows[from].Period {
			to++
		}
		month, its := &ms.list[ms.index(rows[from].Period)], rows[from:to]
		work.Go(func() error {
			month.addRows(its, areas, sectors)
			return nil
		})
		ms.note(its)
		from = to
	}
	_ = work.Wait() // none fails
	ms.addToDate()
	return ms
}

// areInOrder reports whether rows are in the order that intake gives them in.
func areInOrder(rows []record.Row) bool {
	for i := 1; i < len(rows); i++ {
		if rows[i-1].Compare(&rows[i]) > 0 {
			return false
		}
	}
	return true
}

// note remembers the first row of each area.
func (ms *Months) note(rows []record.Row) {
	for i := range rows {
		if r := &rows[i]; ms.cumulative && (i == 0 || r.Area != rows[i-1].Area) {
			ms.places[placed{r.Period, r.Area}] = r.Place
		}
	}
}

// addToDate puts each month together with those before it in its year.
func (ms *Months) addToDate() {
	if ms.cumulative {
		ms.toDate = ms.list
		return
	}
	for i := range ms.list {
		m := ms.list[i].alone()
		if i > 0 && m.Period.Month() > 1 {
			m.since(&ms.toDate[i-1])
		}
		ms.toDate = append(ms.toDate, m)
	}
}

// alone is a month's total, areas and sectors, to be added to.
func (m *Month) alone() Month {
	none := &Figures{}
	alone := Month{Period: m.Period, ByArea: m.ByArea, BySector: m.BySector, Total: m.Total, Areas: m.Areas, Sectors: m.Sectors}
	alone.Total.since(none)
	if m.ByArea {
		alone.Areas = slices.Clone(m.Areas)
		for i := range alone.Areas {
			alone.Areas[i].since(none)
		}
	}
	if m.BySector {
		alone.Sectors = slices.Clone(m.Sectors)
		for i := range alone.Sectors {
			alone.Sectors[i].since(none)
		}
	}
	return alone
}

// since adds the months before in the year; lists that have nothing of their own
// are shared with them.
func (m *Month) since(before *Month) {
	m.Total.since(&before.Total)
	m.Areas = listSince(m.Areas, m.ByArea, before.Areas, before.ByArea)
	m.Sectors = listSince(m.Sectors, m.BySector, before.Sectors, before.BySector)
	m.ByArea, m.BySector = m.ByArea || before.ByArea, m.BySector || before.BySector
}

func listSince(now []Figures, divided bool, before []Figures, dividedBefore bool) []Figures {
	switch {
	case !divided:
		return before
	case dividedBefore:
		for i := range now {
			now[i].since(&before[i])
		}
	}
	return now
}

func (ms *Months) index(p record.Period) int {
	return (p.Year()-ms.first.Year())*12 + p.Month() - ms.first.Month()
}

// All returns the months, oldest first.
func (ms *Months) All() []Month { return ms.list }

// At returns the figures of a month, or nil when there are none.
func (ms *Months) At(p record.Period) *Month { return at(ms, ms.list, p) }

// ToDate returns the figures from January of p's year to p; Cross and Sources are not filled.
func (ms *Months) ToDate(p record.Period) *Month { return at(ms, ms.toDate, p) }

func at(ms *Months, list []Month, p record.Period) *Month {
	if len(list) == 0 || p.IsZero() {
		return nil
	}
	if i := ms.index(p); i >= 0 && i < len(list) {
		return &list[i]
	}
	return nil
}

// Latest returns the newest month that anything was reported for, or nil.
func (ms *Months) Latest() *Month {
	if len(ms.list) == 0 {
		return nil
	}
	return &ms.list[len(ms.list)-1]
}

// ReportedAreas counts the areas whose report came, and all areas; 0 of 0 in a
// month that is not told apart by area.
func (m *Month) ReportedAreas() (reported, all int) {
	if !m.ByArea {
		return 0, 0
	}
	for i := range m.Areas {
		if s := m.Areas[i].State(); s == NilReport || s == Reported {
			reported++
		}
	}
	return reported, len(m.Areas)
}
