package briefing_test

import (
	"fmt"
	"strings"
	"testing"
)

// month makes a table of 地区,隐患排查数,隐患整改数 from words such as 青石镇:10/9,
// rectified behind found; ? is blank, - not reported.
func month(words string) string {
	var b strings.Builder
	b.WriteString("地区,隐患排查数,隐患整改数\n")
	for word := range strings.FieldsSeq(words) {
		name, counts, _ := strings.Cut(word, ":")
		found, rectified, _ := strings.Cut(counts, "/")
		fmt.Fprintf(&b, "%s,%s,%s\n", name, cell(found), cell(rectified))
	}
	return b.String()
}

func cell(s string) string {
	switch s {
	case "?":
		return ""
	case "-":
		return "未报送"
	}
	return s
}

const targets = "targets: {rectification: 95%}\n"

// What an official reads aloud, in every state of the figures.
func TestTheMonthInSentences(t *testing.T) {
	const october = "statistics/2026-10.csv"
	const head = "地区,隐患排查数,隐患整改数,重大隐患排查数,重大隐患整改数,到期应整改数,按期整改数,逾期未整改数,延期数\n"
	for name, test := range map[string]struct {
		files content
		want  string
	}{
		"all reported": {
			content{october: month("青石镇:10/9 双河乡:20/20")},
			"10月，全县2个填报单位全部报送，共排查隐患30项，整改29项，整改率96.7%。",
		},
		"one unit": {
			content{october: month("青石镇:10/9")},
			"10月，全县1个填报单位全部报送，共排查隐患10项，整改9项，整改率90.0%。",
		},
		"zero, blank and not reported": {
			content{october: month("青石镇:10/9 双河乡:0/0 白沙镇:?/? 大堰镇:-/-")},
			"10月，全县4个填报单位有2个报送，共排查隐患10项，整改9项，整改率90.0%。双河乡零报告。白沙镇报表未填数字。大堰镇未报送。",
		},
		"nothing found": {
			content{"jianbao.yaml": targets, october: month("青石镇:0/0 双河乡:0/0")},
			"10月，全县2个填报单位全部报送，没有排查出隐患。青石镇、双河乡零报告。",
		},
		"nothing found, but old hazards closed": {
			content{october: month("青石镇:0/3 双河乡:0/0")},
			"10月，全县2个填报单位全部报送，没有排查出隐患，整改往月的隐患3项。双河乡零报告。",
		},
		"more closed than found": {
			content{october: month("青石镇:32/70")},
			"10月，全县1个填报单位全部报送，共排查隐患32项，整改70项，整改率218.8%（含往月排查的隐患）。",
		},
		"nobody wrote a number": {
			content{october: month("青石镇:?/? 双河乡:?/?")},
			"10月，全县2个填报单位都没有报送数字。青石镇、双河乡报表未填数字。",
		},
		"found alone": {
			content{october: month("青石镇:10/?")},
			"10月，全县1个填报单位全部报送，共排查隐患10项。",
		},
		"rectified alone": {
			content{october: month("青石镇:?/8")},
			"10月，全县1个填报单位全部报送，整改隐患8项。",
		},
		"major hazards alone": {
			content{october: "来源,重大隐患排查数,重大隐患整改数\n企业自查,255,232\n部门检查,588,558\n"},
			"10月，全县共排查重大隐患843项，整改790项，重大隐患整改率93.7%。",
		},
		"sectors alone": {
			content{october: "行业领域,隐患排查数,隐患整改数\n交通,10,9\n"},
			"10月，全县共排查隐患10项，整改9项，整改率90.0%。",
		},
		"scores alone": {
			content{october: "地区,得分\n青石镇,90.5\n双河乡,80\n"},
			"10月，全县2个填报单位全部报送，没有隐患排查整改的数字。",
		},
		"against the month and the year before": {
			content{
				october: month("青石镇:100/96"), "statistics/2026-09.csv": month("青石镇:100/94"), "statistics/2025-10.csv": month("青石镇:100/96"),
			},
			"10月，全县1个填报单位全部报送，共排查隐患100项，整改96项，整改率96.0%，较上月上升2个百分点，较上年同期持平。",
		},
		"the month before has no figures": {
			content{october: month("青石镇:100/96"), "statistics/2026-08.csv": month("青石镇:100/94")},
			"10月，全县1个填报单位全部报送，共排查隐患100项，整改96项，整改率96.0%。",
		},
		"the month before found nothing": {
			content{october: month("青石镇:100/96"), "statistics/2026-09.csv": month("青石镇:0/0")},
			"10月，全县1个填报单位全部报送，共排查隐患100项，整改96项，整改率96.0%。",
		},
		"cumulative": {
			content{
				"jianbao.yaml": "basis: cumulative\n", october: month("青石镇:100/96"),
				"statistics/2026-09.csv": month("青石镇:90/80"), "statistics/2025-10.csv": month("青石镇:100/90"),
			},
			"1—10月，全县1个填报单位全部报送，共排查隐患100项，整改96项，整改率96.0%，较1—9月上升7.1个百分点，较上年同期上升6个百分点。",
		},
		"due and overdue": {
			content{october: head + "青石镇,10,9,3,2,8,6,1,1\n", "statistics/2026-09.csv": head + "青石镇,10,9,3,2,8,6,2,0\n"},
			"10月，全县1个填报单位全部报送，共排查隐患10项，整改9项，整改率90.0%，较上月持平。其中重大隐患3项，整改2项，重大隐患整改率66.7%。" +
				"到期应整改7项（不含经批准延期的1项），按期整改率85.7%，逾期未整改1项，较上月减少1项。",
		},
		"nothing overdue, no major hazards": {
			content{october: head + "青石镇,10,9,0,0,8,8,0,0\n"},
			"10月，全县1个填报单位全部报送，共排查隐患10项，整改9项，整改率90.0%。没有排查出重大隐患。到期应整改8项，按期整改率100%，没有逾期未整改的隐患。",
		},
		"overdue alone": {
			content{october: "地区,隐患排查数,隐患整改数,逾期未整改数\n青石镇,10,9,1\n"},
			"10月，全县1个填报单位全部报送，共排查隐患10项，整改9项，整改率90.0%。逾期未整改1项。",
		},
		"old major hazards closed": {
			content{october: head + "青石镇,10,9,0,2,,,,\n"},
			"10月，全县1个填报单位全部报送，共排查隐患10项，整改9项，整改率90.0%。没有排查出重大隐患，整改往月的重大隐患2项。",
		},
		"all reach the target": {
			content{"jianbao.yaml": targets, october: month("青石镇:100/95 双河乡:0/0")},
			"10月，全县2个填报单位全部报送，共排查隐患100项，整改95项，整改率95.0%。有整改率的单位都达到了95%的目标。双河乡零报告。",
		},
		"some below the target": {
			content{"jianbao.yaml": targets, october: month("甲镇:10/9 乙镇:10/8 丙镇:10/10 丁镇:10/7 戊镇:10/6 己镇:10/5 庚镇:1000/949 辛镇:2000/1899")},
			"10月，全县8个填报单位全部报送，共排查隐患3060项，整改2893项，整改率94.5%。整改率低于95%目标的单位有7个：己镇（50.0%）、戊镇（60.0%）、丁镇（70.0%）、乙镇（80.0%）、甲镇（90.0%）等。",
		},
		"below the target by less than is printed": {
			content{"jianbao.yaml": targets, october: month("甲镇:10000/9496 乙镇:10/10")},
			"10月，全县2个填报单位全部报送，共排查隐患10010项，整改9506项，整改率95.0%。整改率低于95%目标的单位有1个：甲镇（9496/10000，约95.0%）。",
		},
		"many nil reports": {
			content{october: month("甲镇:0/0 乙镇:0/0 丙镇:0/0 丁镇:0/0 戊镇:0/0 己镇:0/0 庚镇:0/0 辛镇:0/0 壬镇:0/0 癸镇:1/1")},
			"10月，全县10个填报单位全部报送，共排查隐患1项，整改1项，整改率100%。甲镇、乙镇、丙镇、丁镇、戊镇、己镇、庚镇、辛镇等9个单位零报告。",
		},
		"a veto": {
			content{october: month("青石镇:1/1"), "accidents/2026.csv": "日期,地区,事故名称,死亡人数\n2026-10-21,青石镇,“10·21”坍塌事故,1\n"},
			"10月，全县1个填报单位全部报送，共排查隐患1项，整改1项，整改率100%。青石镇：10月21日发生“10·21”坍塌事故，死亡1人，一票否决。",
		},
		"another word for the whole": {
			content{"jianbao.yaml": "whole: 全市\ndecimals: 2\n", october: month("青石镇:3/2")},
			"10月，全市1个填报单位全部报送，共排查隐患3项，整改2项，整改率66.67%。",
		},
	} {
		got := pageAt(t, brief(t, test.files), "months/2026-10.html").Lead
		if got != test.want {
			t.Errorf("%s:\n got %s\nwant %s", name, got, test.want)
		}
	}
}
