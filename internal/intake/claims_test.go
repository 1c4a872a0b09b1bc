package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// ranks writes the claims of typed ranks.
func ranks(claims []record.RankClaim) string {
	var b strings.Builder
	for _, c := range claims {
		by := known(c.Numerator) + "/" + known(c.Denominator)
		if c.Score.Written {
			by = c.Score.Value.String()
		}
		fmt.Fprintf(&b, "%d: %s %s is %s by %s\n", c.Table, c.Group, c.Name, c.Typed.Value, by)
	}
	return b.String()
}

func TestRanksAreClaimedByTableAndMonth(t *testing.T) {
	listed := areas("青石镇", "双河乡", "南坪街道")
	listed[2].Group = "街道"
	s, problems := read(t, files{"2026.csv": `
月份,地区,类别,隐患数,整改数,名次
2026-09,青石镇,乡镇,10,9,第一名
2026-10,青石镇,乡镇,10,8,2
2026-09,双河乡,乡镇,10,8,第二名
2026-10,双河乡,乡镇,10,9,1
2026-10,南坪街道,,10,9,1
2026-10,合计,,30,26,
`, "2026b.csv": "地区,得分,名次\n青石镇,90.5,1\n双河乡,/,/\n"}, intake.Lists{Areas: listed})
	want := `0: 乡镇 青石镇 is 1 by 9/10
1: 乡镇 青石镇 is 2 by 8/10
0: 乡镇 双河乡 is 2 by 8/10
1: 乡镇 双河乡 is 1 by 9/10
1: 街道 南坪街道 is 1 by 9/10
`
	if diff := cmp.Diff(want, ranks(s.Ranks)); diff != "" {
		t.Error(diff)
	}
	if got := lines(problems); !strings.Contains(got, "看不出这张表是哪个月的") {
		t.Error(got)
	}
}

func TestRanksAmongAreasAndSectorsAtOnceAreNotJudged(t *testing.T) {
	s, _ := read(t, files{"2026-10.csv": "地区,行业,隐患数,整改数,名次\n青石镇,交通,3,3,1\n青石镇,建筑,3,3,1\n"}, intake.Lists{})
	if len(s.Ranks) > 0 {
		t.Error(ranks(s.Ranks))
	}
	s, _ = read(t, files{"2026-10.csv": "行业,隐患数,整改数,名次\n交通,3,3,1\n建筑,3,3,1\n"}, intake.Lists{})
	if len(s.Ranks) != 2 {
		t.Error(ranks(s.Ranks))
	}
}

func TestTypedRatesStandBesideTheirCounts(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": `
地区,应排查单位,实际排查单位,覆盖率,查出隐患,已整改,整治率,到期数,按期整改数,延期数,按期整改率
青石镇,10,9,90%,18,17,94.4%,18,17,1,100%
双河乡,10,9,90%,18,17,/,18,17,0,94.4%
合计,20,18,90%,36,34,94.4%,36,34,1,97.1%
`}, intake.Lists{})
	want := trimmed(`
		覆盖率 "90%" is 90% of 实际排查单位 9 / 应排查单位 10
		整治率 "94.4%" is 94.4% of 已整改 17 / 查出隐患 18
		按期整改率 "100%" is 100% of 按期整改数 17 / 到期数（减去延期的） 17
		覆盖率 "90%" is 90% of 实际排查单位 9 / 应排查单位 10
		整治率 "/" of 已整改 17 / 查出隐患 18
		按期整改率 "94.4%" is 94.4% of 按期整改数 17 / 到期数 18
		覆盖率 "90%" is 90% of 实际排查单位 18 / 应排查单位 20
		整治率 "94.4%" is 94.4% of 已整改 34 / 查出隐患 36
		按期整改率 "97.1%" is 97.1% of 按期整改数 34 / 到期数（减去延期的） 35
	`)
	if diff := cmp.Diff(want, rates(s.Rates)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
}

// Tables typed into minutes may be of other things than hazards.
func TestATableTypedIntoMinutesIsOnlyClaimed(t *testing.T) {
	typed := table.Table{HeaderRow: 1}
	for i, name := range []string{"会议", "议定事项数", "已完成数", "完成率", "去年完成率"} {
		typed.Columns = append(typed.Columns, table.Column{Name: name, Path: []string{name}, Index: i + 1})
	}
	typed.Rows = []table.Row{
		{Number: 1, Cells: []string{"党组会议", "39", "39", "100%", "98"}},
		{Number: 2, Cells: []string{"常务会议", "405", "385", "95.1%", "97"}},
		{Number: 3, Cells: []string{"合计", "444", "424", "95.5%", "97.2"}},
	}
	names := intake.NewTypedNames()
	gotRates, gotTotals := names.Claims(&typed)
	want := trimmed(`
		完成率 "100%" is 100% of 已完成数 39 / 议定事项数 39
		完成率 "95.1%" is 95.1% of 已完成数 385 / 议定事项数 405
		完成率 "95.5%" is 95.5% of 已完成数 424 / 议定事项数 444
	`)
	if diff := cmp.Diff(want, rates(gotRates)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(" 第3行 第2字 合计 议定事项数: 444 = 444\n 第3行 第3字 合计 已完成数: 424 = 424\n", totals(gotTotals)); diff != "" {
		t.Error(diff)
	}
}
