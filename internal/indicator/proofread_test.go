package indicator_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/indicator"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// lines writes problems as the command line does, a line each.
func lines(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problem.Sort(problems) {
		b.WriteString(p.Severity.String() + " " + string(p.Code) + " " + p.Place.String() + " " + p.Message + p.Advice + "\n")
	}
	return b.String()
}

func typed(text string, units int64, decimals int) record.Typed {
	return record.Typed{
		Text: text, Value: record.Decimal{Units: units, Decimals: decimals}, Written: true,
		Place: problem.Place{File: "statistics/2026-10.csv", Row: 5, Column: 3},
	}
}

func TestATypedRateIsJudgedByItsCounts(t *testing.T) {
	const place = "error rate-mismatch statistics/2026-10.csv 第5行 C列 "
	const advice = "请核对这三个数，改正写错的一个。\n"
	for _, test := range []struct {
		numerator, denominator int64
		typed                  record.Typed
		want                   string
	}{
		{137354, 141911, typed("96.79%", 9679, 2), ""},
		{137354, 141911, typed("97.28%", 9728, 2), place + "“整改率”写的是“97.28%”，按隐患排查数 141911、隐患整改数 137354 计算应为 96.79%。" + advice},
		{137354, 141911, typed("97", 97, 0), ""},
		{1660, 3950, typed("42%", 42, 0), ""},
		{1, 8, typed("12.5", 125, 1), ""},
		{1, 8, typed("12%", 12, 0), place + "“整改率”写的是“12%”，按隐患排查数 8、隐患整改数 1 计算应为 13%。" + advice}, // cut off, not rounded
		{8, 8, typed("100.00%", 10000, 2), ""},
		{0, 8, typed("0", 0, 0), ""},
		{6558, 6562, typed("100%", 100, 0), place + "“整改率”写的是“100%”，按隐患排查数 6562、隐患整改数 6558 计算应为 99.94%。" + advice},
		{6558, 6562, typed("99.9%", 999, 1), ""},
		{1, 10000, typed("0.0%", 0, 1), place + "“整改率”写的是“0.0%”，按隐患排查数 10000、隐患整改数 1 计算应为 0.01%。" + advice},
		{0, 0, typed("100%", 100, 0), place + "“整改率”写的是“100%”，按隐患排查数 0、隐患整改数 0 计算没有整改率，应填“/”。" + advice},
		{0, 0, typed("0", 0, 0), ""}, // a common way to fill the form
		{5, 0, typed("100%", 100, 0), place + "“整改率”写的是“100%”，按隐患排查数 0、隐患整改数 5 计算没有整改率，应填“/”。" + advice},
		{70, 32, typed("218.75%", 21875, 2), ""}, // a warning of its own asks for the backlog
		{70, 32, typed("100%", 100, 0), place + "“整改率”写的是“100%”，按隐患排查数 32、隐患整改数 70 计算应为 219%。" + advice},
		{35, 36, typed("0.972222222222222", 97_2222222222222, 13), ""}, // as Excel stores a quotient
		{35, 36, typed("0.972222333333333", 97_2222333333333, 13), place + "“整改率”写的是“0.972222333333333”，按隐患排查数 36、隐患整改数 35 计算应为 97.2222%。" + advice},
		{no, 8, typed("97%", 97, 0), ""},
		{no, no, typed("105%", 105, 0), "warning figure-disagrees statistics/2026-10.csv 第5行 C列 “整改率”写的是“105%”，超过了100%。请核对；如果其中有往月的隐患，请在材料里说明。\n"},
		{3, no, typed("100%", 100, 0), ""},
		{no, 8, record.Typed{Text: "/"}, ""},
	} {
		claim := record.RateClaim{
			Name: "整改率", NumeratorName: "隐患整改数", DenominatorName: "隐患排查数",
			Numerator: count(test.numerator), Denominator: count(test.denominator), Typed: test.typed,
		}
		if diff := cmp.Diff(test.want, lines(indicator.ProofreadRates([]record.RateClaim{claim}))); diff != "" {
			t.Errorf("%d/%d typed %s:\n%s", test.numerator, test.denominator, test.typed.Text, diff)
		}
	}
}

func decimal(units int64, decimals int) record.Decimal {
	return record.Decimal{Units: units, Decimals: decimals}
}

