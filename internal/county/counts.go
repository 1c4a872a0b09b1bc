package county

import (
	"math/rand/v2"

	"jianbao/internal/record"
)

// counts is one row: what was drawn; everything else follows from it.
type counts struct {
	units, inspected   int
	general, generalOK int // found, and rectified
	major, majorOK     int
	early              int // rectified before they fell due
	later              int // open and not yet due
	extended           int // open, the deadline put off with approval
	supervised         int
	funds              int // in 1/100 万元
}

func (c counts) found() int     { return c.general + c.major }
func (c counts) rectified() int { return c.generalOK + c.majorOK }
func (c counts) open() int      { return c.found() - c.rectified() }
func (c counts) due() int       { return c.found() - c.early - c.later }
func (c counts) onTime() int    { return c.rectified() - c.early }
func (c counts) overdue() int   { return c.open() - c.later - c.extended }
func (c counts) planned() int   { return c.major - c.majorOK }

func (c counts) plus(d counts) counts {
	return counts{
		c.units + d.units, c.inspected + d.inspected,
		c.general + d.general, c.generalOK + d.generalOK,
		c.major + d.major, c.majorOK + d.majorOK,
		c.early + d.early, c.later + d.later, c.extended + d.extended,
		c.supervised + d.supervised, c.funds + d.funds,
	}
}

// draw makes the row of one area and sector; ok is false where the area has
// nothing of the sector.
func (c county) draw(area, sector int, month record.Period) (row counts, ok bool) {
	a, s := c.areas[area], c.sectors[sector]
	mix := int(a.mix[sector] - '0')
	if mix == 0 {
		return counts{}, false
	}
	at := month.Year()*12 + month.Month()
	d := newDice(c.seed, area+1, sector+1, at)
	row.units = max(1, a.size*s.units*mix/400+(at-c.start())*a.size*mix/9000)
	row.inspected = row.units - d.share(row.units, d.roll(90))
	const one = 100 * 4 * 100 * 100 // size, mix, season and chance in their usual measure
	row.general = (a.size*s.found*mix*s.season[month.Month()-1]*(80+d.roll(41)) + d.roll(one)) / one
	if d.roll(1000) < s.major*mix*a.size/400 {
		row.major = 1 + d.roll(8)/7
	}
	row.generalOK = row.general - d.share(row.general, 1000-min(1000, c.rate(area, sector, at)+d.roll(41)-20))
	for range row.major {
		if d.roll(100) < 84 {
			row.majorOK++
		}
	}
	return c.follow(row, d), true
}

// follow draws what depends on how much was rectified.
func (c county) follow(row counts, d dice) counts {
	row.early = d.share(row.rectified(), 60+d.roll(60))
	row.later, row.extended, row.supervised = 0, 0, 0
	for range row.open() {
		switch r := d.roll(100); {
		case r < 62:
			row.later++
		case r < 76:
			row.extended++
		}
	}
	for range row.planned() {
		row.supervised += d.roll(2)
	}
	row.funds = row.generalOK*(8+d.roll(30)) + row.majorOK*(620+d.roll(2400))
	return row
}

// rate is how much of 1,000 hazards is rectified: it rises over the months from
// about 880 to about 960, differs by area and sector, and wavers.
func (c county) rate(area, sector, at int) int {
	waver := newDice(c.seed, 0, 0, at).roll(17) - 8
	own := newDice(c.seed, area+1, 0, at).roll(31) - 15
	trend := 880 + 80*(at-c.start())/max(1, c.months-1)
	return trend + c.areas[area].skill + c.sectors[sector].skill + waver + own
}

func (c county) start() int { return c.first.Year()*12 + c.first.Month() }

// dice gives whole numbers. Each row has its own, so that a change to one row
// leaves all others as they are.
type dice struct{ source *rand.PCG }

func newDice(seed uint64, area, sector, at int) dice {
	d := dice{rand.NewPCG(seed, uint64(area)<<40|uint64(sector)<<20|uint64(at))}
	d.source.Uint64()
	return d
}

// roll returns a number from 0 to n-1.
func (d dice) roll(n int) int { return int(d.source.Uint64() % uint64(n)) }

// share returns about per mille of n, rounded up or down by chance, so that
// small numbers keep the same average as large ones.
func (d dice) share(n, perMille int) int { return (n*perMille + d.roll(1000)) / 1000 }
