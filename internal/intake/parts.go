package intake

import (
	"slices"

	"jianbao/internal/record"
)

// sumOfParts adds up the rows that total i contains. A 合计 is of all rows, a 小计 of
// a block; but offices write either for both, above its rows or below them, so of
// what it may be the sum of, that is taken which it is the sum of in most
// columns, and the usual one where none is.
func (s *totals) sumOfParts(i int, columns []summed) (most []sum) {
	above, below := s.blockAbove(i), s.blockBelow(i)
	spans := [][2]int{{0, len(s.rows)}, above, below}
	switch {
	case s.rows[i].level > 0:
		spans = [][2]int{s.under(i)}
	case s.rows[i].kind == subtotalRow:
		spans = [][2]int{above, below}
		if s.isLeading() {
			spans = [][2]int{below, above}
		}
	}
	best := -1
	var before []int
	for _, span := range spans {
		rows := s.within(span, i)
		if len(rows) == 0 || slices.Equal(rows, before) {
			continue
		}
		before = rows
		sums := s.sums(rows, columns)
		if n := s.matches(i, sums, columns); n > best {
			most, best = sums, n
		}
	}
	return most
}

// within lists the rows of a span that may be parts of total i: those of its
// month, and of its area and sector where it names one. What is not told apart by
// sector, where other rows of the same area are, is a total itself.
func (s *totals) within(span [2]int, i int) (parts []int) {
	total := &s.rows[i]
	for j := span[0]; j < span[1]; j++ {
		r := &s.rows[j]
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

// matches counts the columns in which a total is the sum of its parts.
func (s *totals) matches(total int, sums []sum, columns []summed) (n int) {
	for i, c := range columns {
		if stated, ok := s.number(total, c); ok && sums[i].known && stated.Cmp(sums[i].amount) == 0 {
			n++
		}
	}
	return n
}

// under is the rows of an outline that stand under heading i.
func (s *totals) under(i int) [2]int {
	j := i + 1
	for j < len(s.rows) && s.rows[j].level > s.rows[i].level {
		j++
	}
	return [2]int{i + 1, j}
}

// blockAbove is the rows above i up to the total before; blockBelow those below it.
func (s *totals) blockAbove(i int) [2]int {
	j := i
	for j > 0 && !s.isTotal(j-1) {
		j--
	}
	return [2]int{j, i}
}

func (s *totals) blockBelow(i int) [2]int {
	j := i + 1
	for j < len(s.rows) && !s.isTotal(j) {
		j++
	}
	return [2]int{i + 1, j}
}

func (s *totals) isTotal(i int) bool {
	return s.rows[i].kind == totalRow || s.rows[i].kind == subtotalRow
}

// isLeading reports whether blocks begin with their 小计: one stands before the
// first row that is no total.
func (s *totals) isLeading() bool {
	for i := range s.rows {
		switch s.rows[i].kind {
		case plainRow:
			return false
		case subtotalRow:
			return true
		}
	}
	return false
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
