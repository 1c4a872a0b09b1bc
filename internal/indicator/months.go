package indicator

import (
	"jianbao/internal/record"
)

// Month is one month's figures, by area and sector.
type Month struct {
	Period  record.Period
	Areas   []Figures   // by index of the area
	Sectors []Figures   // by index of the sector
	Cross   [][]Figures // by area, then sector; nil where the data is not told apart by both
	Sources [4]Figures  // by record.Source
	Total   Figures
}

// Months are the figures of every month that any report is of, oldest first.
// Months without a report are there too, between the first and the last.
type Months struct {
	list       []Month
	toDate     []Month
	first      record.Period
	cumulative bool
}

// Compute adds up all rows. areas and sectors are how many there are; with
// cumulative figures a month already is the year to date.
func Compute(rows []record.Row, areas, sectors int, cumulative bool) Months {
	if len(rows) == 0 {
		return Months{cumulative: cumulative}
	}
	first, last := rows[0].Period, rows[0].Period
	for i := range rows {
		if rows[i].Period.Compare(first) < 0 {
			first = rows[i].Period
		}
		if rows[i].Period.Compare(last) > 0 {
			last = rows[i].Period
		}
	}
	ms := Months{first: first, cumulative: cumulative}
	for p := first; p.Compare(last) <= 0; p = p.Add(1) {
		ms.list = append(ms.list, Month{Period: p, Areas: make([]Figures, areas), Sectors: make([]Figures, sectors)})
	}
	ms.addRows(rows, areas, sectors)
	ms.addToDate()
	return ms
}

func (ms *Months) addRows(rows []record.Row, areas, sectors int) {
	byArea := make([]bool, len(ms.list))
	for i := range rows {
		if rows[i].Area != record.AllAreas {
			byArea[ms.index(rows[i].Period)] = true
		}
	}
	for i := range rows {
		row := &rows[i]
		at := ms.index(row.Period)
		m := &ms.list[at]
		if row.Area == record.AllAreas && byArea[at] {
			m.addWholeCounty(row)
			continue
		}
		m.add(row, areas, sectors)
	}
}

// add counts a row into everything it belongs to.
func (m *Month) add(row *record.Row, areas, sectors int) {
	m.Total.Add(row)
	m.Sources[row.Source].Add(row)
	if row.Area != record.AllAreas {
		m.Areas[row.Area].Add(row)
	}
	if row.Sector == record.AllSectors {
		return
	}
	m.Sectors[row.Sector].Add(row)
	if row.Area == record.AllAreas {
		return
	}
	if m.Cross == nil {
		m.Cross = make([][]Figures, areas)
	}
	if m.Cross[row.Area] == nil {
		m.Cross[row.Area] = make([]Figures, sectors)
	}
	m.Cross[row.Area][row.Sector].Add(row)
}

// addWholeCounty counts a row of the whole county where the same month is also
// given by area: the total comes from the areas, the sector or source from here.
func (m *Month) addWholeCounty(row *record.Row) {
	if row.Sector != record.AllSectors {
		m.Sectors[row.Sector].Add(row)
	}
	if row.Source != record.NoSource {
		m.Sources[row.Source].Add(row)
	}
}

// addToDate pools each month with those before it in its year.
func (ms *Months) addToDate() {
	if ms.cumulative {
		ms.toDate = ms.list
		return
	}
	for i := range ms.list {
		m := ms.list[i].copy()
		if i > 0 && m.Period.Month() > 1 {
			before := &ms.toDate[i-1]
			m.Total.Pool(&before.Total)
			for a := range m.Areas {
				m.Areas[a].Pool(&before.Areas[a])
			}
			for s := range m.Sectors {
				m.Sectors[s].Pool(&before.Sectors[s])
			}
		}
		ms.toDate = append(ms.toDate, m)
	}
}

func (m *Month) copy() Month {
	return Month{
		Period: m.Period, Total: m.Total,
		Areas: append([]Figures(nil), m.Areas...), Sectors: append([]Figures(nil), m.Sectors...),
	}
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

// ReportedAreas counts the areas whose report came, and all areas.
func (m *Month) ReportedAreas() (reported, all int) {
	for i := range m.Areas {
		if s := m.Areas[i].State(); s == NilReport || s == Reported {
			reported++
		}
	}
	return reported, len(m.Areas)
}
