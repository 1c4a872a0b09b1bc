package county_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/internal/county"
)

func TestSpecialCasesStandWhereTheyAreSaidTo(t *testing.T) {
	rows := demoRows(t)
	if _, _, ok := sums(rows, "2026-02", "石门镇"); ok {
		t.Error("石门镇 reported in 2026-02")
	}
	for area, want := range map[string][2]int64{
		"桥头乡": {4, 4}, "云峰乡": {20, 18}, "大堰镇": {30, 27}, "红旗农场": {0, 0},
	} {
		found, rectified, ok := sums(rows, "2026-10", area)
		if got := [2]int64{found, rectified}; got != want || !ok {
			t.Errorf("2026-10 %s: %v, want %v", area, got, want)
		}
	}
	for _, area := range []string{"金山街道", "白沙镇", "北港镇"} {
		if found, rectified, _ := sums(rows, "2026-10", area); found < 30 || found != rectified {
			t.Errorf("2026-10 %s: %d of %d, want all of many", area, rectified, found)
		}
	}
	if found, rectified, _ := sums(rows, "2026-10", "柳河镇"); rectified*100 >= found*90 {
		t.Errorf("2026-10 柳河镇: %d of %d, want the lowest", rectified, found)
	}
}

func TestNilReportIsOneRowOfZeros(t *testing.T) {
	var of []row
	for _, r := range demoRows(t) {
		if r.file == "2026-10.xlsx" && r.area == "红旗农场" {
			of = append(of, r)
		}
	}
	if len(of) != 1 || of[0].sector != "" || len(of[0].n) != 2 || of[0].n["隐患排查数"] != 0 || of[0].n["隐患整改数"] != 0 {
		t.Errorf("got %+v", of)
	}
}

func TestCorrectionReplacesRowsOfTheSameKeys(t *testing.T) {
	rows := demoRows(t)
	corrected := 0
	for _, c := range rows {
		if !strings.Contains(c.file, "更正") {
			continue
		}
		corrected++
		i := slices.IndexFunc(rows, func(r row) bool {
			return r.file == "2026-05.csv" && r.area == c.area && r.sector == c.sector
		})
		if i < 0 || rows[i].n["隐患排查数"] <= c.n["隐患排查数"] {
			t.Errorf("%s %s corrects nothing", c.area, c.sector)
		}
	}
	if corrected != 2 {
		t.Errorf("%d corrected rows, want 2", corrected)
	}
}

func TestRatesRiseOverTheMonths(t *testing.T) {
	rows := demoRows(t)
	rate := func(month string) float64 {
		var found, rectified int64
		for _, r := range rows {
			if strings.HasPrefix(r.file, month) && r.area != "合计" && !strings.Contains(r.file, "更正") {
				found, rectified = found+r.n["隐患排查数"], rectified+r.n["隐患整改数"]
			}
		}
		return 100 * float64(rectified) / float64(found)
	}
	if from, to := rate("2025-09"), rate("2026-10"); from < 86 || from > 90 || to < 94 || to > 97 {
		t.Errorf("from %.1f to %.1f, want about 88 to about 96", from, to)
	}
}

func TestFilesComeInTheKindsThatOfficesSave(t *testing.T) {
	demo := county.Demo()
	if utf8.Valid(demo["statistics/2025-12.csv"]) {
		t.Error("2025-12.csv is UTF-8, want GB18030")
	}
	for name, body := range demo {
		if strings.HasSuffix(name, ".csv") && name != "statistics/2025-12.csv" && !strings.HasPrefix(string(body), "\ufeff#") {
			t.Errorf("%s does not begin with a BOM and the remark that it is invented", name)
		}
	}
}
