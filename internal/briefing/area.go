package briefing

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// areaPage is what a township looks for: its rank and why, its trend, its
// months, and what the meetings gave it to do.
func (b *book) areaPage(i int) Page {
	area := &b.Areas[i]
	page := Page{
		Path: areaPath(area), Layout: FiguresLayout, Title: area.Name, Masthead: b.masthead(nil),
		Names:   area.Aliases,
		Trail:   []Link{home(), {"乡镇街道", "areas/index.html"}},
		Sources: b.sourcesOf(nil, b.allMonths()...),
	}
	page.Previous, page.Next = neighbours(i, len(b.Areas), func(j int) Link {
		return Link{b.areaName(j), areaPath(&b.Areas[j])}
	})
	m := b.latestWhere(byArea)
	if m == nil {
		page.Sections = func() []Section {
			return withBlocks(
				Section{ID: "hazards", Heading: "台账里未整改的隐患", Blocks: b.areaHazards(i)},
				Section{ID: "tasks", Heading: "承担的议定事项", Blocks: b.dutyBlocks(i)},
			)
		}
		return page
	}
	of := func(m *month) *indicator.Figures { return &m.Areas[i] }
	standing := b.standingParagraph(m, i)
	page.Lead = plainText(standing.Runs)
	page.Sections = func() []Section {
		return withBlocks(
			Section{Blocks: []Block{standing, b.scopeFigures(m, of)}},
			Section{ID: "trend", Heading: "走势", Blocks: append(b.scopeTrend(m, "area-"+area.ID, area.Name, scope{area: i, sector: record.AllSectors}, of), b.ownRanks(m, i)...)},
			Section{ID: "months", Heading: "各月情况", Blocks: []Block{b.monthsTable(area.Name, len(b.months), byArea, of, func(m *month) string { return b.rankHint(m, i) })}},
			Section{ID: "sectors", Heading: b.span(m.Period) + "分行业领域", Blocks: b.crossBlocks(m, i)},
			Section{ID: "hazards", Heading: "台账里未整改的隐患", Blocks: b.areaHazards(i)},
			Section{ID: "tasks", Heading: "承担的议定事项", Blocks: b.dutyBlocks(i)},
		)
	}
	return page
}

// standingParagraph says the latest rank of an area, and why.
func (b *book) standingParagraph(m *month, area int) Paragraph {
	runs := []Run{text(b.spanOfYear(m.Period) + "，" + b.areaName(area))}
	if s := m.standing(area); s.Rank > 0 {
		place := fmt.Sprintf("列第%d", s.Rank)
		if s.Tied {
			place = fmt.Sprintf("并列第%d", s.Rank)
		}
		runs = append(runs, strong(place), text("。"))
	}
	return Paragraph{Runs: append(runs, text(m.why()[m.places[area]]))}
}

// ownRanks is how an area's rank moved among the others.
func (b *book) ownRanks(m *month, area int) []Block {
	if len(b.Areas) > mostLines {
		return nil
	}
	f, ok := b.rankChange(m, area)
	if !ok {
		return nil
	}
	f.Title = b.areaName(area) + f.Title
	return []Block{figureBlock(f)}
}

// rankHint is an area's rank in a month, for its table of months.
func (b *book) rankHint(m *month, area int) string {
	s := m.standing(area)
	if s == nil {
		return ""
	}
	if s.Rank == 0 {
		return s.Reason
	}
	words := fmt.Sprintf("第%d名", s.Rank)
	if s.Tied {
		words += "（并列）"
	}
	if s.Veto != "" {
		words += "，一票否决"
	}
	return words
}

// scopeFigures is the strip of an area or a sector.
func (b *book) scopeFigures(m *month, of func(*month) *indicator.Figures) Block {
	now := of(m)
	was := &indicator.Figures{}
	if before := b.previous(m); before != nil {
		was = of(before)
	}
	var k KeyFigures
	if found := now.Counts[record.Found]; found.Known() {
		change := indicator.Difference(found, was.Counts[record.Found], b.sinceBefore(m), "项")
		k.Items = append(k.Items, KeyFigure{Label: "排查隐患", Value: count(found), Small: "项", Change: change.Text})
	}
	for _, i := range record.Indicators() {
		if r := now.Rates[i]; r.HasValue() {
			change := indicator.RateChange(r, was.Rates[i], b.sinceBefore(m), b.decimals)
			k.Items = append(k.Items, KeyFigure{
				Label: i.String(), Value: b.rate(r), Change: change.Text, Tone: tone(change, true),
				Small: ofText(r, i),
			})
		}
	}
	if overdue := now.Counts[record.Overdue]; overdue.Known() {
		change := indicator.Difference(overdue, was.Counts[record.Overdue], b.sinceBefore(m), "项")
		k.Items = append(k.Items, KeyFigure{Label: "逾期未整改", Value: count(overdue), Small: "项", Change: change.Text, Tone: tone(change, false)})
	}
	return k
}

// scopeTrend draws a scope's rate beside that of the whole.
func (b *book) scopeTrend(m *month, id, name string, s scope, of func(*month) *indicator.Figures) []Block {
	own := trendLine{name, func(m *month) charts.Value { return b.scopeValue(m, s) }}
	whole := b.totalLine(record.Rectification)
	whole.name = b.Settings.Whole
	f := b.trend(m, id, name+"整改率走势", []trendLine{own, whole})
	if len(f.Series) == 0 {
		return nil
	}
	blocks := []Block{figureBlock(f)}
	if of(m).Counts[record.Found].Known() {
		blocks = append(blocks, figureBlock(b.fate(m, id+"-fate", of)))
	}
	return blocks
}

// monthsTable is a scope's figures by month, newest first, of the months that are
// divided so; at most so many of them.
func (b *book) monthsTable(name string, most int, divided func(*month) bool, of func(*month) *indicator.Figures, hint func(*month) string) Table {
	var rows []figuresRow
	for i := len(b.months) - 1; i >= 0 && len(rows) < most; i-- {
		m := &b.months[i]
		if !divided(m) {
			continue
		}
		rows = append(rows, figuresRow{name: b.spanOfYear(m.Period), href: monthPath(m.Period), figures: of(m), hint: hint(m)})
	}
	return b.figuresTable("months-table", name+"各月情况", "月份", rows, nil)
}

// crossBlocks is an area's month by sector; sectors it did not report are left out.
func (b *book) crossBlocks(m *month, area int) []Block {
	if m.Cross == nil || m.Cross[area] == nil {
		return nil
	}
	var rows []figuresRow
	for s := range b.Sectors {
		if f := &m.Cross[area][s]; f.State() != indicator.NotReported {
			rows = append(rows, figuresRow{name: b.sectorName(s), href: sectorPath(&b.Sectors[s]), figures: f})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []Block{b.figuresTable("sector-table", b.areaName(area)+"分行业领域", "行业领域", rows, nil)}
}
