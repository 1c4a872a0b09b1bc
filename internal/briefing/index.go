package briefing

import (
	"fmt"
	"slices"

	"jianbao/charts"
	"jianbao/internal/record"
)

// indexPage is the latest meeting's briefing: the month in sentences and
// figures, the ranking, what is overdue, what was decided, and the archive.
func (b *book) indexPage() Page {
	page := Page{Path: "index.html", Layout: IndexLayout, Title: b.Settings.Title, Masthead: b.masthead(nil)}
	m := b.latest()
	meeting := b.lastMeeting()
	if meeting != nil {
		if reported := b.monthOf(meeting); reported != nil {
			m = reported
		}
	}
	if m == nil {
		page.Sections = func() []Section {
			return withBlocks(b.emptySection(), b.overdueHazards(), b.decisions(meeting), b.archive())
		}
		return page
	}
	page.Title = b.monthTitle(m)
	paragraph := m.inWords()
	page.Lead = plainText(paragraph.Runs)
	page.Sections = func() []Section {
		count := b.countTasks()
		return withBlocks(
			Section{Blocks: append([]Block{paragraph, b.keyFigures(m, &count)}, b.notices(m)...)},
			Section{ID: "figures", Heading: "图示", Blocks: b.monthFigures(m)},
			b.overdueHazards(),
			b.overdueTasks(),
			b.decisions(meeting),
			Section{ID: "ranking", Heading: "排名与分项", Blocks: b.rankBlocks(m)},
			b.archive(),
		)
	}
	page.Sources = b.sourcesOf(b.filesOfIndex(meeting), m)
	return page
}

// filesOfIndex are the ledger and the minutes that the index tells of beside a
// month's figures: what is overdue, and what the latest meeting decided.
func (b *book) filesOfIndex(latest *record.Meeting) (files []string) {
	if len(b.overdueHazards().Blocks) > 0 {
		files = append(files, b.ledgerFiles()...)
	}
	if latest != nil {
		files = append(files, latest.Place.File)
	}
	for _, d := range b.overdueActions() {
		files = append(files, d.meeting.Place.File)
	}
	return files
}

func (b *book) emptySection() Section {
	return Section{Blocks: []Block{Notice{Tone: Mute, Runs: []Run{text("还没有统计数据。把每月的统计表放进 statistics 文件夹后重新生成。")}}}}
}

func (b *book) lastMeeting() *record.Meeting {
	if len(b.Meetings) == 0 {
		return nil
	}
	return &b.Meetings[len(b.Meetings)-1].Meeting
}

// monthFigures are the figures of a month: the ranking, the trend, and what
// became of the hazards. The month's page, the index and all meetings that
// looked at the month have the same.
func (b *book) monthFigures(m *month) []Block { return slices.Clone(m.drawn()) }

func (b *book) drawMonth(m *month) (blocks []Block) {
	add := func(f charts.Figure) { blocks = append(blocks, FigureBlock{Figure: &f, Shared: true}) }
	if len(m.standings) > 0 {
		for _, f := range b.rankFigures(m) {
			add(f)
		}
	} else if f, ok := b.sectorBars(m); ok {
		add(f)
	}
	if trend := b.wholeTrend(m); len(trend.Series) > 0 {
		add(trend)
	}
	if m.Total.Counts[record.Found].Known() {
		add(b.fate(m, "fate-"+m.Period.String(), totalOf))
	}
	return blocks
}

func (b *book) wholeTrend(m *month) charts.Figure {
	return b.trend(m, "trend-"+m.Period.String(), b.Settings.Whole+"整改率走势", []trendLine{
		b.totalLine(record.Rectification), b.totalLine(record.Major), b.totalLine(record.OnTimeRate),
	})
}

// rankBlocks is the ranking as a table of what a first look needs; everything,
// and why, is on the month's page. Empty where no areas report.
func (b *book) rankBlocks(m *month) []Block {
	if len(m.standings) == 0 {
		return nil
	}
	more := Paragraph{Runs: []Run{text("全部分项和每个名次的"), {Text: "名次说明", Href: monthPath(m.Period) + "#why"}, text("见月度页。")}}
	return []Block{b.rankTable(m, "ranking-table", briefly), more}
}

// archive lists all meetings by year, newest first.
func (b *book) archive() Section {
	section := Section{ID: "archive", Heading: "历次会议"}
	for i := len(b.Meetings) - 1; i >= 0; {
		list := List{Title: fmt.Sprintf("%d年", b.Meetings[i].Meeting.Date.Year)}
		for year := b.Meetings[i].Meeting.Date.Year; i >= 0 && b.Meetings[i].Meeting.Date.Year == year; i-- {
			m := &b.Meetings[i].Meeting
			list.Items = append(list.Items, ListItem{Link: meetingLink(m), Remark: m.Date.Chinese()})
		}
		section.Blocks = append(section.Blocks, list)
	}
	return section
}

// notices say what must not be missed about a month's figures.
func (b *book) notices(m *month) (blocks []Block) {
	if n := b.correctionNotice(m); len(n.Lines) > 0 {
		blocks = append(blocks, n)
	}
	return blocks
}

// correctionNotice lists the figures that a corrected report replaced.
func (b *book) correctionNotice(m *month) Notice {
	n := Notice{Runs: []Run{text(m.Period.Chinese() + "的下列数字已经更正：")}}
	for _, c := range b.Corrections {
		if c.Period != m.Period {
			continue
		}
		where := b.Settings.Whole
		if c.Area != record.AllAreas {
			where = b.areaName(c.Area)
		}
		if c.Sector != record.AllSectors {
			where += "（" + b.sectorName(c.Sector) + "）"
		}
		n.Lines = append(n.Lines, fmt.Sprintf("%s%s：%s → %s", where, c.Measure, inUnit(c.Was, c.Measure), inUnit(c.Is, c.Measure)))
	}
	slices.Sort(n.Lines)
	return n
}

func plainText(runs []Run) (s string) {
	for _, r := range runs {
		s += r.Text
	}
	return s
}
