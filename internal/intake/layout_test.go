package intake_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/table"
)

// Forms A and B as DOMAIN §4 describes them, saved as CSV.
const formA = `
云溪县2026年10月安全生产隐患排查治理情况统计表
填报单位：青石镇,,,,,,,,,,,截止日期：2026年10月31日
行业领域,排查单位数（家）,一般隐患,,,排查治理重大隐患,,,列入治理计划的重大隐患,,,,,,累计落实治理资金(万元)
,,隐患数（项）,已经整改数（项）,整改率（%）,重大隐患数（项）,已整改销号数（项）,整改率（%）,重大隐患数（项）,落实治理目标任务,落实治理经费物资,落实治理机构人员,落实治理时间要求,落实安全措施应急预案,
甲,1,2,3,4,5,6,7,8,9,10,11,12,13,14
工矿商贸,12,34,33,97.1,3,1,33.3,2,1,1,1,1,1,15
道路交通,8,6,6,100,0,0,/,,,,,,,0.5
合 计,20,40,39,97.5,3,1,33.3,2,1,1,1,1,1,15.5
填表人：张三,,,审核人：李四,,,,单位负责人（签字）：王五
`

const formB = `
安全隐患排查治理情况统计表（2026年1—10月）
序号,乡镇,排查情况,,,一般事故隐患,,,重大事故隐患,,,,,,,累计落实隐患治理资金(万元)
,,应排查单位(家),实际排查单位(家),覆盖率(%),排查,已整改,整改率(%),排查,已整改销号,整改率(%),列入治理计划,达到“五到位”要求的,挂牌督办,,
,,,,,,,,,,,,,省级,地市级,
1,青石镇,10,9,90,20,19,95,3,1,33.3,2,1,1,1,3
2,山口乡,8,8,100,12,12,100,0,0,/,0,0,0,0,0
合计,,18,17,94.4,32,31,96.9,3,1,33.3,2,1,1,1,3
`

