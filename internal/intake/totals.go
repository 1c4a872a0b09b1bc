package intake

import (
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
}

type areaInMonth struct {
	period record.Period
	area   int
}

func newTotals(t *table.Table, l *layout) *totals {
	return &totals{table: t, layout: l, rows: make([]totalledRow, 0, len(t.Rows)), divided: map[areaInMonth]bool{}}
}

func (s *totals) add(cells *table.Row, row *record.Row, kind label) {
	s.rows = append(s.rows, totalledRow{cells, row.Period, row.Area, row.Sector, kind})
	s.any = s.any || kind != plainRow
	if kind == plainRow && row.Sector != record.AllSectors {
		s.divided[areaInMonth{row.Period, row.Area}] = true
	}
}

// claims returns one claim for each number in a total row.
func (s *totals) claims() (claims []record.TotalClaim) {
	if !s.any {
		return nil
	}
	for _, column := range s.columns() {
		for i, r := range s.rows {
			switch r.kind {
			case totalRow, subtotalRow:
				claims = s.claim(claims, column, i, s.partsOf(i), false)
			case amongRow:
				if i+1 == len(s.rows) || s.rows[i+1].kind != amongRow {
					parent, parts := s.amongOf(i)
					claims = s.claim(claims, column, parent, parts, true)
				}
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
		if s.numeric(c) {
			columns = append(columns, c)
		}
	}
	return columns
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

// partsOf finds the rows that total i contains: those of its month, and of its
// area and sector where it names one. A 小计 begins after the 小计 before it.
func (s *totals) partsOf(i int) (parts []int) {
	total := s.rows[i]
	from, to := 0, len(s.rows)
	if total.kind == subtotalRow {
		from, to = s.subtotalSpan(i)
	}
	for j := from; j < to; j++ {
		r := s.rows[j]
		if r.kind != plainRow || r.period != total.period ||
			total.area != record.AllAreas && r.area != total.area ||
			total.sector != record.AllSectors && r.sector != total.sector ||
			r.sector == record.AllSectors && s.divided[areaInMonth{r.period, r.area}] {
			continue
		}
		parts = append(parts, j)
	}
	return parts
}

// subtotalSpan is the stretch of rows a 小计 covers: those above it up to the 小计
// before, or those below it where the table begins with one.
func (s *totals) subtotalSpan(i int) (from, to int) {
	leading := s.rows[0].kind == subtotalRow
	step, j := -1, i-1
	if leading {
		step, j = 1, i+1
	}
	for j >= 0 && j < len(s.rows) && s.rows[j].kind != subtotalRow {
		j += step
	}
	if leading {
		return i + 1, j
	}
	return j + 1, i
}

// amongOf finds the row that a run of 其中 rows ending at i belongs to, and the run.
func (s *totals) amongOf(i int) (parent int, parts []int) {
	for j := i; j >= 0; j-- {
		if s.rows[j].kind != amongRow {
			return j, parts
		}
		parts = append(parts, j)
	}
	return -1, nil
}

func (s *totals) claim(claims []record.TotalClaim, c, total int, parts []int, atMost bool) []record.TotalClaim {
	if total < 0 || len(parts) == 0 {
		return claims
	}
	stated, ok := s.number(total, c)
	if !ok {
		return claims
	}
	var sum record.Decimal
	known := false
	for _, j := range parts {
		if n, ok := s.number(j, c); ok {
			sum, known = sum.Plus(n), true
		}
	}
	if !known {
		return claims
	}
	name := s.rows[total].cells.Cells
	return append(claims, record.TotalClaim{
		Row: s.labelText(name), Column: foldName(s.table.Columns[c].Name),
		Stated: stated, Parts: sum, AtMost: atMost,
		Place: s.table.Cell(*s.rows[total].cells, c),
	})
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

// number reads a cell as it is written, in the unit of its column; a unit
// such as 万 in the cell itself is multiplied out.
func (s *totals) number(row, c int) (record.Decimal, bool) {
	n, ok := zh.ParseNumber(s.rows[row].cells.Cells[c])
	if !ok || n.Units > most || n.Units < -most {
		return record.Decimal{}, false
	}
	scale := unitScale(n.Unit)
	if s.layout.unit >= 0 {
		scale *= unitScale(s.rows[row].cells.Cells[s.layout.unit])
	}
	d := record.Decimal{Units: n.Units, Decimals: n.Decimals}
	for ; scale > 1; scale /= 10 {
		if d.Decimals > 0 {
			d.Decimals--
		} else {
			d.Units *= 10
		}
	}
	return d, true
}
