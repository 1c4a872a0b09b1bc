package build_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/build"
	"jianbao/internal/indicator"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// The files in testdata/real are figures that offices published; their first
// lines name the issuer and the date. What a bulletin printed has to be what
// the program computes, and where a bulletin contradicts itself the program
// says so, with row and column.

// realRows reads a published file as rows by column name.
func realRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	body, err := os.ReadFile("testdata/real/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(body))
	r.Comment = '#'
	records, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

// checkReal proofreads one published file as a month's statistics.
func checkReal(t *testing.T, name, period string) []string {
	t.Helper()
	body, err := os.ReadFile("testdata/real/" + name + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	return check(t, fstest.MapFS{"statistics/" + period + ".csv": {Data: body}})
}

// check proofreads a content folder and returns a line for each problem.
func check(t *testing.T, content fs.FS) []string {
	t.Helper()
	result, err := build.Check(content, build.Request{})
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{}
	for _, p := range result.Problems {
		if p.Code != problem.MissingReport {
			lines = append(lines, fmt.Sprintf("%s %s %s：%s", p.Severity, p.Code, p.Place, p.Message))
		}
	}
	return lines
}

func TestPublishedFiguresAreProofreadWithoutAFalseAlarm(t *testing.T) {
	for name, period := range map[string]string{
		"huaihua-2021-04": "2021-04", "ningbo-form-2009": "2009-12", "weifang-2020-12": "2020-12",
		"xiamen-2024-12": "2024-12", "datong-2020-10": "2020-10", "wuxue-ranking": "2023-04", "xianning-2023-06": "2023-06",
	} {
		if diff := cmp.Diff([]string{}, checkReal(t, name, period)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

func TestPublishedContradictionsAreFound(t *testing.T) {
	for name, test := range map[string]struct {
		period string
		want   []string
	}{
		"ganzhou-2023-03": {"2023-03", []string{
			"warning unknown-column statistics/2023-03.csv 第2行 D列：不认识列名“未采取措施”，这一列不用于统计。",
			"error parts-differ-from-total statistics/2023-03.csv 第15行 C列：“合计”的“整治中”写的是 144，各行相加是 140。",
		}},
		"national-2007-10": {"2007-10", []string{
			"warning figure-disagrees statistics/2007-10.csv 第3行 I列：列入治理计划数 9116 大于没有整改的重大隐患数 9106。",
			"warning figure-disagrees statistics/2007-10.csv 第4行 I列：列入治理计划数 7906 大于没有整改的重大隐患数 5813。",
		}},
		"shandong-water-2018-09": {"2018-09", []string{
			"error parts-differ-from-total statistics/2018-09.csv 第8行 B列：“合计”的“排查数量”写的是 33777，各行相加是 58442。",
		}},
	} {
		if diff := cmp.Diff(test.want, checkReal(t, name, test.period)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// Every published rate is recomputed from its own counts and printed with the
// decimals it was published with.
func TestPublishedRatesAreRecomputed(t *testing.T) {
	pairs := []struct{ rate, rectified, found string }{
		{"整改率", "隐患整改数", "隐患排查数"}, {"一般隐患整改率", "一般隐患整改数", "一般隐患排查数"},
		{"重大隐患整改率", "重大隐患整改数", "重大隐患排查数"}, {"完成率", "已完成数", "议定事项数"},
	}
	compared := 0
	for _, name := range []string{
		"national-2007-10", "shandong-water-2018-09", "huaihua-2021-04", "xiamen-2024-12", "weifang-2020-12", "ningbo-form-2009", "zhenping-2020",
	} {
		for _, row := range realRows(t, name) {
			for _, pair := range pairs {
				printed, ok := row[pair.rate]
				if !ok {
					continue
				}
				want := strings.Replace(printed, "/", indicator.None, 1)
				_, tail, _ := strings.Cut(strings.TrimSuffix(printed, "%"), ".")
				rate := indicator.Rate{Numerator: whole(t, row[pair.rectified]), Denominator: whole(t, row[pair.found]), Known: true}
				if got := rate.Text(len(tail)); got != want {
					t.Errorf("%s：%v printed %s, computed %s", name, row, want, got)
				}
				compared++
			}
		}
	}
	if compared != 33 {
		t.Errorf("%d published rates were compared, want 33", compared)
	}
}

// whole reads a published count; 18.9 (万户) keeps its ratio as 189.
func whole(t *testing.T, s string) int64 {
	t.Helper()
	var n int64
	if _, err := fmt.Sscan(strings.Replace(s, ".", "", 1), &n); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return n
}

func TestPublishedRanksAreRecomputed(t *testing.T) {
	for name, period := range map[string]string{"wuxue-ranking": "2023-04", "xianning-2023-06": "2023-06"} {
		body, err := os.ReadFile("testdata/real/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		files := siteFiles(t, fstest.MapFS{
			"jianbao.yaml":                  {Data: []byte("ranking:\n  by: score\n")},
			"statistics/" + period + ".csv": {Data: body},
		})
		var data struct {
			Areas []struct {
				Name  string
				Rank  int
				Score string
			}
		}
		if err := json.Unmarshal(files["data/"+period+".json"], &data); err != nil {
			t.Fatal(err)
		}
		ordinals := []string{"", "第一名", "第二名", "第三名", "第四名", "第五名", "第六名", "第七名", "第八名", "第九名", "第十名", "第十一名", "第十二名"}
		var got, want []string
		for _, a := range data.Areas {
			got = append(got, ordinals[a.Rank]+a.Name+a.Score)
		}
		for _, row := range realRows(t, name) {
			want = append(want, row["名次"]+row["镇处"]+row["区域"]+row["得分"])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// A table that was typed into minutes is proofread as a form is.
func TestPublishedTableInMinutesIsProofread(t *testing.T) {
	rows := realRows(t, "zhenping-2020")
	document := func(rate string) fstest.MapFS {
		var b strings.Builder
		b.WriteString("---\ndate: 2020-12-31\ntitle: 议定事项办理情况\n---\n\n| 会议 | 议定事项数 | 已完成数 | 正在办理数 | 完成率 |\n|---|---|---|---|---|\n")
		for _, row := range rows {
			if row["会议"] == "常务会议" {
				row["完成率"] = rate
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", row["会议"], row["议定事项数"], row["已完成数"], row["正在办理数"], row["完成率"])
		}
		return fstest.MapFS{"minutes/2020-12-31.md": {Data: []byte(b.String())}}
	}
	if diff := cmp.Diff([]string{}, check(t, document("95.1%"))); diff != "" {
		t.Error(diff)
	}
	want := []string{"error rate-mismatch minutes/2020-12-31.md 第9行 第27字：“完成率”写的是“96.1%”，按议定事项数 405、已完成数 385 计算应为 95.1%。"}
	if diff := cmp.Diff(want, check(t, document("96.1%"))); diff != "" {
		t.Error(diff)
	}
}

// Hubei 2015: 18 due by the end of the year, 17 closed out, one extended with approval.
func TestAnExtensionIsNeitherRectifiedNorOverdue(t *testing.T) {
	row := realRows(t, "hubei-2015")[0]
	var counts record.Counts
	counts[record.Due] = record.CountOf(whole(t, row["挂牌数"]))
	counts[record.OnTime] = record.CountOf(whole(t, row["已销号数"]))
	counts[record.Extended] = record.CountOf(whole(t, row["延期数"]))
	var figures indicator.Figures
	figures.Add(&record.Row{Counts: counts})
	if got := figures.Rates[record.OnTimeRate].Text(1); got != "100%" {
		t.Errorf("on-time rate %s, want 100%%: 17 of the 17 that were due without extension", got)
	}
}

// A reported zero is a nil report and not a missing one (Datong, October 2020).
func TestAPublishedNilReportIsNotAMissingOne(t *testing.T) {
	body, err := os.ReadFile("testdata/real/datong-2020-10.csv")
	if err != nil {
		t.Fatal(err)
	}
	files := siteFiles(t, fstest.MapFS{"statistics/2020-10.csv": {Data: body}})
	var data struct {
		Areas []struct {
			Name     string
			State    string
			Reported bool
		}
	}
	if err := json.Unmarshal(files["data/2020-10.json"], &data); err != nil {
		t.Fatal(err)
	}
	states := map[string]int{}
	for _, a := range data.Areas {
		if !a.Reported {
			t.Errorf("%s reported, but the site says it did not", a.Name)
		}
		states[a.State]++
	}
	if diff := cmp.Diff(map[string]int{"零报告": 20, "已报送": 2}, states); diff != "" {
		t.Error(diff)
	}
}

// Guangxi and Guangzhou printed these comparisons.
func TestPublishedComparisonsAreRecomputed(t *testing.T) {
	for _, row := range realRows(t, "accidents-yoy") {
		if row["同比增减"] == "" {
			continue
		}
		now := whole(t, row["本期"])
		var delta int64
		fmt.Sscan(row["同比增减"], &delta)
		change := indicator.CountChange(record.CountOf(now), record.CountOf(now-delta), indicator.YearBefore, 2)
		if change.Amount != row["同比"] {
			t.Errorf("%s%s: printed %s, computed %s", row["地区"], row["指标"], row["同比"], change.Amount)
		}
	}
	if got := indicator.CountChange(record.CountOf(6), record.CountOf(0), indicator.MonthBefore, 1).Amount; got != "上月为0" {
		t.Errorf("a base of zero: %s", got)
	}
}
