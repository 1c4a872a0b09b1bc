package briefing

import (
	"cmp"

	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// briefingHandout is the briefing of a meeting: the month in words, figures and
// ranks, what is overdue, what was decided. Why each rank is what it is, follows
// as an annex.
func (b *book) briefingHandout(i int) Handout {
	meeting := &b.Meetings[i].Meeting
	m := b.monthOf(meeting)
	title := meeting.Title
	if m != nil {
		title = b.monthTitle(m)
	}
	issue := "（" + cmp.Or(meeting.Number, meeting.Date.Chinese()) + "）"
	return b.handout(meeting, BriefingHandout, title+issue, meetingLink(meeting), func() []Part { return b.briefingParts(i, m, title) })
}

func (b *book) briefingParts(i int, m *month, title string) []Part {
	meeting := &b.Meetings[i].Meeting
	head := b.masthead(meeting)
	parts := []Part{{ID: "briefing", Head: &head, Title: title, Imprint: b.imprint(meeting.Date)}}
	var sections []Section
	add := func(part settings.PaperSection, s Section) {
		if b.Settings.Paper.Has(part) {
			sections = append(sections, s)
		}
	}
	if m != nil {
		summary := append([]Block{m.inWords()}, b.notices(m)...)
		first := b.firstOn(m)
		if first != meeting {
			summary = append(summary, Paragraph{Runs: []Run{text("本月的图示和排名已在"), {Text: first.Date.Chinese() + "的简报", Href: handoutPath(first, BriefingHandout)}, text("刊登。")}})
		}
		add(settings.SummarySection, Section{ID: "summary", Heading: "总体情况", Blocks: summary})
		if first == meeting {
			add(settings.FiguresSection, Section{ID: "figures", Heading: "图示", Blocks: b.figuresOnPaper(m)})
		}
		if len(m.standings) > 0 && first == meeting && b.Settings.Paper.Has(settings.RankingSection) {
			table := b.rankingOnPaper(m, "ranking-table")
			sections = append(sections, Section{ID: "ranking", Heading: "各单位排名", Blocks: []Block{table}})
			why := b.whyTable(m)
			why.Caption = ""
			annex := Part{ID: "annex", Annex: "附件", Title: "名次说明", Sections: []Section{{Blocks: []Block{why}}}, Imprint: parts[0].Imprint}
			parts[0].Imprint = nil // it closes the whole paper
			parts = append(parts, annex)
		}
	}
	if i == len(b.Meetings)-1 {
		add(settings.OverdueSection, b.overdueHazards())
		add(settings.OverdueSection, b.overdueTasks())
	}
	add(settings.DecisionsSection, Section{ID: "decisions", Heading: "议定事项办理情况", Blocks: b.meetingTasks(meeting)})
	parts[0].Sections = ordinals(sections)
	return parts
}

// firstOn is the first meeting that looked at a month. Its briefing has the
// figures and ranks: a bulletin is issued once.
func (b *book) firstOn(m *month) *record.Meeting {
	for i := range b.Meetings {
		if meeting := &b.Meetings[i].Meeting; b.monthOf(meeting) == m {
			return meeting
		}
	}
	return nil
}

// figuresOnPaper are the figures of a month that can be read on a sheet of A4.
func (b *book) figuresOnPaper(m *month) (blocks []Block) {
	for _, block := range b.monthFigures(m) {
		if f, ok := block.(FigureBlock); !ok || len(f.Figure.Categories) <= mostBeside {
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// rankingOnPaper is the ranking in as many columns as a sheet has room for.
func (b *book) rankingOnPaper(m *month, id string) Table {
	return without(b.rankTable(m, id, briefly), func(c TableColumn) bool { return c.Name == groupColumn })
}
