package briefing

import (
	"cmp"
	"fmt"
	"slices"

	"jianbao/internal/record"
)

// Handout is a page for paper: what lies on every seat, in the forms of GB/T
// 9704-2012 as far as they fit. It is printed from any browser, or by the
// program; it has no menu, and no part of it needs a script.
type Handout struct {
	Path  string // ASCII, relative to the site's root: handouts/2026-10-22.html
	PDF   string // where its print is, when there is one: handouts/2026-10-22.pdf
	Kind  HandoutKind
	Title string
	Back  Link // to the page of the site that it belongs to
	Paper Paper
	Parts []Part
}

// Paper is how the handouts of a site are printed.
type Paper struct {
	Grey      bool
	Watermark string
}

// HandoutKind is what a handout is for; it is also the class of its style.
type HandoutKind string

const (
	BriefingHandout HandoutKind = "briefing" // 简报
	MinutesHandout  HandoutKind = "minutes"  // 纪要
	AreaHandout     HandoutKind = "areas"    // 一页纸, one sheet a township
	SlipHandout     HandoutKind = "slips"    // 督办单, one sheet for each thing that is overdue
	YearHandout     HandoutKind = "year"     // 汇编, all meetings of a year
)

// Name returns what the kind is called.
func (k HandoutKind) Name() string {
	switch k {
	case BriefingHandout:
		return "简报"
	case MinutesHandout:
		return "纪要"
	case AreaHandout:
		return "一页纸"
	case SlipHandout:
		return "督办单"
	}
	return "汇编"
}

// Part is one paper of a handout. It begins on a new page.
type Part struct {
	ID       string
	Head     *Masthead // the red head, on the first part of a paper; or nil
	Annex    string    // 附件, above the title; or ""
	Title    string
	Cover    bool // stands alone on its page
	Sections []Section
	Imprint  *Imprint
}

// Imprint is the foot of an official paper (版记): who gets a copy, who printed it and when.
type Imprint struct {
	CopyTo []string
	Office string
	Date   string // 2026年10月22日印发
}

// Contents is a table of contents. Its page numbers are filled in when it is printed.
type Contents struct{ Items []Link }

// Form is labelled boxes, some of them to be filled in with a pen.
type Form struct{ Rows []FormRow }

// FormRow is one box; Lines is how many lines of room it leaves.
type FormRow struct {
	Label, Text string
	Lines       int
}

// Component implements [Block].
func (Contents) Component() string { return "handout-contents" }

// Component implements [Block].
func (Form) Component() string { return "handout-form" }

// Handouts name the papers of a meeting or a year by their addresses without an ending.
func handoutPath(m *record.Meeting, kind HandoutKind) string {
	path := "handouts/" + m.ID
	if kind != BriefingHandout {
		path += "-" + string(kind)
	}
	return path + ".html"
}

func yearPath(year int) string { return fmt.Sprintf("handouts/%d.html", year) }

// pdfPath is where the print of a handout lies.
func pdfPath(path string) string { return path[:len(path)-len(".html")] + ".pdf" }

// paperLinks lead to handouts, and to those prints of them that there are.
func (b *book) paperLinks(papers ...Link) Paragraph {
	var runs []Run
	for i, p := range papers {
		if i > 0 {
			runs = append(runs, text("　"))
		}
		runs = append(runs, Run{Text: p.Text, Href: p.Href})
		if pdf := pdfPath(p.Href); b.Printed[pdf] {
			runs = append(runs, text("（"), Run{Text: "PDF", Href: pdf}, text("）"))
		}
	}
	return Paragraph{Runs: runs}
}

