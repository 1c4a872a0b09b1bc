package minutes

import (
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// columns says what each column of a table of items is, by its index.
type columns []labelKind

// readColumns reads the head of a table; ok is false unless it has a column for
// who or when, and one for what. A column before those with a name of its own
// (排查治理措施) counts as what when both others are there.
func readColumns(header []Cell) (c columns, ok bool) {
	for _, cell := range header {
		name, _, _ := strings.Cut(zh.Join(cell.Text), "(")
		c = append(c, labelOf(name))
	}
	c.resolve(header)
	who, when := c.has(ownerLabel), c.has(deadlineLabel)
	if !c.has(taskLabel) && who && when {
		if i := slices.Index(c, noLabel); i >= 0 {
			c[i] = taskLabel
		}
	}
	return c, (who || when) && c.has(taskLabel)
}

// resolve settles names that mean two things: beside another deadline 完成时间 is
// the day on which, beside 牵头单位 a 责任单位 helps, and of two columns for what
// the first counts.
func (c columns) resolve(header []Cell) {
	for i, kind := range c {
		first := slices.Index(c, kind)
		switch {
		case kind == deadlineLabel && zh.Join(header[i].Text) == "完成时间" && c.count(deadlineLabel) > 1:
			c[i] = doneLabel
		case kind == ownerLabel && first < i:
			c[i] = helperLabel
		case kind == taskLabel && first < i:
			c[i] = otherLabel
		}
	}
}

func (c columns) has(kind labelKind) bool { return slices.Contains(c, kind) }

func (c columns) count(kind labelKind) (n int) {
	for _, k := range c {
		if k == kind {
			n++
		}
	}
	return n
}

// table reads the rows of a table of items.
func (a *actions) table(t *TypedTable) {
	c, ok := readColumns(t.Header)
	if !ok {
		return
	}
	var above []Cell
	for _, row := range t.Rows {
		above = repeatAbove(row, above)
		a.row(c, above, t.Place)
	}
}

// repeatAbove returns a row with the text of the cell above for 同上.
func repeatAbove(row, above []Cell) []Cell {
	row = slices.Clone(row)
	for i := range row {
		if s := zh.Join(row[i].Text); above != nil && (s == "同上" || s == "〃" || s == "″") {
			row[i].Text = above[i].Text
		}
	}
	return row
}

func (a *actions) row(c columns, row []Cell, place problem.Place) {
	task := row[slices.Index(c, taskLabel)]
	w := wording{}
	if _, w.item.Text = cutNumber(oneLine(task.Text)); w.item.Text == "" {
		return
	}
	for i, cell := range row {
		a.cellField(c[i], cell, place, &w)
	}
	a.append(a.section.kind, w, place.At(task.Row, task.Column))
	if a.section.kind != earlier {
		a.missing(c, row, place, w)
	}
}

// cellField takes over one cell, and reports a day that cannot be read at it.
func (a *actions) cellField(kind labelKind, cell Cell, place problem.Place, w *wording) {
	if kind <= taskLabel || kind == otherLabel || zh.None(cell.Text) != zh.NotNone {
		return
	}
	said := cell.Text
	if kind != ownerLabel && kind != helperLabel { // whose lines are names
		said = oneLine(said)
	}
	a.field(kind, a.extension(said, w), w)
	for _, s := range w.unreadable {
		a.unreadable(s, place.At(cell.Row, cell.Column))
	}
	w.unreadable = nil
}

// missing reports cells, or whole columns, for who and when that are not there.
func (a *actions) missing(c columns, row []Cell, place problem.Place, w wording) {
	if len(w.item.Owners) == 0 {
		at, advice := c.locate(ownerLabel, "责任单位", row)
		a.withoutOwner(w.item, place.At(at.Row, at.Column), advice)
	}
	if !w.deadlineSaid {
		at, advice := c.locate(deadlineLabel, "完成时限", row)
		a.withoutDeadline(w.item, place.At(at.Row, at.Column), advice)
	}
}

// locate returns the cell to fill in, or the item's when the column is missing.
func (c columns) locate(kind labelKind, name string, row []Cell) (at Cell, advice string) {
	if i := slices.Index(c, kind); i >= 0 {
		return row[i], "请填写这一格。"
	}
	return row[slices.Index(c, taskLabel)], "请给这张表加上“" + name + "”一栏。"
}
