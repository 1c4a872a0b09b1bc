package indicator

import (
	"fmt"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadBasis finds months that cannot be cumulative on a site that counts
// from January to the month: what was found and rectified so far never gets less within
// a year, so a month that says less was reported for itself alone (DOMAIN §3.7).
// files are those of each month, for what has no row of its own.
func ProofreadBasis(ms *Months, areas []record.Area, files map[record.Period][]string) (problems []problem.Problem) {
	if !ms.cumulative {
		return nil
	}
	latest := map[cumulated]record.Period{} // the last month of the year in which each said something
	for i := range ms.list {
		m := &ms.list[i]
		if m.Period.Month() == 1 {
			clear(latest)
		}
		for _, c := range cumulatedIn(m) {
			now := c.in(m)
			if !now.Known() {
				continue
			}
			if last, ok := latest[c]; ok {
				if before := c.in(ms.At(last)); now.N() < before.N() {
					problems = append(problems, ms.decrease(c, areas, m.Period, last, files))
				}
			}
			latest[c] = m.Period
		}
	}
	return problems
}

// cumulated is one count that never gets less: an area's, or AllAreas'.
type cumulated struct {
	area    int
	measure record.Measure
}

// cumulatedIn lists the counts of a month: the areas', or where there are none the total's.
func cumulatedIn(m *Month) (list []cumulated) {
	from, to := 0, len(m.Areas)
	if !m.ByArea {
		from, to = record.AllAreas, 0
	}
	for area := from; area < to; area++ {
		list = append(list, cumulated{area, record.Found}, cumulated{area, record.Rectified})
	}
	return list
}

func (c cumulated) in(m *Month) record.Count {
	if c.area == record.AllAreas {
		return m.Total.Counts[c.measure]
	}
	return m.Areas[c.area].Counts[c.measure]
}

func (ms *Months) decrease(c cumulated, areas []record.Area, now, before record.Period, files map[record.Period][]string) problem.Problem {
	name := "全部地区"
	if c.area != record.AllAreas {
		name = areas[c.area].Name
	}
	place := ms.places[placed{now, c.area}]
	if place.File == "" && len(files[now]) > 0 {
		place.File = files[now][0]
	}
	return problem.Problem{
		Code: problem.MixedBasis, Severity: problem.Error, Place: place,
		Message: fmt.Sprintf("%s%s累计的%s是 %d，比%s累计的 %d 还少。", name, SpanTo(now.Month()).String(), c.measure,
			c.in(ms.At(now)).N(), SpanTo(before.Month()).String(), c.in(ms.At(before)).N()),
		Advice: "本站设置为累计数（basis: cumulative），请核对这个月报的是不是当月数。",
	}
}
