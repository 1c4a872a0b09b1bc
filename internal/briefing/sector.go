package briefing

import (
	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// sectorPage is one key sector: its trend, its months, and the areas in it.
func (b *book) sectorPage(i int) Page {
	sector := &b.Sectors[i]
	page := Page{
		Path: sectorPath(sector), Layout: FiguresLayout, Title: sector.Name, Masthead: b.masthead(nil),
		Names:   sector.Aliases,
		Trail:   []Link{home(), {"行业领域", "sectors/index.html"}},
		Sources: b.sourcesOf(nil, b.allMonths()...),
	}
	page.Previous, page.Next = neighbours(i, len(b.Sectors), func(j int) Link {
		return Link{b.sectorName(j), sectorPath(&b.Sectors[j])}
	})
	m := b.latestWhere(bySector)
	if m == nil {
		page.Sections = func() []Section { return nil }
		return page
	}
	of := func(m *month) *indicator.Figures { return &m.Sectors[i] }
	paragraph := b.sectorParagraph(m, i)
	page.Lead = plainText(paragraph.Runs)
	page.Sections = func() []Section {
		return withBlocks(
			Section{Blocks: []Block{paragraph, b.scopeFigures(m, of)}},
			Section{ID: "trend", Heading: "走势", Blocks: b.scopeTrend(m, "sector-"+sector.ID, sector.Name, scope{area: record.AllAreas, sector: i}, of)},
			Section{ID: "areas", Heading: b.span(m.Period) + "各单位情况", Blocks: b.sectorAreas(m, i)},
			Section{ID: "months", Heading: "各月情况", Blocks: []Block{b.monthsTable(sector.Name, len(b.months), bySector, of, func(*month) string { return "" })}},
		)
	}
	return page
}

func (b *book) sectorParagraph(m *month, i int) Paragraph {
	f := &m.Sectors[i]
	s := &sentence{b: b}
	s.say("%s，%s", b.spanOfYear(m.Period), b.sectorName(i))
	s.found(f, "隐患", record.Found, record.Rectified, record.Rectification)
	if r := f.Rates[record.Rectification]; r.HasValue() {
		if before := b.previous(m); before != nil {
			s.change(indicator.RateChange(r, before.Sectors[i].Rates[record.Rectification], b.sinceBefore(m), b.decimals))
		}
		if m.lastYear != nil {
			s.change(indicator.RateChange(r, m.lastYear.Sectors[i].Rates[record.Rectification], indicator.YearBefore, b.decimals))
		}
	}
	s.say("。")
	return Paragraph{Runs: s.runs}
}

// sectorAreas is the areas within a sector, as bars from the highest rate down and as a table.
func (b *book) sectorAreas(m *month, sector int) []Block {
	if m.Cross == nil {
		return nil
	}
	type line struct {
		area    int
		figures *indicator.Figures
	}
	var lines []line
	for a := range b.Areas {
		if m.Cross[a] != nil && m.Cross[a][sector].State() != indicator.NotReported {
			lines = append(lines, line{a, &m.Cross[a][sector]})
		}
	}
	if len(lines) == 0 {
		return nil
	}
	sortStable(lines, func(x, y line) int {
		rx, ry := x.figures.Rates[record.Rectification], y.figures.Rates[record.Rectification]
		switch {
		case !rx.HasValue() || !ry.HasValue():
			return boolOrder(rx.HasValue(), ry.HasValue())
		}
		return ry.Cmp(rx)
	})
	f := charts.Figure{
		ID: "in-" + b.Sectors[sector].ID, Kind: charts.RankedBars, Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Title:  b.spanOfYear(m.Period) + b.sectorName(sector) + "各单位整改率",
		Target: b.target(b.Settings.Targets.Rectification), Series: []charts.Series{{Name: "整改率"}},
		Description: "按整改率从高到低排列，没有排查出隐患的在最后。",
	}
	var rows []figuresRow
	for _, l := range lines {
		f.Categories = append(f.Categories, charts.Category{Label: b.areaName(l.area), Href: areaPath(&b.Areas[l.area])})
		v := b.heatValue(l.figures, record.Rectification)
		if !v.Known && v.Reason == "" {
			v.Reason = "没有排查出隐患"
		}
		f.Series[0].Values = append(f.Series[0].Values, v)
		rows = append(rows, figuresRow{name: b.areaName(l.area), href: areaPath(&b.Areas[l.area]), figures: l.figures})
	}
	f.Note = overNote(&f)
	return []Block{
		figureBlock(f),
		b.figuresTable("area-table", b.sectorName(sector)+"各单位情况", "单位", rows, &m.Sectors[sector]),
	}
}

// boolOrder puts true first.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}
