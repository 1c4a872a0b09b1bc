// Package intake turns tables into records.
//
// In come the tables of the statistics folder (or accident records, or ledgers) as
// internal/table found them; out come rows of counts, each with its month,
// area, sector and source, together with everything an office typed although
// it follows from other figures: rates, totals and ranks. Those are handed on
// as claims, to be judged by internal/indicator and internal/ranking.
//
//	地区,隐患排查数,隐患整改数,整改率     Rows   2026-10 青石镇 found 36, rectified 35
//	青石镇,36,35,97.2%                   Rates  97.2% of 35/36, 98% of 48/49
//	双河乡,13,13,100%                    Totals 49 of 36 + 13, 48 of 35 + 13
//	合计,49,48,98%
//
// # What a table must have
//
// The column names of DOMAIN §4 in any order, under any merged headings, with
// the unit in brackets or not. A table needs one column of counts (or 得分) and
// one of 地区, 行业领域 or 来源; a workbook of one township may name it in its
// title (填报单位：青石镇) or be named after it. The month comes from the row
// (月份), else from the file's or folder's name, else from the title.
//
// # Totals
//
// 合计, 小计, 全县, 乡镇合计 and 其中 rows are set beside the rows they contain,
// above them or below, and dropped; so are the headings of sectors that are
// numbered in levels (一、 （一） 1.). A total that contains no row is itself all that
// the table says of its month. Averages and comparisons are left out. The
// same hazards may be told apart by township, by sector and by source, in one
// table or several: all rows are handed on, and claims say that they agree.
//
// # Sentences
//
// A sentence of minutes that states a rate right behind its two counts claims it
// as a row does: [Names.SaidRates].
//
// # Zero, blank and not reported
//
// A written 0, 无 or 零报告 is zero. A blank, "/" or "-" is no count. A row whose
// counts are all blank is a report that says nothing; an area without any row in
// a month that others reported, or with one that says 未报送, is a missing report.
//
// # Money
//
// Amounts become 元. The unit is that in the cell, else in the column's name, else
// above the table, else 万元: 元 for 万元 is 10⁴ too much.
//
// # Corrections
//
// A file whose name or title has 更正 replaces the rows of the same month, area,
// sector and source; what changed is kept as [record.Correction]. Without 更正 a
// second row for the same is an error.
//
// Sources of the rules: the official statistics forms A and B, and the names
// seen in published bulletins (DOMAIN §4 and §5).
package intake

import (
	"iter"
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/settings"
	"jianbao/internal/table"
)

// Lists are the names that the settings give.
type Lists struct {
	Areas      []record.Area   // empty: taken from the data
	Sectors    []record.Sector // empty: taken from the data
	Whole      []string        // names of all areas together: 全县, 云溪县
	Cumulative bool            // the site's basis is January to the month
}

// Statistics is what a folder of statistics says.
type Statistics struct {
	Areas       []record.Area
	Sectors     []record.Sector
	Rows        []record.Row // by period, area, sector, source
	Files       map[record.Period][]string
	Corrections []record.Correction
	Rates       []record.RateClaim
	Totals      []record.TotalClaim
	Ranks       []record.RankClaim

	columns map[sheet]*[record.NumMeasures]int
}

// sheet names one table.
type sheet struct{ file, sheet string }

// Cell is the place of one count of a row, or of the whole row where the table
// has no such column.
func (s *Statistics) Cell(row *record.Row, m record.Measure) problem.Place {
	columns := s.columns[sheet{row.Place.File, row.Place.Sheet}]
	if columns == nil || columns[m] == 0 {
		return row.Place
	}
	return row.Place.At(row.Place.Row, columns[m])
}

// noteColumns remembers which column of a table holds which count.
func (s *Statistics) noteColumns(t *table.Table, l *layout) {
	columns := new([record.NumMeasures]int)
	for _, c := range l.counts {
		columns[c.measure] = t.Columns[c.column].Index
	}
	s.columns[sheet{t.Place.File, t.Place.Sheet}] = columns
}

// ReadStatistics reads all tables of the statistics folder into rows. It keeps
// none of them, so that they may be read as they are taken.
func ReadStatistics(tables iter.Seq[table.Table], names Names, lists Lists) (Statistics, []problem.Problem) {
	in := newReader(names, lists)
	for t := range tables {
		in.read(&t)
	}
	in.mergeRows()
	in.reconcile()
	in.withoutRows()
	in.compareUnits()
	in.missingReports()
	return in.result(), in.problems
}

