package intake_test

import (
	"testing"

	"jianbao/internal/intake"
)

// The long forms number their sectors in levels, a heading's row being the sum of
// those under it.
func TestAHeadingOfSectorsIsTheirTotal(t *testing.T) {
	const form = `
行业领域,隐患数,已整改
一、工矿商贸,30,28
（一）煤矿,10,9
（二）非煤矿山,20,19
1.金属,12,12
2.非金属,8,7
二、交通运输,5,5
三、其他,2,2
合计,37,35
`
	wantRows(t, files{"2026-10.csv": form}, intake.Lists{}, `
		2026-10 煤矿: 隐患排查数10 隐患整改数9
		2026-10 金属: 隐患排查数12 隐患整改数12
		2026-10 非金属: 隐患排查数8 隐患整改数7
		2026-10 交通运输: 隐患排查数5 隐患整改数5
		2026-10 其他: 隐患排查数2 隐患整改数2
	`, "")
	s, _ := read(t, files{"2026-10.csv": form}, intake.Lists{})
	want := trimmed(`
		statistics/2026-10.csv 第2行 B列 一、工矿商贸 隐患数: 30 = 30
		statistics/2026-10.csv 第2行 C列 一、工矿商贸 已整改: 28 = 28
		statistics/2026-10.csv 第4行 B列 （二）非煤矿山 隐患数: 20 = 20
		statistics/2026-10.csv 第4行 C列 （二）非煤矿山 已整改: 19 = 19
		statistics/2026-10.csv 第9行 B列 合计 隐患数: 37 = 37
		statistics/2026-10.csv 第9行 C列 合计 已整改: 35 = 35
	`)
	if got := totals(s.Totals); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// Where the settings list the headings and not what is under them, that is 其中.
func TestAHeadingThatTheSettingsListIsTheSector(t *testing.T) {
	const form = "行业领域,隐患数,已整改\n一、工矿商贸,30,28\n1.煤矿,10,9\n2.其他矿山,20,19\n二、交通,5,5\n合计,35,33\n"
	wantRows(t, files{"2026-10.csv": form}, intake.Lists{Sectors: sectors("工矿商贸", "交通")}, `
		2026-10 工矿商贸: 隐患排查数30 隐患整改数28
		2026-10 交通: 隐患排查数5 隐患整改数5
	`, "")
	s, _ := read(t, files{"2026-10.csv": form}, intake.Lists{Sectors: sectors("工矿商贸", "交通")})
	want := trimmed(`
		statistics/2026-10.csv 第2行 B列 一、工矿商贸 隐患数: 30 ≥ 30
		statistics/2026-10.csv 第2行 C列 一、工矿商贸 已整改: 28 ≥ 28
		statistics/2026-10.csv 第6行 B列 合计 隐患数: 35 = 35
		statistics/2026-10.csv 第6行 C列 合计 已整改: 33 = 33
	`)
	if got := totals(s.Totals); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestNumbersBeforeNamesAreNoPartOfThem(t *testing.T) {
	wantRows(t, files{
		"2026-09.csv": "乡镇,行业领域,隐患数,整改数\n1.青石镇,一、交通,1,1\n2、双河乡,（二）建筑,2,2\n",
		"2026-10.csv": "乡镇,行业领域,隐患数,整改数\n青石镇,交通,3,3\n双河乡,建筑,4,4\n三一村,5G基站,5,5\n",
	}, intake.Lists{}, `
		2026-09 青石镇 交通: 隐患排查数1 隐患整改数1
		2026-09 双河乡 建筑: 隐患排查数2 隐患整改数2
		2026-10 青石镇 交通: 隐患排查数3 隐患整改数3
		2026-10 双河乡 建筑: 隐患排查数4 隐患整改数4
		2026-10 三一村 5G基站: 隐患排查数5 隐患整改数5
	`, `
		warning missing-report statistics/2026-09.csv 2026年9月没有“三一村”的报表，按未报送统计。请催报；当月没有隐患的，请报 0（零报告）。
	`)
}
