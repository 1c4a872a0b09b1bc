package intake

import (
	"cmp"
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

// inOrder puts rows by period, area, sector and source.
func inOrder(a, b record.Row) int {
	return cmp.Or(a.Period.Compare(b.Period), cmp.Compare(a.Area, b.Area),
		cmp.Compare(a.Sector, b.Sector), cmp.Compare(a.Source, b.Source))
}

// mergeRows lays corrections over what they correct and reports what is given
// twice.
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
	slices.SortStableFunc(in.out.Rows, inOrder)
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
