package briefing

import (
	"jianbao/internal/record"
)

// listPages are the archives of months, areas, sectors and meetings.
func (b *book) listPages() (pages []Page) {
	add := func(there bool, page func() Page) {
		if there {
			pages = append(pages, page())
		}
	}
	add(len(b.months) > 0, b.monthsPage)
	add(len(b.Areas) > 0, b.areasPage)
	add(len(b.Sectors) > 0, b.sectorsPage)
	add(len(b.Meetings) > 0, b.meetingsPage)
	return pages
}

func (b *book) listPage(path, title string, sections func() []Section) Page {
	return Page{
		Path: path, Layout: FiguresLayout, Title: title, Masthead: b.masthead(nil),
		Trail: []Link{home()}, Sections: func() []Section { return withBlocks(sections()...) },
	}
}

func (b *book) monthsPage() Page {
	return b.listPage("months/index.html", "月度", b.monthsSections)
}

func (b *book) monthsSections() []Section {
	var rows []figuresRow
	for i := len(b.months) - 1; i >= 0; i-- {
		m := &b.months[i]
		rows = append(rows, figuresRow{name: b.spanOfYear(m.Period), href: monthPath(m.Period), figures: &m.Total, hint: missingText(m)})
	}
	trend := b.wholeTrend(b.latest())
	blocks := []Block{b.figuresTable("months-table", "各月情况", "月份", rows, nil)}
	if len(trend.Series) > 0 {
		blocks = append([]Block{figureBlock(trend)}, blocks...)
	}
	return []Section{{Blocks: blocks}}
}

func (b *book) areasPage() Page {
	m := b.latestWhere(byArea)
	if m == nil {
		return b.listPage("areas/index.html", "乡镇街道", withoutFigures(len(b.Areas), func(i int) Link {
			return Link{b.areaName(i), areaPath(&b.Areas[i])}
		}))
	}
	page := b.listPage("areas/index.html", "乡镇街道", func() []Section { return b.areasSections(m) })
	page.Sources = b.sourcesOf(nil, m)
	return page
}

func (b *book) areasSections(m *month) []Section {
	var blocks []Block
	if f, ok := b.rankChange(m, record.AllAreas); ok {
		blocks = append(blocks, figureBlock(f))
	}
	if f, ok := b.monthHeat(m); ok {
		blocks = append(blocks, figureBlock(f))
	}
	if f, ok := b.areaPanels(m); ok {
		blocks = append(blocks, figureBlock(f))
	}
	return []Section{{Blocks: append(blocks, b.rankBlocks(m)...)}}
}

// withoutFigures lists areas or sectors that the settings name and no report has yet.
func withoutFigures(n int, link func(int) Link) func() []Section {
	return func() []Section {
		var list List
		for i := range n {
			list.Items = append(list.Items, ListItem{Link: link(i)})
		}
		return []Section{{Blocks: []Block{list}}}
	}
}

func (b *book) sectorsPage() Page {
	m := b.latestWhere(bySector)
	if m == nil {
		return b.listPage("sectors/index.html", "行业领域", withoutFigures(len(b.Sectors), func(i int) Link {
			return Link{b.sectorName(i), sectorPath(&b.Sectors[i])}
		}))
	}
	page := b.listPage("sectors/index.html", "行业领域", func() []Section {
		blocks := b.sectorBlocks(m)
		if f, ok := b.sectorBars(m); ok {
			blocks = append([]Block{figureBlock(f)}, blocks...)
		}
		return []Section{{Blocks: blocks}}
	})
	page.Sources = b.sourcesOf(nil, m)
	return page
}

// meetingsPage lists all meetings.
func (b *book) meetingsPage() Page {
	return b.listPage("meetings/index.html", "会议", func() []Section { return []Section{b.archive(), b.volumes()} })
}
