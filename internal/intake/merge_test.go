package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
)

// corrections writes what was corrected.
func corrections(s intake.Statistics) string {
	var b strings.Builder
	for _, c := range s.Corrections {
		fmt.Fprintf(&b, "%s %s: %s → %s at %s\n", s.Areas[c.Area].Name, c.Measure, known(c.Was), known(c.Is), c.Place)
	}
	return b.String()
}

func TestACorrectionReplacesWhatItWrites(t *testing.T) {
	s, problems := read(t, files{
		"2026-10.csv":     "乡镇,隐患数,整改数,逾期\n青石镇,10,8,\n双河乡,4,4,0\n合计,14,12,0\n",
		"2026-10-更正.csv":  "乡镇,整改数,隐患数,逾期\n青石镇,9,10,1\n",
		"2026-10-更正2.csv": "乡镇,整改数\n青石镇,10\n",
	}, intake.Lists{})
	want := "2026-10 青石镇: 隐患排查数10 隐患整改数10 逾期未整改数1\n2026-10 双河乡: 隐患排查数4 隐患整改数4 逾期未整改数0\n"
	if diff := cmp.Diff(want, dump(s)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
	// Corrected twice is one change, from the first figure to the last.
	want = "青石镇 隐患整改数: 8 → 10 at statistics/2026-10-更正2.csv 第2行 B列\n青石镇 逾期未整改数: ? → 1 at statistics/2026-10-更正.csv 第2行 D列\n"
	if diff := cmp.Diff(want, corrections(s)); diff != "" {
		t.Error(diff)
	}
	if got := s.Cell(&s.Rows[0], record.Rectified).String(); got != "statistics/2026-10-更正2.csv 第2行 B列" {
		t.Error(got)
	}
}

func TestACorrectionThatIsTakenBackIsNone(t *testing.T) {
	s, _ := read(t, files{
		"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,10,8\n", "2026-10-更正.csv": "乡镇,整改数\n青石镇,9\n", "2026-10-更正2.csv": "乡镇,整改数\n青石镇,8\n",
	}, intake.Lists{})
	if got := corrections(s); got != "" {
		t.Error(got)
	}
}

func TestATitleCanSayThatATableCorrects(t *testing.T) {
	s, problems := read(t, files{
		"2026-10.csv": "乡镇,隐患数,整改数\n青石镇,10,8\n", "2026-10b.csv": "2026年10月统计表（更正）,,\n乡镇,隐患数,整改数\n青石镇,10,9\n双河乡,1,1\n",
	}, intake.Lists{})
	want := "2026-10 青石镇: 隐患排查数10 隐患整改数9\n2026-10 双河乡: 隐患排查数1 隐患整改数1\n"
	if diff := cmp.Diff(want, dump(s)); diff != "" || len(problems) > 0 {
		t.Error(diff, lines(problems))
	}
}

func TestWhatIsGivenTwiceIsAnError(t *testing.T) {
	for name, test := range map[string]struct {
		files files
		want  string
	}{
		"in one table": {
			files{"2026-10.csv": "乡镇,行业,来源,隐患数\n青石镇,交通,自查,1\n青石镇,交通,自查,1\n"},
			"statistics/2026-10.csv 第3行 2026年10月青石镇（交通）（企业自查）在 statistics/2026-10.csv 第2行 已经有一行。",
		},
		"in two": {
			files{"2026-10.csv": "乡镇,隐患数\n青石镇,1\n", "2026-10b.csv": "乡镇,隐患数\n青石镇政府,1\n"},
			"statistics/2026-10b.csv 第2行 2026年10月青石镇在 statistics/2026-10.csv 第2行 已经有一行。",
		},
		"in one correction": {
			files{"2026-10.csv": "乡镇,隐患数\n青石镇,1\n", "2026-10-更正.csv": "乡镇,隐患数\n青石镇,2\n青石镇,3\n"},
			"statistics/2026-10-更正.csv 第3行 2026年10月青石镇在 statistics/2026-10-更正.csv 第2行 已经有一行。",
		},
		"of the county": {
			files{"2026-10.csv": "行业,隐患数\n交通,1\n交通,1\n"},
			"statistics/2026-10.csv 第3行 2026年10月全部地区（交通）在 statistics/2026-10.csv 第2行 已经有一行。",
		},
	} {
		_, problems := read(t, test.files, intake.Lists{})
		want := "error duplicate-report " + test.want + "请删去多余的一行；如果这一行是更正后的数，请放进文件名带“更正”的文件，例如“2026-10-更正.csv”。\n"
		if diff := cmp.Diff(want, lines(problems)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}
