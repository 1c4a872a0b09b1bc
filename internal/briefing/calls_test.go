package briefing_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// called is a county with a figure for every name, in October, September and the
// October before.
func called() content {
	const header = "地区,行业领域,来源,应排查单位数,排查单位数,隐患排查数,隐患整改数,一般隐患排查数,一般隐患整改数,重大隐患排查数,重大隐患整改数,到期应整改数,按期整改数,逾期未整改数,延期数,列入治理计划数,挂牌督办数,治理资金(万元)\n"
	return content{
		"jianbao.yaml": "areas: [{name: 青石镇, aliases: [青石]}, 双河乡, 白沙镇]\nsectors: [交通, 建筑]\n",
		"statistics/2026-10.csv": header +
			"青石镇,交通,,10,9,10,9,8,8,2,1,6,5,1,1,1,1,1.5\n" + "青石镇,建筑,,5,5,5,5,5,5,0,0,2,2,0,0,0,0,0\n" + "双河乡,交通,,4,4,5,5,5,5,0,0,1,1,0,0,0,0,2\n",
		"statistics/2026-09.csv": header + "青石镇,交通,,10,8,10,8,8,8,2,0,6,4,2,0,1,1,1\n" + "双河乡,交通,,4,4,0,0,0,0,0,0,0,0,0,0,0,0,0\n",
		"statistics/2025-10.csv": header + "青石镇,,,10,8,20,10,,,,,,,,,,,\n",
		"statistics/2025-09.csv": "行业领域,隐患排查数,隐患整改数\n交通,3,3\n",
	}
}

// answer renders a text that calls in it, and returns what it says or the problem.
func answer(t *testing.T, files content, call string) string {
	t.Helper()
	files["minutes/2026-11-06.md"] = "---\ndate: 2026-11-06\ntitle: 纪要\nperiod: \"2026-10\"\n---\n\n" + call + "\n"
	site, problems := briefing.New(facts(t, files))
	for _, p := range problems {
		return fmt.Sprintf("%s %s：%s%s", p.Code, p.Place, p.Message, p.Advice)
	}
	for _, s := range pageAt(t, site, "meetings/2026-11-06.html").Sections() {
		for _, block := range s.Blocks {
			if prose, ok := block.(briefing.Prose); ok {
				text := regexp.MustCompile(`<[^!][^>]*>`).ReplaceAllString(string(prose.HTML), "")
				for _, f := range prose.Figures {
					text = strings.Replace(text, "<!--", f.Figure.Title+"<!--", 1)
				}
				return strings.TrimSpace(text)
			}
		}
	}
	return ""
}

func TestNumbersAreAnsweredByName(t *testing.T) {
	for call, want := range map[string]string{
		// Every name.
		"整改率": "95.0%", "隐患整改率": "95.0%", "一般隐患整改率": "100%", "重大隐患整改率": "50.0%", "按期整改率": "100%", "覆盖率": "94.7%",
		"应排查单位数": "19", "排查单位数": "18", "隐患排查数": "20", "隐患整改数": "19", "一般隐患排查数": "18", "一般隐患整改数": "18",
		"重大隐患排查数": "2", "重大隐患整改数": "1", "未整改数": "1", "到期应整改数": "9", "按期整改数": "8", "逾期未整改数": "1",
		"延期数": "1", "列入治理计划数": "1", "挂牌督办数": "1", "治理资金": "3.5", "排查数": "20", "整改数": "19", "未整改": "1", "隐患排查": "20",
		// Whose, which sector, which month, in any order.
		`整改率 "全县"`: "95.0%", `整改率 "青石镇"`: "93.3%", `整改率 "青石"`: "93.3%", `整改率 "交通"`: "93.3%", `整改率 "青石镇" "交通"`: "90.0%", `整改率 "交通" "青石镇"`: "90.0%",
		`整改率 "2026-09"`: "80.0%", `整改率 "9月"`: "80.0%", `整改率 "2026年9月" "双河乡"`: "—", `整改率 "白沙镇"`: "—", `整改率 "青石镇" "2025-10"`: "50.0%", `隐患排查数 "交通" "2025-09"`: "3",
		// Changes.
		"整改率环比": "较上月上升15个百分点", "整改率同比": "较上年同期上升45个百分点", "隐患排查数环比": "较上月上升100%", "隐患排查数同比": "较上年同期持平",
		`隐患排查数环比 "双河乡"`: "上月为0", `整改率环比 "白沙镇"`: "—", `隐患排查数环比 "2026-09"`: "—",
		// To date.
		"累计隐患排查数": "30", "累计整改率": "90.0%", `累计整改率 "青石镇"`: "88.0%", `累计整改率 "建筑"`: "100%", "累计整改率同比": "较上年同期上升33.5个百分点",
		// Ranks.
		`名次 "双河乡"`: "第1", `名次 "青石镇"`: "第2", `名次 "白沙镇"`: "不参加排名（未报送）", `名次 "青石镇" "2026-09"`: "第1",
	} {
		if got := answer(t, called(), "{{ "+call+" }}"); got != want {
			t.Errorf("%s is %s, want %s", call, got, want)
		}
	}
}

