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
	n := in.rows.len()
	at, merged := make(map[key]int, n), make([]record.Row, 0, n)
	var corrections []record.Row
	for i, part := range in.rows {
		in.rows[i] = nil
		for _, r := range part {
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
	}
	merged = in.layOver(merged, at, corrections)
	in.out.Rows = merged
	slices.SortStableFunc(in.out.Rows, inOrder)
}

// layOver lays corrections over the rows, in the order of their files; at is
// where each row stands. One table corrects a row once.
func (in *reader) layOver(rows []record.Row, at map[key]int, corrections []record.Row) []record.Row {
	type corrected struct {
		table sheet
		row   key
	}
	done := map[corrected]*record.Row{}
	for i := range corrections {
		r := &corrections[i]
		this := corrected{sheet{r.Place.File, r.Place.Sheet}, keyOf(r)}
		if first, twice := done[this]; twice {
			in.report(in.duplicate(first, r))
			continue
		}
		done[this] = r
		if i, before := at[keyOf(r)]; before {
			in.correct(&rows[i], r)
			continue
		}
		at[keyOf(r)] = len(rows)
		rows = append(rows, *r)
	}
	return rows
}

func (in *reader) noteFile(p record.Period, file string) {
	if files := in.out.Files[p]; !slices.Contains(files, file) {
		in.out.Files[p] = append(files, file)
	}
}

// correct replaces the counts of was by the written ones of is.
func (in *reader) correct(was, is *record.Row) {
	corrected := *is
	for i, n := range was.Counts {
		m := record.Measure(i)
		if !is.Counts[m].Known() {
			corrected.Counts[m] = n
			continue
		}
		if n != is.Counts[m] {
			in.noteCorrection(is, m, n)
		}
	}
	if !is.Score.Written {
		corrected.Score = was.Score
	}
	*was = corrected
}

// noteCorrection keeps what a count was at first and is at last, however often it
// was corrected.
func (in *reader) noteCorrection(is *record.Row, m record.Measure, was record.Count) {
	c := record.Correction{
		Period: is.Period, Area: is.Area, Sector: is.Sector, Measure: m,
		Was: was, Is: is.Counts[m], Place: in.out.Cell(is, m),
	}
	this := correctedCount{keyOf(is), m}
	i, again := in.corrected[this]
	if !again {
		in.corrected[this] = len(in.out.Corrections)
		in.out.Corrections = append(in.out.Corrections, c)
		return
	}
	c.Was = in.out.Corrections[i].Was
	in.out.Corrections[i] = c
}

// correctedCount is one count of one row.
type correctedCount struct {
	row     key
	measure record.Measure
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
