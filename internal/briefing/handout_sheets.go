package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// What a sheet of A4 has room for beside the words and the figure.
const (
	sheetMonths  = 6
	sheetHazards = 4
	sheetDuties  = 4
)

// areaHandout is one sheet for each township: its rank and why, its trend, its
// months, what is open, what it has to do.
func (b *book) areaHandout(meeting *record.Meeting, m *month) Handout {
	title := b.spanOfYear(m.Period) + "各单位一页纸"
	return b.handout(meeting, AreaHandout, title, Link{"乡镇街道", "areas/index.html"}, func() (parts []Part) {
		for i := range b.Areas {
			parts = append(parts, b.areaSheet(m, i))
		}
		return parts
	})
}

func (b *book) areaSheet(m *month, i int) Part {
	area := &b.Areas[i]
	of := func(m *month) *indicator.Figures { return &m.Areas[i] }
	blocks := []Block{b.standingParagraph(m, i)}
	if trend := b.scopeTrend(m, "sheet-"+area.ID, area.Name, scope{area: i, sector: record.AllSectors}, of); len(trend) > 0 {
		blocks = append(blocks, trend[0])
	}
	months := b.monthsTable(area.Name, sheetMonths, byArea, of, func(m *month) string { return b.rankHint(m, i) })
	months.ID = "" // every sheet has one
	months = without(months, func(c TableColumn) bool { return c.Minor })
	blocks = append(blocks, months)
	return Part{ID: area.ID, Title: area.Name + b.spanOfYear(m.Period) + "隐患排查治理情况", Sections: []Section{
		{Blocks: blocks},
		{ID: area.ID + "-hazards", Heading: "未整改的隐患", Blocks: b.hazardsOnSheet(i)},
		{ID: area.ID + "-tasks", Heading: "承担的议定事项", Blocks: b.dutiesOnSheet(i)},
	}}
}

// without leaves out columns.
func without(t Table, drop func(TableColumn) bool) Table {
	keep := func(rows []TableRow) []TableRow {
		kept := slices.Clone(rows)
		for r := range kept {
			kept[r].Cells = make([]TableCell, 0, len(rows[r].Cells))
			for i, c := range rows[r].Cells {
				if i >= len(t.Columns) || !drop(t.Columns[i]) {
					kept[r].Cells = append(kept[r].Cells, c)
				}
			}
		}
		return kept
	}
	t.Rows, t.Foot = keep(t.Rows), keep(t.Foot)
	t.Columns = slices.DeleteFunc(slices.Clone(t.Columns), drop)
	return t
}

// hazardsOnSheet are the open major hazards of an area, the most urgent first.
func (b *book) hazardsOnSheet(i int) []Block {
	l := &b.ledger.Areas[i]
	if l.Both().All == 0 {
		return nil
	}
	t := Table{Columns: []TableColumn{{Name: "重大隐患"}, {Name: "期限"}, {Name: "情况"}}}
	more := 0
	for _, h := range b.major {
		if h.Area != i || !h.Open() {
			continue
		}
		if len(t.Rows) == sheetHazards {
			more++
			continue
		}
		cell := b.hazardCell(h)
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{cell, dueCell(h), b.hazardState(h)}})
	}
	blocks := []Block{b.ledgerParagraph(l, b.areaName(i))}
	if more > 0 {
		t.Note = fmt.Sprintf("另有%d项，见网页。", more)
	}
	if len(t.Rows) > 0 {
		blocks = append(blocks, t)
	}
	return blocks
}

// dutiesOnSheet are the action items of an area that are not done.
func (b *book) dutiesOnSheet(i int) []Block {
	var tasks Tasks
	open := 0
	for _, d := range b.urgentDuties(i) {
		if d.action.Progress == record.ClosedOut {
			continue
		}
		if open++; open <= sheetDuties {
			tasks.Items = append(tasks.Items, b.task(d.meeting, d.action))
		}
	}
	if open == 0 {
		return []Block{Paragraph{Runs: []Run{text("没有未办结的议定事项。")}}}
	}
	blocks := []Block{tasks}
	if open > sheetDuties {
		blocks = append(blocks, Paragraph{Runs: []Run{text(fmt.Sprintf("另有%d项，见网页。", open-sheetDuties))}})
	}
	return blocks
}

