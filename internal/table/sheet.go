package table

import (
	"cmp"
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// sheet is a CSV file or worksheet before its layout is known.
type sheet struct {
	place  problem.Place
	lines  []line // the rows that are not blank, from the top
	merges []span
	text   bool     // from a text file, where a row longer than the header is a mistake
	arena  []string // the cells of many lines, one behind the other
}

// line is a row that is not blank, without blank cells at its end. Cells have
// the spaces around them taken off.
type line struct {
	number int
	cells  []string
}

// span is a merged range, rows and columns from 1, all inclusive.
type span struct{ top, left, bottom, right int }

// at returns the text in the given column, from 1.
func (l line) at(column int) string {
	if column > len(l.cells) {
		return ""
	}
	return l.cells[column-1]
}

// filled returns the columns, from 1, that are not blank.
func (l line) filled() []int {
	var columns []int
	for i, c := range l.cells {
		if c != "" {
			columns = append(columns, i+1)
		}
	}
	return columns
}

// first returns the first text of the row.
func (l line) first() string {
	for _, c := range l.cells {
		if c != "" {
			return c
		}
	}
	return ""
}

// add appends a row unless it is blank or a comment. cells is not kept.
func (s *sheet) add(number int, cells []string) {
	if cap(s.arena)-len(s.arena) < len(cells) {
		s.arena = make([]string, 0, max(4096, len(cells)))
	}
	start := len(s.arena)
	last := start
	for _, c := range cells {
		c = zh.Trim(c)
		s.arena = append(s.arena, c)
		if c != "" {
			last = len(s.arena)
		}
	}
	s.arena = s.arena[:last]
	kept := s.arena[start:last:last]
	if len(kept) == 0 || isComment(kept[0]) {
		return
	}
	s.lines = append(s.lines, line{number, kept})
}

// sortRows puts the rows into their order, in which some programs do not write
// them. It reports false for a row that comes twice: its cells would be guessed.
func (s *sheet) sortRows() bool {
	slices.SortFunc(s.lines, func(a, b line) int { return cmp.Compare(a.number, b.number) })
	for i := 1; i < len(s.lines); i++ {
		if s.lines[i].number == s.lines[i-1].number {
			return false
		}
	}
	return true
}

// isComment reports whether a row that begins with this cell is a comment. The
// error values of a workbook begin with # too.
func isComment(cell string) bool {
	return strings.HasPrefix(cell, "#") && !slices.Contains(errorValues(), cell)
}

func errorValues() []string {
	return []string{"#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
}

// isValue reports whether a cell is a number, a day, a month or a written none,
// which names of columns are not.
func isValue(cell string) bool {
	if zh.None(cell) == zh.Dash {
		return true
	}
	if _, ok := zh.ParseNumber(cell); ok {
		return true
	}
	if _, _, _, ok := zh.ParseDate(cell, 2000); ok {
		return true
	}
	_, _, _, ok := zh.ParsePeriod(cell, 2000)
	return ok
}

// hasNumbers reports whether the sheet looks like a table: two rows with two
// numbers each.
func (s *sheet) hasNumbers() bool {
	rows := 0
	for _, l := range s.lines {
		if countNumbers(l) >= 2 {
			rows++
		}
		if rows == 2 {
			return true
		}
	}
	return false
}

func countNumbers(l line) int {
	n := 0
	for _, c := range l.cells {
		if _, ok := zh.ParseNumber(c); ok {
			n++
		}
	}
	return n
}

// widest returns the greatest number of columns of the lines.
func widest(lines []line) int {
	n := 0
	for _, l := range lines {
		n = max(n, len(l.cells))
	}
	return n
}
