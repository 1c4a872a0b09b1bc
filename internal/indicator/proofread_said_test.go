package indicator_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/indicator"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

func TestWhatIsSaidOfTheWholeIsJudgedByTheStatistics(t *testing.T) {
	rows := []record.Row{
		row(t, "2026-01", 0, all, 0, 10, 9), row(t, "2026-01", 1, all, 0, 5, 5),
		row(t, "2026-02", 0, all, 0, 20, 10), row(t, "2026-02", 1, all, 0, 3, 5),
	}
	count := func(month string, cumulative bool, m record.Measure, n int64) record.SaidFigure {
		return record.SaidFigure{
			Period: period(t, month), Cumulative: cumulative, Measure: m, Value: record.Decimal{Units: n}, Name: "排查隐患", Text: "七项",
			Place: problem.Place{File: "minutes/a.md", Row: 5, Column: 3},
		}
	}
	rate := func(month string, cumulative bool, units int64, decimals int) record.SaidFigure {
		s := count(month, cumulative, 0, units)
		s.IsRate, s.Indicator, s.Value.Decimals, s.Name = true, record.Rectification, decimals, "整改率"
		return s
	}
	const place, advice = "warning figure-disagrees minutes/a.md 第5行 第3字 ", "请核对；统计表改过的，纪要里的数也要改。\n"
	for _, test := range []struct {
		cumulative bool // the basis of the statistics
		said       record.SaidFigure
		want       string
	}{
		{false, count("2026-01", false, record.Found, 15), ""},
		{false, count("2026-01", false, record.Found, 16), place + "“排查隐患”写的是“七项”，按2026年1月的统计表合计是 15。" + advice},
		{false, count("2026-02", true, record.Found, 38), ""},
		{false, count("2026-02", true, record.Found, 23), place + "“排查隐患”写的是“七项”，按2026年1—2月的统计表合计是 38。" + advice},
		{false, count("2026-01", true, record.Found, 16), place + "“排查隐患”写的是“七项”，按2026年1月的统计表合计是 15。" + advice},
		{false, rate("2026-01", false, 933, 1), ""},
		{false, rate("2026-01", false, 93, 0), ""},
		{false, rate("2026-01", false, 934, 1), place + "“整改率”写的是“七项”，按2026年1月的统计表合计是 93.3%。" + advice},
		{false, rate("2026-02", false, 99, 0), ""}, // more was put right than found in a part: no rate is said without a word
		{false, count("2026-01", false, record.Due, 7), ""},
		{false, count("2026-03", false, record.Found, 7), ""},
		{true, count("2026-01", true, record.Found, 15), ""},
		{true, count("2026-02", true, record.Found, 7), place + "“排查隐患”写的是“七项”，按2026年1—2月的统计表合计是 23。" + advice},
		{true, count("2026-02", false, record.Found, 7), ""}, // of one month, when the tables are of several
	} {
		months := indicator.Compute(rows, 2, 0, test.cumulative)
		if diff := cmp.Diff(test.want, lines(indicator.ProofreadSaid([]record.SaidFigure{test.said}, &months))); diff != "" {
			t.Errorf("%+v:\n%s", test.said, diff)
		}
	}
	if got := indicator.ProofreadSaid([]record.SaidFigure{count("2026-01", false, record.Found, 7)}, &indicator.Months{}); len(got) > 0 {
		t.Error("without statistics: " + strings.TrimSpace(lines(got)))
	}
}
