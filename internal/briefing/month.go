package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

func totalOf(m *month) *indicator.Figures { return &m.Total }

// monthPage is all figures of one month.
func (b *book) monthPage(i int) Page {
	m := &b.months[i]
	page := Page{
		Path: monthPath(m.Period), Layout: FiguresLayout, Title: b.monthTitle(m), Masthead: b.masthead(nil),
		Date:    m.Period.String(),
		Trail:   []Link{home(), {"月度", "months/index.html"}},
		Sources: b.sourcesOf(nil, m),
	}
	page.Previous, page.Next = neighbours(i, len(b.months), func(j int) Link {
		return Link{b.spanOfYear(b.months[j].Period), monthPath(b.months[j].Period)}
	})
	paragraph := m.inWords()
	page.Lead = plainText(paragraph.Runs)
	page.Sections = func() []Section {
		figures := b.monthFigures(m)
		if f, ok := b.sectorHeat(m); ok {
			figures = append(figures, figureBlock(f))
		}
		return withBlocks(
			Section{Blocks: append([]Block{paragraph, b.keyFigures(m, nil)}, b.notices(m)...)},
			Section{ID: "figures", Heading: "图示", Blocks: figures},
			Section{ID: "ranking", Heading: "排名与分项", Blocks: b.fullRankBlocks(m)},
			Section{ID: "sectors", Heading: "分行业领域", Blocks: b.sectorBlocks(m)},
			Section{ID: "sources", Heading: "按排查来源", Blocks: b.sourceBlocks(m)},
			Section{ID: "to-date", Heading: "年初以来", Blocks: b.toDateBlocks(m)},
			Section{ID: "meetings", Heading: "通报本月情况的会议", Blocks: b.meetingsOn(m)},
		)
	}
	return page
}

func (b *book) fullRankBlocks(m *month) []Block {
	if len(m.standings) == 0 {
		return nil
	}
	all := func(columns []column) []column { return columns }
	return []Block{b.rankTable(m, "ranking-table", all), b.whyTable(m)}
}

func (b *book) sectorBlocks(m *month) []Block {
	if !m.BySector {
		return nil
	}
	var blocks []Block
	if f, ok := b.sectorPareto(m); ok {
		blocks = append(blocks, figureBlock(f))
	}
	rows := make([]figuresRow, len(b.Sectors))
	for i := range b.Sectors {
		rows[i] = figuresRow{name: b.Sectors[i].Name, href: sectorPath(&b.Sectors[i]), figures: &m.Sectors[i]}
	}
	return append(blocks, b.figuresTable("sector-table", b.spanOfYear(m.Period)+"分行业领域", "行业领域", rows, &m.Total))
}

// sourceBlocks sets side by side what enterprises, departments and the government found.
func (b *book) sourceBlocks(m *month) []Block {
	var rows []figuresRow
	for s := record.SelfInspection; s <= record.GovernmentInspection; s++ {
		if f := &m.Sources[s]; f.State() != indicator.NotReported {
			rows = append(rows, figuresRow{name: s.String(), figures: f})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []Block{b.figuresTable("source-table", b.spanOfYear(m.Period)+"按排查来源", "来源", rows, nil)}
}

// toDateBlocks are the figures from January; they would only repeat a January
// or a site that counts cumulatively.
func (b *book) toDateBlocks(m *month) []Block {
	if b.cumulative() || m.Period.Month() == 1 || m.toDate == nil || !m.toDate.ByArea {
		return nil
	}
	rows := make([]figuresRow, len(b.Areas))
	for i := range b.Areas {
		rows[i] = figuresRow{name: b.areaName(i), href: areaPath(&b.Areas[i]), figures: &m.toDate.Areas[i], hint: b.unreportedSince(m, i)}
	}
	caption := fmt.Sprintf("%d年%s累计", m.Period.Year(), toDate(m.Period))
	t := b.figuresTable("to-date-table", caption, "单位", rows, &m.toDate.Total)
	t.Note = b.gapsNote(m)
	return []Block{t}
}

// sinceJanuary lists the months of m's year to m; nil stands for one without figures.
func (b *book) sinceJanuary(m *month) (list []*month) {
	for n := 1; n <= m.Period.Month(); n++ {
		list = append(list, b.monthAt(m.Period.Add(n-m.Period.Month())))
	}
	return list
}

// unreportedSince says in how many months of the year an area did not report.
func (b *book) unreportedSince(m *month, area int) string {
	n := 0
	for _, p := range b.sinceJanuary(m) {
		if p != nil && p.ByArea && p.Areas[area].State() == indicator.NotReported {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return fmt.Sprintf("有%d个月未报送", n)
}

// gapsNote names the months that a sum from January does not contain.
func (b *book) gapsNote(m *month) string {
	var none, undivided []int
	for i, p := range b.sinceJanuary(m) {
		switch {
		case p == nil:
			none = append(none, i+1)
		case !p.ByArea:
			undivided = append(undivided, i+1)
		}
	}
	return gaps(none, "的数据") + gaps(undivided, "分单位的数据")
}

// gaps names months, runs of them by their ends: 1—7月、9月.
func gaps(months []int, what string) string {
	var words []string
	for from := 0; from < len(months); {
		to := from
		for to+1 < len(months) && months[to+1] == months[to]+1 {
			to++
		}
		if to > from {
			words = append(words, fmt.Sprintf("%d—%d月", months[from], months[to]))
		} else {
			words = append(words, fmt.Sprintf("%d月", months[from]))
		}
		from = to + 1
	}
	these := "这个月"
	if len(months) > 1 {
		these = "这些月"
	}
	if len(words) == 0 {
		return ""
	}
	return "累计不含" + strings.Join(words, "、") + "，本站没有" + these + what + "。"
}

func (b *book) meetingsOn(m *month) []Block {
	var list List
	for i := range b.Meetings {
		meeting := &b.Meetings[i].Meeting
		if b.monthOf(meeting) == m {
			list.Items = append(list.Items, ListItem{Link: meetingLink(meeting), Remark: meeting.Date.Chinese()})
		}
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []Block{list}
}
