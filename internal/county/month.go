package county

import (
	"fmt"

	"jianbao/internal/record"
)

// line is one row of a month's table.
type line struct {
	area, sector int // record.AllAreas and record.AllSectors in a row of totals
	counts       counts
	nothing      bool // 零报告: the township reports that it found nothing
}

// rows draws a month, area by area in official order.
func (c county) rows(month record.Period) []line {
	var rows []line
	for a := range c.areas {
		for s := range c.sectors {
			if row, ok := c.draw(a, s, month); ok {
				rows = append(rows, line{area: a, sector: s, counts: row})
			}
		}
	}
	return rows
}

// of returns the rows of one area, which share their memory with rows.
func of(rows []line, area int) []line {
	from := 0
	for from < len(rows) && rows[from].area != area {
		from++
	}
	to := from
	for to < len(rows) && rows[to].area == area {
		to++
	}
	return rows[from:to]
}

// total is the row 合计.
func total(rows []line) line {
	sum := line{area: record.AllAreas, sector: record.AllSectors}
	for _, row := range rows {
		sum.counts = sum.counts.plus(row.counts)
	}
	return sum
}

// pin changes an area's rows until they add up to the wanted counts: first
// what was found, in general hazards, then what was rectified.
func (c county) pin(rows []line, area, found, rectified int) {
	own := of(rows, area)
	for i := range own {
		own[i].counts.generalOK, own[i].counts.majorOK = own[i].counts.general, own[i].counts.major
	}
	for i := 0; total(own).counts.found() != found; i++ {
		row, step := &own[i%len(own)].counts, 1
		if total(own).counts.found() > found {
			step = -1
		}
		if row.general+step >= 0 {
			row.general += step
			row.generalOK += step
		}
	}
	for i := 0; total(own).counts.rectified() > rectified; i++ {
		if row := &own[i*3%len(own)].counts; row.generalOK > 0 {
			row.generalOK--
		}
	}
	for i := range own {
		own[i].counts = c.follow(own[i].counts, newDice(c.seed, area, i, found))
	}
}

// area returns the index of a township by its name.
func (c county) area(name string) int {
	for i, a := range c.areas {
		if a.Name == name {
			return i
		}
	}
	panic(fmt.Sprintf("county: no area %s", name)) // a slip in special.go
}
