// Package indicator turns counts into rates, compares them, and proofreads what
// an office typed.
//
// In come the rows of internal/intake; out come [Months]: for every month and
// for the year to date the figures of each area, each sector, each pair of both
// and of all together.
//
// # Rules
//
// Counts are added as integers and a rate keeps its numerator and denominator,
// so that a total is computed from unrounded parts and rounding happens once,
// when [Rate.Text] prints (DOMAIN §3.1, §3.11). A rate pools only the rows in which
// both of its counts are written: found without rectified says nothing about
// either. What has an approved extension is left out of the on-time rate's
// denominator (DOMAIN §2). Old hazards among those put right leave a mark on the
// rate, since they hide what is open.
//
// The same hazards may come undivided, by sector, by source, or by both; they are
// counted once (scope.go). The year to date adds up what happened and not what
// stands at the end of a month.
//
// Whether a report came, said zero, or said nothing is a [State] of its own and
// never a number.
//
// # Example
//
//	Rate{Numerator: 6558, Denominator: 6562, Known: true}.Text(1) // 99.9%, not 100%
package indicator

import (
	"jianbao/internal/record"
)

// State is what became of a report (DOMAIN §3.5).
type State int

const (
	NotReported State = iota // 未报送: no row at all
	BlankReport              // 未填: a row without any count
	NilReport                // 零报告: it came, and nothing was found
	Reported                 // 已报送
)

// String returns the term as printed.
func (s State) String() string {
	return [...]string{"未报送", "未填", "零报告", "已报送"}[s]
}

// Figures are the counts and rates of one scope: an area, a sector, all
// together; of one month or of several.
type Figures struct {
	Counts record.Counts
	Rates  [record.NumIndicators]Rate
	Score  record.Score // the office's own score, where it gives one
	rows   int
}

// Add puts the figures of one row of statistics into f.
func (f *Figures) Add(row *record.Row) {
	f.rows++
	counts := whole(row.Counts)
	f.Counts.Add(&counts)
	for i := range f.Rates {
		f.Rates[i] = f.Rates[i].Plus(rateOf(record.Indicator(i), &counts))
	}
	if row.Score.Written {
		f.Score = row.Score
	}
}

// Pool puts the figures of another scope into f.
func (f *Figures) Pool(g *Figures) {
	if g.rows == 0 { // it has nothing
		return
	}
	f.rows += g.rows
	f.Counts.Add(&g.Counts)
	for i := range f.Rates {
		f.Rates[i] = f.Rates[i].Plus(g.Rates[i])
	}
}

// since puts the figures of the months before in the same year into f. What is
// open, overdue, listed or supervised is so at the end of a month, so the latest
// stands and nothing is added; units are inspected again every month, and have
// no sum at all.
func (f *Figures) since(before *Figures) {
	now := f.Counts
	f.Pool(before)
	for _, m := range [...]record.Measure{record.Open, record.Overdue, record.Planned, record.Supervised} {
		f.Counts[m] = now[m]
	}
	f.Counts[record.UnitsDue], f.Counts[record.UnitsInspected], f.Rates[record.Coverage] = record.Count{}, record.Count{}, Rate{}
}

// fill takes from g what f does not have: g says the same things in another way.
func (f *Figures) fill(g *Figures) {
	if g.rows == 0 {
		return
	}
	f.rows = max(f.rows, g.rows)
	for i, c := range g.Counts {
		if !f.Counts[i].Known() {
			f.Counts[i] = c
		}
	}
	for i, r := range g.Rates {
		if !f.Rates[i].Known {
			f.Rates[i] = r
		}
	}
	if !f.Score.Written {
		f.Score = g.Score
	}
}

// filled is f with what only g has.
func (f Figures) filled(g *Figures) Figures {
	f.fill(g)
	return f
}

// State says whether a report came and what it said.
func (f *Figures) State() State {
	found := f.Counts[record.Found]
	switch {
	case f.rows == 0:
		return NotReported
	case f.Counts.Blank() && !f.Score.Written:
		return BlankReport
	case found.Known() && found.N() == 0 && f.Counts[record.Rectified].N() == 0:
		return NilReport
	}
	return Reported
}

// whole fills in all hazards where a row gives the general ones, and perhaps the
// major ones. Major ones alone are not all.
func whole(c record.Counts) record.Counts {
	fill := func(all, general, major record.Measure) {
		if !c[all].Known() && c[general].Known() {
			c[all] = c[general].Plus(c[major])
		}
	}
	fill(record.Found, record.GeneralFound, record.MajorFound)
	fill(record.Rectified, record.GeneralRectified, record.MajorRectified)
	return c
}

// rateOf is the rate of one row, whose counts are filled in; unknown unless both
// of its own are written.
func rateOf(i record.Indicator, c *record.Counts) Rate {
	n, d := c[i.Numerator()], c[i.Denominator()]
	if i == record.OnTimeRate {
		d = record.DueSoFar(*c)
	}
	if !n.Known() || !d.Known() {
		return Rate{}
	}
	return Rate{Numerator: n.N(), Denominator: d.N(), Known: true}
}
