package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// readAccidents reads one file and writes what it says, then its problems.
func readAccidents(t *testing.T, name, text string, areas ...record.Area) string {
	t.Helper()
	names := intake.NewAccidentColumns()
	tables, problems := table.Read(fstest.MapFS{name: {Data: []byte(strings.TrimLeft(text, "\n"))}}, name, names.Known)
	accidents, found := intake.ReadAccidents(tables, names, areas)
	var b strings.Builder
	for _, a := range accidents {
		area := "全县"
		if a.Area != record.AllAreas {
			area = areas[a.Area].Name
		}
		fmt.Fprintf(&b, "%s %s %s %s死 %s伤 %s元\n", a.Date, area, a.Name, known(a.Deaths), known(a.Injuries), known(a.Loss))
	}
	return b.String() + lines(append(problems, found...))
}

func TestAccidentsAreRead(t *testing.T) {
	townships := areas("青石镇", "南坪街道")
	for name, test := range map[string]struct{ text, want string }{
		"canonical": {`
日期,地区,事故名称,死亡人数,重伤人数,直接经济损失(万元)
2026-04-15,青石镇,“4·15”侧翻事故,0,2,18.6
2026.9.17,南坪街道办事处,坠落事故,1,,142.5
2026年10月1日,,触电事故,/,0,
合计,,,1,2,161.1
`, `2026-04-15 青石镇 “4·15”侧翻事故 0死 2伤 186000元
2026-09-17 南坪街道 坠落事故 1死 ?伤 1425000元
2026-10-01 全县 触电事故 ?死 0伤 ?元
`},
		"days without a year are in that of the file": {`
序号,事故日期,乡镇,死亡
1,11月5日,全县,1人
`, "2026-11-05 全县 生产安全事故 1死 ?伤 ?元\n"},
		"serious injuries and not all of them": {`
发生日期,单位,受伤人数,属地,重伤人数,经济损失（元）
2026-01-02,云溪矿业公司,12,青石镇,3,185000.5
`, "2026-01-02 青石镇 生产安全事故 ?死 3伤 185001元\n"},
		"problems": {`
日期,乡镇,死亡人数,伤亡情况
2026-02-30,青石镇,1,
,青石镇,1,
2026-01-02,青石乡,1,
2026-01-02,青石镇,一,
`, `2026-01-02 青石镇 生产安全事故 ?死 ?伤 ?元
warning unknown-column accidents/2026.csv 第1行 D列 不认识列名“伤亡情况”，这一列不用于统计。如果这一列要统计，请把列名改成统计表的列名（见使用说明）；不需要时可以不管。
error unreadable-date accidents/2026.csv 第2行 A列 日期写的是“2026-02-30”，读不成日期。请写成“2026-10-22”这样的年月日。
error unreadable-date accidents/2026.csv 第3行 A列 这一行没有写日期。请写成“2026-10-22”这样的年月日。
error unknown-area accidents/2026.csv 第4行 B列 统计表和设置里都没有地区“青石乡”。是不是“青石镇”？请改成设置（jianbao.yaml）里的名称，或把它加进设置的名单或别名。
error unreadable-number accidents/2026.csv 第5行 C列 “死亡人数”一栏写的是“一”，读不成数。请改成整数，例如 12；没有的填 0，未报送的留空。
`},
		"no date": {"乡镇,死亡人数\n青石镇,1\n", "error missing-column accidents/2026.csv 第1行 事故表没有“日期”列，找到的列名是“乡镇、死亡人数”。请加上“日期”列，写成“2026-10-22”这样。\n"},
	} {
		if diff := cmp.Diff(test.want, readAccidents(t, "accidents/2026.csv", test.text, townships...)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}
