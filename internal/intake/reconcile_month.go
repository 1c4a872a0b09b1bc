package intake

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// monthSums are the figures of one month's townships, to set beside the county's.
type monthSums struct {
	in      *reader
	county  division
	areas   int           // how many said something
	total   record.Counts // of all areas
	sectors []record.Counts
	divided int // how many have rows by sector
}

func (m *monthSums) add(d *division) {
	counts := d.counts()
	if counts.Blank() {
		return
	}
	m.areas++
	m.total.Add(&counts)
	if !d.divided {
		return
	}
	m.divided++
	for s := range d.sectors {
		m.sectors[s].Add(&d.sectors[s])
	}
}

// claim sets the county's rows beside the townships': they have to agree where
// every township reported.
func (m *monthSums) claim() {
	if m.areas == 0 || len(m.county.rows) == 0 {
		return
	}
	everybody := m.areas == len(m.in.areas.names)
	if m.county.whole != nil {
		m.in.claimCounts(m.county.whole, m.total, !everybody)
	}
	for i := range m.county.rows {
		if r := &m.county.rows[i]; r.Sector != record.AllSectors && r.Source == record.NoSource {
			m.in.claimCounts(r, m.sectors[r.Sector], !everybody || m.divided < m.areas)
		}
	}
	if parts := &m.county.sector; m.county.whole == nil && everybody && parts.first != nil {
		m.claimSectors(parts)
	}
}

// claimSectors claims that the sectors are no more than all townships together.
func (m *monthSums) claimSectors(parts *ways) {
	for i, n := range m.total {
		measure := record.Measure(i)
		if n.Known() && parts.sum[measure].Known() && isAdded(measure) {
			place := m.in.out.Cell(parts.first, measure)
			m.in.out.Totals = append(m.in.out.Totals, totalClaim("各地区相加", measure, n, parts.sum[measure], true, place))
		}
	}
}

func totalClaim(row string, m record.Measure, stated, parts record.Count, atMost bool, place problem.Place) record.TotalClaim {
	return record.TotalClaim{
		Row: row, Column: m.String(), Place: place, AtMost: atMost,
		Stated: record.Decimal{Units: stated.N()}, Parts: record.Decimal{Units: parts.N()},
	}
}
