package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// taskCount is how far the action items of all meetings are.
type taskCount struct{ all, closed, overdue int }

func (b *book) countTasks() (n taskCount) {
	for i := range b.Meetings {
		for j := range b.Meetings[i].Meeting.Actions {
			a := &b.Meetings[i].Meeting.Actions[j]
			n.all++
			if a.Progress == record.ClosedOut {
				n.closed++
			}
			if a.OverdueOn(b.today) {
				n.overdue++
			}
		}
	}
	return n
}

// tasksPage follows every decision: what is overdue, what is open, what is done.
func (b *book) tasksPage() Page {
	page := Page{
		Path: "tasks.html", Layout: ArticleLayout, Title: "议定事项", Masthead: b.masthead(nil), Trail: []Link{home()},
	}
	n := b.countTasks()
	if n.all == 0 {
		page.Sections = func() []Section {
			return withBlocks(Section{Blocks: []Block{Notice{Tone: Mute, Runs: []Run{text("历次会议纪要里还没有议定事项。")}}}})
		}
		return page
	}
	summary := []Run{text(fmt.Sprintf("截至%s，历次会议共议定", b.today.Chinese())), strong(fmt.Sprint(n.all)), text("项，已办结"),
		strong(fmt.Sprint(n.closed)), text(fmt.Sprintf("项，逾期未办结%d项。", n.overdue))}
	page.Lead = plainText(summary)
	page.Sections = func() []Section {
		return withBlocks(
			Section{Blocks: []Block{Paragraph{Runs: summary}, b.progressTable()}},
			b.overdueTasks(),
			b.tasksWhere("open", "正在办理", func(a *record.ActionItem) bool {
				return a.Progress != record.ClosedOut && !a.OverdueOn(b.today)
			}),
			b.tasksWhere("closed", "已办结", func(a *record.ActionItem) bool { return a.Progress == record.ClosedOut }),
		)
	}
	var files []string
	for i := range b.Meetings {
		files = append(files, b.Meetings[i].Meeting.Place.File)
	}
	page.Sources = b.sourcesOf(files)
	return page
}

// progressTable is decided and done by meeting, as offices report it.
func (b *book) progressTable() Table {
	t := Table{ID: "by-meeting", Caption: "各次会议议定事项办理情况", Columns: []TableColumn{
		{Name: "会议"}, {Name: "日期"}, {Name: "议定（项）", Numeric: true}, {Name: "已办结（项）", Numeric: true},
		{Name: "逾期（项）", Numeric: true}, {Name: "办结率", Numeric: true},
	}}
	line := func(m *record.Meeting) TableRow {
		closed, overdue := 0, 0
		for i := range m.Actions {
			if m.Actions[i].Progress == record.ClosedOut {
				closed++
			}
			if m.Actions[i].OverdueOn(b.today) {
				overdue++
			}
		}
		link := meetingLink(m)
		return TableRow{Cells: []TableCell{
			{Text: link.Text, Href: link.Href}, {Text: m.Date.String()}, {Text: fmt.Sprint(len(m.Actions))},
			{Text: fmt.Sprint(closed)}, {Text: fmt.Sprint(overdue)}, {Text: b.fraction(closed, len(m.Actions))},
		}}
	}
	for i := len(b.Meetings) - 1; i >= 0; i-- {
		if m := &b.Meetings[i].Meeting; len(m.Actions) > 0 {
			t.Rows = append(t.Rows, line(m))
		}
	}
	n := b.countTasks()
	t.Foot = []TableRow{{Cells: []TableCell{
		{Text: "合计"}, {}, {Text: fmt.Sprint(n.all)}, {Text: fmt.Sprint(n.closed)}, {Text: fmt.Sprint(n.overdue)}, {Text: b.fraction(n.closed, n.all)},
	}}}
	return t
}

// overdueTasks is what is past its deadline, over all meetings.
func (b *book) overdueTasks() Section {
	return b.tasksWhere("overdue", "逾期未办结的议定事项", func(a *record.ActionItem) bool { return a.OverdueOn(b.today) })
}

// decisions is what the latest meeting decided.
func (b *book) decisions(m *record.Meeting) Section {
	section := Section{ID: "decisions"}
	if m == nil || len(m.Actions) == 0 {
		return section
	}
	section.Heading = m.Date.Chinese() + "会议议定事项"
	var tasks Tasks
	for i := range m.Actions {
		t := b.task(m, &m.Actions[i])
		t.Origin = "" // the heading says it
		tasks.Items = append(tasks.Items, t)
	}
	section.Blocks = []Block{tasks}
	return section
}

func (b *book) tasksWhere(id, heading string, keep func(*record.ActionItem) bool) Section {
	section := Section{ID: id, Heading: heading}
	var tasks Tasks
	for i := len(b.Meetings) - 1; i >= 0; i-- {
		m := &b.Meetings[i].Meeting
		for j := range m.Actions {
			if keep(&m.Actions[j]) {
				tasks.Items = append(tasks.Items, b.task(m, &m.Actions[j]))
			}
		}
	}
	if len(tasks.Items) > 0 {
		section.Blocks = []Block{tasks}
	}
	return section
}

// task puts an action item into words.
func (b *book) task(m *record.Meeting, a *record.ActionItem) Task {
	t := Task{
		Text: b.resolved(m, a.Text), Href: meetingPath(m) + "#" + taskID(a), Who: who(a), When: b.when(a),
		State: a.Progress.String(), Origin: m.Date.Chinese() + "会议",
	}
	switch {
	case a.Progress == record.ClosedOut:
		t.Tone = Good
		if !a.Done.IsZero() {
			t.State += "（" + monthDay(a.Done, b.today) + "）"
		}
	case a.OverdueOn(b.today):
		t.Tone = Bad
		t.State = fmt.Sprintf("逾期%d天", a.DueBy().DaysUntil(b.today))
	case a.Progress == record.NoProgress:
		t.State = "未报进展"
	}
	if a.Note != "" {
		t.State += "，" + a.Note
	}
	return t
}

// taskID is the anchor of an action item on its meeting's page.
func taskID(a *record.ActionItem) string { return fmt.Sprintf("task-%d", a.Number) }

func who(a *record.ActionItem) string {
	switch {
	case len(a.Owners) == 0 && len(a.Helpers) == 0:
		return "未明确责任单位"
	case len(a.Helpers) == 0:
		return strings.Join(a.Owners, "、")
	case len(a.Owners) == 0:
		return "未明确牵头单位，" + strings.Join(a.Helpers, "、") + "配合"
	}
	return strings.Join(a.Owners, "、") + "牵头，" + strings.Join(a.Helpers, "、") + "配合"
}

func (b *book) when(a *record.ActionItem) string {
	when := "未明确时限"
	if !a.Deadline.IsZero() {
		when = monthDay(a.Deadline, b.today) + "前"
	}
	if !a.Extended.IsZero() {
		when += "，延期至" + monthDay(a.Extended, b.today)
	}
	return when
}

// fraction prints n of all as a rate.
func (b *book) fraction(n, all int) string {
	return b.rate(indicator.Rate{Numerator: int64(n), Denominator: int64(all), Known: true})
}
