package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// totals gathers the rows of one table until all are read, and then sets every
// total (合计, 小计, 其中) beside its parts.
type totals struct {
	table   *table.Table
	layout  *layout
	rows    []totalledRow
	any     bool                 // a row that is a total was seen
	divided map[areaInMonth]bool // areas whose rows are told apart by sector
}

type totalledRow struct {
	cells        *table.Row
	period       record.Period
	area, sector int
	kind         label
	level        int // in an outline of sectors; 0 outside
}

type areaInMonth struct {
	period record.Period
	area   int
}

func newTotals(t *table.Table, l *layout) *totals {
	return &totals{table: t, layout: l, rows: make([]totalledRow, 0, len(t.Rows)), divided: map[areaInMonth]bool{}}
}

func (s *totals) add(cells *table.Row, row *record.Row, kind label, level int) {
	s.rows = append(s.rows, totalledRow{cells, row.Period, row.Area, row.Sector, kind, level})
	s.any = s.any || kind != plainRow
}

// noteDivided remembers whose rows are told apart by sector.
func (s *totals) noteDivided() {
	for i := range s.rows {
		if r := &s.rows[i]; r.kind == plainRow && r.sector != record.AllSectors {
			s.divided[areaInMonth{r.period, r.area}] = true
		}
	}
}

// claims returns one claim for each number in a total row.
func (s *totals) claims() (claims []record.TotalClaim) {
	if !s.any {
		return nil
	}
	s.noteDivided()
	columns := s.columns()
	for i, r := range s.rows {
		switch r.kind {
		case totalRow, subtotalRow:
			claims = s.claim(claims, columns, i, s.sumOfParts(i, columns), false)
		case amongRow:
			if i+1 == len(s.rows) || s.rows[i+1].kind != amongRow {
				parent, parts := s.amongOf(i)
				claims = s.claim(claims, columns, parent, s.sums(parts, columns), true)
			}
		}
	}
	return claims
}

// summed is a column that can be added up.
type summed struct {
	column int
	money  int64 // how many 元 one of its amounts is; 0 where it has none
}

// columns are those that can be added up: counts, and columns of unknown
// meaning with nothing but whole or decimal numbers in them.
func (s *totals) columns() (columns []summed) {
	for _, c := range s.layout.counts {
		one := summed{column: c.column}
		if c.measure == record.Funds {
			one.money = c.scale
		}
		columns = append(columns, one)
	}
	for _, c := range s.layout.other {
		if addsUp(s.table.Columns[c].Name) && s.numeric(c) {
			columns = append(columns, summed{column: c})
		}
	}
	return columns
}

// addsUp reports whether a column of unknown meaning may be one of counts: rates,
// averages, comparisons and numbers of things do not add up.
func addsUp(name string) bool {
	for _, word := range [...]string{"率", "比", "均", "%", "分", "名", "序", "号", "年", "日期", "时间", "电话", "度", "增", "减"} {
		if strings.Contains(foldName(name), word) {
			return false
		}
	}
	return true
}

func (s *totals) numeric(c int) bool {
	numbers := 0
	for _, r := range s.rows {
		if zh.None(r.cells.Cells[c]) != zh.NotNone {
			continue
		}
		n, ok := zh.ParseNumber(r.cells.Cells[c])
		if !ok || n.Percent {
			return false
		}
		numbers++
	}
	return numbers > 0
}

// claim sets a total beside the sums of its parts.
func (s *totals) claim(claims []record.TotalClaim, columns []summed, total int, sums []sum, atMost bool) []record.TotalClaim {
	if total < 0 || len(sums) == 0 {
		return claims
	}
	row := s.rows[total].cells
	for i, c := range columns {
		stated, ok := s.number(total, c)
		if !ok || !sums[i].known {
			continue
		}
		claims = append(claims, record.TotalClaim{
			Row: s.labelText(row.Cells), Column: foldName(s.table.Columns[c.column].Name),
			Stated: stated, Parts: sums[i].amount, AtMost: atMost, Place: s.table.Cell(*row, c.column),
		})
	}
	return claims
}

// sum is of the numbers that are written in some rows of a column.
type sum struct {
	amount record.Decimal
	known  bool // there is such a number
}

// sums adds up some rows, column by column; nil for no rows.
func (s *totals) sums(parts []int, columns []summed) []sum {
	if len(parts) == 0 {
		return nil
	}
	sums := make([]sum, len(columns))
	for i, c := range columns {
		for _, row := range parts {
			if n, ok := s.number(row, c); ok {
				sums[i] = sum{sums[i].amount.Plus(n), true}
			}
		}
	}
	return sums
}

// labelText is the words by which a reader finds the row: its first written cell.
func (s *totals) labelText(cells []string) string {
	for _, c := range [...]int{s.layout.area, s.layout.sector, s.layout.source, 0} {
		if c >= 0 && c < len(cells) && cells[c] != "" {
			return cells[c]
		}
	}
	return ""
}

// number reads a cell as it is written, in the unit of its column; a unit such
// as 万 in the cell itself is multiplied out. What was merged into the cell from
// another is no number of its own.
func (s *totals) number(row int, c summed) (record.Decimal, bool) {
	r := s.rows[row].cells
	n, ok := zh.ParseNumber(r.Cells[c.column])
	if !ok || n.Units > most || n.Units < -most || r.Repeated != nil && r.Repeated[c.column] {
		return record.Decimal{}, false
	}
	d := record.Decimal{Units: n.Units, Decimals: n.Decimals}
	if c.money > 0 {
		if own, written := moneyScale(n.Unit); written {
			d = times(d, own)
			for scale := c.money; scale > 1; scale /= 10 {
				d.Decimals++
			}
		}
		return d, true
	}
	scale := unitScale(n.Unit)
	if s.layout.unit >= 0 {
		scale *= unitScale(r.Cells[s.layout.unit])
	}
	return times(d, scale), true
}

// times multiplies by a power of ten.
func times(d record.Decimal, scale int64) record.Decimal {
	for ; scale > 1; scale /= 10 {
		if d.Decimals > 0 {
			d.Decimals--
		} else {
			d.Units *= 10
		}
	}
	return d
}