func TestAnAnswerAboveAHundredHasItsWord(t *testing.T) {
	files := content{"statistics/2026-10.csv": month("青石镇:32/70 双河乡:1/1")}
	if got := answer(t, files, "{{ 整改率 \"青石镇\" }}"); got != "218.8%（含往月隐患）" {
		t.Error(got)
	}
	files = content{"statistics/2026-10.csv": month("青石镇:3/3 双河乡:1/1")}
	if got := answer(t, files, "{{ 名次 \"青石镇\" }}"); got != "并列第1" {
		t.Error(got)
	}
}

func TestACumulativeChangeNamesItsBase(t *testing.T) {
	files := content{"jianbao.yaml": "basis: cumulative\n", "statistics/2026-10.csv": month("青石镇:100/96"), "statistics/2026-09.csv": month("青石镇:90/80")}
	for call, want := range map[string]string{"整改率环比": "较1—9月上升7.1个百分点", "隐患排查数环比": "较1—9月上升11.1%", "累计整改率环比": "较1—9月上升7.1个百分点"} {
		if got := answer(t, files, "{{ "+call+" }}"); got != want {
			t.Errorf("%s is %s, want %s", call, got, want)
		}
	}
	monthly := content{"statistics/2026-10.csv": month("青石镇:100/96"), "statistics/2026-09.csv": month("青石镇:90/80")}
	if got := answer(t, monthly, "{{ 累计整改率环比 }}"); got != "较1—9月上升3.7个百分点" {
		t.Errorf("the year to date of monthly figures: %s", got)
	}
}

