package indicator_test

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

func TestTheYearToDateAddsUpItsMonths(t *testing.T) {
	months := indicator.Compute([]record.Row{
		row(t, "2025-12", 0, all, 0, 1000, 1000),
		row(t, "2026-01", 0, all, 0, 10, 9), row(t, "2026-01", 1, 0, 0, 5, 5),
		row(t, "2026-04", 0, all, 0, 10, 10), // nobody reported for February and March
		row(t, "2026-05", 1, 0, 0, 5, 4),
	}, 2, 1, false)
	for month, want := range map[string]string{
		"2025-12": "1000/1000=100%; 1000/1000=100% -; -; - - -; ",
		"2026-01": "14/15=93.3%; 9/10=90.0% 5/5=100%; 5/5=100%; - - -; ",
		"2026-03": "14/15=93.3%; 9/10=90.0% 5/5=100%; 5/5=100%; - - -; ",
		"2026-04": "24/25=96.0%; 19/20=95.0% 5/5=100%; 5/5=100%; - - -; ",
		"2026-05": "28/30=93.3%; 19/20=95.0% 9/10=90.0%; 9/10=90.0%; - - -; ",
	} {
		if diff := cmp.Diff(want, dump(months.ToDate(period(t, month)))); diff != "" {
			t.Errorf("to %s:\n%s", month, diff)
		}
	}
	for _, outside := range []string{"2025-11", "2026-06"} {
		if months.At(period(t, outside)) != nil || months.ToDate(period(t, outside)) != nil {
			t.Errorf("%s has figures", outside)
		}
	}
	if months.Latest().Period != period(t, "2026-05") || len(months.All()) != 6 {
		t.Error("months from December to May, the latest May")
	}
}

// What is overdue in May is so whatever was in April; enterprises are inspected
// again every month.
func TestTheYearToDateDoesNotAddUpWhatStands(t *testing.T) {
	counts := func(month string, found, overdue, supervised, units, due int64) record.Row {
		r := row(t, month, 0, all, 0, found, 0)
		r.Counts[record.Overdue], r.Counts[record.Supervised] = count(overdue), count(supervised)
		r.Counts[record.UnitsInspected], r.Counts[record.UnitsDue] = count(units), count(due)
		return r
	}
	months := indicator.Compute([]record.Row{counts("2026-04", 10, 3, 2, 8, 9), counts("2026-05", 10, 4, no, 8, 9)}, 1, 0, false)
	for month, want := range map[string]string{"2026-04": "10 3 2 ? —", "2026-05": "20 4 ? ? —"} {
		f := &months.ToDate(period(t, month)).Areas[0]
		var got []string
		for _, m := range []record.Measure{record.Found, record.Overdue, record.Supervised, record.UnitsInspected} {
			text := "?"
			if f.Counts[m].Known() {
				text = fmt.Sprint(f.Counts[m].N())
			}
			got = append(got, text)
		}
		if words := strings.Join(append(got, f.Rates[record.Coverage].Text(1)), " "); words != want {
			t.Errorf("to %s: %s, want %s", month, words, want)
		}
	}
	if got := months.At(period(t, "2026-04")).Areas[0].Rates[record.Coverage].Text(1); got != "88.9%" {
		t.Errorf("April itself: %s", got)
	}
}

func TestCumulativeMonthsAreTheYearToDate(t *testing.T) {
	months := indicator.Compute([]record.Row{row(t, "2026-01", 0, all, 0, 10, 9), row(t, "2026-02", 0, all, 0, 30, 30)}, 1, 0, true)
	feb := period(t, "2026-02")
	if diff := cmp.Diff(dump(months.At(feb)), dump(months.ToDate(feb))); diff != "" {
		t.Error(diff)
	}
}

// One row of a year mistyped must not cost the memory of all years between.
func TestADistantMonthIsCheap(t *testing.T) {
	rows := []record.Row{row(t, "1950-01", 0, all, 0, 1, 1), row(t, "2190-01", 0, all, 0, 1, 1)}
	months := indicator.Compute(rows, 1500, 20, false)
	if got := short(&months.ToDate(period(t, "2190-01")).Total); got != "1/1=100%" {
		t.Error(got)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	indicator.Compute(rows, 1500, 20, false)
	runtime.ReadMemStats(&after)
	if bytes := after.TotalAlloc - before.TotalAlloc; bytes > 32<<20 {
		t.Errorf("%d MB", bytes>>20)
	}
}
