package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
)

// wantRows reads files and compares the rows, then the problems.
func wantRows(t *testing.T, content files, lists intake.Lists, rows, problems string) {
	t.Helper()
	s, found := read(t, content, lists)
	if diff := cmp.Diff(trimmed(rows), dump(s)); diff != "" {
		t.Errorf("rows:\n%s", diff)
	}
	if diff := cmp.Diff(trimmed(problems), lines(found)); diff != "" {
		t.Errorf("problems:\n%s", diff)
	}
}

func TestNamesAreFoundHoweverTheyAreSigned(t *testing.T) {
	listed := areas("青石镇", "南坪街道", "经开区管委会", "红旗农场")
	listed[3].Aliases = []string{"红旗分场"}
	wantRows(t, files{"2026-10.csv": `
乡镇,隐患数,整改数
青石镇人民政府安委办,1,1
南坪街道办,2,2
经开区,3,3
红旗分场,4,4
`}, intake.Lists{Areas: listed}, `
		2026-10 青石镇: 隐患排查数1 隐患整改数1
		2026-10 南坪街道: 隐患排查数2 隐患整改数2
		2026-10 经开区管委会: 隐患排查数3 隐患整改数3
		2026-10 红旗农场: 隐患排查数4 隐患整改数4
	`, "")
	wantRows(t, files{"2026-09.csv": "乡镇,隐患数,整改数\n青石镇人民政府,1,1\n田镇办事处,2,2\n", "2026-10.csv": "乡镇,隐患数,整改数\n青石镇 ,3,3\n田镇,4,4\n"}, intake.Lists{}, `
		2026-09 青石镇: 隐患排查数1 隐患整改数1
		2026-09 田镇办事处: 隐患排查数2 隐患整改数2
		2026-10 青石镇: 隐患排查数3 隐患整改数3
		2026-10 田镇办事处: 隐患排查数4 隐患整改数4
	`, "")
}

func TestUnknownNamesSayWhatWasProbablyMeant(t *testing.T) {
	wantRows(t, files{"2026-10.csv": "乡镇,行业领域,来源,隐患数,整改数\n青石乡,交通,自查,1,1\n青石镇,交涌,自查,1,1\n青石镇,交通,群众举报,1,1\n,交通,,1,1\n"},
		intake.Lists{Areas: areas("青石镇"), Sectors: sectors("交通")}, `
		2026-10 青石镇 交通: 隐患排查数1 隐患整改数1
	`, `
		error unknown-area statistics/2026-10.csv 第2行 A列 地区“青石乡”不在设置的名单里。是不是“青石镇”？请改成设置（jianbao.yaml）里的名称，或把它加进设置的名单或别名。
		error unknown-sector statistics/2026-10.csv 第3行 B列 行业领域“交涌”不在设置的名单里。请改成设置（jianbao.yaml）里的名称，或把它加进设置的名单或别名。
		error unknown-source statistics/2026-10.csv 第4行 C列 来源写的是“群众举报”，不是企业自查、部门检查、政府督查中的一种。请改成这三种之一，或留空。
	`)
}

// An area merged down over its rows leaves blanks in a CSV file.
func TestAnAreaMergedDownIsThatOfItsRows(t *testing.T) {
	wantRows(t, files{"2026-10.csv": `
乡镇,来源,隐患数,整改数
青石镇,企业自查,1,1
,部门检查,2,2
,小计,3,3
双河乡,企业自查,4,4
,政府督查,5,5
`}, intake.Lists{}, `
		2026-10 青石镇 企业自查: 隐患排查数1 隐患整改数1
		2026-10 青石镇 部门检查: 隐患排查数2 隐患整改数2
		2026-10 双河乡 企业自查: 隐患排查数4 隐患整改数4
		2026-10 双河乡 政府督查: 隐患排查数5 隐患整改数5
	`, "")
	wantRows(t, files{"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,1,1\n,2,2\n/,3,3\n"}, intake.Lists{}, `
		2026-10 青石镇: 隐患排查数1 隐患整改数1
	`, `
		error unknown-area statistics/2026-10.csv 第3行 A列 这一行没有写地区。请补上乡镇名称；几行合并成一格的，请取消合并后每行都填。
		error unknown-area statistics/2026-10.csv 第4行 A列 这一行没有写地区。请补上乡镇名称；几行合并成一格的，请取消合并后每行都填。
	`)
}

func TestAWorkbookOfOneTownshipIsThatTownships(t *testing.T) {
	const body = "行业领域,隐患数,整改数\n交通,1,1\n"
	wantRows(t, files{
		"2026-10/青石镇.csv": body,
		"2026-10/02双河乡2026年10月隐患统计表（更正）.csv": body,
		"2026-10/附件3.csv":       "填报单位：南坪街道办事处（盖章）,,\n" + body,
		"2026-10/白沙镇安全生产情况.csv": body,
	}, intake.Lists{Areas: areas("青石镇", "双河乡", "南坪街道", "白沙镇")}, `
		2026-10 青石镇 交通: 隐患排查数1 隐患整改数1
		2026-10 双河乡 交通: 隐患排查数1 隐患整改数1
		2026-10 南坪街道 交通: 隐患排查数1 隐患整改数1
		2026-10 白沙镇 交通: 隐患排查数1 隐患整改数1
	`, "")
}

