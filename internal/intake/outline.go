package intake

import (
	"strings"

	"jianbao/internal/table"
)

// cutNumber takes the number off a name of an outline, and says at which level it
// is: 一、 is 1, （一） 2, 1. and 1、 3, (1) 4; 0 and the name as it is without one.
func cutNumber(name string) (rest string, level int) {
	folded := foldName(name)
	inner, bracketed := strings.CutPrefix(folded, "(")
	end := strings.IndexFunc(inner, func(r rune) bool { return !strings.ContainsRune("一二三四五六七八九十0123456789", r) })
	if end <= 0 {
		return name, 0
	}
	chinese := inner[0] > '9'
	tail := inner[end:]
	for _, mark := range [...]string{"、", ".", ")", "．"} {
		rest, ok := strings.CutPrefix(tail, mark)
		if !ok || rest == "" || bracketed != (mark == ")") {
			continue
		}
		switch {
		case chinese && !bracketed:
			return rest, 1
		case chinese:
			return rest, 2
		case !bracketed && (rest[0] < '0' || rest[0] > '9'): // 1.5 is a number
			return rest, 3
		case bracketed:
			return rest, 4
		}
	}
	return name, 0
}

// outlined is what a row is by its place in an outline of sectors.
type outlined struct {
	kind  label // subtotalRow for a heading, amongRow for what is under one; else plainRow
	level int
}

// outlineOf finds the headings among numbered sectors: rows that the next row is
// under. A heading is the total of what is under it, unless the settings list it
// and nothing of that. Nil where no row is a heading.
func (in *reader) outlineOf(t *table.Table, l *layout) []outlined {
	if l.sector < 0 {
		return nil
	}
	rows := make([]outlined, len(t.Rows))
	for i := range t.Rows {
		rows[i].level = in.word(t.Rows[i].Cells[l.sector]).level
	}
	headings := false
	for i := range rows {
		under := i + 1
		for under < len(rows) && rows[i].level > 0 && rows[under].level > rows[i].level && l.sameArea(t, i, under) {
			under++
		}
		switch {
		case under == i+1 || rows[i].kind == amongRow:
			continue
		case in.listsOnlyHeading(t, l, i, under):
			for j := i + 1; j < under; j++ {
				rows[j].kind = amongRow
			}
		default:
			rows[i].kind = subtotalRow
		}
		headings = true
	}
	if !headings {
		return nil
	}
	return rows
}

// sameArea reports whether row j is of row i's area, or has a blank for it.
func (l *layout) sameArea(t *table.Table, i, j int) bool {
	return l.area < 0 || t.Rows[j].Cells[l.area] == "" || t.Rows[j].Cells[l.area] == t.Rows[i].Cells[l.area]
}

// listsOnlyHeading reports whether the settings list a heading's sector, and none
// of those under it.
func (in *reader) listsOnlyHeading(t *table.Table, l *layout, heading, end int) bool {
	known := func(i int) bool { _, ok := in.sectors.known(t.Rows[i].Cells[l.sector]); return ok }
	if !in.sectors.closed || !known(heading) {
		return false
	}
	for i := heading + 1; i < end; i++ {
		if known(i) {
			return false
		}
	}
	return true
}
