// Package briefing binds figures, ranks and minutes into what a meeting is told.
//
// In come computed values: the months of internal/indicator, the areas and
// sectors, the meetings of internal/minutes, the accidents. Out comes a [Site]:
// pages made of sections, sections made of blocks, in words and figures but
// without a look. internal/site gives them one.
//
// # Rules
//
// A figure is printed by one method of [book], whatever page, sentence, chart,
// table or download it stands in, so that it is the same everywhere. Sentences
// follow DOMAIN §3: a change has a base, rates change in 百分点, 0/0 is "—", a nil
// report is praised and a missing one named.
//
// Nothing here reads a clock. "Today" is the day of the latest meeting, or where
// there is none the last day of the latest month: a deadline is overdue by that day.
//
// # Adding a page
//
// Write a file with its name and a method of book that returns a Page, and add it
// to pages in this file. A new kind of block goes into page.go, and its component
// into the theme.
package briefing

import (
	"jianbao/internal/indicator"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// Facts is everything a briefing is made of.
type Facts struct {
	Settings    settings.Settings
	Areas       []record.Area
	Sectors     []record.Sector
	Months      indicator.Months
	Files       map[record.Period][]string // the statistics files of each month
	Corrections []record.Correction
	Accidents   []record.Accident
	Hazards     []record.Hazard    // of the ledgers
	Meetings    []minutes.Document // by date
	Texts       []minutes.Page
	Sources     []Source // every input file, by path
	// Printed says which prints of the handouts the site's folder has or will
	// have, by their paths (handouts/2026-10-22.pdf). Nil: none.
	Printed func([]Handout) map[string]bool
}

// New writes the briefing. Problems are calls in the minutes of figures that
// there are none of; a briefing with an error among them must not be published.
func New(facts Facts) (Site, []problem.Problem) {
	b := newBook(facts)
	problems := b.renderTexts()
	handouts := b.handouts()
	b.findPrints(handouts)
	site := Site{
		Masthead: b.masthead(nil), Demo: facts.Settings.Demo, Menu: b.menu(), Foot: b.foot(),
		Pages: b.pages(), Handouts: handouts, Sources: facts.Sources,
	}
	for i := range b.months {
		site.Downloads = append(site.Downloads, b.monthDownload(&b.months[i]))
	}
	if len(b.major) > 0 {
		site.Downloads = append(site.Downloads, b.hazardDownload())
	}
	return site, problems
}

// pages lists every page of the site.
func (b *book) pages() (pages []Page) {
	add := func(page ...Page) { pages = append(pages, page...) }
	each := func(n int, page func(int) Page) {
		for i := range n {
			add(page(i))
		}
	}
	add(b.indexPage(), b.tasksPage(), b.aboutPage(), b.searchPage())
	each(len(b.Meetings), b.meetingPage)
	each(len(b.months), b.monthPage)
	each(len(b.Areas), b.areaPage)
	each(len(b.Sectors), b.sectorPage)
	each(len(b.Texts), b.textPage)
	add(b.listPages()...)
	if len(b.Accidents) > 0 {
		add(b.accidentsPage())
	}
	if len(b.Hazards) > 0 {
		add(b.hazardsPage())
	}
	each(len(b.major), b.hazardPage)
	return pages
}
