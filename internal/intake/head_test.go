package intake_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
)

func TestTheMonthIsThatOfTheRowElseOfTheFileElseOfTheTitle(t *testing.T) {
	const body = "乡镇,隐患数,整改数\n青石镇,1,1\n"
	for name, test := range map[string]struct{ file, text, month, problems string }{
		"the file":                 {"2026-10.csv", body, "2026-10", ""},
		"the file in other words":  {"2026年10月统计表.csv", body, "2026-10", ""},
		"the folder":               {"2026-10/各镇.csv", body, "2026-10", ""},
		"the title":                {"统计表.csv", "云溪县2026年10月统计表,,\n" + body, "2026-10", ""},
		"the row":                  {"统计表.csv", "月份,乡镇,隐患数,整改数\n2026年10月,青石镇,1,1\n", "2026-10", ""},
		"the row, with the year":   {"2026-09.csv", "月份,乡镇,隐患数,整改数\n9月,青石镇,1,1\n", "2026-09", ""},
		"the row's day":            {"统计表.csv", "月份,乡镇,隐患数,整改数\n2026-10-01,青石镇,1,1\n", "2026-10", ""},
		"a number, and the file's": {"2026.csv", "月份,乡镇,隐患数,整改数\n10,青石镇,1,1\n", "2026-10", ""},
		"the day of filling in": {
			"统计表.csv", "2026年10月统计表,,填报时间：2026年11月\n" + body, "2026-10", "",
		},
		"the row stands before the file": {
			"2026-10.csv", "月份,乡镇,隐患数,整改数\n2026-09,青石镇,1,1\n", "2026-09",
			"warning figure-disagrees statistics/2026-10.csv 第2行 A列 这一行的月份是2026年9月，文件是2026年10月的，按这一行写的月份统计。请核对月份，改正写错的一处。\n",
		},
		"the file stands before the title": {
			"2026-10.csv", "2026年9月统计表,,\n" + body, "2026-10",
			"warning figure-disagrees statistics/2026-10.csv 第1行 A列 表头写的是2026年9月，文件名是2026年10月，按文件名统计。请核对这张表是哪个月的，改正写错的一处。\n",
		},
		"nothing says": {
			"统计表.csv", body, "",
			"error unreadable-date statistics/统计表.csv 看不出这张表是哪个月的。请把文件名改成“2026-10.xlsx”这样，或在表中加“月份”一列。\n",
		},
		"no month": {
			"2026-10.csv", "月份,乡镇,隐患数,整改数\n十三月,青石镇,1,1\n", "",
			"error unreadable-date statistics/2026-10.csv 第2行 A列 月份写的是“十三月”，读不成月份。请改成“2026-10”这样的写法。\n",
		},
	} {
		s, problems := read(t, files{test.file: test.text}, intake.Lists{})
		want := ""
		if test.month != "" {
			want = test.month + " 青石镇: 隐患排查数1 隐患整改数1\n"
		}
		if diff := cmp.Diff(want, dump(s)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		if diff := cmp.Diff(test.problems, lines(problems)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// Mixing cumulative figures with monthly ones is an error (DOMAIN §3.7).
func TestACumulativeTableIsRefusedOnAMonthlySite(t *testing.T) {
	const body = "乡镇,隐患数,整改数\n青石镇,1,1\n"
	for name, test := range map[string]struct{ file, text, place string }{
		"the title's range":  {"2026-10.csv", "2026年1—10月统计表,,\n" + body, "第1行 A列"},
		"the title's word":   {"2026-10.csv", "2026年10月累计情况,,\n" + body, "第1行 A列"},
		"the file's name":    {"2026年1-10月.csv", body, ""},
		"the month of a row": {"2026-10.csv", "月份,乡镇,隐患数,整改数\n2026年1—10月,青石镇,1,1\n", "第2行 A列"},
	} {
		_, problems := read(t, files{test.file: test.text}, intake.Lists{})
		place := strings.TrimRight("statistics/"+test.file+" "+test.place, " ")
		want := "error mixed-basis " + place + " 这张表写明是累计数，而本站设置为按当月数统计。请换成当月的表；全年都报累计数的，请在设置里写 basis: cumulative。\n"
		if diff := cmp.Diff(want, lines(problems)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
		if _, problems := read(t, files{test.file: test.text}, intake.Lists{Cumulative: true}); len(problems) > 0 {
			t.Errorf("%s: on a cumulative site: %s", name, lines(problems))
		}
	}
}

func TestATableOfTheMonthAloneIsRefusedOnACumulativeSite(t *testing.T) {
	_, problems := read(t, files{"2026-10.csv": "2026年10月（当月）统计表,,\n乡镇,隐患数,整改数\n青石镇,1,1\n"}, intake.Lists{Cumulative: true})
	want := "error mixed-basis statistics/2026-10.csv 第1行 A列 这张表写明是当月数，而本站设置为按1月至当月的累计数统计。请换成累计的表；每个月只报当月数的，请在设置里写 basis: monthly。\n"
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Error(diff)
	}
}

func TestATableInAnotherTownshipsFileIsAskedAbout(t *testing.T) {
	const body = "行业领域,隐患数,整改数\n交通,1,1\n"
	_, problems := read(t, files{"2026-10/双河乡.csv": "填报单位：青石镇,,\n" + body}, intake.Lists{Areas: areas("青石镇", "双河乡")})
	got := strings.SplitAfter(lines(problems), "\n")
	want := "warning figure-disagrees statistics/2026-10/双河乡.csv 第1行 A列 表里的填报单位是“青石镇”，文件名却是“双河乡”，按填报单位统计。请核对这张表是哪个单位的，改正写错的一处。\n"
	if got[len(got)-2] != want {
		t.Error(cmp.Diff(want, got[len(got)-2]))
	}
}

func TestATableWithoutRowsIsAnError(t *testing.T) {
	_, problems := read(t, files{"2026-10.csv": "乡镇,隐患数,整改数\n小计,,\n"}, intake.Lists{})
	want := "error unreadable-file statistics/2026-10.csv 只有表头或合计，没有一行数据。请确认保存的是填好的文件，再放进来。\n"
	if diff := cmp.Diff(want, lines(problems)); diff != "" {
		t.Error(diff)
	}
}