func TestFormA(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": formA}, intake.Lists{})
	want := trimmed(`
		2026-10 青石镇 工矿商贸: 排查单位数12 一般隐患排查数34 一般隐患整改数33 重大隐患排查数3 重大隐患整改数1 列入治理计划数2 治理资金150000
		2026-10 青石镇 道路交通: 排查单位数8 一般隐患排查数6 一般隐患整改数6 重大隐患排查数0 重大隐患整改数0 治理资金5000
	`)
	if diff := cmp.Diff(want, dump(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("", lines(problems)); diff != "" {
		t.Error(diff)
	}
	wantRates := trimmed(`
		整改率(%) "97.1" is 97.1% of 一般隐患整改数 33 / 一般隐患排查数 34
		整改率(%) "33.3" is 33.3% of 重大隐患整改数 1 / 重大隐患排查数 3
		整改率(%) "100" is 100% of 一般隐患整改数 6 / 一般隐患排查数 6
		整改率(%) "/" of 重大隐患整改数 0 / 重大隐患排查数 0
		整改率(%) "97.5" is 97.5% of 一般隐患整改数 39 / 一般隐患排查数 40
		整改率(%) "33.3" is 33.3% of 重大隐患整改数 1 / 重大隐患排查数 3
	`)
	if diff := cmp.Diff(wantRates, rates(s.Rates)); diff != "" {
		t.Error(diff)
	}
	for line := range strings.Lines(totals(s.Totals)) {
		if stated, parts, _ := strings.Cut(line[strings.LastIndex(line, ": ")+2:], " = "); stated+"\n" != parts && stated != "15.5" {
			t.Error(line)
		}
	}
}

func TestFormB(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": formB}, intake.Lists{Cumulative: true})
	want := trimmed(`
		2026-10 青石镇: 应排查单位数10 排查单位数9 一般隐患排查数20 一般隐患整改数19 重大隐患排查数3 重大隐患整改数1 列入治理计划数2 挂牌督办数2 治理资金30000
		2026-10 山口乡: 应排查单位数8 排查单位数8 一般隐患排查数12 一般隐患整改数12 重大隐患排查数0 重大隐患整改数0 列入治理计划数0 挂牌督办数0 治理资金0
	`)
	if diff := cmp.Diff(want, dump(s)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("", lines(problems)); diff != "" {
		t.Error(diff)
	}
}

// columns makes a table of one row under columns given as group/name, all with the value 1.
func columns(paths ...string) table.Table {
	t := table.Table{HeaderRow: 2}
	t.Place.File = "statistics/2026-10.csv"
	row := table.Row{Number: 3}
	for i, path := range append([]string{"地区"}, paths...) {
		names := strings.Split(path, "/")
		t.Columns = append(t.Columns, table.Column{Name: names[len(names)-1], Path: names, Index: i + 1})
		row.Cells = append(row.Cells, "1")
	}
	row.Cells[0] = "青石镇"
	t.Rows = []table.Row{row}
	return t
}

func TestAColumnMeansWhatItsGroupSays(t *testing.T) {
	for _, test := range []struct{ columns, want, problems string }{
		{"隐患数 已整改 整改率", "隐患排查数1 隐患整改数1", ""},
		{"一般隐患/隐患数 一般隐患/已整改 重大隐患/隐患数 重大隐患/已整改销号数", "一般隐患排查数1 一般隐患整改数1 重大隐患排查数1 重大隐患整改数1", ""},
		{"合计/排查数 合计/整改数 一般/排查数 重大/排查数", "隐患排查数1 隐患整改数1 一般隐患排查数1 重大隐患排查数1", ""},
		{"一般隐患和重大隐患/排查数 一般隐患和重大隐患/整改数", "隐患排查数1 隐患整改数1", ""},
		// Listed supervision: the levels add up, unless their sum is there too.
		{"隐患数 挂牌督办/省级 挂牌督办/市级 挂牌督办/县级", "隐患排查数1 挂牌督办数3", ""},
		{"隐患数 挂牌督办数 省级 市级", "隐患排查数1 挂牌督办数1", ""},
		{"隐患数 省级 市级 挂牌督办数", "隐患排查数1 挂牌督办数1", ""},
		{"隐患数 重大隐患/挂牌督办/省级 重大隐患/挂牌督办/地市级", "隐患排查数1 挂牌督办数2", ""},
		{"隐患数 重大隐患挂牌督办/挂牌数", "隐患排查数1 挂牌督办数1", ""},
		{"隐患数 挂牌督办/挂牌数 挂牌督办/已销号数", "隐患排查数1 挂牌督办数1", "warning unknown-column statistics/2026-10.csv 第2行 D列 不认识列名“已销号数”，这一列不用于统计。"},
		{"隐患数 督查组数/省级 督查组数/市级", "隐患排查数1", "warning unknown-column statistics/2026-10.csv 第2行 C列 不认识列名“省级”"},
		{"隐患数 重大隐患排查治理及挂牌督办/隐患数 重大隐患排查治理及挂牌督办/挂牌督办数", "隐患排查数1 重大隐患排查数1 挂牌督办数1", ""},
		// The plan.
		{"隐患数 列入治理计划的重大隐患/重大隐患数 列入治理计划的重大隐患/落实治理经费物资", "隐患排查数1 列入治理计划数1", ""},
		{"隐患数 重大隐患/列入治理计划 重大隐患/达到“五落实”要求的(项)", "隐患排查数1 列入治理计划数1", ""},
		// What is open, due or overdue of one grade is not that of all.
		{"隐患数 已整改 重大隐患/未整改", "隐患排查数1 隐患整改数1", "warning unknown-column statistics/2026-10.csv 第2行 D列 列名“未整改”只是重大隐患的，没有一般隐患的，这一列不用于统计。"},
		{"一般隐患/隐患数 一般隐患/逾期 重大隐患/隐患数 重大隐患/逾期", "一般隐患排查数1 重大隐患排查数1 逾期未整改数2", ""},
		{"隐患数 逾期 重大隐患/逾期", "隐患排查数1 逾期未整改数1", ""},
		// Units.
		{"隐患数(项) 治理资金（万元）", "隐患排查数1 治理资金10000", ""},
		{"隐患数(项) 治理资金(元)", "隐患排查数1 治理资金1", ""},
		{"隐患数(项) 治理资金(千元)", "隐患排查数1 治理资金1000", ""},
		{"隐患数(项) 治理资金(人民币亿元)", "隐患排查数1 治理资金100000000", ""},
		{"隐患数 其中:重大隐患数 其中:逾期未整改", "隐患排查数1 重大隐患排查数1 逾期未整改数1", ""},
	} {
		names := intake.NewNames()
		s, problems := intake.ReadStatistics(slices.Values([]table.Table{columns(strings.Fields(test.columns)...)}), names, intake.Lists{})
		want := "2026-10 青石镇: " + test.want + "\n"
		if diff := cmp.Diff(want, dump(s)); diff != "" {
			t.Errorf("%s:\n%s", test.columns, diff)
		}
		if got := lines(problems); !strings.HasPrefix(got, test.problems) || test.problems == "" && got != "" {
			t.Errorf("%s:\n%s", test.columns, got)
		}
	}
}

func TestTwoColumnsOfOneMeaningAreAnError(t *testing.T) {
	one := columns("隐患数", "查出隐患")
	_, problems := intake.ReadStatistics(slices.Values([]table.Table{one}), intake.NewNames(), intake.Lists{})
	want := "error unknown-column statistics/2026-10.csv 第2行 C列 列名“查出隐患”和前面的“隐患数”都表示“隐患排查数”。请只留一列，或把其中一列改成别的名称。\n"
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Error(diff)
	}
}

// Every name of DOMAIN §4 is known.
func TestNamesSeenForOneThingAreKnown(t *testing.T) {
	names := intake.NewNames()
	for name := range strings.FieldsSeq(`
		乡镇 镇街 镇(街道) 街道 乡(镇、街道、场) 镇处 区域 属地 地区 县区 填报单位 单位 责任单位
		隐患数 排查隐患 排查数 查出隐患 自查隐患 发现隐患 发现问题 问题隐患 报送隐患 隐患总数
		已整改 已整改数 已经整改数 其中:已整改 其中：已整改 完成整改 整改完成 整改数 已整改销号 销号 已办结
		未整改 尚未整改 正在整改 整治中 限期整改 未到整改期限
		逾期 逾期未整改 到期未整改 未按期整改
		整改率 整治率 完成率 治理率 办结率 处理率 销号率
		月份 地区 类别 行业领域 来源 应排查单位数 排查单位数 隐患排查数 隐患整改数 整改率 一般隐患排查数 一般隐患整改数 一般隐患整改率
		重大隐患排查数 重大隐患整改数 重大隐患整改率 到期应整改数 按期整改数 逾期未整改数 列入治理计划数 挂牌督办数 治理资金(万元) 得分 名次
		隐患数（项） 整改率（%） 隐患数(条) 排查单位数（家） 整改(处) 隐患数量 已整改数量`) {
		if !names.Known(name) {
			t.Errorf("%s is not known", name)
		}
	}
	if !names.Known("隐　患\n数（项）") {
		t.Error("a name that was spread and broken to fit its cell is not known")
	}
	for _, name := range []string{"", "经办", "整改措施", "青石镇", "12"} {
		if names.Known(name) {
			t.Errorf("%q is known", name)
		}
	}
}

func TestATableSaysWhatItLacks(t *testing.T) {
	for name, test := range map[string]struct {
		table table.Table
		want  string
	}{
		"counts": {columns("行业领域", "备注"), "error missing-column statistics/2026-10.csv 第2行 表中没有可以统计的列，找到的列名是“地区、行业领域、备注”。请加上“隐患排查数”和“隐患整改数”两列，或“得分”列。\n"},
		"whose": {
			table.Table{Place: columns().Place, HeaderRow: 1, Columns: []table.Column{{Name: "月份", Index: 1}, {Name: "隐患数", Index: 2}}},
			"error missing-column statistics/2026-10.csv 第1行 表中没有“地区”列，也没有“行业领域”或“来源”列，找到的列名是“月份、隐患数”。请加上“地区”列；一个乡镇一张表的，请在表头写“填报单位：某某镇”。\n",
		},
	} {
		_, problems := intake.ReadStatistics(slices.Values([]table.Table{test.table}), intake.NewNames(), intake.Lists{})
		if diff := cmp.Diff(test.want, lines(problems)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// Two columns may name places: the county on every row and the township.
func TestTheTownshipIsTheArea(t *testing.T) {
	for _, header := range []string{"县区,乡镇", "乡镇,县区", "县区,单位"} {
		row := "云溪县,青石镇"
		if strings.HasPrefix(header, "乡镇") {
			row = "青石镇,云溪县"
		}
		s, problems := read(t, files{"2026-10.csv": header + ",隐患数,整改数\n" + row + ",3,2\n"}, intake.Lists{})
		if diff := cmp.Diff("2026-10 青石镇: 隐患排查数3 隐患整改数2\n", dump(s)); diff != "" || len(problems) > 0 {
			t.Errorf("%s: %s\n%s", header, diff, lines(problems))
		}
	}
	s, _ := read(t, files{"2026-10.csv": "县区,隐患数,整改数\n通山县,3,2\n"}, intake.Lists{})
	if diff := cmp.Diff("2026-10 通山县: 隐患排查数3 隐患整改数2\n", dump(s)); diff != "" {
		t.Error(diff)
	}
}

// 单位 is the unit of counting, an area, or whoever is responsible.
func TestAUnitOfCountingIsNoArea(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": "行业领域,单位,隐患数,整改数\n燃气,处,8624,8490\n入户安检,万户,18.9,7.3\n合计,,197624,81490\n"}, intake.Lists{})
	want := "2026-10 燃气: 隐患排查数8624 隐患整改数8490\n2026-10 入户安检: 隐患排查数189000 隐患整改数73000\n"
	if diff := cmp.Diff(want, dump(s)); diff != "" || len(problems) > 0 {
		t.Errorf("%s%s", diff, lines(problems))
	}
	if diff := cmp.Diff("197624 = 197624\n", strings.SplitAfterN(totals(s.Totals), ": ", 3)[1][:len("197624 = 197624\n")]); diff != "" {
		t.Error(totals(s.Totals))
	}
}
