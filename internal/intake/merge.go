package intake

import (
	"fmt"
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// key is what there may be one row for.
type key struct {
	period       record.Period
	area, sector int
	source       record.Source
}

func keyOf(r *record.Row) key { return key{r.Period, r.Area, r.Sector, r.Source} }

// mergeRows lays corrections over what they correct, reports what is given
// twice, and takes out rows that only add up others.
func (in *reader) mergeRows() {
	at := make(map[key]int, len(in.rows))
	merged := in.rows[:0] // written behind what is read
	var corrections []record.Row
	for i := range in.rows {
		r := in.rows[i]
		in.noteFile(r.Period, r.Place.File)
		if in.corrections[sheet{r.Place.File, r.Place.Sheet}] {
			corrections = append(corrections, r)
			continue
		}
		if first, before := at[keyOf(&r)]; before {
			in.report(in.duplicate(&merged[first], &r))
			continue
		}
		at[keyOf(&r)] = len(merged)
		merged = append(merged, r)
	}
	for i := range corrections {
		r := &corrections[i]
		if first, before := at[keyOf(r)]; before {
			in.correct(&merged[first], r)
			continue
		}
		at[keyOf(r)] = len(merged)
		merged = append(merged, *r)
	}
	in.out.Rows = merged
	in.dropUndivided()
}

func (in *reader) noteFile(p record.Period, file string) {
	if files := in.out.Files[p]; !slices.Contains(files, file) {
		in.out.Files[p] = append(files, file)
	}
}

// correct replaces the counts of was by the written ones of is.
func (in *reader) correct(was, is *record.Row) {
	counts := was.Counts
	for i, n := range is.Counts {
		m := record.Measure(i)
		if !n.Known() {
			continue
		}
		if n != counts[m] {
			in.out.Corrections = append(in.out.Corrections, record.Correction{
				Period: is.Period, Area: is.Area, Sector: is.Sector, Measure: m,
				Was: counts[m], Is: n, Place: in.out.Cell(is, m),
			})
		}
		counts[m] = n
	}
	score := was.Score
	if is.Score.Written {
		score = is.Score
	}
	*was = *is
	was.Counts, was.Score = counts, score
}

func (in *reader) duplicate(first, second *record.Row) problem.Problem {
	return problem.Problem{
		Code: problem.DuplicateReport, Severity: problem.Error, Place: second.Place,
		Message: fmt.Sprintf("%s%s在 %s 已经有一行。", second.Period.Chinese(), in.nameOf(second), first.Place),
		Advice:  "请删去多余的一行；如果这一行是更正后的数，请放进文件名带“更正”的文件，例如“" + second.Period.String() + "-更正.csv”。",
	}
}

// nameOf says whose row it is.
func (in *reader) nameOf(e *record.Row) string {
	name := "全部地区"
	if e.Area != record.AllAreas {
		name = in.areas.names[e.Area]
	}
	if e.Sector != record.AllSectors {
		name += "（" + in.sectors.names[e.Sector] + "）"
	}
	if e.Source != record.NoSource {
		name += "（" + e.Source.String() + "）"
	}
	return name
}

// dropUndivided takes out a row that is not told apart by sector (or source)
// where others of the same area and month are: it is their total, and is
// claimed as one.
func (in *reader) dropUndivided() {
	in.dropTotals(func(r *record.Row) key { return key{r.Period, r.Area, 0, 0} },
		func(r *record.Row) bool { return r.Sector != record.AllSectors })
	in.dropTotals(func(r *record.Row) key { return key{r.Period, r.Area, r.Sector, 0} },
		func(r *record.Row) bool { return r.Source != record.NoSource })
}

func (in *reader) dropTotals(group func(*record.Row) key, isPart func(*record.Row) bool) {
	if !slices.ContainsFunc(in.out.Rows, func(r record.Row) bool { return isPart(&r) }) {
		return
	}
	undivided := map[key]bool{}
	for i := range in.out.Rows {
		if r := &in.out.Rows[i]; !isPart(r) {
			undivided[group(r)] = true
		}
	}
	if len(undivided) == 0 {
		return
	}
	parts := map[key]record.Counts{}
	for i := range in.out.Rows {
		if r := &in.out.Rows[i]; isPart(r) && undivided[group(r)] {
			parts[group(r)] = parts[group(r)].Plus(r.Counts)
		}
	}
	if len(parts) == 0 {
		return
	}
	in.out.Rows = slices.DeleteFunc(in.out.Rows, func(r record.Row) bool {
		sum, divided := parts[group(&r)]
		if isPart(&r) || !divided {
			return false
		}
		in.claimCounts(&r, sum)
		return true
	})
}

// claimCounts notes that the counts of r should be the sum.
func (in *reader) claimCounts(r *record.Row, sum record.Counts) {
	for i, n := range r.Counts {
		m := record.Measure(i)
		if n.Known() && sum[m].Known() {
			in.out.Totals = append(in.out.Totals, record.TotalClaim{
				Row: in.nameOf(r), Column: m.String(),
				Stated: record.Decimal{Units: n.N()}, Parts: record.Decimal{Units: sum[m].N()},
				Place: in.out.Cell(r, m),
			})
		}
	}
}

// missingReports reports every area without a row in a month that others have
// one in, and every area whose row says nothing; not one whose row says what
// could not be read.
func (in *reader) missingReports() {
	reported := map[record.Period]map[int]bool{}
	for i := range in.out.Rows {
		r := &in.out.Rows[i]
		if r.Area == record.AllAreas {
			continue
		}
		if reported[r.Period] == nil {
			reported[r.Period] = map[int]bool{}
		}
		reported[r.Period][r.Area] = reported[r.Period][r.Area] || !r.Counts.Blank() || r.Score.Written
	}
	for period, areas := range reported {
		file := slices.Min(in.out.Files[period])
		for area, name := range in.areas.names {
			told, there := areas[area]
			if told || in.unread[areaInMonth{period, area}] {
				continue
			}
			p := problem.Problem{
				Code: problem.MissingReport, Severity: problem.Warning, Place: problem.Place{File: file},
				Message: period.Chinese() + "没有" + problem.Quote(name) + "的报表，按未报送统计。",
				Advice:  "请催报；当月没有隐患的，请报 0（零报告）。",
			}
			if there {
				p.Message = period.Chinese() + problem.Quote(name) + "有一行，但各项数都是空白，页面上印作“未填”。"
				p.Advice = "请核实：当月没有隐患的填 0（零报告），没有报送的请催报。"
			}
			in.report(p)
		}
	}
}