// The county's own office sends in a table of sectors; it is no township.
func TestTheCountysOfficeIsNoTownship(t *testing.T) {
	const body = "行业领域,隐患数,整改数\n交通,1,1\n"
	for name, text := range map[string]string{
		"2026-10.csv":      "填报单位：云溪县安委办,,\n" + body,
		"2026-11.csv":      "填报单位：通山县应急管理局,,\n" + body, // without settings nobody knows the county's name
		"2026-12/全县汇总.csv": body,
		"2026-12/分行业.csv":  body,
	} {
		s, problems := read(t, files{name: text}, intake.Lists{})
		if len(s.Areas) > 0 || len(s.Rows) != 1 || len(problems) > 0 {
			t.Errorf("%s: %v\n%s%s", name, s.Areas, dump(s), lines(problems))
		}
	}
	s, _ := read(t, files{"2026-12/通山县.csv": body, "2026-12/咸安区.csv": body}, intake.Lists{Whole: []string{"全市", "咸宁市"}})
	if len(s.Areas) != 2 {
		t.Errorf("counties of a prefecture: %v", s.Areas)
	}
}

// Zero, blank and not reported are three things (DOMAIN §3.5).
func TestZeroBlankAndNotReportedAreThreeThings(t *testing.T) {
	wantRows(t, files{"2026-10.csv": `
乡镇,隐患数,整改数,备注
青石镇,0,0,
双河乡,零报告,,
白沙镇,,,
大堰镇,/,/,
沙溪镇,未报送,,
柳河镇,,,未报送
石门镇,3,2,上月未报送
北港镇,3,3,未报
`}, intake.Lists{Areas: areas("青石镇", "双河乡", "白沙镇", "大堰镇", "沙溪镇", "柳河镇", "石门镇", "北港镇", "双塘镇")}, `
		2026-10 青石镇: 隐患排查数0 隐患整改数0
		2026-10 双河乡: 隐患排查数0
		2026-10 白沙镇:
		2026-10 大堰镇:
		2026-10 石门镇: 隐患排查数3 隐患整改数2
		2026-10 北港镇: 隐患排查数3 隐患整改数3
	`, `
		warning missing-report statistics/2026-10.csv 2026年10月没有“双塘镇”的报表，按未报送统计。请催报；当月没有隐患的，请报 0（零报告）。
		warning missing-report statistics/2026-10.csv 第4行 2026年10月“白沙镇”有一行，但各项数都是空白，页面上印作“未填”。请核实：当月没有隐患的填 0（零报告），没有报送的请催报。
		warning missing-report statistics/2026-10.csv 第5行 2026年10月“大堰镇”有一行，但各项数都是空白，页面上印作“未填”。请核实：当月没有隐患的填 0（零报告），没有报送的请催报。
		warning missing-report statistics/2026-10.csv 第6行 2026年10月“沙溪镇”写明未报送。请催报；当月没有隐患的，请报 0（零报告）。
		warning missing-report statistics/2026-10.csv 第7行 2026年10月“柳河镇”写明未报送。请催报；当月没有隐患的，请报 0（零报告）。
	`)
}

// An area that no list names, and that only ever says 未报送, is an area all the same.
func TestWhoOnlySaysNotReportedIsStillAnArea(t *testing.T) {
	s, problems := read(t, files{"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,3,2\n双河乡,未报送,\n"}, intake.Lists{})
	if len(s.Areas) != 2 || len(problems) != 1 {
		t.Errorf("%v\n%s", s.Areas, lines(problems))
	}
	s, problems = read(t, files{"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,未报送,\n双河乡,未报送,\n"}, intake.Lists{})
	if len(s.Areas) != 2 || len(problems) != 2 {
		t.Errorf("nobody reported: %v\n%s", s.Areas, lines(problems))
	}
}

// In a month's folder nobody's file is the place of a township that has none.
func TestAMissingFileIsMissedInItsFolder(t *testing.T) {
	const body = "行业领域,隐患数,整改数\n交通,1,1\n"
	_, problems := read(t, files{"2026-10/青石镇.csv": body, "2026-10/双河乡.csv": body}, intake.Lists{Areas: areas("青石镇", "双河乡", "白沙镇")})
	want := "warning missing-report statistics/2026-10 2026年10月没有“白沙镇”的报表，按未报送统计。请催报；当月没有隐患的，请报 0（零报告）。\n"
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestAMonthWithSectorsAloneMissesNobody(t *testing.T) {
	_, problems := read(t, files{"2026-10.csv": "行业领域,隐患数,整改数\n交通,1,1\n"}, intake.Lists{Areas: areas("青石镇")})
	if diff := cmp.Diff("", lines(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestACountWithoutItsCounterpartIsAskedFor(t *testing.T) {
	_, problems := read(t, files{"2026-10.csv": "乡镇,隐患数,已整改\n青石镇,3,\n"}, intake.Lists{})
	want := "warning missing-report statistics/2026-10.csv 第2行 C列 “已整改”没有填数，而“隐患数”写的是 3，这一行不计入整改率。请补填；一项也没有的填 0。\n"
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestGroupsComeFromTheTableWhereTheSettingsGiveNone(t *testing.T) {
	listed := areas("青石镇", "南坪街道")
	listed[1].Group = "城区"
	s, _ := read(t, files{"2026-10.csv": "乡镇,类别,隐患数,整改数\n青石镇,乡镇,3,2\n南坪街道,街道,3,2\n"}, intake.Lists{Areas: listed})
	if s.Areas[0].Group != "乡镇" || s.Areas[1].Group != "城区" || listed[0].Group != "" {
		t.Errorf("%v", s.Areas)
	}
}

// The cell of a count is where a reader finds it.
func TestACountKnowsItsCell(t *testing.T) {
	s, _ := read(t, files{"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,3,2\n"}, intake.Lists{})
	if got := s.Cell(&s.Rows[0], record.Rectified).String(); got != "statistics/2026-10.csv 第2行 C列" {
		t.Error(got)
	}
	if got := s.Cell(&s.Rows[0], record.Due).String(); got != "statistics/2026-10.csv 第2行" {
		t.Error(got)
	}
}