func TestATotalIsJudgedByItsParts(t *testing.T) {
	const place = "error parts-differ-from-total statistics/2026-10.csv 第9行 B列 "
	const advice = "请核对合计和各行，改正写错的一个。\n"
	for _, test := range []struct {
		stated, parts record.Decimal
		atMost        bool
		want          string
	}{
		{decimal(140, 0), decimal(140, 0), false, ""},
		{decimal(144, 0), decimal(140, 0), false, place + "“合计”的“整治中”写的是 144，各行相加是 140。" + advice},
		{decimal(1001, 2), decimal(1000, 2), false, ""}, // the parts were rounded
		{decimal(1002, 2), decimal(1000, 2), false, place + "“合计”的“整治中”写的是 10.02，各行相加是 10.00。" + advice},
		{decimal(12346, 1), decimal(123456, 2), false, ""}, // the total was rounded
		{decimal(12345, 1), decimal(123456, 2), false, place + "“合计”的“整治中”写的是 1234.5，各行相加是 1234.56。" + advice},
		{decimal(1235, 0), decimal(123456, 2), false, place + "“合计”的“整治中”写的是 1235，各行相加是 1234.56。" + advice},
		{decimal(10, 0), decimal(1000, 2), false, ""},
		{decimal(140, 0), decimal(120, 0), true, ""},
		{decimal(140, 0), decimal(144, 0), true, place + "“合计”的“整治中”写的是 140，其中各项相加是 144，超过了它。请核对这一行和“其中”各行，改正写错的一个。\n"},
	} {
		claim := record.TotalClaim{
			Row: "合计", Column: "整治中", Stated: test.stated, Parts: test.parts, AtMost: test.atMost,
			Place: problem.Place{File: "statistics/2026-10.csv", Row: 9, Column: 2},
		}
		if diff := cmp.Diff(test.want, lines(indicator.ProofreadTotals([]record.TotalClaim{claim}))); diff != "" {
			t.Errorf("%v of %v:\n%s", test.stated, test.parts, diff)
		}
	}
}

// proofreadRows judges rows with the given counts.
func proofreadRows(rows ...map[record.Measure]int64) string {
	var list []record.Row
	for i, counts := range rows {
		r := record.Row{Area: 0, Sector: all, Place: problem.Place{File: "a.csv", Row: i + 2}}
		for m, n := range counts {
			r.Counts[m] = record.CountOf(n)
		}
		list = append(list, r)
	}
	return lines(indicator.ProofreadRows(list, func(r *record.Row, m record.Measure) problem.Place {
		return r.Place.At(r.Place.Row, int(m)+1)
	}))
}

