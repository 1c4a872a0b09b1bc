package table

import (
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// mostRagged is how many rows that are longer than the header are reported one
// by one.
const mostRagged = 10

// table makes a table of the sheet, whose header was found.
func (s *sheet) table(h header) (Table, []problem.Problem) {
	t := Table{Place: s.place, Columns: h.columns(s), HeaderRow: s.lines[h.bottom].number}
	for _, l := range s.lines[:h.top] {
		t.Titles = append(t.Titles, l.texts()...)
	}
	body := s.lines[h.bottom+1:]
	if len(body) > 0 && isNumbering(body) {
		body = body[1:]
	}
	data, notes := s.sortOut(h, body)
	for _, l := range notes {
		t.Notes = append(t.Notes, l.texts()...)
	}
	var problems []problem.Problem
	if s.text {
		problems = s.findRagged(h, data)
	} else {
		h.width = max(h.width, widest(data))
		for len(t.Columns) < h.width {
			t.Columns = append(t.Columns, Column{Index: len(t.Columns) + 1})
		}
	}
	repeated := s.fillMerges(h, data)
	t.Columns = slices.DeleteFunc(t.Columns, func(c Column) bool { return c.Name == "" && isBlankColumn(data, c.Index) })
	t.Rows = rows(t.Columns, data, repeated)
	return t, problems
}

// sortOut tells data rows from signatures and remarks, and drops headers that
// are repeated at the top of each printed page. The data is in the room of body.
func (s *sheet) sortOut(h header, body []line) (data, notes []line) {
	data = body[:0]
	for _, l := range body {
		switch {
		case isNote(l) || len(notes) > 0 && len(l.filled()) == 1:
			notes = append(notes, l)
		case h.repeats(s, l):
		default:
			data = append(data, l)
		}
	}
	return data, notes
}

// repeats reports whether l is one of the header's rows once more.
func (h *header) repeats(s *sheet, l line) bool {
	for _, head := range s.lines[h.top : h.bottom+1] {
		if slices.Equal(head.cells, l.cells) {
			return true
		}
	}
	return false
}

// findRagged reports rows of a text file that go on behind the header.
func (s *sheet) findRagged(h header, data []line) []problem.Problem {
	var problems []problem.Problem
	more, first := 0, 0
	for _, l := range data {
		if len(l.cells) <= h.width {
			continue
		}
		if len(problems) < mostRagged {
			column := h.width + 1
			for l.at(column) == "" {
				column++
			}
			problems = append(problems, ragged(s.place.At(l.number, column), h.width, l.at(column)))
			continue
		}
		if more++; more == 1 {
			first = l.number
		}
	}
	if more > 0 {
		problems = append(problems, moreRagged(s.place.At(first, 0), more))
	}
	return problems
}

func isBlankColumn(data []line, column int) bool {
	return !slices.ContainsFunc(data, func(l line) bool { return l.at(column) != "" })
}

// rows takes the cells under the columns, and where these are all columns of
// the sheet, the cells as they are.
func rows(columns []Column, data []line, repeated map[int][]bool) []Row {
	out := make([]Row, len(data))
	whole := len(columns) > 0 && columns[len(columns)-1].Index == len(columns)
	var cells []string
	for i, l := range data {
		out[i].Number = l.number
		if whole && len(l.cells) >= len(columns) {
			out[i].Cells = l.cells[:len(columns):len(columns)]
		} else {
			start := len(cells)
			for _, c := range columns {
				cells = append(cells, l.at(c.Index))
			}
			out[i].Cells = cells[start:len(cells):len(cells)]
		}
		if marks := repeated[i]; marks != nil {
			out[i].Repeated = make([]bool, len(columns))
			for j, c := range columns {
				out[i].Repeated[j] = marks[c.Index-1]
			}
		}
	}
	return out
}

// texts returns the row's cells that are not blank.
func (l line) texts() []Cell {
	var cells []Cell
	for _, c := range l.filled() {
		cells = append(cells, Cell{Text: l.at(c), Row: l.number, Column: c})
	}
	return cells
}

// isNote reports whether a row under the data is a signature or remark: it
// begins with a label of one, with a colon or brackets behind it, or alone and
// with no figures in the row.
func isNote(l line) bool {
	text := zh.Join(l.first())
	label, _, _ := strings.Cut(text, ":")
	label, _, _ = strings.Cut(label, "(")
	switch label {
	case "填表人", "填报人", "制表人", "制表", "审核人", "审核", "复核人", "复核", "单位负责人", "主要负责人", "分管负责人", "负责人", "分管领导", "主要领导",
		"联系人", "联系电话", "填表日期", "填报日期", "报出日期", "报送日期", "制表日期", "填表时间", "填报时间", "填报单位", "统计负责人", "备注", "说明", "填表说明", "签字", "盖章", "单位盖章":
		return label != text || countNumbers(l) < 2
	case "注":
		return label != text
	}
	rest, isRemark := strings.CutPrefix(text, "注")
	return isRemark && rest[0] >= '1' && rest[0] <= '9'
}
