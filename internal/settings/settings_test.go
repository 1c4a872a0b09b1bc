package settings_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// load reads settings from the text of a jianbao.yaml.
func load(t *testing.T, yaml string, environ ...string) (settings.Settings, []problem.Problem) {
	t.Helper()
	content := fstest.MapFS{settings.FileName: {Data: []byte(yaml)}}
	return settings.Load(content, environ, nil)
}

// mustLoad is load for settings that have nothing wrong.
func mustLoad(t *testing.T, yaml string, environ ...string) settings.Settings {
	t.Helper()
	s, found := load(t, yaml, environ...)
	if len(found) > 0 {
		t.Fatalf("problems in good settings:\n%v", found)
	}
	return s
}

func TestNothingWrittenIsTheDefault(t *testing.T) {
	for name, content := range map[string]fstest.MapFS{
		"no file":       {},
		"empty file":    {settings.FileName: {}},
		"only comments": {settings.FileName: {Data: []byte("# 设置\n\n# title: 甲\n")}},
		"only nulls":    {settings.FileName: {Data: []byte("title:\nareas:\nranking:\n  by:\ntargets: ~\n")}},
	} {
		s, found := settings.Load(content, []string{"HOME=/root", "JIANBAO_TITLE="}, nil)
		if diff := cmp.Diff(settings.Default(), s); diff != "" || len(found) > 0 {
			t.Errorf("%s: %v\n%s", name, found, diff)
		}
	}
}

// The example in the package comment is what people start from.
func TestTheManualsExampleIsValid(t *testing.T) {
	manual, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	var example strings.Builder
	for line := range strings.Lines(string(manual)) {
		if yaml, ok := strings.CutPrefix(line, "//\t"); ok {
			example.WriteString(yaml)
		}
	}
	got := mustLoad(t, example.String())
	want := settings.Default()
	want.Office, want.County = "云溪县安全生产委员会办公室", "云溪县"
	want.Targets = settings.Targets{
		Rectification: record.Decimal{Units: 95}, Major: record.Decimal{Units: 100},
		OnTime: record.Decimal{Units: 95}, Coverage: record.Decimal{Units: 90},
	}
	want.Areas = []record.Area{
		{ID: "qingshizhen", Name: "青石镇"},
		{ID: "linjiang", Name: "临江街道", Aliases: []string{"临江街办", "临江办事处"}, Group: "街道"},
	}
	want.Sectors = []record.Sector{
		{ID: "jianzhushigong", Name: "建筑施工"},
		{ID: "weixianhuaxuepin", Name: "危险化学品", Aliases: []string{"危化品"}},
	}
	want.Ranking.Bands = []settings.Band{
		{"优秀", record.Decimal{Units: 95}}, {"良好", record.Decimal{Units: 90}},
		{"达标", record.Decimal{Units: 80}}, {"不达标", record.Decimal{}},
	}
	want.Paper = settings.Paper{Watermark: "内部资料", CopyTo: []string{"县委办公室", "县政府办公室"}, Sections: []settings.PaperSection{settings.SummarySection, settings.RankingSection}}
	want.Browser = "/usr/bin/chromium"
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestFlagsWinOverEnvironmentOverFile(t *testing.T) {
	content := fstest.MapFS{settings.FileName: {Data: []byte("title: 甲\noutput: from-file\ntheme: from-file\ndecimals: 0\nranking: {veto: outside}\n")}}
	environ := []string{"JIANBAO_OUTPUT=from-environment", "JIANBAO_THEME=from-environment", "JIANBAO_CONTENT=county",
		"JIANBAO_RANKING_SMALL_BASE_BELOW=10", "JIANBAO_TITLE=", "JIANBAO_TARGETS_ON_TIME=95.50"}
	flags := map[string]string{"output": "from-flag", "format": "json"}

	got, found := settings.Load(content, environ, flags)
	want := settings.Default()
	want.Content, want.Output, want.Theme, want.Title = "county", "from-flag", "from-environment", "甲"
	want.Decimals, want.Ranking.Veto, want.Ranking.SmallBase.Below = 0, settings.VetoOutside, 10
	want.Targets.OnTime = record.Decimal{Units: 9550, Decimals: 2}
	if diff := cmp.Diff(want, got); diff != "" || len(found) > 0 {
		t.Errorf("%v\n%s", found, diff)
	}
	if got := settings.Folder(environ, flags); got != "county" {
		t.Errorf("Folder = %q, want county", got)
	}
	if got := settings.Folder(nil, nil); got != "content" {
		t.Errorf("Folder = %q by default, want content", got)
	}
}

// What viper gets wrong: keys in lower case, keys split at ".", 1.10 as 1.1,
// a date as a time, yes as true.
func TestValuesStayAsWritten(t *testing.T) {
	s := mustLoad(t, `
title: 2026-11-01
office: yes
county: 1.10
areas:
  - A区
  - {name: 乡镇.名称, aliases: ["0010", 1.10, No]}
targets: {major: 99.50}
`)
	got := []string{s.Title, s.Office, s.County, s.Areas[0].Name, s.Areas[1].Name}
	got = append(got, s.Areas[1].Aliases...)
	want := []string{"2026-11-01", "yes", "1.10", "A区", "乡镇.名称", "0010", "1.10", "No"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if want := (record.Decimal{Units: 9950, Decimals: 2}); s.Targets.Major != want {
		t.Errorf("target 99.50 is %v, want %v", s.Targets.Major, want)
	}
}

func TestChineseWindowsFilesAreRead(t *testing.T) {
	gbk := append([]byte("office: "), 0xB0, 0xB2, 0xCE, 0xAF, 0xB0, 0xEC) // 安委办
	content := fstest.MapFS{settings.FileName: {Data: append(gbk, "\r\ndecimals: 2\r\n"...)}}
	s, found := settings.Load(content, nil, nil)
	if s.Office != "安委办" || s.Decimals != 2 || len(found) > 0 {
		t.Errorf("office %q, decimals %d, %v", s.Office, s.Decimals, found)
	}
}

func TestAWeightedScoreTakesThePlaceOfOneIndicator(t *testing.T) {
	s := mustLoad(t, "ranking:\n  weights:\n  - {indicator: rectification, weight: 62.5%}\n  - {indicator: on_time, weight: 37.5}\n")
	want := settings.Default().Ranking
	want.By = ""
	want.Weights = []settings.Weight{
		{"rectification", record.Decimal{Units: 625, Decimals: 1}}, {"on_time", record.Decimal{Units: 375, Decimals: 1}},
	}
	if diff := cmp.Diff(want, s.Ranking); diff != "" {
		t.Error(diff)
	}
}

func TestEveryWordOfAChoiceIsTaken(t *testing.T) {
	for _, yaml := range []string{
		"basis: monthly", "basis: cumulative", "demo: 是", "demo: false",
		"ranking: {by: score}", "ranking: {by: coverage}", "ranking: {by: 重大隐患整改率}", "basis: 当月数",
		"ranking: {veto: last}", "ranking: {small_base: {method: wilson, below: 0}}",
		"targets: {major: １００％}", "targets: {major: 0.95%}",
	} {
		mustLoad(t, yaml)
	}
}