func TestACallThatCannotBeAnsweredSaysWhatCan(t *testing.T) {
	const at = "unknown-name minutes/2026-11-06.md 第7行 第1字："
	const names = "可以写的有：名次、整改率、一般隐患整改率、重大隐患整改率、按期整改率、覆盖率、应排查单位数、排查单位数、隐患排查数、隐患整改数、一般隐患排查数、一般隐患整改数、重大隐患排查数、重大隐患整改数、未整改数、到期应整改数、按期整改数、逾期未整改数、延期数、列入治理计划数、挂牌督办数、治理资金；后面可加“环比”“同比”，前面可加“累计”。"
	for call, want := range map[string]string{
		"整治率":                     "没有叫“整治率”的数字。是不是“整改率”？" + names,
		"累计名次 \"青石镇\"":            "没有叫“累计名次”的数字。" + names,
		"名次环比 \"青石镇\"":            "没有叫“名次环比”的数字。" + names,
		"名次":                      "“名次”没有写是哪个单位的。请写成“{{ 名次 \"青石镇\" }}”这样。",
		"名次 \"青石镇\" \"交通\"":       "没有单个行业领域里的名次。请只写单位和月份，例如“{{ 名次 \"青石镇\" }}”。",
		"名次 \"青石镇\" \"2025-09\"":  "2025年9月的统计表没有分单位的数字。请核对月份，或放入这个月分单位的统计表。",
		"整改率 \"青石乡\"":             "没有叫“青石乡”的地区、行业领域或月份。是不是“青石镇”？请写统计表里的名称，月份写成“2026-10”。",
		"整改率 \"2026-08\"":         "没有“2026-08”的统计数据。请核对月份，或放入这个月的统计表。",
		"整改率 \"青石镇\" \"双河乡\"":     "“整改率”写了两个地区：青石镇和双河乡。请只写一个。",
		"整改率 \"交通\" \"建筑\"":       "“整改率”写了两个行业领域：交通和建筑。请只写一个。",
		"整改率 \"9月\" \"10月\"":      "“整改率”写了两个月份：2026年9月和2026年10月。请只写一个。",
		"整改率 \"青石镇\" \"2025-09\"": "2025年9月的统计表没有分单位的数字。请核对月份，或放入这个月分单位的统计表。",
		"整改率 \"交通\" \"2025-10\"":  "2025年10月的统计表没有分行业领域的数字。请核对月份，或放入这个月分行业领域的统计表。",
		"整改率 \"白沙镇\" \"交通\"":      "—", // it did not report
		"累计整改率 \"青石镇\" \"交通\"":    "“累计整改率”不能既写地区又写行业领域。请只写一个；或去掉“累计”，写某一个月的。",
	} {
		if want != "—" {
			want = at + want
		}
		if got := answer(t, called(), "{{ "+call+" }}"); got != want {
			t.Errorf("%s:\n got %s\nwant %s", call, got, want)
		}
	}
	none := content{}
	if got, want := answer(t, none, "{{ 整改率 }}"), at+"“整改率”没有写是哪个月的，这次会议通报的月份也没有统计数据。请在后面写上月份，例如“2026-10”。"; got != want {
		t.Errorf("without statistics:\n got %s\nwant %s", got, want)
	}
}

func TestFiguresAreAnsweredByName(t *testing.T) {
	for call, want := range map[string]string{
		"整改率排名":                "2026年10月整改率排名",
		"排名":                   "2026年10月整改率排名",
		"整改率排名 \"2026-09\"":    "2026年9月整改率排名",
		"整改率走势":                "全县整改率走势",
		"走势 \"青石镇\"":           "青石镇整改率走势",
		"整改率走势 \"青石镇\" \"交通\"": "青石镇交通整改率走势",
		"隐患去向":                 "近几个月隐患去向",
		"隐患去向 \"青石镇\"":         "青石镇近几个月隐患去向",
		"行业领域整改率":              "2026年10月各行业领域整改率",
		"行业领域热力图":              "2026年10月各单位各行业领域整改率",
		"月度热力图":                "各单位近12个月整改率",
	} {
		got := answer(t, called(), "```图\n"+call+"\n```")
		if got, _, _ := strings.Cut(got, "<"); got != want {
			t.Errorf("%s is %s, want %s", call, got, want)
		}
	}
	const at = "unknown-name minutes/2026-11-06.md 第8行 第1字："
	for call, want := range map[string]string{
		"整治率排名":               "没有叫“整治率排名”的图。是不是“整改率排名”？可以写的有：整改率排名、整改率走势、隐患去向、行业领域整改率、行业领域热力图、月度热力图。",
		"整改率排名 \"青石镇\"":       "“整改率排名”画的是所有单位，不能只画“青石镇”。请去掉它，或改用“整改率走势”“隐患去向”。",
		"行业领域整改率 \"青石镇\"":     "“行业领域整改率”画的是所有单位，不能只画“青石镇”。请去掉它，或改用“整改率走势”“隐患去向”。",
		"整改率排名 \"2025-09\"":   "2025年9月的数据画不出“整改率排名”。请核对这个月的统计表是否有要画的数，或删去这个图。",
		"行业领域热力图 \"2025-10\"": "2025年10月的数据画不出“行业领域热力图”。请核对这个月的统计表是否有要画的数，或删去这个图。",
	} {
		if got := answer(t, called(), "```图\n"+call+"\n```"); got != at+want {
			t.Errorf("%s:\n got %s\nwant %s", call, got, at+want)
		}
	}
}
