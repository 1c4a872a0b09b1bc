package indicator_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

const (
	all = -1 // AllAreas, AllSectors
	no  = -1 // a blank count
)

func period(t testing.TB, s string) record.Period {
	t.Helper()
	p, ok := record.ParsePeriod(s)
	if !ok {
		t.Fatal(s)
	}
	return p
}

// row is a row of statistics with the counts found and rectified; no is blank.
func row(t testing.TB, month string, area, sector int, source record.Source, found, rectified int64) record.Row {
	t.Helper()
	r := record.Row{Period: period(t, month), Area: area, Sector: sector, Source: source}
	if found != no {
		r.Counts[record.Found] = record.CountOf(found)
	}
	if rectified != no {
		r.Counts[record.Rectified] = record.CountOf(rectified)
	}
	return r
}

// short writes the figures of a scope: found, rectified, rate.
func short(f *indicator.Figures) string {
	text := func(c record.Count) string {
		if !c.Known() {
			return "?"
		}
		return fmt.Sprint(c.N())
	}
	if f.State() == indicator.NotReported {
		return "-"
	}
	return text(f.Counts[record.Rectified]) + "/" + text(f.Counts[record.Found]) + "=" + f.Rates[record.Rectification].Text(1)
}

// dump writes one month: total; areas; sectors; sources; areas by sector.
func dump(m *indicator.Month) string {
	list := func(figures []indicator.Figures) string {
		var words []string
		for i := range figures {
			words = append(words, short(&figures[i]))
		}
		return strings.Join(words, " ")
	}
	var cross []string
	for _, line := range m.Cross {
		if line != nil {
			cross = append(cross, "["+list(line)+"]")
		}
	}
	return fmt.Sprintf("%s; %s; %s; %s; %s", short(&m.Total), list(m.Areas), list(m.Sectors), list(m.Sources[1:]), strings.Join(cross, " "))
}

