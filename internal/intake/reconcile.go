package intake

import "jianbao/internal/record"

// reconcile claims that figures for one thing agree wherever they stand: an
// undivided row with its parts, the county's with its townships'. In one table
// parts have to add up; those from another may be fewer, since key sectors need
// not cover everything and a township may be missing, but not more.
func (in *reader) reconcile() {
	rows := in.out.Rows
	sectors := make([]record.Counts, len(in.sectors.names)) // of one area after the other
	for from := 0; from < len(rows); {
		to := from
		month := monthSums{in: in, sectors: make([]record.Counts, len(sectors))}
		for to < len(rows) && rows[to].Period == rows[from].Period {
			start := to
			for to < len(rows) && rows[to].Period == rows[from].Period && rows[to].Area == rows[start].Area {
				to++
			}
			if d := in.divide(rows[start:to], sectors); rows[start].Area == record.AllAreas {
				month.county = d
			} else {
				month.add(&d)
			}
		}
		month.claim()
		from = to
	}
}

// division is what the rows of one area, or of the county, say in a month: by
// each way that they divide the same hazards.
type division struct {
	whole                *record.Row // not divided; may be nil
	sector, source, both ways
	divided              bool            // some row is of a sector
	sectors              []record.Counts // of each sector, however it is given
	rows                 []record.Row
}

// ways are the rows that divide something in one way.
type ways struct {
	first *record.Row
	sum   record.Counts
}

func (w *ways) add(r *record.Row) {
	if w.first == nil {
		w.first = r
	}
	w.sum.Add(&r.Counts)
}

// divide sorts out the rows of one area and claims what they say of each other.
// sectors is room for what they say of each sector.
func (in *reader) divide(rows []record.Row, sectors []record.Counts) division {
	clear(sectors)
	d := division{rows: rows, sectors: sectors}
	if len(rows) == 1 && rows[0].Sector == record.AllSectors && rows[0].Source == record.NoSource {
		d.whole = &rows[0]
		return d
	}
	for from := 0; from < len(rows); {
		to, sector := from, rows[from].Sector
		var own *record.Row // the sector's row that does not tell sources apart
		var sources ways
		for ; to < len(rows) && rows[to].Sector == sector; to++ {
			if r := &rows[to]; r.Source == record.NoSource {
				own = r
			} else {
				sources.add(r)
			}
		}
		d.place(in, sector, own, &sources)
		from = to
	}
	for _, parts := range [...]*ways{&d.sector, &d.source, &d.both} {
		in.claimParts(d.whole, parts)
	}
	return d
}

// place takes in one sector's rows, or those without a sector.
func (d *division) place(in *reader, sector int, own *record.Row, sources *ways) {
	if sector == record.AllSectors {
		d.whole, d.source = own, *sources
		return
	}
	in.claimParts(own, sources)
	d.divided = true
	d.sectors[sector] = sources.sum
	if own != nil {
		d.sector.add(own)
		d.sectors[sector] = own.Counts
	}
	if sources.first == nil {
		return
	}
	d.both.sum.Add(&sources.sum)
	if d.both.first == nil {
		d.both.first = sources.first
	}
}

// counts is what the area says of itself, from whichever rows say it.
func (d *division) counts() record.Counts {
	var counts record.Counts
	if d.whole != nil {
		counts = d.whole.Counts
	}
	for _, parts := range [...]*ways{&d.sector, &d.both, &d.source} {
		for m, c := range parts.sum {
			if !counts[m].Known() {
				counts[m] = c
			}
		}
	}
	return counts
}

// claimParts claims that parts add up to a row, or from another table, that they
// are no more.
func (in *reader) claimParts(whole *record.Row, parts *ways) {
	if whole == nil || parts.first == nil {
		return
	}
	same := whole.Place.File == parts.first.Place.File && whole.Place.Sheet == parts.first.Place.Sheet
	in.claimCounts(whole, parts.sum, !same)
}

// claimCounts notes that the counts of r should be the sum, or at least that much.
func (in *reader) claimCounts(r *record.Row, sum record.Counts, atMost bool) {
	for i, n := range r.Counts {
		if m := record.Measure(i); n.Known() && sum[m].Known() && isAdded(m) {
			in.out.Totals = append(in.out.Totals, totalClaim(in.nameOf(r), m, n, sum[m], atMost, in.out.Cell(r, m)))
		}
	}
}

// isAdded reports whether counts of a measure add up over sectors and sources:
// one enterprise is inspected in several.
func isAdded(m record.Measure) bool { return m != record.UnitsDue && m != record.UnitsInspected }
