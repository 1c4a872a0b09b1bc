package table

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/zh"
)

const (
	headRows    = 20 // a header begins within so many rows that are not blank
	headerDepth = 5  // rows that a header may have
)

// header is where the names of the columns stand: lines[top] to lines[bottom]
// of the sheet. merges are the ranges that begin in them.
type header struct {
	top, bottom int
	width       int // columns, to the last that has a name
	merges      []span
}

// findHeader looks for the first row with two known names and no values, then
// takes the rows above and below that belong to it. A row like 填报单位 | 青石镇 |
// 月份 | 2026-10 has known names too; its values give it away. In a sheet of one
// or two columns one known name is enough.
func findHeader(s *sheet, known func(string) bool) (header, bool) {
	head := s.lines[:min(len(s.lines), headRows)]
	least := 2
	if widest(s.lines) <= 2 {
		least = 1
	}
	for i, l := range head {
		if hasValue(l) || countKnown(l, known) < least {
			continue
		}
		h := header{top: i, bottom: i}
		h.takeMerges(s)
		h.extendDown(s, known)
		h.extendUp(s)
		h.takeMerges(s)
		h.extendDown(s, known) // by what is merged down from the rows above
		h.width = h.lastColumn(s)
		return h, true
	}
	return header{}, false
}

func countKnown(l line, known func(string) bool) int {
	n := 0
	for _, c := range l.cells {
		if c != "" && !endsInColon(c) && known(zh.Join(c)) {
			n++
		}
	}
	return n
}

func endsInColon(s string) bool {
	return strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")
}

func hasValue(l line) bool {
	for _, c := range l.cells {
		if c != "" && isValue(c) {
			return true
		}
	}
	return false
}

// takeMerges keeps the ranges that begin in the rows from some above the header
// to its last possible row.
func (h *header) takeMerges(s *sheet) {
	h.merges = nil
	first := s.lines[max(0, h.top-headerDepth)].number
	last := s.lines[min(len(s.lines)-1, h.top+headerDepth)].number
	for _, m := range s.merges {
		if m.top >= first && m.top <= last && len(h.merges) < maxColumns {
			h.merges = append(h.merges, m)
		}
	}
}

// extendDown takes rows that a name of the header is merged down to, and rows
// of names under the names of groups.
func (h *header) extendDown(s *sheet, known func(string) bool) {
	for h.bottom+1 < len(s.lines) && h.bottom+1-h.top < headerDepth {
		next := s.lines[h.bottom+1]
		if !h.mergedDownTo(s, next.number) && !h.isSubHeader(s, next, known) {
			return
		}
		h.bottom++
	}
}

// mergedDownTo reports whether a range that begins in the header reaches row.
func (h *header) mergedDownTo(s *sheet, row int) bool {
	for _, m := range h.merges {
		if m.top >= s.lines[h.top].number && m.top <= s.lines[h.bottom].number && m.bottom >= row {
			return true
		}
	}
	return false
}

// isSubHeader reports whether l, without merged ranges to tell, is a row of
// names under the header so far: no values, nothing new under the first column,
// and a name where the header has none, or two known names, or units only. A
// data row never is: all columns over it have names.
func (h *header) isSubHeader(s *sheet, l line, known func(string) bool) bool {
	if hasValue(l) {
		return false
	}
	firstColumn := s.lines[h.top].filled()[0]
	if c := l.at(firstColumn); c != "" && c != s.lines[h.top].at(firstColumn) && !known(zh.Join(c)) {
		return false
	}
	unnamed, units := false, true
	for _, column := range l.filled() {
		unnamed = unnamed || !h.hasName(s, column)
		units = units && isBracketed(l.at(column))
	}
	return unnamed && len(l.cells) <= h.reach(s) || units || countKnown(l, known) >= 2
}

// reach returns the last column that the header may have names in: one more
// than written, as the last group leaves blanks behind it.
func (h *header) reach(s *sheet) int {
	return widest(s.lines[h.top:h.bottom+1]) + headerDepth
}

// hasName reports whether the header has a text in the column so far.
func (h *header) hasName(s *sheet, column int) bool {
	for _, l := range s.lines[h.top : h.bottom+1] {
		if l.at(column) != "" {
			return true
		}
	}
	return false
}

// isBracketed reports whether a name is a unit in brackets: （项）, (%).
func isBracketed(s string) bool {
	s = zh.Join(s)
	return strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && utf8.RuneCountInString(s) <= 6
}

// extendUp takes rows of names of groups above.
func (h *header) extendUp(s *sheet) {
	for h.top > 0 && h.bottom-h.top+1 < headerDepth && h.isGroupRow(s, s.lines[h.top-1]) {
		h.top--
	}
}

// isGroupRow reports whether l, the row above the header so far, has names of
// groups: a name merged down into the header, or one over two columns that are
// named below. A title stands over the first column or is merged over it.
func (h *header) isGroupRow(s *sheet, l line) bool {
	top := s.lines[h.top]
	if hasValue(l) || hasLabel(l) {
		return false
	}
	for _, m := range h.merges {
		if m.top != l.number || l.at(m.left) == "" {
			continue
		}
		if m.bottom >= top.number || m.left > top.filled()[0] && m.right > m.left && top.at(m.left) != "" && top.at(m.left+1) != "" {
			return true
		}
	}
	return groups(l, top)
}

// groups reports whether the texts of l, without merged ranges to tell, are
// names: each over a blank, as a name merged down leaves it, or the name of a
// group. One group at least is over two columns, or names below come twice and
// need their groups. Nothing may stand over the name of the first column, as
// titles and 填报单位 | 青石镇 do.
func groups(l, below line) bool {
	first := min(l.filled()[0], below.filled()[0])
	if l.at(first) != "" && below.at(first) != "" {
		return false
	}
	seen := map[string]bool{}
	for _, c := range below.filled() {
		spread := l.at(c) != "" && l.at(c+1) == "" && below.at(c+1) != ""
		if spread || seen[below.at(c)] {
			return true
		}
		seen[below.at(c)] = true
	}
	return false
}

// hasLabel reports whether a row has a label with a colon, a remark in brackets
// or the title of a form, which stand above headers.
func hasLabel(l line) bool {
	for _, c := range l.cells {
		c = zh.Join(c)
		if strings.Contains(c, ":") || isBracketed(c) {
			return true
		}
		for _, end := range [...]string{"表", "台账", "清单", "名单", "情况", "通报", "汇总"} {
			if strings.HasSuffix(c, end) {
				return true
			}
		}
	}
	return false
}

// lastColumn returns the last column that the header names.
func (h *header) lastColumn(s *sheet) int {
	width := widest(s.lines[h.top : h.bottom+1])
	for _, m := range h.merges {
		if m.top >= s.lines[h.top].number && m.top <= s.lines[h.bottom].number {
			width = max(width, min(m.right, maxColumns))
		}
	}
	return width
}
