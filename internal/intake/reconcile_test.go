package intake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
)

// "28件" here and "27件" there for one thing (DOMAIN §5): figures of several
// tables have to agree. That they are counted once is held by internal/indicator.
func TestFiguresForOneThingAgreeWhereverTheyStand(t *testing.T) {
	both := areas("青石镇", "双河乡")
	for name, test := range map[string]struct {
		files files
		want  string
	}{
		"townships, and sectors of the county": {
			files{"2026-10.csv": "地区,隐患数\n青石镇,3\n双河乡,4\n", "2026-10-行业.csv": "行业领域,隐患数\n交通,2\n建筑,5\n"},
			"statistics/2026-10-行业.csv 第2行 B列 各地区相加 隐患排查数: 7 ≥ 7\n",
		},
		"key sectors are fewer": {
			files{"2026-10.csv": "地区,隐患数\n青石镇,3\n双河乡,4\n", "2026-10-行业.csv": "行业领域,隐患数\n交通,2\n合计,2\n"},
			"statistics/2026-10-行业.csv 第3行 B列 合计 隐患数: 2 = 2\nstatistics/2026-10-行业.csv 第2行 B列 各地区相加 隐患排查数: 7 ≥ 2\n",
		},
		"a township is missing, so the county may have more": {
			files{"2026-10.csv": "地区,隐患数\n青石镇,3\n", "2026-10-行业.csv": "行业领域,隐患数\n交通,7\n"}, "",
		},
		"townships by sector, and sectors of the county": {
			files{"2026-10.csv": "地区,行业领域,隐患数\n青石镇,交通,3\n双河乡,交通,4\n", "2026-10-行业.csv": "行业领域,隐患数\n交通,8\n"},
			"statistics/2026-10-行业.csv 第2行 B列 全部地区（交通） 隐患排查数: 8 = 7\nstatistics/2026-10-行业.csv 第2行 B列 各地区相加 隐患排查数: 7 ≥ 8\n",
		},
		"the county in one file and its townships in another": {
			files{"2026-10.csv": "地区,隐患数\n青石镇,3\n双河乡,4\n", "2026-10-全县.csv": "地区,隐患数\n全县,8\n"},
			"statistics/2026-10-全县.csv 第2行 B列 全部地区 隐患排查数: 8 = 7\n",
		},
		"a township's total and its sectors in one table": {
			files{"2026-10.csv": "地区,行业领域,隐患数\n青石镇,,4\n青石镇,交通,1\n青石镇,建筑,2\n双河乡,,4\n"},
			"statistics/2026-10.csv 第2行 C列 青石镇 隐患排查数: 4 = 3\n",
		},
		"a township's total and its key sectors in two": {
			files{"2026-10.csv": "地区,隐患数\n青石镇,4\n双河乡,4\n", "2026-10-行业.csv": "地区,行业领域,隐患数\n青石镇,交通,1\n青石镇,建筑,2\n"},
			"statistics/2026-10.csv 第2行 B列 青石镇 隐患排查数: 4 ≥ 3\n",
		},
		"sectors and sources of one township": {
			files{"2026-10/青石镇.csv": "行业领域,隐患数\n交通,3\n建筑,4\n", "2026-10/青石镇来源.csv": "地区,来源,隐患数\n青石镇,企业自查,7\n"},
			"",
		},
		"sources of one township and its total": {
			files{"2026-10.csv": "地区,来源,隐患数\n青石镇,,9\n青石镇,企业自查,7\n青石镇,部门检查,1\n"},
			"statistics/2026-10.csv 第2行 C列 青石镇 隐患排查数: 9 = 8\n",
		},
		"a sector and its sources": {
			files{"2026-10.csv": "地区,行业领域,来源,隐患数\n青石镇,交通,,9\n青石镇,交通,企业自查,7\n青石镇,交通,部门检查,2\n"},
			"statistics/2026-10.csv 第2行 D列 青石镇（交通） 隐患排查数: 9 = 9\n",
		},
		"enterprises are inspected in several sectors": {
			files{"2026-10.csv": "地区,行业领域,排查单位数,隐患数\n青石镇,,10,4\n青石镇,交通,8,1\n青石镇,建筑,7,3\n"},
			"statistics/2026-10.csv 第2行 D列 青石镇 隐患排查数: 4 = 4\n",
		},
	} {
		s, problems := read(t, test.files, intake.Lists{Areas: both})
		if diff := cmp.Diff(test.want, totals(s.Totals)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		for _, p := range problems {
			if p.Code != "missing-report" {
				t.Errorf("%s: %s", name, p.Message)
			}
		}
	}
}
