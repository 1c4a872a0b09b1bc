package briefing

import (
	"strconv"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
)

// rankTable is everybody's rank with what it is made of. Why, is said below it:
// sentences in cells would make a tall table of a short one.
func (b *book) rankTable(m *month, id string, pick func([]column) []column) Table {
	figures := make([]*indicator.Figures, len(m.Areas))
	for i := range m.Areas {
		figures[i] = &m.Areas[i]
	}
	columns := pick(b.columns(figures...))
	t := Table{ID: id, Caption: b.spanOfYear(m.Period) + b.rankedBy() + "排名", Files: dataLinks(m.Period), Tools: true}
	t.Columns = []TableColumn{{Name: "单位"}, {Name: "名次", Numeric: true}, {Name: b.movedSince(m), Numeric: true, Minor: true}}
	if b.banded() {
		t.Columns = append(t.Columns, TableColumn{Name: "等次", Filter: true})
	}
	if b.grouped() {
		t.Columns = append(t.Columns, TableColumn{Name: groupColumn, Minor: true, Filter: true})
	}
	if b.scored() {
		t.Columns = append(t.Columns, TableColumn{Name: b.rankedBy(), Numeric: true})
	}
	for _, c := range columns {
		t.Columns = append(t.Columns, TableColumn{Name: c.name, Numeric: true, Minor: c.minor})
	}
	for i := range m.standings {
		t.Rows = append(t.Rows, b.rankRow(m, i, columns))
	}
	t.Foot = []TableRow{b.totalRow(m, columns)}
	t.Note = b.rankRuleSentence() + newNote(m)
	return t
}

// groupColumn heads the column of 乡镇, 街道, 部门, 园区.
const groupColumn = "类别"

// movedSince heads the column of movements: 较上月, or 较1—9月 where figures are
// cumulative; in January of those there are none.
func (b *book) movedSince(m *month) string {
	if b.cumulative() && m.Period.Month() == 1 {
		return "名次变化"
	}
	return "较" + b.sinceBefore(m).String()
}

// newNote says what 新 means, where it stands.
func newNote(m *month) string {
	for i := range m.standings {
		if m.standings[i].Movement.New {
			return "“新”是上月没有参加排名的。"
		}
	}
	return ""
}

// banded reports whether the settings have bands.
func (b *book) banded() bool { return len(b.rule.Bands) > 0 }

// bandText is an area's band; a veto stands in none.
func bandText(s *ranking.Standing) string {
	switch {
	case s.Band != "":
		return s.Band
	case s.Veto != "":
		return "一票否决"
	}
	return indicator.None
}

// briefly keeps the columns that a first look needs.
func briefly(columns []column) (kept []column) {
	for _, c := range columns {
		if !c.minor || c.rate && c.name != record.Coverage.String() {
			kept = append(kept, c)
		}
	}
	return kept
}

// rankRow is one area's line; its explanation is a sentence a township can check.
func (b *book) rankRow(m *month, i int, columns []column) TableRow {
	s := &m.standings[i]
	area := &b.Areas[s.Area]
	rank := TableCell{Text: indicator.None, Hint: s.Reason}
	if s.Rank > 0 {
		rank = TableCell{Text: strconv.Itoa(s.Rank)}
		if s.Tied {
			rank.Hint = "并列"
		}
	}
	if s.Veto != "" {
		rank.Tone = Bad
		if !strings.Contains(rank.Hint, "一票否决") {
			rank.Hint = strings.TrimPrefix(rank.Hint+" 一票否决", " ")
		}
	}
	row := TableRow{ID: area.ID, Cells: append(make([]TableCell, 0, len(columns)+5),
		TableCell{Text: area.Name, Href: areaPath(area)}, rank,
		TableCell{Text: movementText(s.Movement.Known, s.Movement.New, s.Movement.Up)},
	)}
	if b.banded() {
		row.Cells = append(row.Cells, TableCell{Text: bandText(s)})
	}
	if b.grouped() {
		row.Cells = append(row.Cells, TableCell{Text: area.Group})
	}
	if b.scored() {
		row.Cells = append(row.Cells, TableCell{Text: s.Text(b.decimals)})
	}
	for _, c := range columns {
		row.Cells = append(row.Cells, c.cell(&m.Areas[s.Area]))
	}
	return row
}

// whyTable is the explanation of every rank, a sentence each.
func (b *book) whyTable(m *month) Table {
	t := Table{ID: "why", Caption: "名次说明", Columns: []TableColumn{{Name: "单位"}, {Name: "名次", Numeric: true}, {Name: "说明"}}}
	for i := range m.standings {
		cells := b.rankRow(m, i, nil).Cells
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{cells[0], cells[1], {Text: m.why()[i]}}})
	}
	return t
}

func (b *book) totalRow(m *month, columns []column) TableRow {
	row := TableRow{Cells: []TableCell{{Text: b.Settings.Whole}, {}, {}}}
	if b.banded() {
		row.Cells = append(row.Cells, TableCell{})
	}
	if b.grouped() {
		row.Cells = append(row.Cells, TableCell{})
	}
	if b.scored() {
		row.Cells = append(row.Cells, TableCell{})
	}
	for _, c := range columns {
		row.Cells = append(row.Cells, c.cell(&m.Total))
	}
	return row
}

// explain says why each area stands where it does.
func (b *book) explain(m *month) []string {
	why := make([]string, len(m.standings))
	for i := range m.standings {
		areas := ranking.TiedWith(m.standings, i)
		tied := make([]string, len(areas))
		for j, a := range areas {
			tied[j] = b.areaName(a)
		}
		why[i] = m.standings[i].Explain(b.rule, b.decimals, tied)
	}
	return why
}

// grouped reports whether areas belong to groups at all.
func (b *book) grouped() bool {
	for i := range b.Areas {
		if b.Areas[i].Group != "" {
			return true
		}
	}
	return false
}
