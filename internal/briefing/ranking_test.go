package briefing_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/briefing"
)

const bands = "  bands: [{name: 优秀, least: 95}, {name: 良好, least: 90}, {name: 不达标, least: 0}]\n"

func TestBandsStandInTheRankingAndInItsData(t *testing.T) {
	site := brief(t, content{
		"jianbao.yaml": "ranking:\n" + bands, "statistics/2026-10.csv": month("青石镇:20/19 双河乡:100/94 白沙镇:3/3 大堰镇:0/0"),
		"accidents/2026.csv": "日期,地区,死亡人数\n2026-10-21,白沙镇,1\n",
	})
	table := tableIn(t, pageAt(t, site, "months/2026-10.html"), "ranking-table")
	if diff := cmp.Diff([]string{"优秀", "良好", "一票否决", "—"}, column(t, table, "等次")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"1", "2", "3 一票否决", "— 零报告"}, column(t, table, "名次")); diff != "" {
		t.Error(diff)
	}
	if body := download(t, site, "data/2026-10.csv"); !strings.Contains(string(body), ",等次,") {
		t.Errorf("no bands in\n%s", body)
	}
	plain := brief(t, content{"statistics/2026-10.csv": month("青石镇:20/19")})
	if strings.Contains(words(t, plain, "months/2026-10.html"), "等次") {
		t.Error("bands without a setting")
	}
}

// The bar is as long as the rate that stands beside it, whatever ranks it.
func TestABarIsAsLongAsItsRate(t *testing.T) {
	site := brief(t, content{
		"jianbao.yaml":           "ranking: {small_base: {below: 5, method: wilson}}\n",
		"statistics/2026-10.csv": month("青石镇:1/1 双河乡:98/97 白沙镇:32/70"),
	})
	for _, s := range pageAt(t, site, "months/2026-10.html").Sections() {
		for _, block := range s.Blocks {
			f, ok := block.(briefing.FigureBlock)
			if !ok || !strings.HasPrefix(f.Figure.ID, "rank-") {
				continue
			}
			want := map[string]float64{"100%": 100, "99.0%": 100 * 97.0 / 98, "218.8%": 218.75}
			for i, v := range f.Figure.Series[0].Values {
				if off := v.Number - want[v.Text]; off > 1e-9 || off < -1e-9 {
					t.Errorf("%s %s is drawn at %v", f.Figure.Categories[i].Label, v.Text, v.Number)
				}
			}
			if !strings.Contains(f.Figure.Note, "超过100%的含往月排查的隐患。") {
				t.Errorf("note %q", f.Figure.Note)
			}
			return
		}
	}
	t.Error("no ranking")
}

func TestMovementNamesWhatItIsAgainst(t *testing.T) {
	files := content{"statistics/2026-09.csv": month("青石镇:2/1 双河乡:2/2 白沙镇:0/0"), "statistics/2026-10.csv": month("青石镇:2/2 双河乡:2/1 白沙镇:4/1")}
	table := tableIn(t, pageAt(t, brief(t, files), "months/2026-10.html"), "ranking-table")
	if diff := cmp.Diff([]string{"↑1", "↓1", "新"}, column(t, table, "较上月")); diff != "" {
		t.Error(diff)
	}
	if !strings.Contains(table.Note, "“新”是上月没有参加排名的。") {
		t.Errorf("note %s", table.Note)
	}
	files["jianbao.yaml"] = "basis: cumulative\n"
	files["statistics/2026-01.csv"] = month("青石镇:2/1 双河乡:2/2")
	files["statistics/2025-12.csv"] = month("青石镇:2/2 双河乡:2/1")
	site := brief(t, content{"jianbao.yaml": files["jianbao.yaml"], "statistics/2026-09.csv": files["statistics/2026-09.csv"], "statistics/2026-10.csv": month("青石镇:4/4 双河乡:4/3 白沙镇:4/1")})
	column(t, tableIn(t, pageAt(t, site, "months/2026-10.html"), "ranking-table"), "较1—9月")
	site = brief(t, content{"jianbao.yaml": files["jianbao.yaml"], "statistics/2025-12.csv": files["statistics/2025-12.csv"], "statistics/2026-01.csv": files["statistics/2026-01.csv"]})
	got := words(t, site, "months/2026-01.html")
	for _, wrong := range []string{"较上月", "↑", "↓", "较1—12月"} {
		if strings.Contains(got, wrong) {
			t.Errorf("January of cumulative figures is compared with December (%s):\n%s", wrong, got)
		}
	}
}