// overdueActions are the action items past their deadline, of all meetings, the
// latest meeting's first.
func (b *book) overdueActions() (late []duty) {
	for i := len(b.Meetings) - 1; i >= 0; i-- {
		m := &b.Meetings[i].Meeting
		for j := range m.Actions {
			if m.Actions[j].OverdueOn(b.today) {
				late = append(late, duty{m, &m.Actions[j]})
			}
		}
	}
	return late
}

// supervisedHazards are the open hazards under 挂牌督办 and those that are overdue.
func (b *book) supervisedHazards() (list []*record.Hazard) {
	for _, h := range b.major {
		if h.Open() && (h.Listed() || h.OverdueOn(b.today)) {
			list = append(list, h)
		}
	}
	return list
}

// slipHandout is a 督办单 for each overdue action item and each supervised hazard.
// Its number, the answer and the signatures are written with a pen.
func (b *book) slipHandout(meeting *record.Meeting) Handout {
	return b.handout(meeting, SlipHandout, "安全生产督办单", Link{"议定事项", "tasks.html"}, b.slips)
}

func (b *book) slips() (parts []Part) {
	for _, d := range b.overdueActions() {
		parts = append(parts, b.slip(len(parts), []FormRow{
			{Label: "责任单位", Text: who(d.action)},
			{Label: "督办事项", Text: b.resolved(d.meeting, d.action.Text), Lines: 2},
			{Label: "来源", Text: fmt.Sprintf("%s会议（%s）议定事项第%d项", d.meeting.Date.Chinese(), cmp.Or(d.meeting.Number, "未编号"), d.action.Number)},
			{Label: "完成时限", Text: b.when(d.action)},
			{Label: "目前情况", Text: b.task(d.meeting, d.action).State},
		}))
	}
	for _, h := range b.supervisedHazards() {
		level := "未挂牌"
		if h.Listed() {
			level = h.File.Supervision.Level.String() + "挂牌督办"
		}
		place := strings.Join(nonEmpty(b.hazardArea(h).Text, h.File.Enterprise, h.File.Where), "，")
		parts = append(parts, b.slip(len(parts), []FormRow{
			{Label: "责任单位", Text: cmp.Or(h.File.Owner, "未填")},
			{Label: "督办事项", Text: hazardTitle(h) + "（重大事故隐患，" + level + "）", Lines: 2},
			{Label: "地点", Text: place},
			{Label: "完成时限", Text: dueCell(h).Text},
			{Label: "目前情况", Text: b.hazardState(h).Text},
		}))
	}
	return parts
}

func (b *book) slip(n int, rows []FormRow) Part {
	rows = append(rows,
		FormRow{Label: "办理要求", Text: "请抓紧办理，办结后书面反馈；不能按期完成的，说明原因和下一步措施。", Lines: 3},
		FormRow{Label: "办理情况", Lines: 5},
		FormRow{Label: "责任单位负责人（签字）", Lines: 2},
		FormRow{Label: "签收人、时间", Lines: 2},
	)
	return Part{ID: fmt.Sprintf("slip-%d", n+1), Title: "安全生产督办单", Sections: []Section{{Blocks: []Block{
		Paragraph{Runs: []Run{text("编号：　　　　　　　　")}},
		Form{rows},
		Paragraph{Runs: []Run{text(b.Settings.Office)}},
		Paragraph{Runs: []Run{text(b.today.Chinese())}},
	}}}}
}

func nonEmpty(words ...string) (kept []string) {
	for _, w := range words {
		if w != "" && w != indicator.None {
			kept = append(kept, w)
		}
	}
	return kept
}
