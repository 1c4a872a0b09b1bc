package problem_test

import (
	"encoding/json"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/problem"
)

// three is a list as the pipeline makes it, with what names of files can hold.
func three() []problem.Problem {
	return problem.Sort([]problem.Problem{
		{Code: problem.MissingReport, Severity: problem.Warning, Place: problem.Place{File: "statistics/2026-10/青石\x1b[31m.xlsx"},
			Message: "双河乡没有报送。", Advice: "请催报，或补写零报告。"},
		{Code: problem.RateMismatch, Severity: problem.Error, Place: problem.Place{File: "statistics/2026-10.csv", Row: 5, Column: 3},
			Message: "“整改率”写的是“97.28%”，按排查 141911 项、整改 137354 项计算应为 96.79%。", Advice: "请核对这一行的三个数，改正写错的一个。"},
		{Code: problem.RankMismatch, Severity: problem.Error, Place: problem.Place{File: "statistics/2026-10.xlsx", Sheet: "10月", Row: 12, Column: 28},
			Message: "“名次”写的是“9”，得分相同的应为 8。"},
	})
}

func TestText(t *testing.T) {
	want := `错误 [rate-mismatch] statistics/2026-10.csv 第5行 C列
  “整改率”写的是“97.28%”，按排查 141911 项、整改 137354 项计算应为 96.79%。
  → 请核对这一行的三个数，改正写错的一个。

错误 [rank-mismatch] statistics/2026-10.xlsx 工作表“10月” 第12行 AB列
  “名次”写的是“9”，得分相同的应为 8。

提醒 [missing-report] statistics/2026-10/青石` + "\uFFFD" + `[31m.xlsx
  双河乡没有报送。
  → 请催报，或补写零报告。

共 2 个错误、1 个提醒。
`
	if diff := cmp.Diff(want, problem.Text(three())); diff != "" {
		t.Error(diff)
	}
	if got := problem.Text(nil); got != "没有发现问题。\n" {
		t.Errorf("no problems: %q", got)
	}
}

func TestJSON(t *testing.T) {
	list := []problem.Problem{three()[1], {Code: problem.UnreadableFile, Place: problem.Place{File: "a<b>&\xff.csv"}}}
	want := `{"problems":[` +
		`{"code":"rank-mismatch","severity":"error","file":"statistics/2026-10.xlsx","sheet":"10月","row":12,"column":28,` +
		`"message":"“名次”写的是“9”，得分相同的应为 8。","advice":""},` +
		`{"code":"unreadable-file","severity":"warning","file":"a<b>&\ufffd.csv","sheet":"","row":0,"column":0,"message":"","advice":""}` +
		"]}\n"
	got := problem.JSON(list)
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Error(diff)
	}
	if !json.Valid(got) || !utf8.Valid(got) {
		t.Error("not JSON in UTF-8")
	}
	if got := string(problem.JSON(nil)); got != "{\"problems\":[]}\n" {
		t.Errorf("no problems: %q", got)
	}
}

func TestSortedByPlaceWithoutRepeats(t *testing.T) {
	at := func(file, sheet string, row, column int) problem.Problem {
		return problem.Problem{Place: problem.Place{File: file, Sheet: sheet, Row: row, Column: column}, Message: "x"}
	}
	want := []problem.Problem{at("a", "", 0, 0), at("a", "", 2, 0), at("a", "", 2, 9), at("a", "", 10, 1), at("a", "甲", 1, 1), at("b", "", 1, 1)}
	got := problem.Sort([]problem.Problem{want[5], want[4], want[3], want[2], want[1], want[0], want[2], want[5]})
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestPlacesAreSaidAsPeopleSayThem(t *testing.T) {
	for want, place := range map[string]problem.Place{
		"jianbao.yaml":                   {File: "jianbao.yaml"},
		"jianbao.yaml 第3行":               {File: "jianbao.yaml", Row: 3},
		"minutes/2026-10-22.md 第12行 第3字": {File: "minutes/2026-10-22.md", Row: 12, Column: 3},
		"a.CSV 第1行 ZZ列":                  {File: "a.CSV", Row: 1, Column: 702},
		"a.xlsx 工作表“10月” 第2行 AAA列":       {File: "a.xlsx", Sheet: "10月", Row: 2, Column: 703},
	} {
		if got := place.String(); got != want {
			t.Errorf("%+v is %q, want %q", place, got, want)
		}
	}
}

func TestQuotedValuesAreShortAndVisible(t *testing.T) {
	long := "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
	for value, want := range map[string]string{
		"":              "“”",
		"97.2%":         "“97.2%”",
		"a\nb\tc":       "“a b c”",
		"青石\u200B镇":     "“青石<U+200B>镇”",
		"青\u3000石 镇":    "“青\u3000石 镇”",
		"\x1b[31m":      "“<U+001B>[31m”",
		"\xff":          "“<U+FFFD>”",
		long:            "“" + long + "”",
		long + "多出的几个字": "“" + long + "…”",
	} {
		if got := problem.Quote(value); got != want {
			t.Errorf("Quote(%q) = %s, want %s", value, got, want)
		}
	}
}
