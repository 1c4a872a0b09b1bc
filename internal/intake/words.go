package intake

import (
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// word is what a cell says that may name an area, a sector or a source.
type word struct {
	none  zh.NoneKind
	label label // of the row, where the names of all areas together are names of a total
	plain label // of the row, where they are not
	level int   // of its number in an outline
}

// word reads such a cell, with a memory: the same few come in every row of every
// table.
func (in *reader) word(text string) *word {
	w := in.words[text]
	if w == nil {
		_, level := cutNumber(text)
		w = &word{zh.None(text), labelOf(text, in.lists.Whole), labelOf(text, nil), level}
		in.words[text] = w
	}
	return w
}

// says reports whether there is such a cell, with something in it.
func (w *word) says() bool { return w != nil && w.none == zh.NotNone }

// names are the words of a row by which it is known; nil where the table has no
// such column.
type names struct{ area, sector, source, group, first *word }

func (in *reader) namesOf(l *layout, row *table.Row) names {
	read := func(c int) *word {
		if c < 0 || c >= len(row.Cells) {
			return nil
		}
		return in.word(row.Cells[c])
	}
	n := names{area: read(l.area), sector: read(l.sector), source: read(l.source), group: read(l.group)}
	if l.area != 0 && l.sector != 0 && l.source != 0 && l.group != 0 {
		n.first = read(0)
	}
	return n
}

// label tells totals from plain rows. 合计 may stand in the first column, under
// 序号.
func (n *names) label() label {
	for _, w := range [...]*word{n.area, n.sector, n.source, n.group} {
		if w != nil && w.label != plainRow {
			return w.label
		}
	}
	if n.first != nil {
		return n.first.plain
	}
	return plainRow
}