// The same hazards may be given by township, by sector and by source, in one
// table or in several; they are counted once.
func TestHazardsDividedInSeveralWaysAreCountedOnce(t *testing.T) {
	const m = "2026-10"
	const self, department = record.SelfInspection, record.DepartmentInspection
	for name, test := range map[string]struct {
		rows []record.Row
		want string
	}{
		"townships alone": {
			[]record.Row{row(t, m, 0, all, 0, 10, 9), row(t, m, 1, all, 0, 20, 20)},
			"29/30=96.7%; 9/10=90.0% 20/20=100%; - -; - - -; ",
		},
		"townships by sector": {
			[]record.Row{row(t, m, 0, 0, 0, 4, 4), row(t, m, 0, 1, 0, 6, 5), row(t, m, 1, 1, 0, 20, 20)},
			"29/30=96.7%; 9/10=90.0% 20/20=100%; 4/4=100% 25/26=96.2%; - - -; [4/4=100% 5/6=83.3%] [- 20/20=100%]",
		},
		"sectors alone": {
			[]record.Row{row(t, m, all, 0, 0, 4, 4), row(t, m, all, 1, 0, 6, 5)},
			"9/10=90.0%; - -; 4/4=100% 5/6=83.3%; - - -; ",
		},
		"sources alone": {
			[]record.Row{row(t, m, all, all, self, 4, 4), row(t, m, all, all, department, 6, 5)},
			"9/10=90.0%; - -; - -; 4/4=100% 5/6=83.3% -; ",
		},
		"a table of townships and one of sectors": {
			[]record.Row{row(t, m, 0, all, 0, 10, 9), row(t, m, 1, all, 0, 20, 20), row(t, m, all, 0, 0, 12, 11), row(t, m, all, 1, 0, 18, 18)},
			"29/30=96.7%; 9/10=90.0% 20/20=100%; 11/12=91.7% 18/18=100%; - - -; ",
		},
		"townships by sector and a table of sectors": {
			[]record.Row{row(t, m, 0, 0, 0, 4, 4), row(t, m, 0, 1, 0, 6, 5), row(t, m, all, 0, 0, 4, 4), row(t, m, all, 1, 0, 6, 5)},
			"9/10=90.0%; 9/10=90.0% -; 4/4=100% 5/6=83.3%; - - -; [4/4=100% 5/6=83.3%]",
		},
		"sectors and sources of one township": {
			[]record.Row{row(t, m, 0, 0, 0, 4, 4), row(t, m, 0, 1, 0, 6, 5), row(t, m, 0, all, self, 3, 3), row(t, m, 0, all, department, 7, 6)},
			"9/10=90.0%; 9/10=90.0% -; 4/4=100% 5/6=83.3%; 3/3=100% 6/7=85.7% -; [4/4=100% 5/6=83.3%]",
		},
		"a township's own total wins over key sectors that are a part of it": {
			[]record.Row{row(t, m, 0, all, 0, 10, 9), row(t, m, 0, 0, 0, 4, 4)},
			"9/10=90.0%; 9/10=90.0% -; 4/4=100% -; - - -; [4/4=100% -]",
		},
		"sectors told apart by source": {
			[]record.Row{row(t, m, 0, 0, self, 1, 1), row(t, m, 0, 0, department, 3, 3), row(t, m, 0, 1, self, 6, 5)},
			"9/10=90.0%; 9/10=90.0% -; 4/4=100% 5/6=83.3%; 6/7=85.7% 3/3=100% -; [4/4=100% 5/6=83.3%]",
		},
		"the whole county and its townships": {
			[]record.Row{row(t, m, all, all, 0, 10, 9), row(t, m, 0, all, 0, 10, 9)},
			"9/10=90.0%; 9/10=90.0% -; - -; - - -; ",
		},
		"the whole county alone": {
			[]record.Row{row(t, m, all, all, 0, 10, 9)},
			"9/10=90.0%; - -; - -; - - -; ",
		},
		"what the undivided row leaves blank comes from its parts": {
			[]record.Row{row(t, m, 0, all, 0, 10, no), row(t, m, 0, 0, 0, 4, 4), row(t, m, 0, 1, 0, 6, 5)},
			"9/10=90.0%; 9/10=90.0% -; 4/4=100% 5/6=83.3%; - - -; [4/4=100% 5/6=83.3%]",
		},
	} {
		months := indicator.Compute(test.rows, 2, 2, false)
		got := months.At(period(t, m))
		if diff := cmp.Diff(test.want, dump(got)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		random := rand.New(rand.NewPCG(1, 1))
		random.Shuffle(len(test.rows), func(i, j int) { test.rows[i], test.rows[j] = test.rows[j], test.rows[i] })
		again := indicator.Compute(test.rows, 2, 2, false)
		if diff := cmp.Diff(dump(got), dump(again.At(period(t, m)))); diff != "" {
			t.Errorf("%s, in another order:\n%s", name, diff)
		}
	}
}

func TestARatePoolsOnlyRowsWithBothCounts(t *testing.T) {
	months := indicator.Compute([]record.Row{
		row(t, "2026-10", 0, all, 0, 10, 9), row(t, "2026-10", 1, all, 0, 90, no), row(t, "2026-10", 2, all, 0, no, no),
	}, 3, 0, false)
	m := months.At(period(t, "2026-10"))
	if got := short(&m.Total); got != "9/100=90.0%" {
		t.Error(got)
	}
	var states []string
	for i := range m.Areas {
		states = append(states, m.Areas[i].State().String())
	}
	if diff := cmp.Diff([]string{"已报送", "已报送", "未填"}, states); diff != "" {
		t.Error(diff)
	}
}

func TestZeroBlankAndNotReportedAreThreeThings(t *testing.T) {
	months := indicator.Compute([]record.Row{
		row(t, "2026-10", 0, all, 0, 0, 0), row(t, "2026-10", 1, all, 0, 0, no), row(t, "2026-10", 2, all, 0, no, no),
		row(t, "2026-10", 4, all, 0, 0, 7), row(t, "2026-10", 5, all, 0, 3, 0),
	}, 6, 0, false)
	m := months.At(period(t, "2026-10"))
	var states []string
	for i := range m.Areas {
		states = append(states, m.Areas[i].State().String())
	}
	if diff := cmp.Diff([]string{"零报告", "零报告", "未填", "未报送", "已报送", "已报送"}, states); diff != "" {
		t.Error(diff)
	}
	if reported, all := m.ReportedAreas(); reported != 4 || all != 6 {
		t.Errorf("%d of %d reported, want 4 of 6", reported, all)
	}
}

// A month of which only sectors are known says nothing about the townships.
func TestAMonthWithoutTownshipsHasNobodyWhoDidNotReport(t *testing.T) {
	months := indicator.Compute([]record.Row{row(t, "2026-09", all, 0, 0, 4, 4), row(t, "2026-10", 0, all, 0, 4, 4)}, 3, 1, false)
	m := months.At(period(t, "2026-09"))
	if reported, all := m.ReportedAreas(); m.ByArea || reported != 0 || all != 0 {
		t.Errorf("by area %v, %d of %d reported", m.ByArea, reported, all)
	}
	m = months.At(period(t, "2026-10"))
	if reported, all := m.ReportedAreas(); !m.ByArea || m.BySector || reported != 1 || all != 3 {
		t.Errorf("by area %v, by sector %v, %d of %d reported", m.ByArea, m.BySector, reported, all)
	}
}

// Only one grade is no count of all hazards, unless it is the general one: the
// official form leaves major hazards blank where there are none.
func TestAllHazardsAreBothGrades(t *testing.T) {
	of := func(general, major int64) string {
		r := record.Row{Period: period(t, "2026-10"), Area: 0, Sector: all}
		if general != no {
			r.Counts[record.GeneralFound], r.Counts[record.GeneralRectified] = record.CountOf(general), record.CountOf(general)
		}
		if major != no {
			r.Counts[record.MajorFound], r.Counts[record.MajorRectified] = record.CountOf(major), record.CountOf(major)
		}
		months := indicator.Compute([]record.Row{r}, 1, 0, false)
		return short(&months.At(r.Period).Areas[0])
	}
	for want, got := range map[string]string{"12/12=100%": of(10, 2), "10/10=100%": of(10, no), "?/?=—": of(no, 2)} {
		if got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func TestNoRowsAreNoMonths(t *testing.T) {
	months := indicator.Compute(nil, 3, 3, false)
	if months.Latest() != nil || len(months.All()) != 0 || months.At(period(t, "2026-10")) != nil || months.At(record.Period{}) != nil {
		t.Error("there are months")
	}
}

func TestAnOfficesOwnScoreIsKept(t *testing.T) {
	scored := row(t, "2026-10", 0, all, 0, no, no)
	scored.Score = record.Score{Value: record.Decimal{Units: 905, Decimals: 1}, Written: true}
	sector := row(t, "2026-10", 0, 0, 0, 4, 4)
	sector.Score = record.Score{Value: record.Decimal{Units: 1}, Written: true}
	months := indicator.Compute([]record.Row{scored, sector}, 1, 1, false)
	area := &months.At(scored.Period).Areas[0]
	if !area.Score.Written || area.Score.Value.String() != "90.5" || area.State() != indicator.Reported {
		t.Errorf("%v", area.Score)
	}
}
