package build_test

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/build"
	"jianbao/internal/county"
	"jianbao/internal/table"
)

const ledgerOfOctober = `编号,检查时间,乡镇,单位(企业),隐患部位,隐患描述,隐患等级,整改措施,整改期限,延期至,整改责任单位,整改责任人,整改资金(万元),应急预案,整改完成日期,复查人,销号情况,挂牌督办,挂牌时间,联系电话
YX-1,2026-09-08,青石镇,青石采石场,北侧采场,边坡过陡 电话13812345678,重大,削坡减载,2026-10-20,,青石采石场,王某甲13812345678,12.5,边坡预案,,,,县级,2026-09-10,13987654321
YX-2,2026-09-09,桥头乡,桥头加油站,油罐区,<b>接地</b>失效,重大,修复,2026-10-20,2026-12-31,桥头加油站,李某乙,,,,,,,,
YX-3,2026-09-10,青石镇,青石商贸城,一楼,安全出口上锁,一般,打开,2026-10-30,,商贸城,赵某丙,,,,,,,,
YX-4,2026-09-11,青石镇,青石宾馆,厨房,油烟管道未清洗,一般,清洗,2026-10-30,,宾馆,赵某丙,,,2026-10-01,镇安监员,已销号,,,
`

func ledgerCounty(settings string) map[string][]byte {
	return map[string][]byte{
		"jianbao.yaml":           []byte(settings),
		"statistics/2026-10.csv": []byte("地区,隐患排查数,隐患整改数\n青石镇,40,39\n桥头乡,7,7\n"),
		"minutes/2026-11-06.md":  []byte("---\ndate: 2026-11-06\n---\n\n通报10月情况。\n"),
		"hazards/2026.csv":       []byte(ledgerOfOctober),
	}
}

// wantWords wants a page to say something.
func wantWords(t *testing.T, site map[string][]byte, page string, words ...string) {
	t.Helper()
	body, ok := site[page]
	if !ok {
		t.Errorf("no page %s among %v", page, slices.Sorted(maps.Keys(site)))
	}
	for _, w := range words {
		if !strings.Contains(string(body), w) {
			t.Errorf("%s does not say %q", page, w)
		}
	}
}

func TestALedgerBecomesPages(t *testing.T) {
	site := siteFiles(t, contentOf(ledgerCounty("")))
	wantWords(t, site, "index.html", "重大隐患</a>", `id="overdue-hazards"`, "逾期17天", "hazards/yx-1.html", "县级", "另有一般隐患逾期")
	wantWords(t, site, "hazards/index.html", "共登记隐患4项（重大2项），未整改", "挂牌督办的重大隐患", "剩55天", "data/hazards.csv", "闭环进度", "逾期1—7天")
	wantWords(t, site, "hazards/yx-1.html", "青石采石场", "北侧采场", "边坡过陡 电话138****5678", "12.5万元", "青石采石场（王某甲138****5678）", "五落实齐全", "2026年9月10日")
	wantWords(t, site, "hazards/yx-2.html", "&lt;b&gt;接地&lt;/b&gt;失效", "五落实缺资金、预案", "延期至2026年12月31日", "距整改期限还有")
	wantWords(t, site, "areas/qingshizhen.html", "青石镇台账共登记隐患3项（重大1项）", "hazards/yx-1.html")
	wantWords(t, site, "about.html", "一患一档")
	for name := range site {
		if strings.HasPrefix(name, "hazards/") && !slices.Contains([]string{"hazards/index.html", "hazards/yx-1.html", "hazards/yx-2.html"}, name) {
			t.Errorf("%s: a page of a general hazard", name)
		}
	}
	for name, text := range readable(t, site) {
		for _, secret := range []string{"13812345678", "13987654321", "安全出口上锁", "赵某丙"} {
			if strings.Contains(text, secret) {
				t.Errorf("%s has %q", name, secret)
			}
		}
	}
}

func TestNamesOfPersonsCanBeHidden(t *testing.T) {
	for name, text := range readable(t, siteFiles(t, contentOf(ledgerCounty("privacy: {person: hide}\n")))) {
		if strings.Contains(text, "王某甲") || strings.Contains(text, "李某乙") {
			t.Errorf("%s has the name of a person", name)
		}
	}
}

// readable is every file of a site as text, workbooks unpacked.
func readable(t *testing.T, site map[string][]byte) map[string]string {
	t.Helper()
	all := map[string]string{}
	for name, body := range site {
		all[name] = string(body)
		if path.Ext(name) != ".xlsx" {
			continue
		}
		archive, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, part := range archive.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			text, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			all[name] += string(text)
		}
	}
	return all
}

