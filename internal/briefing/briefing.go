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
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

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
	Printed     map[string]bool // the PDFs that the site's folder has: handouts/2026-10-22.pdf
	Sources     []Source        // every input file, by path
}

// New writes the briefing. Problems are calls in the minutes of figures that
// there are none of; a briefing with an error among them must not be published.
// The error is of writing a workbook, which no input causes.
func New(facts Facts) (Site, []problem.Problem, error) {
	b := newBook(facts)
	pages := b.pages()
	built := make([]Page, len(pages))
	problems := make([][]problem.Problem, len(pages))
	downloads := make([][]Download, len(b.months)+1)
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, page := range pages {
		work.Go(func() error {
			built[i], problems[i] = page()
			return nil
		})
	}
	for i := range b.months {
		work.Go(func() (err error) {
			downloads[i], err = b.downloads(&b.months[i])
			return err
		})
	}
	work.Go(func() (err error) {
		downloads[len(b.months)], err = b.hazardDownloads()
		return err
	})
	if err := work.Wait(); err != nil {
		return Site{}, nil, err
	}
	return Site{
		Masthead: b.masthead(nil), Demo: facts.Settings.Demo, Menu: b.menu(), Foot: b.foot(),
		Pages: built, Handouts: b.handouts(), Downloads: slices.Concat(downloads...), Sources: facts.Sources,
	}, slices.Concat(problems...), nil
}

// pageFunc makes one page; pages are made side by side.
type pageFunc func() (Page, []problem.Problem)

// pages lists every page of the site.
func (b *book) pages() (pages []pageFunc) {
	lazy := func(page func() Page) pageFunc {
		return func() (Page, []problem.Problem) { return page(), nil }
	}
	pages = append(pages, lazy(b.indexPage), lazy(b.tasksPage), lazy(b.aboutPage), lazy(b.searchPage))
	for i := range b.Meetings {
		pages = append(pages, func() (Page, []problem.Problem) { return b.meetingPage(i) })
	}
	for i := range b.months {
		pages = append(pages, lazy(func() Page { return b.monthPage(i) }))
	}
	for i := range b.Areas {
		pages = append(pages, lazy(func() Page { return b.areaPage(i) }))
	}
	for i := range b.Sectors {
		pages = append(pages, lazy(func() Page { return b.sectorPage(i) }))
	}
	for i := range b.Texts {
		pages = append(pages, func() (Page, []problem.Problem) { return b.textPage(i) })
	}
	for _, list := range b.listPages() {
		pages = append(pages, lazy(list))
	}
	if len(b.Accidents) > 0 {
		pages = append(pages, lazy(b.accidentsPage))
	}
	if len(b.Hazards) > 0 {
		pages = append(pages, lazy(b.hazardsPage))
	}
	for i := range b.major {
		pages = append(pages, lazy(func() Page { return b.hazardPage(i) }))
	}
	return pages
}
