package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// claimed reads a table of 地区,行业领域,隐患数 and writes its rows and the
// totals claimed in it.
func claimed(t *testing.T, rows string) string {
	t.Helper()
	s, problems := read(t, files{"2026-10.csv": "地区,行业领域,隐患数\n" + trimmed(rows)}, intake.Lists{})
	var b strings.Builder
	for _, r := range s.Rows {
		if r.Area != record.AllAreas {
			b.WriteString(s.Areas[r.Area].Name)
		}
		if r.Sector != record.AllSectors {
			b.WriteString(s.Sectors[r.Sector].Name)
		}
		fmt.Fprintf(&b, "%d ", r.Counts[record.Found].N())
	}
	b.WriteString("\n")
	for _, c := range s.Totals {
		relation := "="
		if c.AtMost {
			relation = "≥"
		}
		fmt.Fprintf(&b, "%d: %s %s %s %s\n", c.Place.Row, c.Row, c.Stated, relation, c.Parts)
	}
	return b.String() + lines(problems)
}

func TestTotalsStandBesideTheirPartsInEveryPosition(t *testing.T) {
	for name, test := range map[string]struct{ rows, want string }{
		"at the end": {`
			青石镇,,3
			双河乡,,4
			合　计,,8
		`, "青石镇3 双河乡4 \n4: 合　计 8 = 7\n"},
		"at the beginning": {`
			全县,,7
			青石镇,,3
			双河乡,,4
		`, "青石镇3 双河乡4 \n2: 全县 7 = 7\n"},
		"under the name of the county": {`
			青石镇,,3
			双河乡,,4
			云溪县合计,,8
			全县总计:,,8
		`, "青石镇3 双河乡4 \n4: 云溪县合计 8 = 7\n5: 全县总计: 8 = 7\n"},
		"of each township below its sectors": {`
			青石镇,交通,1
			,建筑,2
			,小计,3
			双河乡,交通,4
			,建筑,5
			,小计,10
			合计,,12
		`, "青石镇交通1 青石镇建筑2 双河乡交通4 双河乡建筑5 \n4: 小计 3 = 3\n7: 小计 10 = 9\n8: 合计 12 = 12\n"},
		"of each township above its sectors": {`
			合计,,12
			青石镇,小计,3
			,交通,1
			,建筑,2
			双河乡,小计,10
			,交通,4
			,建筑,5
		`, "青石镇交通1 青石镇建筑2 双河乡交通4 双河乡建筑5 \n2: 合计 12 = 12\n3: 青石镇 3 = 3\n6: 双河乡 10 = 9\n"},
		"of each township called 合计 too": {`
			青石镇,交通,1
			,建筑,2
			,合计,3
			双河乡,交通,4
			,建筑,5
			,合计,9
			总计,,12
		`, "青石镇交通1 青石镇建筑2 双河乡交通4 双河乡建筑5 \n4: 合计 3 = 3\n7: 合计 9 = 9\n8: 总计 12 = 12\n"},
		"of groups of townships": {`
			青石镇,,3
			双河乡,,4
			乡镇小计,,7
			南坪街道,,5
			金山街道,,6
			街道小计,,12
			总计,,18
		`, "青石镇3 双河乡4 南坪街道5 金山街道6 \n4: 乡镇小计 7 = 7\n7: 街道小计 12 = 11\n8: 总计 18 = 18\n"},
		"of groups, above them, under the total": {`
			合计,,18
			乡镇合计,,7
			青石镇,,3
			双河乡,,4
			街道合计,,12
			南坪街道,,5
			金山街道,,6
		`, "青石镇3 双河乡4 南坪街道5 金山街道6 \n2: 合计 18 = 18\n3: 乡镇合计 7 = 7\n6: 街道合计 12 = 11\n"},
		"among which": {`
			青石镇,,3
			其中：矿山,,2
			其中：尾矿库,,2
			双河乡,,4
			合计,,7
		`, "青石镇3 双河乡4 \n2: 青石镇 3 ≥ 4\n6: 合计 7 = 7\n"},
		"among which the townships themselves": {`
			全县,,7
			其中：青石镇,,3
			双河乡,,4
		`, "青石镇3 双河乡4 \n2: 全县 7 = 7\n"},
		"averages and comparisons are no townships": {`
			青石镇,,3
			双河乡,,4
			合计,,7
			平均,,3.5
			全县平均,,3.5
			上月,,9
			环比增减率,,-2
			较上年同期,,1
		`, "青石镇3 双河乡4 \n4: 合计 7 = 7\n"},
		"an undivided row among sectors is their total": {`
			青石镇,,4
			青石镇,交通,1
			青石镇,建筑,2
			合计,,3
		`, "青石镇4 青石镇交通1 青石镇建筑2 \n5: 合计 3 = 3\n2: 青石镇 4 = 3\n"},
	} {
		if diff := cmp.Diff(test.want, claimed(t, test.rows)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestANameThatBeginsLikeALabelIsAName(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": "单位名称,隐患数,整改数\n增长机械厂,1,1\n平均村,2,2\n上年镇,3,3\n合计镇,4,4\n"}, intake.Lists{})
	if len(s.Areas) != 4 || len(problems) > 0 {
		t.Errorf("%v\n%s", s.Areas, lines(problems))
	}
}

// A table with nothing but totals has the figures of the whole county.
func TestATotalWithoutPartsIsTheWholeCounty(t *testing.T) {
	s, problems := read(t, files{"2026.csv": "月份,地区,隐患数,整改数\n2026-09,全县,100,90\n2026-10,全县,80,80\n"}, intake.Lists{})
	want := "2026-09: 隐患排查数100 隐患整改数90\n2026-10: 隐患排查数80 隐患整改数80\n"
	if diff := cmp.Diff(want, dump(s)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
	s, problems = read(t, files{"2026-10/青石镇.csv": "行业领域,隐患数,整改数\n合计,100,90\n"}, intake.Lists{})
	if diff := cmp.Diff("2026-10 青石镇: 隐患排查数100 隐患整改数90\n", dump(s)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
}

func TestColumnsThatDoNotAddUpAreNoTotals(t *testing.T) {
	s, _ := read(t, files{"2026-10.csv": "地区,隐患数,培训人次,达标率,人均检查,较上年增减\n青石镇,3,10,90,1.5,2\n双河乡,4,20,80,2.5,-1\n合计,7,30,85,2,1\n"}, intake.Lists{})
	want := "statistics/2026-10.csv 第4行 B列 合计 隐患数: 7 = 7\nstatistics/2026-10.csv 第4行 C列 合计 培训人次: 30 = 30\n"
	if diff := cmp.Diff(want, totals(s.Totals)); diff != "" {
		t.Error(diff)
	}
}

func TestAmountsAddUpInTheUnitOfTheirColumn(t *testing.T) {
	s, _ := read(t, files{"2026-10.csv": "地区,隐患数,治理资金(万元)\n青石镇,3,15万元\n双河乡,4,25000元\n合计,7,17.5\n"}, intake.Lists{})
	got := s.Totals[len(s.Totals)-1]
	if got.Stated.Cmp(got.Parts) != 0 {
		t.Errorf("%v, parts %v", got.Stated, got.Parts)
	}
}

// Cells merged down count once, in a total too.
func TestACountMergedDownIsCountedOnce(t *testing.T) {
	one := table.Table{HeaderRow: 1}
	one.Place = columns().Place
	for i, name := range []string{"地区", "行业领域", "隐患数", "排查单位数"} {
		one.Columns = append(one.Columns, table.Column{Name: name, Path: []string{name}, Index: i + 1})
	}
	one.Rows = []table.Row{
		{Number: 2, Cells: []string{"青石镇", "交通", "3", "10"}},
		{Number: 3, Cells: []string{"青石镇", "建筑", "4", "10"}, Repeated: []bool{true, false, false, true}},
		{Number: 4, Cells: []string{"合计", "合计", "7", "10"}, Repeated: []bool{false, true, false, false}},
	}
	s, problems := intake.ReadStatistics(slices.Values([]table.Table{one}), intake.NewNames(), intake.Lists{})
	want := "2026-10 青石镇 交通: 排查单位数10 隐患排查数3\n2026-10 青石镇 建筑: 隐患排查数4\n"
	if diff := cmp.Diff(want, dump(s)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
	for _, c := range s.Totals {
		if c.Stated.Cmp(c.Parts) != 0 {
			t.Errorf("%s: %v, parts %v", c.Column, c.Stated, c.Parts)
		}
	}
}

// 1,500 townships with a 合计 each under their sectors.
func TestManyTotalsAreQuick(t *testing.T) {
	var b strings.Builder
	b.WriteString("地区,行业领域,隐患数,整改数\n")
	for i := range 1500 {
		for s := range 8 {
			fmt.Fprintf(&b, "第%d镇,行业%d,%d,%d\n", i, s, s, s)
		}
		fmt.Fprintf(&b, "第%d镇,合计,28,28\n", i)
	}
	s, _ := read(t, files{"2026-10.csv": b.String()}, intake.Lists{})
	if len(s.Rows) != 12000 || len(s.Totals) != 3000 {
		t.Errorf("%d rows, %d totals", len(s.Rows), len(s.Totals))
	}
}
