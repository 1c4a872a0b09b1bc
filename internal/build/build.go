// Package build calls the stages in their order, and nothing else. Read it as
// the table of contents of the program.
//
//	content/ ─ settings ─ table ─ intake ─┐
//	           minutes ───────────────────┤
//	                                      ├ indicator, ranking ─ briefing ─ site ─ publish ─ public/
//	                                      └ problems
//
// Every stage is a function from values to values. What is wrong in the content
// comes back as problems; with an error among them nothing is published. An error
// value is about the machine (a folder that cannot be written, a theme that
// cannot be read), never about the content.
package build

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"
	"sync"

	"jianbao/internal/briefing"
	"jianbao/internal/handout"
	"jianbao/internal/indicator"
	"jianbao/internal/intake"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/publish"
	"jianbao/internal/ranking"
	"jianbao/internal/settings"
	"jianbao/internal/site"
	"jianbao/internal/table"
	"jianbao/themes"
)

// Generator is what the manifest says the site was made by.
const Generator = "jianbao"

// Request is what one run is asked to do.
type Request struct {
	Environ  []string          // the environment, "NAME=value"
	Flags    map[string]string // the flags that were given, by name
	Progress func(step string) // told as each stage begins; may be nil
	// Apart refuses an output folder that lies in the content folder or around
	// it; only the caller knows where the content is. Nil allows any.
	Apart func(output string) error
}

// Result is what one run did.
type Result struct {
	Settings settings.Settings
	Problems []problem.Problem // sorted
	Pages    int
	Figures  int
	Prints   map[string]bool // the PDFs that the site's folder has or will have, by their paths
	Printed  []handout.Print // by [Print]
	Live     bool            // the figures can be made interactive
	Report   publish.Report
}

// Check does everything that Site does, but writes nothing.
func Check(content fs.FS, request Request) (Result, error) {
	inputs := newInputs(content)
	result, told := brief(inputs, request, nil)
	if result.failed() {
		return result, nil
	}
	err := result.typeset(told, inputs, request, nowhere)
	return result, err
}

// nowhere is where the files of a site go that is only checked.
func nowhere(site.File) error { return nil }

// Site builds the website and publishes it, unless there is an error among the
// problems.
func Site(ctx context.Context, content fs.FS, request Request) (Result, error) {
	inputs := newInputs(content)
	result, told := brief(inputs, request, nil)
	if result.failed() {
		return result, nil
	}
	if err := apart(result.Settings, request.Apart); err != nil {
		return result, err
	}
	public, err := publish.Begin(ctx, result.Settings.Output)
	if err != nil {
		_ = result.typeset(told, inputs, request, nowhere) // what is wrong with the links is told at once, too
		return result, err
	}
	defer public.Abandon()
	err = result.typeset(told, inputs, request, func(f site.File) error {
		return public.Put(ctx, publish.File{Path: f.Path, Body: f.Body})
	})
	if err != nil || result.failed() {
		return result, err
	}
	request.step("换上新网站")
	result.Report, err = public.Finish(ctx, Generator, inputs.manifest())
	return result, err
}

// failed reports whether there is an error among the problems.
func (r *Result) failed() bool {
	errors, _ := problem.Count(r.Problems)
	return errors > 0
}

// apart refuses an output folder that lies in one that is read, or around it.
func apart(set settings.Settings, content func(output string) error) error {
	if hasOwnTheme(set) {
		if err := publish.Apart(set.Output, set.Theme); err != nil {
			return err
		}
	}
	if content == nil {
		return nil
	}
	return content(set.Output)
}

func hasOwnTheme(set settings.Settings) bool { return set.Theme != settings.Default().Theme }

// typeset makes the files of the site, which put takes as they are made, and
// follows every link. Those in the authors' texts that lead nowhere are problems.
func (r *Result) typeset(told briefing.Site, inputs *inputs, request Request, put func(site.File) error) error {
	request.step("排版网页")
	authors := authorsFiles(told)
	links, figures, err := pages(told, r.Settings, put)
	if err != nil {
		return err
	}
	r.Figures = figures
	broken := links.Broken()
	for _, link := range broken {
		file, ok := authors[link.Page]
		if !ok {
			return &BrokenLinks{broken}
		}
		if file != "" {
			r.Problems = append(r.Problems, brokenLink(inputs, file, link))
		}
	}
	r.Problems = problem.Sort(r.Problems)
	r.Live = links.Has(site.ChartsPath)
	return nil
}

