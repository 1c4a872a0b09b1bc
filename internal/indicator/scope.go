package indicator

import "jianbao/internal/record"

// The hazards of a scope (an area, or the whole county) may be given undivided,
// by sector, by source, and by both at once, in one table or in several. Each way
// is all of them once more, so they are never added to each other: a count
// comes from the first way that has it. The undivided one is first, because key
// sectors need not cover everything.
const (
	undivided = iota
	bySector
	byBoth
	bySource
	ways
)

func wayOf(r *record.Row) int {
	switch {
	case r.Sector == record.AllSectors && r.Source == record.NoSource:
		return undivided
	case r.Source == record.NoSource:
		return bySector
	case r.Sector == record.AllSectors:
		return bySource
	}
	return byBoth
}

// scope is what the rows of one area, or of the whole county, say of a month.
type scope struct {
	whole   Figures
	sectors []Figures // by index of the sector; nil when not told apart
	sources [4]Figures
}

func scopeOf(rows []record.Row, sectors int) (s scope) {
	if len(rows) == 1 && wayOf(&rows[0]) == undivided {
		s.whole.Add(&rows[0])
		return s
	}
	var sums [ways]Figures
	var finer [4]Figures // sources from rows that have a sector too
	for i := range rows {
		r := &rows[i]
		way := wayOf(r)
		sums[way].Add(r)
		if way != undivided && s.sectors == nil && r.Sector != record.AllSectors {
			s.sectors = make([]Figures, sectors)
		}
		switch way {
		case bySource:
			s.sources[r.Source].Add(r)
		case byBoth:
			finer[r.Source].Add(r)
		}
	}
	s.addSectors(rows)
	for i := range finer {
		s.sources[i].fill(&finer[i])
	}
	for _, way := range [...]int{bySector, byBoth, bySource} {
		sums[way].Score = record.Score{} // a part's score is not the whole's
		sums[undivided].fill(&sums[way])
	}
	s.whole = sums[undivided]
	return s
}

// addSectors takes each sector from the row that does not tell sources apart,
// else from those that do.
func (s *scope) addSectors(rows []record.Row) {
	for from := 0; from < len(rows); {
		to, sector := from, rows[from].Sector
		var finer Figures
		for ; to < len(rows) && rows[to].Sector == sector; to++ {
			if wayOf(&rows[to]) == byBoth {
				finer.Add(&rows[to])
			} else if sector != record.AllSectors {
				s.sectors[sector].Add(&rows[to])
			}
		}
		if sector != record.AllSectors {
			s.sectors[sector].fill(&finer)
		}
		from = to
	}
}

// addRows takes in the rows of one month, in the order of intake. What areas
// report makes the total; what a table of the whole county says of sectors and
// sources stands before what the areas' own rows add up to.
func (m *Month) addRows(rows []record.Row, areas, sectors int) {
	m.Areas, m.Sectors = make([]Figures, areas), make([]Figures, sectors)
	var county scope
	for from := 0; from < len(rows); {
		to, area := from, rows[from].Area
		for to < len(rows) && rows[to].Area == area {
			to++
		}
		s := scopeOf(rows[from:to], sectors)
		m.BySector = m.BySector || s.sectors != nil
		if area == record.AllAreas {
			county = s
		} else {
			m.addArea(area, &s)
		}
		from = to
	}
	m.Total.fill(&county.whole)
	for i := range county.sectors {
		m.Sectors[i] = county.sectors[i].filled(&m.Sectors[i])
	}
	for i := range county.sources {
		m.Sources[i] = county.sources[i].filled(&m.Sources[i])
	}
}

func (m *Month) addArea(area int, s *scope) {
	m.ByArea = true
	m.Areas[area] = s.whole
	m.Total.Pool(&s.whole)
	for i := range s.sources {
		m.Sources[i].Pool(&s.sources[i])
	}
	if s.sectors == nil {
		return
	}
	for i := range s.sectors {
		m.Sectors[i].Pool(&s.sectors[i])
	}
	if m.Cross == nil {
		m.Cross = make([][]Figures, len(m.Areas))
	}
	m.Cross[area] = s.sectors
}
