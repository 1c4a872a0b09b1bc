package briefing_test

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/briefing"
	"jianbao/internal/indicator"
	"jianbao/internal/intake"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/settings"
	"jianbao/internal/table"
)

// content is a county's files.
type content map[string]string

// facts reads a county as the pipeline does.
func facts(t testing.TB, files content) briefing.Facts {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, text := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(strings.TrimLeft(text, "\n"))}
	}
	var problems []problem.Problem
	report := func(p []problem.Problem) { problems = append(problems, p...) }
	set, found := settings.Load(fsys, nil, nil)
	report(found)
	tablesOf := func(folder string, known func(string) bool) (tables []table.Table) {
		_ = fs.WalkDir(fsys, folder, func(name string, d fs.DirEntry, err error) error {
			if err == nil && path.Ext(name) == ".csv" {
				read, found := table.Read(fsys, name, known)
				tables = append(tables, read...)
				report(found)
			}
			return nil
		})
		return tables
	}
	names := intake.NewNames()
	cumulative := set.Basis == settings.Cumulative
	s, found := intake.ReadStatistics(slices.Values(tablesOf("statistics", names.Known)), names, intake.Lists{
		Areas: set.Areas, Sectors: set.Sectors, Whole: []string{set.Whole, set.County}, Cumulative: cumulative,
	})
	report(found)
	columns := intake.NewAccidentColumns()
	accidents, found := intake.ReadAccidents(tablesOf("accidents", columns.Known), columns, s.Areas)
	report(found)
	ledger := intake.NewLedgerColumns()
	hazards, found := intake.ReadLedger(tablesOf("hazards", ledger.Known), ledger, s.Areas, s.Sectors)
	report(found)
	meetings, found := minutes.Read(fsys, "minutes")
	report(found)
	texts, found := minutes.ReadPages(fsys, "pages")
	report(found)
	for _, p := range problems {
		if p.Severity == problem.Error {
			t.Fatalf("%s %s", p.Place, p.Message)
		}
	}
	return briefing.Facts{
		Settings: set, Areas: s.Areas, Sectors: s.Sectors, Files: s.Files, Corrections: s.Corrections,
		Months:    indicator.Compute(s.Rows, len(s.Areas), len(s.Sectors), cumulative),
		Accidents: accidents, Hazards: hazards, Meetings: meetings, Texts: texts,
	}
}

// brief writes the briefing of a county, which must be without problems.
func brief(t testing.TB, files content) briefing.Site {
	t.Helper()
	site, problems := briefing.New(facts(t, files))
	if len(problems) > 0 {
		t.Fatal(problem.Text(problems))
	}
	return site
}

// pageAt is one page of a site.
func pageAt(t testing.TB, site briefing.Site, path string) briefing.Page {
	t.Helper()
	for _, p := range site.Pages {
		if p.Path == path {
			return p
		}
	}
	t.Fatalf("no page %s", path)
	return briefing.Page{}
}
