package briefing

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
)

// meetingPage is one meeting: its month's key figures, the minutes, who was
// there, what it decided.
func (b *book) meetingPage(i int) Page {
	document := &b.Meetings[i]
	meeting := &document.Meeting
	m := b.monthOf(meeting)
	page := Page{
		Path: meetingPath(meeting), Layout: ArticleLayout, Title: meeting.Title, Lead: b.resolved(meeting, document.Summary),
		Date: meeting.Date.String(), Names: []string{meeting.Number}, File: meeting.Place.File,
		Masthead: b.masthead(meeting), Trail: []Link{home(), {"会议", "meetings/index.html"}},
	}
	page.Previous, page.Next = neighbours(i, len(b.Meetings), func(j int) Link {
		other := &b.Meetings[j].Meeting
		return Link{other.Date.Chinese(), meetingPath(other)}
	})
	page.Slides = true
	decisions, hazards := b.overdueFor(i)
	files := []string{meeting.Place.File}
	if len(hazards.Blocks) > 0 {
		files = append(files, b.ledgerFiles()...)
	}
	page.Sources = b.sourcesOf(files, m)
	page.Sections = func() []Section {
		prose := b.texts[i].numberedAnew()
		return withBlocks(
			Section{Blocks: append(b.meetingFigures(m), prose)},
			Section{ID: "figures", Heading: "本月图示", Blocks: b.figuresBeside(m, prose)},
			Section{ID: "bottom", Heading: "名次靠后的单位", Slide: true, Blocks: b.bottomBlocks(m)},
			decisions,
			hazards,
			Section{ID: "decided", Heading: "议定事项办理情况", Slide: true, Blocks: b.meetingTasks(meeting)},
			Section{ID: "attendance", Heading: "参会人员", Blocks: attendance(meeting)},
			b.handoutsOf(i),
		)
	}
	return page
}

// mostBeside is how many ranked areas are drawn on a meeting's page: what does
// not fit on a slide is on the month's page, and would be drawn again on every
// meeting's.
const mostBeside = 40

// figuresBeside are the ranking and the trend of the month, unless the text
// already shows them.
func (b *book) figuresBeside(m *month, prose Prose) (blocks []Block) {
	if m == nil {
		return nil
	}
	for _, block := range b.monthFigures(m) {
		f, ok := block.(FigureBlock)
		shown := slices.ContainsFunc(prose.Figures, func(p FigureBlock) bool { return strings.HasPrefix(p.Figure.ID, f.Figure.ID+"-") })
		if ok && !shown && (len(f.Figure.Categories) <= mostBeside) {
			blocks = append(blocks, block)
		}
	}
	return blocks
}

// overdueFor is what is past its deadline, decisions and hazards of the ledger,
// on the latest meeting's page: what was overdue at earlier meetings, neither
// their minutes nor the ledger say any more.
func (b *book) overdueFor(meeting int) (decisions, hazards Section) {
	if meeting != len(b.Meetings)-1 {
		return decisions, hazards
	}
	decisions, hazards = b.overdueTasks(), b.overdueHazards()
	decisions.Slide, hazards.Slide = true, true
	return decisions, hazards
}

// bottomRows is how many of the lowest ranks a meeting looks at.
const bottomRows = 5

// bottomBlocks are the lowest ranks of the month, which many meetings may look at.
func (b *book) bottomBlocks(m *month) []Block {
	if m == nil {
		return nil
	}
	return slices.Clone(m.lowest())
}

// listBottom lists the lowest ranks of a month, lowest first, with what is left
// to do; nothing where so few are ranked that the ranking shows them anyway.
func (b *book) listBottom(m *month) []Block {
	var ranked []*ranking.Standing
	for i := range m.standings {
		if m.standings[i].Rank > 0 {
			ranked = append(ranked, &m.standings[i])
		}
	}
	if len(ranked) < 2*bottomRows {
		return nil
	}
	slices.SortStableFunc(ranked, func(x, y *ranking.Standing) int { return y.Rank - x.Rank })
	t := Table{ID: "bottom-table", Caption: b.spanOfYear(m.Period) + b.rankedBy() + "靠后的单位", Columns: []TableColumn{
		{Name: "单位"}, {Name: "名次", Numeric: true}, {Name: b.rankedBy(), Numeric: true}, {Name: "未整改（项）", Numeric: true}, {Name: "逾期（项）", Numeric: true},
	}}
	for _, s := range ranked[:bottomRows] {
		area := &b.Areas[s.Area]
		counts := openOf(&m.Areas[s.Area])
		rank := TableCell{Text: strconv.Itoa(s.Rank)}
		switch {
		case s.Veto != "":
			rank.Hint, rank.Tone = "一票否决", Bad
		case s.Tied:
			rank.Hint = "并列"
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			{Text: area.Name, Href: areaPath(area)}, rank, {Text: s.Text(b.decimals)},
			{Text: count(counts[record.Open])}, {Text: count(counts[record.Overdue])},
		}})
	}
	return []Block{t}
}

