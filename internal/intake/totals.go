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
	money   map[int]int64        // columns of amounts, with how many 元 one of them is
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
	s := &totals{table: t, layout: l, rows: make([]totalledRow, 0, len(t.Rows)), divided: map[areaInMonth]bool{}, money: map[int]int64{}}
	for _, c := range l.counts {
		if c.measure == record.Funds {
			s.money[c.column] = c.scale
		}
	}
	return s
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
			claims = s.claim(claims, columns, i, s.partsOf(i, columns), false)
		case amongRow:
			if i+1 == len(s.rows) || s.rows[i+1].kind != amongRow {
				parent, parts := s.amongOf(i)
				claims = s.claim(claims, columns, parent, parts, true)
			}
		}
	}
	return claims
}

// columns are those that can be added up: counts, and columns of unknown
// meaning with nothing but whole or decimal numbers in them.
func (s *totals) columns() (columns []int) {
	for _, c := range s.layout.counts {
		columns = append(columns, c.column)
	}
	for _, c := range s.layout.other {
		if addsUp(s.table.Columns[c].Name) && s.numeric(c) {
			columns = append(columns, c)
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

func (s *totals) claim(claims []record.TotalClaim, columns []int, total int, parts []int, atMost bool) []record.TotalClaim {
	if total < 0 || len(parts) == 0 {
		return claims
	}
	row := s.rows[total].cells
	for _, c := range columns {
		stated, ok := s.number(total, c)
		sum, known := s.sum(parts, c)
		if !ok || !known {
			continue
		}
		claims = append(claims, record.TotalClaim{
			Row: s.labelText(row.Cells), Column: foldName(s.table.Columns[c].Name),
			Stated: stated, Parts: sum, AtMost: atMost, Place: s.table.Cell(*row, c),
		})
	}
	return claims
}

// sum adds up the numbers that are written in some rows of a column.
func (s *totals) sum(parts []int, c int) (sum record.Decimal, known bool) {
	for _, j := range parts {
		if n, ok := s.number(j, c); ok {
			sum, known = sum.Plus(n), true
		}
	}
	return sum, known
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
func (s *totals) number(row, c int) (record.Decimal, bool) {
	r := s.rows[row].cells
	n, ok := zh.ParseNumber(r.Cells[c])
	if !ok || n.Units > most || n.Units < -most || r.Repeated != nil && r.Repeated[c] {
		return record.Decimal{}, false
	}
	d := record.Decimal{Units: n.Units, Decimals: n.Decimals}
	if scale, isMoney := s.money[c]; isMoney {
		if own, written := moneyScale(n.Unit); written {
			d = times(d, own)
			for ; scale > 1; scale /= 10 {
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