// A site that ranks by the rate of general hazards shows it.
func TestTheRankedRateIsInTheTable(t *testing.T) {
	site := brief(t, content{
		"jianbao.yaml":           "ranking: {by: general}\n",
		"statistics/2026-10.csv": "地区,一般隐患排查数,一般隐患整改数,重大隐患排查数,重大隐患整改数\n青石镇,10,9,1,0\n双河乡,10,8,0,0\n",
	})
	table := tableIn(t, pageAt(t, site, "index.html"), "ranking-table")
	if diff := cmp.Diff([]string{"90.0%", "80.0%"}, column(t, table, "一般隐患整改率")); diff != "" {
		t.Error(diff)
	}
}

// The sentence under every ranking says the rule in force.
func TestTheRuleOfTheRankingIsSaid(t *testing.T) {
	for settings, want := range map[string]string{
		"": "按整改率从高到低排名，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。基数不足5的照常排名，并注明“排名仅供参考”。",
		"ranking: {by: major, small_base: {below: 0}}\n": "按重大隐患整改率从高到低排名，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。",
		"ranking: {by: score}\n":                         "按表中填写的得分从高到低排名，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。",
		"areas: [{name: 青石镇, group: 乡镇}]\nranking: {grouped: true, small_base: {below: 0}}\n":                                    "按整改率从高到低排名，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。各类别分别排名。",
		"ranking: {small_base: {method: wilson}}\n":                                                                              "按整改率从高到低排名，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。为使基数小的单位不占便宜，按整改率的威尔逊95%置信下限排名。",
		"ranking: {weights: [{indicator: rectification, weight: 60}, {indicator: major, weight: 40}], small_base: {below: 0}}\n": "按综合得分从高到低排名，得分是整改率×60%、重大隐患整改率×40%之和；某一项没有率的，它的权重按比例分给其他各项，比较的是没有四舍五入的数；相同的名次并列，后面的名次空出（1、2、2、4）。",
	} {
		if got := words(t, brief(t, content{"jianbao.yaml": settings}), "about.html"); !strings.Contains(got, "p: "+want+"\n") {
			t.Errorf("%s: want %s\n%s", settings, want, got)
		}
	}
}

// Ten townships and more: the lowest five are looked at in the meeting.
func TestAMeetingLooksAtTheLowestRanks(t *testing.T) {
	site := brief(t, content{
		"statistics/2026-10.csv": month("甲镇:10/10 乙镇:10/9 丙镇:10/8 丁镇:10/7 戊镇:10/6 己镇:10/5 庚镇:10/4 辛镇:10/3 壬镇:10/3 癸镇:10/2 子镇:0/0"),
		"minutes/2026-11-06.md":  "---\ndate: 2026-11-06\ntitle: 纪要\n---\n\n正文。\n",
		"accidents/2026.csv":     "日期,地区,死亡人数\n2026-10-21,甲镇,1\n",
	})
	table := tableIn(t, pageAt(t, site, "meetings/2026-11-06.html"), "bottom-table")
	want := "table #bottom-table 2026年10月整改率靠后的单位\n" +
		"  | 单位 | 名次 | 整改率 | 未整改（项） | 逾期（项）\n" +
		"  | 甲镇<areas/jiazhen.html> | 10 {一票否决}(bad) | 100% | 0 | —\n" +
		"  | 癸镇<areas/guizhen.html> | 9 | 20.0% | 8 | —\n" +
		"  | 辛镇<areas/xinzhen.html> | 7 {并列} | 30.0% | 7 | —\n" +
		"  | 壬镇<areas/renzhen.html> | 7 {并列} | 30.0% | 7 | —\n" +
		"  | 庚镇<areas/gengzhen.html> | 6 | 40.0% | 6 | —\n"
	if diff := cmp.Diff(want, lines(table)); diff != "" {
		t.Error(diff)
	}
}