func TestCountsOfARowAreJudgedByEachOther(t *testing.T) {
	type counts = map[record.Measure]int64
	for name, test := range map[string]struct {
		counts counts
		want   string
	}{
		"nothing wrong": {counts{record.Found: 12, record.Rectified: 12, record.GeneralFound: 10, record.MajorFound: 2}, ""},
		"more rectified than found": {
			counts{record.Found: 32, record.Rectified: 70},
			"warning rectified-exceeds-found a.csv 第2行 D列 隐患整改数 70 大于隐患排查数 32。如果其中有往月的隐患，请在材料里说明；否则请核对这两个数。\n",
		},
		"more major ones rectified than found": {
			counts{record.MajorFound: 0, record.MajorRectified: 1},
			"warning rectified-exceeds-found a.csv 第2行 H列 重大隐患整改数 1 大于重大隐患排查数 0。如果其中有往月的隐患，请在材料里说明；否则请核对这两个数。\n",
		},
		"grades that do not add up": {
			counts{record.Found: 13, record.GeneralFound: 10, record.MajorFound: 2},
			"error parts-differ-from-total a.csv 第2行 C列 隐患排查数写的是 13，一般隐患排查数 10 与重大隐患排查数 2 相加是 12。请核对这三个数，改正写错的一个。\n",
		},
		"one grade above all": {
			counts{record.Found: 3, record.MajorFound: 5, record.Rectified: 1, record.GeneralRectified: 2},
			"error parts-differ-from-total a.csv 第2行 C列 隐患排查数写的是 3，少于其中的重大隐患排查数 5。请核对这两个数，改正写错的一个。\n" +
				"error parts-differ-from-total a.csv 第2行 D列 隐患整改数写的是 1，少于其中的一般隐患整改数 2。请核对这两个数，改正写错的一个。\n",
		},
		"more in time than due": {
			counts{record.Due: 10, record.OnTime: 8, record.Overdue: 2, record.Extended: 1},
			"warning figure-disagrees a.csv 第2行 J列 到期应整改数 10，而按期整改 8、逾期未整改 2、延期 1 相加是 11，超过了它。请核对这几个数。\n",
		},
		"more inspected than there are": {
			counts{record.UnitsDue: 10, record.UnitsInspected: 11},
			"warning figure-disagrees a.csv 第2行 B列 排查单位数 11 大于应排查单位数 10。请核对这两个数。\n",
		},
		"more planned than open": {
			counts{record.MajorFound: 10, record.MajorRectified: 8, record.Planned: 3},
			"warning figure-disagrees a.csv 第2行 N列 列入治理计划数 3 大于没有整改的重大隐患数 2。请核对这两个数。\n",
		},
		"more planned than found": {
			counts{record.MajorFound: 2, record.Planned: 3},
			"warning figure-disagrees a.csv 第2行 N列 列入治理计划数 3 大于重大隐患排查数 2。请核对这两个数。\n",
		},
		"open does not fit": {
			counts{record.Found: 10, record.Rectified: 8, record.Open: 3},
			"warning figure-disagrees a.csv 第2行 I列 未整改数 3 大于排查数与整改数之差 2。如果其中有往月的隐患，请在材料里说明；否则请核对这三个数。\n",
		},
		"open fits": {counts{record.Found: 10, record.Rectified: 8, record.Open: 2}, ""},
		"what is being put right need not be all that is open": {counts{record.Found: 10, record.Rectified: 8, record.Open: 1}, ""},
	} {
		if diff := cmp.Diff(test.want, proofreadRows(test.counts)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// 元 for 万元 is 10⁴ too much, which stands out among the other rows.
func TestAnAmountInTheWrongUnitStandsOut(t *testing.T) {
	funds := func(n int64) map[record.Measure]int64 { return map[record.Measure]int64{record.Funds: n} }
	got := proofreadRows(funds(30_000), funds(50_000), funds(0), funds(42_000*10_000), funds(61_500))
	want := "warning figure-disagrees a.csv 第5行 P列 治理资金 42000万元是本月各行中间数 5万元的 8400 倍，像是把元填进了万元的栏目。请核对这个数的单位；确实是这么多的，可以不改。\n"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for _, fine := range []string{
		proofreadRows(funds(30_000), funds(50_000), funds(900*50_000), funds(61_500)), // a large project
		proofreadRows(funds(10_000), funds(20_000*10_000)),                            // too few to compare
	} {
		if fine != "" {
			t.Error(fine)
		}
	}
}

func TestCumulativeFiguresNeverGetLess(t *testing.T) {
	march := row(t, "2026-03", 0, all, 0, 25, 26)
	march.Place = problem.Place{File: "statistics/2026-03/乙镇.csv", Row: 4}
	months := indicator.Compute([]record.Row{
		row(t, "2025-12", 0, all, 0, 100, 100),
		row(t, "2026-01", 0, all, 0, 30, 20), row(t, "2026-01", 1, all, 0, 5, 5), // January begins anew; nobody reported in February
		march, row(t, "2026-03", 1, all, 0, 5, 5),
		row(t, "2026-04", 0, all, 0, 28, 24), row(t, "2026-04", 1, all, 0, no, no),
		row(t, "2026-05", 1, all, 0, 5, 5),
	}, 2, 0, true)
	files := map[record.Period][]string{}
	for _, m := range months.All() {
		files[m.Period] = []string{"statistics/甲镇.csv"}
	}
	areas := []record.Area{{Name: "乙镇"}, {Name: "丙镇"}}
	const advice = "本站设置为累计数（basis: cumulative），请核对这个月报的是不是当月数。\n"
	want := "error mixed-basis statistics/2026-03/乙镇.csv 第4行 乙镇1—3月累计的隐患排查数是 25，比1月累计的 30 还少。" + advice +
		"error mixed-basis statistics/甲镇.csv 乙镇1—4月累计的隐患整改数是 24，比1—3月累计的 26 还少。" + advice
	// The row of April has no file here, so its month's first file is named.
	if diff := cmp.Diff(want, lines(indicator.ProofreadBasis(&months, areas, files))); diff != "" {
		t.Error(diff)
	}
	sectors := indicator.Compute([]record.Row{row(t, "2026-01", all, 0, 0, 30, 20), row(t, "2026-02", all, 0, 0, 10, 9)}, 0, 1, true)
	got := lines(indicator.ProofreadBasis(&sectors, nil, files))
	if !strings.Contains(got, "全部地区1—2月累计的隐患排查数是 10，比1月累计的 30 还少。") {
		t.Errorf("a county without areas:\n%s", got)
	}
	monthly := indicator.Compute([]record.Row{row(t, "2026-01", 0, all, 0, 30, 20), row(t, "2026-02", 0, all, 0, 10, 9)}, 1, 0, false)
	if got := indicator.ProofreadBasis(&monthly, areas, files); got != nil {
		t.Error(lines(got))
	}
}
