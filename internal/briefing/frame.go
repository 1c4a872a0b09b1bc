package briefing

import (
	"jianbao/internal/record"
)

// masthead is the site's, with the number and date of a meeting or of the latest one.
func (b *book) masthead(m *record.Meeting) Masthead {
	head := Masthead{Title: b.Settings.Title, Office: b.Settings.Office}
	if m == nil && len(b.Meetings) > 0 {
		m = &b.Meetings[len(b.Meetings)-1].Meeting
	}
	if m != nil {
		head.Number, head.Date = m.Number, m.Date.Chinese()
	}
	return head
}

// menu is the main navigation: only what there is.
func (b *book) menu() []Link {
	menu := []Link{{"本期", "index.html"}}
	add := func(there bool, words, href string) {
		if there {
			menu = append(menu, Link{words, href})
		}
	}
	add(len(b.months) > 0, "月度", "months/index.html")
	add(len(b.Areas) > 0, "乡镇街道", "areas/index.html")
	add(len(b.Sectors) > 0, "行业领域", "sectors/index.html")
	add(len(b.Meetings) > 0, "会议", "meetings/index.html")
	add(true, "议定事项", "tasks.html")
	add(len(b.Hazards) > 0, "重大隐患", hazardsPath)
	add(len(b.Accidents) > 0, "事故", "accidents.html")
	add(true, "查找", searchPath)
	return menu
}

// foot leads to how figures are computed and to the author's own texts.
func (b *book) foot() []Link {
	links := []Link{{"统计说明", "about.html"}}
	for i := range b.Texts {
		links = append(links, Link{b.Texts[i].Title, textPath(i, b)})
	}
	return links
}

func textPath(i int, b *book) string { return "pages/" + b.Texts[i].Name + ".html" }

// home is the first step of every trail.
func home() Link { return Link{"首页", "index.html"} }

// neighbours links the page before and after in a list of pages.
func neighbours(i, n int, link func(int) Link) (previous, next *Link) {
	if i > 0 {
		l := link(i - 1)
		previous = &l
	}
	if i+1 < n {
		l := link(i + 1)
		next = &l
	}
	return previous, next
}

// sourcesOf finds the inputs of some months and further files, in order, each once.
func (b *book) sourcesOf(files []string, months ...*month) (sources []Source) {
	seen := map[string]bool{}
	add := func(path string) {
		if s, ok := b.sources[path]; ok && !seen[path] {
			seen[path] = true
			sources = append(sources, s)
		}
	}
	for _, f := range files {
		add(f)
	}
	for _, m := range months {
		if m == nil {
			continue
		}
		for _, f := range b.Files[m.Period] {
			add(f)
		}
	}
	return sources
}

// allMonths is every month, for pages that show them all.
func (b *book) allMonths() []*month {
	list := make([]*month, len(b.months))
	for i := range b.months {
		list[i] = &b.months[i]
	}
	return list
}

func (b *book) cumulative() bool { return b.Settings.Basis != 0 }

// numbered gives figures their numbers on a page, in the order of the sections.
func numbered(sections []Section) []Section {
	n := 0
	for s := range sections {
		for i, block := range sections[s].Blocks {
			switch block := block.(type) {
			case FigureBlock:
				n++
				block.Number = n
				sections[s].Blocks[i] = block
			case Prose:
				for j := range block.Figures {
					n++
					block.Figures[j].Number = n
				}
			}
		}
	}
	return sections
}

// withBlocks leaves out sections that have nothing to say.
func withBlocks(sections ...Section) (kept []Section) {
	for _, s := range sections {
		if len(s.Blocks) > 0 {
			kept = append(kept, s)
		}
	}
	return numbered(kept)
}

// monthTitle is 2026年10月隐患排查治理情况.
func (b *book) monthTitle(m *month) string {
	return b.spanOfYear(m.Period) + "隐患排查治理情况"
}

func dataLinks(p record.Period) []Link {
	return []Link{{"CSV", dataPath(p, ".csv")}, {"Excel", dataPath(p, ".xlsx")}, {"JSON", dataPath(p, ".json")}}
}

// meetingLink names a meeting by its number and title.
func meetingLink(m *record.Meeting) Link {
	words := m.Title
	if m.Number != "" {
		words = m.Number + "　" + words
	}
	return Link{words, meetingPath(m)}
}