// What may be downloaded is a ledger that can be read again, and says the same.
func TestTheLedgerThatIsDownloadedCanBeReadAgain(t *testing.T) {
	content := ledgerCounty("")
	site := siteFiles(t, contentOf(content))
	for _, ext := range []string{".csv", ".xlsx"} {
		delete(content, "hazards/2026.csv")
		content["hazards/again"+ext] = site["data/hazards"+ext]
		again := siteFiles(t, contentOf(content))
		delete(content, "hazards/again"+ext)
		if got, want := string(again["data/hazards.csv"]), string(site["data/hazards.csv"]); got != want {
			t.Errorf("%s, read again:\n%s\nwas\n%s", ext, got, want)
		}
	}
}

func TestWithoutALedgerNothingIsSaidOfOne(t *testing.T) {
	content := ledgerCounty("")
	delete(content, "hazards/2026.csv")
	for name, body := range siteFiles(t, contentOf(content)) {
		if strings.HasPrefix(name, "hazards/") || strings.HasPrefix(name, "data/hazards") || strings.Contains(string(body), "hazards/index.html") || strings.Contains(string(body), "台账") {
			t.Errorf("%s speaks of a ledger", name)
		}
	}
}

func TestALedgerAloneMakesASite(t *testing.T) {
	site := siteFiles(t, contentOf(map[string][]byte{"hazards/重大隐患.csv": []byte("编号,检查时间,企业名称,隐患描述,整改期限\nA1,2026-10-08,甲厂,联锁摘除,2026-10-01\nA2,2026-10-20,乙厂,超量储存,2026-12-01\n")}))
	wantWords(t, site, "hazards/a1.html", "逾期19天")
	wantWords(t, site, "index.html", "逾期19天")
}

// An office that has set up its areas, and has no report yet.
func TestALedgerNeedsNoStatistics(t *testing.T) {
	content := ledgerCounty("areas: [青石镇, 桥头乡]\nsectors: [消防安全]\n")
	delete(content, "statistics/2026-10.csv")
	site := siteFiles(t, contentOf(content))
	wantWords(t, site, "areas/index.html", "qiaotouxiang.html")
	wantWords(t, site, "areas/qingshizhen.html", "逾期17天")
	wantWords(t, site, "sectors/index.html", "消防安全")
}

// The demonstration's ledger contradicts none of its figures.
func TestTheDemonstrationsLedgerAgreesWithItsStatistics(t *testing.T) {
	result, err := build.Check(contentOf(county.Demo()), build.Request{})
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, p := range result.Problems {
		if strings.HasPrefix(p.Place.File, "hazards/") {
			said = append(said, string(p.Code))
		}
	}
	if want := []string{"overdue-without-extension", "missing-commitment"}; !slices.Equal(said, want) {
		t.Errorf("said of the ledgers: %v, want %v", said, want)
	}
}

// A ledger of a hundred thousand rows, one in a thousand of a major hazard.
func BenchmarkLargeLedger(b *testing.B) {
	rows := make([][]string, 100_000)
	for i := range rows {
		grade := "一般"
		if i%1000 == 0 {
			grade = "重大"
		}
		rows[i] = []string{fmt.Sprintf("N%06d", i), fmt.Sprintf("2026-%02d-%02d", 1+i%9, 1+i%28), []string{"青石镇", "白沙镇", "北港镇"}[i%3],
			fmt.Sprintf("第%d加工厂", i), "一车间", "灭火器压力不足，疏散通道堆放杂物", grade, "更换灭火器，清理通道", "2026-12-01", "加工厂", "厂长", "1.5", "有"}
	}
	var csv bytes.Buffer
	if err := table.WriteCSV(&csv, strings.Split("编号,检查时间,乡镇,企业名称,隐患部位,隐患描述,隐患等级,整改措施,整改期限,整改责任单位,整改责任人,整改资金,应急预案", ","), rows); err != nil {
		b.Fatal(err)
	}
	content := contentOf(map[string][]byte{"hazards/2026.csv": csv.Bytes(), "statistics/2026-10.csv": []byte("地区,隐患排查数,隐患整改数\n青石镇,40,39\n白沙镇,7,7\n北港镇,1,1\n")})
	b.ReportAllocs()
	for b.Loop() {
		result, err := build.Site(context.Background(), content, build.Request{Flags: map[string]string{"output": filepath.Join(b.TempDir(), "public")}})
		if err != nil || result.Pages < 100 {
			b.Fatal(result.Pages, err)
		}
	}
}