// meetingFigures is the strip of the month a meeting reported on, and where the rest is.
func (b *book) meetingFigures(m *month) []Block {
	if m == nil {
		return nil
	}
	more := Paragraph{Runs: []Run{
		text("本次会议通报" + b.spanOfYear(m.Period) + "情况，"),
		{Text: "全部数字和排名", Href: monthPath(m.Period)}, text("见月度页。"),
	}}
	return []Block{b.keyFigures(m, nil), more}
}

func (b *book) meetingTasks(m *record.Meeting) []Block {
	var tasks Tasks
	for i := range m.Actions {
		t := b.task(m, &m.Actions[i])
		t.ID, t.Href, t.Origin = taskID(&m.Actions[i]), "", ""
		tasks.Items = append(tasks.Items, t)
	}
	if len(tasks.Items) == 0 {
		return nil
	}
	return []Block{tasks}
}

func attendance(m *record.Meeting) []Block {
	var lines []Block
	add := func(label string, names ...string) {
		if list := strings.Join(names, "、"); list != "" {
			lines = append(lines, Paragraph{Runs: []Run{strong(label + "："), text(list)}})
		}
	}
	add("主持", m.Chair)
	add("出席", m.Attendees...)
	add("请假", m.Leave...)
	add("列席", m.Observers...)
	return lines
}

// textPage is one of the author's own texts.
func (b *book) textPage(i int) Page {
	t := &b.Texts[i]
	return Page{
		Path: textPath(i, b), Layout: ArticleLayout, Title: t.Title, Lead: b.resolvedFor(b.latest(), t.Summary, t.Place), Masthead: b.masthead(nil),
		Trail: []Link{home()}, Sources: b.sourcesOf([]string{t.Place.File}), File: t.Place.File,
		Sections: func() []Section {
			return withBlocks(Section{Blocks: []Block{b.ownTexts[i].numberedAnew()}})
		},
	}
}

// numberedAnew is a text whose figures can be given other numbers, as each page
// that has it does.
func (p Prose) numberedAnew() Prose {
	p.Figures = slices.Clone(p.Figures)
	return p
}

// renderTexts fills in the computed numbers and figures of every text; figures
// stand where a text has their marks. The problems are calls of what there is not.
func (b *book) renderTexts() []problem.Problem {
	b.texts, b.ownTexts = make([]Prose, len(b.Meetings)), make([]Prose, len(b.Texts))
	problems := make([][]problem.Problem, len(b.Meetings)+len(b.Texts))
	prose := func(t *minutes.Text, m *month) (Prose, []problem.Problem) {
		c := &caller{book: b, month: m}
		html, problems := t.HTML(c.resolver())
		return Prose{HTML: HTML(html), Figures: c.figures}, problems
	}
	eachAtOnce(len(problems), func(i int) {
		if i < len(b.Meetings) {
			d := &b.Meetings[i]
			b.texts[i], problems[i] = prose(&d.Text, b.monthOf(&d.Meeting))
			d.Text = minutes.Text{Summary: d.Summary}
			return
		}
		t := &b.Texts[i-len(b.Meetings)]
		b.ownTexts[i-len(b.Meetings)], problems[i] = prose(&t.Text, b.latest())
		t.Text = minutes.Text{Summary: t.Summary}
	})
	return slices.Concat(problems...)
}

// resolved fills in the numbers of a single line of minutes.
func (b *book) resolved(m *record.Meeting, line string) string {
	return b.resolvedFor(b.monthOf(m), line, m.Place)
}

// resolvedFor fills in the numbers of a single line; a call that fails stays as
// written, since the text it comes from has been reported.
func (b *book) resolvedFor(m *month, line string, place problem.Place) string {
	if !strings.Contains(line, "{{") {
		return line
	}
	c := &caller{book: b, month: m}
	done, _ := minutes.ResolveText(line, c.resolver(), place)
	return done
}