// handoutsOf lists the papers of a meeting; the sheets and slips are those of
// the latest.
func (b *book) handoutsOf(i int) Section {
	m := &b.Meetings[i].Meeting
	kinds := []HandoutKind{BriefingHandout, MinutesHandout}
	if i == len(b.Meetings)-1 {
		if reported := b.monthOf(m); reported != nil && reported.ByArea {
			kinds = append(kinds, AreaHandout)
		}
		if b.hasSlips() {
			kinds = append(kinds, SlipHandout)
		}
	}
	var links []Link
	for _, k := range kinds {
		links = append(links, Link{k.Name(), handoutPath(m, k)})
	}
	return Section{ID: "handouts", Heading: "打印件", Blocks: []Block{b.paperLinks(links...)}}
}

// volumes lists the years that are bound in a volume.
func (b *book) volumes() Section {
	var links []Link
	for _, year := range b.meetingYears() {
		links = append(links, Link{fmt.Sprintf("%d年汇编", year), yearPath(year)})
	}
	return Section{ID: "volumes", Heading: "打印件", Blocks: []Block{b.paperLinks(links...)}}
}

func (b *book) hasSlips() bool { return len(b.overdueActions())+len(b.supervisedHazards()) > 0 }

// handoutFunc makes one handout. What is wrong with the text of minutes is
// reported by their page.
type handoutFunc func() Handout

// handouts lists every handout: the briefing and the minutes of each meeting,
// the sheets and slips of the latest, and every year's volume.
func (b *book) handouts() (list []handoutFunc) {
	for i := range b.Meetings {
		list = append(list, func() Handout { return b.briefingHandout(i) }, func() Handout { return b.minutesHandout(i) })
	}
	last := b.lastMeeting()
	if last == nil {
		return list
	}
	if m := b.monthOf(last); m != nil && m.ByArea {
		list = append(list, func() Handout { return b.areaHandout(last, m) })
	}
	if b.hasSlips() {
		list = append(list, func() Handout { return b.slipHandout(last) })
	}
	for _, year := range b.meetingYears() {
		list = append(list, func() Handout { return b.yearHandout(year) })
	}
	return list
}

// meetingYears are the years with a meeting, oldest first.
func (b *book) meetingYears() (years []int) {
	for i := range b.Meetings {
		years = append(years, b.Meetings[i].Meeting.Date.Year)
	}
	return slices.Compact(years)
}

func (b *book) handout(path string, kind HandoutKind, title string, back Link, parts ...Part) Handout {
	h := Handout{
		Path: path, Kind: kind, Title: title, Back: back, Parts: parts,
		Paper: Paper{Grey: b.Settings.Paper.Grey, Watermark: b.Settings.Paper.Watermark},
	}
	if b.Printed[pdfPath(path)] {
		h.PDF = pdfPath(path)
	}
	for i := range h.Parts {
		h.Parts[i].Sections = withBlocks(h.Parts[i].Sections...)
	}
	return h
}

// ordinals number the headings of a paper: 一、 (GB/T 9704-2012, 7.3.3).
func ordinals(sections []Section) []Section {
	kept := withBlocks(sections...)
	numerals := []rune("一二三四五六七八九十")
	for i := range kept {
		if i < len(numerals) {
			kept[i].Heading = string(numerals[i]) + "、" + kept[i].Heading
		}
	}
	return kept
}

func (b *book) imprint(day record.Date) *Imprint {
	return &Imprint{CopyTo: b.Settings.Paper.CopyTo, Office: b.Settings.Office, Date: day.Chinese() + "印发"}
}