// brief reads and proofreads everything and writes the briefing. It links to
// the prints that the site's folder has, and to those that will be made, which
// will is told the handouts to choose.
func brief(inputs *inputs, request Request, will func([]briefing.Handout) map[string]bool) (Result, briefing.Site) {
	request.step("读取设置")
	set, problems := settings.Load(inputs, request.Environ, request.Flags)
	report := func(p []problem.Problem) { problems = append(problems, p...) }

	// The minutes and the ledgers are read while one processor is busy with the
	// rows of the statistics, which follow one another.
	files, found := inputs.list(problems)
	report(found)
	var beside sync.WaitGroup
	var meetings []minutes.Document
	var texts []minutes.Page
	var ledgers []table.Table
	var inMinutes, inTexts, inLedgers []problem.Problem
	ofLedgers := func(p []problem.Problem) { inLedgers = append(inLedgers, p...) }
	ledgerNames := intake.NewLedgerColumns()
	beside.Go(func() {
		ledgers = slices.Collect(readTables(inputs, files.hazards, ledgerNames.Known, ofLedgers))
		meetings, inMinutes = minutes.Read(inputs, "minutes")
		texts, inTexts = minutes.ReadPages(inputs, "pages")
	})

	request.step("读取统计表")
	names := intake.NewNames()
	statistics, found := intake.ReadStatistics(readTables(inputs, files.statistics, names.Known, report), names, intake.Lists{
		Areas: set.Areas, Sectors: set.Sectors, Whole: []string{set.Whole, set.County},
		Cumulative: set.Basis == settings.Cumulative,
	})
	report(found)
	accidentNames := intake.NewAccidentColumns()
	ofAccidents := slices.Collect(readTables(inputs, files.accidents, accidentNames.Known, report))
	accidents, found := intake.ReadAccidents(ofAccidents, accidentNames, statistics.Areas)
	report(found)

	request.step("读取隐患台账和会议纪要")
	beside.Wait()
	report(inLedgers)
	report(inMinutes)
	report(inTexts)
	hazards, found := intake.ReadLedger(ledgers, ledgerNames, statistics.Areas, statistics.Sectors)
	report(found)

	errors, _ := problem.Count(problems)
	if errors == 0 && len(files.statistics)+len(accidents)+len(meetings)+len(hazards) == 0 {
		report([]problem.Problem{nothingToTell()})
	}

	request.step("校对数字")
	report(indicator.ProofreadRates(statistics.Rates))
	report(indicator.ProofreadTotals(statistics.Totals))
	report(indicator.ProofreadRows(statistics.Rows, statistics.Cell))
	report(ranking.Proofread(statistics.Ranks))
	report(proofreadMinutes(meetings))
	for i := range meetings {
		report(indicator.ProofreadMeeting(&meetings[i].Meeting, statistics.Files))
	}
	report(minutes.ProofreadDeadlines(meetings))
	months := indicator.Compute(statistics.Rows, len(statistics.Areas), len(statistics.Sectors), set.Basis == settings.Cumulative)
	report(indicator.ProofreadBasis(&months, statistics.Areas, statistics.Files))
	report(indicator.ReconcileLedger(hazards, &months, statistics.Areas))

	facts := briefing.Facts{
		Settings: set, Areas: statistics.Areas, Sectors: statistics.Sectors, Months: months,
		Files: statistics.Files, Corrections: statistics.Corrections, Accidents: accidents,
		Hazards: hazards, Meetings: meetings, Texts: texts, Sources: inputs.sources(),
	}
	report(indicator.ProofreadLedger(hazards, briefing.Today(&facts)))

	request.step("编写简报")
	prints := printsIn(set.Output)
	facts.Printed = func(all []briefing.Handout) map[string]bool {
		if will != nil {
			maps.Copy(prints, will(all))
		}
		return prints
	}
	told, found := briefing.New(facts)
	report(found)
	return Result{Settings: set, Problems: problem.Sort(problems), Pages: len(told.Pages), Prints: prints}, told
}

// pages renders the briefing in its theme.
func pages(told briefing.Site, set settings.Settings, put func(site.File) error) (_ *site.Links, figures int, err error) {
	theme := themes.Default()
	if hasOwnTheme(set) {
		root, err := os.OpenRoot(set.Theme)
		if err != nil {
			return nil, 0, fmt.Errorf("打不开主题文件夹“%s”，请核对它在不在；不用自己的主题时，请删去 --theme 或设置里的 theme（%w）。", set.Theme, err)
		}
		defer root.Close()
		theme = site.Theme(root.FS(), theme)
	}
	links := site.NewLinks()
	for _, h := range told.Handouts { // the prints are there, or will be
		if h.PDF != "" {
			links.Read(site.File{Path: h.PDF})
		}
	}
	figures, err = site.Render(told, theme, func(f site.File) error {
		links.Read(f)
		return put(f)
	})
	return links, figures, err
}

// step tells the progress.
func (r Request) step(name string) {
	if r.Progress != nil {
		r.Progress(name)
	}
}
