package intake

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// readRow reads one row of a table into r. ok is false for a row that belongs
// nowhere, which has then been reported, and for one that says 未报送, whose area
// is noted.
func (in *reader) readRow(r *record.Row, t *table.Table, l *layout, h *head, i int) (kind label, ok bool) {
	row := &t.Rows[i]
	*r = record.Row{Place: t.Place.At(row.Number, 0)}
	h.names = in.namesOf(l, row)
	kind = h.names.label()
	if kind == amongRow && !h.begun && in.isAmongAreas(l, row, &h.names) {
		kind = plainRow
	}
	o := h.outlined(i)
	if h.heading = kind == plainRow && o.kind != plainRow; h.heading {
		kind = o.kind
	}
	h.begun = h.begun || kind == plainRow
	if kind == besideRow {
		return kind, false
	}
	if kind == plainRow && saysNotReported(l, row) {
		if in.place(r, t, l, h, row, kind) && r.Area != record.AllAreas {
			in.silent = append(in.silent, *r)
		}
		return kind, false
	}
	before := len(in.problems)
	r.Nil = in.count(&r.Counts, t, l, row)
	if l.score >= 0 {
		points, written, wrong := score(row.Cells[l.score])
		r.Score = record.Score{Value: points, Written: written}
		if wrong != nil {
			in.reportFault(wrong, t, row, l.score)
		}
	}
	unread := len(in.problems) > before
	if !in.place(r, t, l, h, row, kind) {
		return kind, false
	}
	if unread {
		in.unread[areaInMonth{r.Period, r.Area}] = true
	} else if kind == plainRow {
		in.reportHalves(t, l, row, &r.Counts)
	}
	return kind, true
}

// isAmongAreas reports whether 其中：青石镇 under a leading total is the first of the
// townships, and not a part of the row above it.
func (in *reader) isAmongAreas(l *layout, row *table.Row, n *names) bool {
	if n.area == nil || n.area.plain != amongRow {
		return false
	}
	name := cutAmong(row.Cells[l.area])
	_, known := in.areas.known(name)
	return name != "" && (known || !in.areas.closed && isAreaName(name))
}

// saysNotReported reports whether a row says 未报送 in some cell, and has no counts.
func saysNotReported(l *layout, row *table.Row) bool {
	for i := range l.counts {
		if cell := row.Cells[l.counts[i].column]; zh.None(cell) == zh.NotNone && !isNotReported(cell) {
			return false
		}
	}
	return slices.ContainsFunc(row.Cells, isNotReported)
}

func isNotReported(cell string) bool {
	if !strings.Contains(cell, "报") {
		return false
	}
	switch strings.Trim(foldName(cell), "()。") {
	case "未报送", "未报", "未上报", "未填报", "未报表", "没有报送", "没报":
		return true
	}
	return false
}

// count reads all counts of a row; nilReport says that it is a 零报告.
func (in *reader) count(counts *record.Counts, t *table.Table, l *layout, row *table.Row) (nilReport bool) {
	for i := range l.counts {
		c := &l.counts[i]
		if row.Repeated != nil && row.Repeated[c.column] {
			continue // a count merged down over several rows is counted once
		}
		if c.measure == record.Funds {
			amount, wrong := money(row.Cells[c.column], c.scale)
			if wrong != nil {
				in.reportFault(wrong, t, row, c.column)
			}
			counts[c.measure] = amount
			continue
		}
		scale := int64(1)
		if l.unit >= 0 {
			scale = unitScale(row.Cells[l.unit])
		}
		n, none, wrong := count(row.Cells[c.column], scale)
		if wrong != nil {
			in.reportFault(wrong, t, row, c.column)
		}
		counts[c.measure] = counts[c.measure].Plus(n)
		nilReport = nilReport || none && c.measure == record.Found
	}
	return nilReport
}

// reportHalves reports a count that has no use without another, where the table
// has a column for that and the row has nothing in it: found without rectified.
// Neither is part of any rate then.
func (in *reader) reportHalves(t *table.Table, l *layout, row *table.Row, counts *record.Counts) {
	for i := range l.halves {
		h := &l.halves[i]
		if counts[h.there].N() == 0 || counts[h.missing].Known() || row.Repeated != nil && row.Repeated[h.column] {
			continue
		}
		in.report(problem.Problem{
			Code: problem.MissingReport, Severity: problem.Warning, Place: t.Cell(*row, h.column),
			Message: fmt.Sprintf("“%s”没有填数，而“%s”写的是 %d，这一行不计入%s。", l.nameOf(t, h.missing), l.nameOf(t, h.there), counts[h.there].N(), h.indicator),
			Advice:  "请补填；一项也没有的填 0。",
		})
	}
}