// briefingHandout is the briefing of a meeting: the month in words, figures and
// ranks, what is overdue, what was decided. Why each rank is what it is, follows
// as an annex.
func (b *book) briefingHandout(i int) Handout {
	meeting := &b.Meetings[i].Meeting
	m := b.monthOf(meeting)
	head := b.masthead(meeting)
	parts := []Part{{ID: "briefing", Head: &head, Title: meeting.Title, Imprint: b.imprint(meeting.Date)}}
	var sections []Section
	if m != nil {
		parts[0].Title = b.monthTitle(m)
		sections = append(sections,
			Section{ID: "summary", Heading: "总体情况", Blocks: append([]Block{b.monthParagraph(m)}, b.notices(m)...)},
			Section{ID: "figures", Heading: "图示", Blocks: b.figuresOnPaper(m)},
		)
		if len(m.standings) > 0 {
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
		late := b.overdueHazards()
		sections = append(sections, late, b.overdueTasks())
	}
	sections = append(sections, Section{ID: "decisions", Heading: "议定事项办理情况", Blocks: b.meetingTasks(meeting)})
	parts[0].Sections = ordinals(sections)
	title := parts[0].Title + "（" + cmp.Or(meeting.Number, meeting.Date.Chinese()) + "）"
	return b.handout(handoutPath(meeting, BriefingHandout), BriefingHandout, title, meetingLink(meeting), parts...)
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

// minutesHandout is the minutes in the form of a 纪要 (GB/T 9704-2012, 10.3): its
// own red head, the text, who was there, who gets a copy.
func (b *book) minutesHandout(i int) Handout {
	document := &b.Meetings[i]
	meeting := &document.Meeting
	part := b.minutesPart(i, "minutes", "")
	head := b.masthead(meeting)
	head.Title = b.Settings.Office + "会议纪要"
	part.Head = &head
	part.Sections = append(part.Sections, Section{ID: "attendance", Blocks: attendance(meeting)})
	part.Imprint = b.imprint(meeting.Date)
	return b.handout(handoutPath(meeting, MinutesHandout), MinutesHandout, meeting.Title, meetingLink(meeting), part)
}

// minutesPart is the text of a meeting. In a volume every id gets a prefix.
func (b *book) minutesPart(i int, id, prefix string) Part {
	document := &b.Meetings[i]
	prose, _ := b.prose(document.Meeting.Place.File, &document.Text, b.monthOf(&document.Meeting))
	prose = prose.onPaper(prefix)
	return Part{ID: id, Title: document.Meeting.Title, Sections: []Section{{Blocks: []Block{prose}}}}
}

// yearHandout is the year in one volume: cover, table of contents, every meeting.
func (b *book) yearHandout(year int) Handout {
	title := fmt.Sprintf("%d年%s汇编", year, b.Settings.Title)
	cover := Part{ID: "cover", Cover: true, Title: title, Sections: []Section{{Blocks: []Block{
		Paragraph{Runs: []Run{text(b.Settings.Office)}}, Paragraph{Runs: []Run{text(fmt.Sprintf("%d年", year))}},
	}}}}
	contents := Contents{}
	parts := []Part{cover, {ID: "contents", Title: "目　录"}}
	told := map[record.Period]bool{}
	for i := range b.Meetings {
		meeting := &b.Meetings[i].Meeting
		if meeting.Date.Year != year {
			continue
		}
		id := "m" + meeting.ID
		part := b.minutesPart(i, id, id+"-")
		if m := b.monthOf(meeting); m != nil && !told[m.Period] {
			told[m.Period] = true
			part.Sections = append(part.Sections, Section{ID: id + "-month", Heading: "附：" + b.monthTitle(m), Blocks: b.monthInBrief(m, id)})
		}
		contents.Items = append(contents.Items, Link{meeting.Title, "#" + id})
		parts = append(parts, part)
	}
	parts[1].Sections = []Section{{Blocks: []Block{contents}}}
	parts[len(parts)-1].Imprint = b.imprint(b.Meetings[len(b.Meetings)-1].Meeting.Date)
	return b.handout(yearPath(year), YearHandout, title, Link{"会议", "meetings/index.html"}, parts...)
}

// monthInBrief is a month's paragraph and its ranking.
func (b *book) monthInBrief(m *month, id string) []Block {
	blocks := []Block{b.monthParagraph(m)}
	if len(m.standings) > 0 {
		table := b.rankingOnPaper(m, id+"-ranking")
		for i := range table.Rows {
			table.Rows[i].ID = "" // every month has the same
		}
		blocks = append(blocks, table)
	}
	return blocks
}
