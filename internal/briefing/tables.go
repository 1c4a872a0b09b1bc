package briefing

import (
	"slices"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// column is one column of a table of figures: its name and what it prints.
type column struct {
	name  string
	minor bool
	rate  bool
	cell  func(f *indicator.Figures) TableCell
}

// columns are the counts and rates that somebody reported, in the order of the
// canonical table: a column that would be blank throughout is not there.
func (b *book) columns(figures ...*indicator.Figures) (columns []column) {
	written := func(m record.Measure) bool {
		for _, f := range figures {
			if f != nil && f.Counts[m].Known() {
				return true
			}
		}
		return false
	}
	countColumn := func(m record.Measure, name string, minor bool) {
		if written(m) {
			columns = append(columns, column{name, minor, false, func(f *indicator.Figures) TableCell {
				return TableCell{Text: measure(f, m)}
			}})
		}
	}
	rateColumn := func(i record.Indicator, minor bool) {
		if written(i.Numerator()) && written(i.Denominator()) {
			columns = append(columns, column{i.String(), minor, true, func(f *indicator.Figures) TableCell { return b.rateCell(f, i) }})
		}
	}
	countColumn(record.UnitsInspected, "排查单位（家）", true)
	rateColumn(record.Coverage, true)
	countColumn(record.Found, "排查（项）", false)
	countColumn(record.Rectified, "整改（项）", false)
	rateColumn(record.Rectification, false)
	if b.ranksBy(record.General) {
		rateColumn(record.General, true)
	}
	countColumn(record.MajorFound, "重大隐患（项）", true)
	countColumn(record.MajorRectified, "重大已整改（项）", true)
	rateColumn(record.Major, true)
	rateColumn(record.OnTimeRate, true)
	countColumn(record.Overdue, "逾期（项）", false)
	countColumn(record.Planned, "列入治理计划（项）", true)
	countColumn(record.Supervised, "挂牌督办（项）", true)
	countColumn(record.Funds, "治理资金（万元）", true)
	return columns
}

// ranksBy reports whether areas are ranked by a rate, alone or among others.
func (b *book) ranksBy(i record.Indicator) bool {
	return b.rule.By == i.Key() || slices.ContainsFunc(b.rule.Weights, func(w settings.Weight) bool { return w.Indicator == i.Key() })
}

// rateCell prints a rate with what a reader must know of it.
func (b *book) rateCell(f *indicator.Figures, i record.Indicator) TableCell {
	r := f.Rates[i]
	c := TableCell{Text: b.rate(r), Hint: oldWord(r, i)}
	if b.below(r, b.targetOf(i)) {
		c.Tone = Bad
	}
	return c
}

// figuresRow is one named scope's line.
type figuresRow struct {
	name, href string
	figures    *indicator.Figures
	hint       string
}

// figuresTable is counts and rates by any scope, with a total where there is one.
func (b *book) figuresTable(id, caption, first string, rows []figuresRow, total *indicator.Figures) Table {
	figures := make([]*indicator.Figures, len(rows))
	for i := range rows {
		figures[i] = rows[i].figures
	}
	columns := b.columns(figures...)
	t := Table{ID: id, Caption: caption, Columns: []TableColumn{{Name: first}}}
	for _, c := range columns {
		t.Columns = append(t.Columns, TableColumn{Name: c.name, Numeric: true, Minor: c.minor})
	}
	line := func(name, href, hint string, f *indicator.Figures) TableRow {
		row := TableRow{Cells: append(make([]TableCell, 0, len(columns)+1), TableCell{Text: name, Href: href, Hint: hint})}
		for _, c := range columns {
			row.Cells = append(row.Cells, c.cell(f))
		}
		return row
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, line(r.name, r.href, r.hint, r.figures))
	}
	if total != nil {
		t.Foot = []TableRow{line(b.Settings.Whole, "", "", total)}
	}
	return t
}
