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

// mergeRows puts the rows in order, lays corrections over what they correct, and
// reports what is given twice.
func (in *reader) mergeRows() {
	rows, corrections := in.sortRows()
	merged := make([]record.Row, 0, len(rows))
	for _, r := range rows {
		if last := len(merged) - 1; last >= 0 && merged[last].Compare(r) == 0 {
			in.report(in.duplicate(&merged[last], r))
			continue
		}
		merged = append(merged, *r)
	}
	if len(corrections) > 0 {
		merged = in.layOver(merged, corrections)
		slices.SortFunc(merged, func(a, b record.Row) int { return a.Compare(&b) })
	}
	in.out.Rows, in.rows = merged, nil
}

// sortRows lists the rows by period, area, sector and source, those of one kind
// in the order of their files, and the rows of corrections in that order.
func (in *reader) sortRows() (rows, corrections []*record.Row) {
	rows = make([]*record.Row, 0, in.rows.len())
	for _, part := range in.rows {
		for i := range part {
			r := &part[i]
			if i == 0 || r.Period != part[i-1].Period || r.Place.File != part[i-1].Place.File {
				in.noteFile(r.Period, r.Place.File)
			}
			if in.corrections[sheet{r.Place.File, r.Place.Sheet}] {
				corrections = append(corrections, r)
				continue
			}
			rows = append(rows, r)
		}
	}
	slices.SortStableFunc(rows, (*record.Row).Compare)
	return rows, corrections
}

// layOver lays corrections over the rows, in the order of their files. One table
// corrects a row once.
func (in *reader) layOver(rows []record.Row, corrections []*record.Row) []record.Row {
	type corrected struct {
		table sheet
		row   key
	}
	at := make(map[key]int, len(rows))
	for i := range rows {
		at[keyOf(&rows[i])] = i
	}
	done := map[corrected]*record.Row{}
	for _, r := range corrections {
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
