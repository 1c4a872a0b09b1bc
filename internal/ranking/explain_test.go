package ranking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// explained writes the explanation of every standing, by name.
func explained(t *testing.T, rule settings.Ranking, list []area, vetoes ranking.Vetoes) map[string]string {
	t.Helper()
	standings := rankOf(t, rule, list, vetoes)
	texts := map[string]string{}
	for i := range standings {
		var tied []string
		for _, a := range ranking.TiedWith(standings, i) {
			tied = append(tied, list[a].name)
		}
		texts[list[standings[i].Area].name] = standings[i].Explain(rule, 1, tied)
	}
	return texts
}

func TestEveryRankIsExplained(t *testing.T) {
	bands := []settings.Band{{Name: "优秀", Least: record.Decimal{Units: 95}}, {Name: "不达标"}}
	for name, test := range map[string]struct {
		rule   settings.Ranking
		list   []area
		vetoes ranking.Vetoes
		want   map[string]string
	}{
		"by rate": {
			settings.Ranking{By: "rectification", Bands: bands, SmallBase: settings.SmallBase{Below: 5}},
			[]area{
				{name: "甲", rectified: 97, found: 98}, {name: "乙", rectified: 1, found: 1}, {name: "丙", rectified: 70, found: 32},
				{name: "丁", found: 0}, {name: "戊", silent: true}, {name: "己", rectified: 3, found: 3},
			},
			ranking.Vetoes{5: "10月21日发生坍塌事故，死亡1人"},
			map[string]string{
				"甲": "整改率 97÷98＝99.0%。在参加排名的 4 个单位中列第 3，等次为优秀。",
				"乙": "整改率 1÷1＝100%。在参加排名的 4 个单位中列第 1，与丙并列，等次为优秀。基数不足 5，排名仅供参考。",
				"丙": "整改率 70÷32＝218.8%（含往月隐患，按100%计）。在参加排名的 4 个单位中列第 1，与乙并列，等次为优秀。",
				"丁": "不参加排名：零报告。",
				"戊": "不参加排名：未报送。",
				"己": "整改率 3÷3＝100%。在参加排名的 4 个单位中列第 4。基数不足 5，排名仅供参考。一票否决：10月21日发生坍塌事故，死亡1人。",
			},
		},
		"by the Wilson bound": {
			settings.Ranking{By: "rectification", SmallBase: settings.SmallBase{Below: 5, Method: settings.SmallBaseWilson}},
			[]area{{name: "甲", rectified: 97, found: 98}, {name: "乙", rectified: 1, found: 1}}, nil,
			map[string]string{
				"甲": "整改率 97÷98＝99.0%；威尔逊下限 94.4444。在参加排名的 2 个单位中列第 1。",
				"乙": "整改率 1÷1＝100%；威尔逊下限 20.6543。在参加排名的 2 个单位中列第 2。",
			},
		},
		"in groups": {
			settings.Ranking{By: "rectification", Grouped: true},
			[]area{
				{name: "甲", group: "乡镇", rectified: 1, found: 2}, {name: "乙", group: "乡镇", rectified: 2, found: 4}, {name: "丙", group: "乡镇", rectified: 3, found: 6},
				{name: "丁", group: "乡镇", rectified: 4, found: 8}, {name: "戊", group: "乡镇", rectified: 5, found: 10}, {name: "己", group: "街道", rectified: 0, found: 1},
			}, nil,
			map[string]string{
				"甲": "整改率 1÷2＝50.0%。在“乡镇”参加排名的 5 个单位中列第 1，与乙、丙、丁等 4 个并列。",
				"乙": "整改率 2÷4＝50.0%。在“乡镇”参加排名的 5 个单位中列第 1，与甲、丙、丁等 4 个并列。",
				"丙": "整改率 3÷6＝50.0%。在“乡镇”参加排名的 5 个单位中列第 1，与甲、乙、丁等 4 个并列。",
				"丁": "整改率 4÷8＝50.0%。在“乡镇”参加排名的 5 个单位中列第 1，与甲、乙、丙等 4 个并列。",
				"戊": "整改率 5÷10＝50.0%。在“乡镇”参加排名的 5 个单位中列第 1，与甲、乙、丙等 4 个并列。",
				"己": "整改率 0÷1＝0%。在“街道”参加排名的 1 个单位中列第 1。",
			},
		},
		"by weights": {
			settings.Ranking{Weights: []settings.Weight{
				{Indicator: "rectification", Percent: record.Decimal{Units: 60}}, {Indicator: "major", Percent: record.Decimal{Units: 40}},
			}},
			[]area{
				{name: "甲", counts: map[record.Measure]int64{record.Found: 10, record.Rectified: 9, record.MajorFound: 3, record.MajorRectified: 1}},
				{name: "乙", counts: map[record.Measure]int64{record.Found: 10, record.Rectified: 9, record.MajorFound: 0, record.MajorRectified: 0}},
			}, nil,
			map[string]string{
				"甲": "整改率 9÷10＝90.0%，权重 60%；重大隐患整改率 1÷3＝33.3%，权重 40%；加权得分 67.3333。在参加排名的 2 个单位中列第 2。",
				"乙": "整改率 9÷10＝90.0%，权重 60%；重大隐患整改率 无，权重 40%分给其他各项；加权得分 90.0000。在参加排名的 2 个单位中列第 1。",
			},
		},
		"by score": {
			settings.Ranking{By: settings.ByScore, SmallBase: settings.SmallBase{Below: 5}},
			[]area{{name: "甲", score: "90.50"}, {name: "乙", found: 3}}, nil,
			map[string]string{"甲": "得分 90.50。在参加排名的 1 个单位中列第 1。", "乙": "不参加排名：没有得分。"},
		},
		"veto outside": {
			settings.Ranking{By: "rectification", Veto: settings.VetoOutside},
			[]area{{name: "甲", rectified: 3, found: 3}}, ranking.Vetoes{0: "10月21日发生坍塌事故，死亡1人"},
			map[string]string{"甲": "整改率 3÷3＝100%。一票否决，不参加排名：10月21日发生坍塌事故，死亡1人。"},
		},
	} {
		if diff := cmp.Diff(test.want, explained(t, test.rule, test.list, test.vetoes)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func date(y, m, d int) record.Date { return record.Date{Year: y, Month: m, Day: d} }

// A fatal accident is a veto, and so is a larger one without deaths (DOMAIN §2).
func TestAFatalOrLargerAccidentIsAVeto(t *testing.T) {
	accidents := []record.Accident{
		{Date: date(2026, 10, 21), Area: 0, Name: "坍塌事故", Deaths: record.CountOf(1)},
		{Date: date(2026, 10, 2), Area: 0, Name: "触电事故", Deaths: record.CountOf(2), Injuries: record.CountOf(1)},
		{Date: date(2026, 10, 3), Area: 1, Name: "侧翻事故", Deaths: record.CountOf(0), Injuries: record.CountOf(2)},
		{Date: date(2026, 10, 4), Area: 2, Name: "爆炸事故", Deaths: record.CountOf(0), Injuries: record.CountOf(10)},
		{Date: date(2026, 10, 5), Area: 3, Name: "火灾事故", Loss: record.CountOf(10_000_000)},
		{Date: date(2026, 10, 5), Area: record.AllAreas, Name: "高速公路事故", Deaths: record.CountOf(3)},
		{Date: date(2026, 9, 30), Area: 4, Name: "溺水事故", Deaths: record.CountOf(1)},
		{Date: date(2025, 10, 30), Area: 5, Name: "溺水事故", Deaths: record.CountOf(1)},
	}
	october, _ := record.NewPeriod(2026, 10)
	want := ranking.Vetoes{
		0: "10月2日发生触电事故，死亡2人；10月21日发生坍塌事故，死亡1人",
		2: "10月4日发生爆炸事故，属较大事故",
		3: "10月5日发生火灾事故，属较大事故",
	}
	if diff := cmp.Diff(want, ranking.VetoesOf(accidents, october, false)); diff != "" {
		t.Error(diff)
	}
	want[4] = "9月30日发生溺水事故，死亡1人"
	if diff := cmp.Diff(want, ranking.VetoesOf(accidents, october, true)); diff != "" {
		t.Errorf("from January to October:\n%s", diff)
	}
}