// reader gathers what the tables say, in the order they are given.
type reader struct {
	names   Names
	lists   Lists
	areas   *register
	sectors *register
	groups  map[int]string // area to the 类别 in the data

	corrections map[sheet]bool         // tables that replace rows of others
	corrected   map[correctedCount]int // which correction of the result is of a count
	words       map[string]*word
	ranked      map[rankedList]int
	units       []unit               // whose a table says that it is, and whose its file's name says
	tables      int                  // how many were read
	files       []string             // that they are in
	filled      map[string]bool      // files with a row that is no total, or that were reported already
	unread      map[areaInMonth]bool // areas with a row whose numbers could not all be read
	out         Statistics
	rows        pile[record.Row]
	rates       pile[record.RateClaim]
	silent      []record.Row // rows that say 未报送
	problems    []problem.Problem
}

func newReader(names Names, lists Lists) *reader {
	in := &reader{names: names, lists: lists, groups: map[int]string{}, corrections: map[sheet]bool{}, corrected: map[correctedCount]int{}, words: map[string]*word{}, ranked: map[rankedList]int{},
		filled: map[string]bool{}, unread: map[areaInMonth]bool{}}
	var area, sector []string
	var areaAlias, sectorAlias [][]string
	for _, a := range lists.Areas {
		area, areaAlias = append(area, a.Name), append(areaAlias, a.Aliases)
	}
	for _, s := range lists.Sectors {
		sector, sectorAlias = append(sector, s.Name), append(sectorAlias, s.Aliases)
	}
	in.areas = newRegister(area, areaAlias, areaEndings())
	in.sectors = newRegister(sector, sectorAlias, nil)
	in.out.Files = map[record.Period][]string{}
	in.out.columns = map[sheet]*[record.NumMeasures]int{}
	return in
}

func (in *reader) report(p ...problem.Problem) { in.problems = append(in.problems, p...) }

// read takes in one table.
func (in *reader) read(t *table.Table) {
	number := in.tables
	in.tables++
	in.files = append(in.files, t.Place.File)
	l, problems, ok := in.names.layoutOf(t)
	in.report(problems...)
	if !ok {
		in.filled[t.Place.File] = true
		return
	}
	in.out.noteColumns(t, &l)
	head := in.headOf(t, &l)
	totals := newTotals(t, &l)
	in.rates.room(len(t.Rows) * len(l.rates))
	in.rows.room(len(t.Rows))
	var whole []record.Row
	var begun []record.Period // months with a row that is no total
	var r record.Row
	for i := range t.Rows {
		row := &t.Rows[i]
		kind, ok := in.readRow(&r, t, &l, &head, i)
		if kind == plainRow && !slices.Contains(begun, r.Period) {
			begun = append(begun, r.Period)
		}
		if !ok {
			continue
		}
		totals.add(row, &r, kind, head.outlined(i).level)
		in.claimRates(t, &l, row, &r.Counts)
		switch kind {
		case plainRow:
			in.claimRank(number, t, &l, row, &r)
			in.rows.add(r)
		case totalRow:
			whole = append(whole, r)
		}
	}
	filled := len(begun) > 0
	for _, r := range whole { // a total of no rows is all that the table says of its month
		if !slices.Contains(begun, r.Period) && !slices.Contains(begun, record.Period{}) {
			filled = true
			in.rows.add(r)
		}
	}
	in.filled[t.Place.File] = in.filled[t.Place.File] || filled
	in.out.Totals = append(in.out.Totals, totals.claims()...)
}

// withoutRows reports every file in which nothing stands but headers and totals:
// its month would be left out without a word.
func (in *reader) withoutRows() {
	for _, file := range in.files {
		if in.filled[file] {
			continue
		}
		in.filled[file] = true
		in.report(problem.Problem{
			Code: problem.UnreadableFile, Severity: problem.Error, Place: problem.Place{File: file},
			Message: "只有表头或合计，没有一行数据。",
			Advice:  "请确认保存的是填好的文件，再放进来。",
		})
	}
}

// result puts the gathered rows in order.
func (in *reader) result() Statistics {
	out := in.out
	out.Rates = slices.Concat(in.rates...)
	out.Corrections = slices.DeleteFunc(out.Corrections, func(c record.Correction) bool { return c.Was == c.Is }) // taken back
	out.Areas, out.Sectors = slices.Clone(in.lists.Areas), in.lists.Sectors
	for i := range out.Areas {
		out.Areas[i].Group = in.groupOf(i)
	}
	if !in.areas.closed {
		for i, id := range settings.Identify(in.areas.names, make([]string, len(in.areas.names))) {
			out.Areas = append(out.Areas, record.Area{ID: id, Name: in.areas.names[i], Group: in.groups[i]})
		}
	}
	if !in.sectors.closed {
		for i, id := range settings.Identify(in.sectors.names, make([]string, len(in.sectors.names))) {
			out.Sectors = append(out.Sectors, record.Sector{ID: id, Name: in.sectors.names[i]})
		}
	}
	return out
}
