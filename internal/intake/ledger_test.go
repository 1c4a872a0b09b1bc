package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// ledger reads one file of a county with two townships and one sector.
func ledger(t testing.TB, name, text string) ([]record.Hazard, []problem.Problem) {
	t.Helper()
	names := intake.NewLedgerColumns()
	tables, problems := table.Read(fstest.MapFS{name: {Data: []byte(strings.TrimLeft(text, "\n"))}}, name, names.Known)
	hazards, found := intake.ReadLedger(tables, names, areas("青石镇", "南坪街道"), sectors("消防安全"))
	return hazards, append(problems, found...)
}

// hazardLines writes hazards, a line each: whose, the grade and step, the days that are known, and the file.
func hazardLines(hazards []record.Hazard) string {
	townships := areas("青石镇", "南坪街道")
	var b strings.Builder
	for _, h := range hazards {
		area := "全县"
		if h.Area != record.AllAreas {
			area = townships[h.Area].Name
		}
		grade := "一般"
		if h.Major {
			grade = "重大"
		}
		fmt.Fprintf(&b, "%s %s %s%s", area, grade, h.Stage, h.Source)
		if h.Sector != record.AllSectors {
			b.WriteString(" 消防安全")
		}
		days := func(list ...any) {
			for i := 0; i < len(list); i += 2 {
				if d := list[i+1].(record.Date); !d.IsZero() {
					fmt.Fprintf(&b, " %s%s", list[i], d)
				}
			}
		}
		days("found ", h.FoundOn, "due ", h.Deadline, "extended ", h.Extended, "done ", h.DoneOn)
		if f := h.File; f != nil {
			fmt.Fprintf(&b, "\n\t%s %q %q %q %q %q %q %s %q %q", f.ID, f.Number, f.Enterprise, f.Description, f.Measures, f.Owner, f.Person, known(f.Funds), f.FundsNote, f.Plan)
			if s := f.Supervision; s.Level != record.NotSupervised {
				b.WriteString(" " + s.Level.String())
				days("issued ", s.Issued, "until ", s.Deadline, "delisted ", s.Delisted)
			}
			days("closed ", f.ClosedOn)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestLedgersAreRead(t *testing.T) {
	for name, test := range map[string]struct{ file, text, want string }{
		"the official form of one township": {"hazards/2026.csv", `
青石镇隐患排查治理台账
填报单位：青石镇人民政府
序号,检查时间,检查单位,检查人,单位(企业),隐患部位,隐患描述,隐患类型,隐患等级,整改要求(措施),整改期限,整改责任单位,整改责任人,整改资金,应急预案,整改完成日期,复查人,销号情况
1,10月12日,镇政府,某某,商贸城,一楼,出口上锁,消防,一般,打开,立即整改,商贸城,店长,/,/,10月12日,镇安监员,已销号
2,2026.10.13,镇政府,某某,采石场,采场,边坡过陡,坍塌,重大事故隐患,削坡,30日内,采石场,矿长,1.5万元,有,,,
合计,,,,,,,,,,,,,,,,,
`, `青石镇 一般 销号 found 2026-10-12 due 2026-10-12 done 2026-10-12
青石镇 重大 交办 found 2026-10-13 due 2026-11-12
	h-ddb8c8 "" "采石场" "边坡过陡" "削坡" "采石场" "矿长" 15000 "" "有"
`},
		"other names, and words for days": {"hazards/台账.csv", `
编号,发现日期,属地,行业领域,隐患来源,企业名称,存在问题,隐患级别,责任单位,整改时限,延期情况,整改情况,验收时间,是否销号,整改资金(元)
YX-01,2025-12-20,南坪街道办事处,消防安全,企业自查,宾馆,喷淋瘫痪,重大,宾馆,1月15日,延期至3月底,已整改,,否,150000
02号,2026/1/5,全县,交通,群众举报,某公司,无标志,一般,,,,按序时整改,,,
03号,2026/1/6,,,,某公司,无标识,一般,,,无,整改完成,2026-02-01,未销号,
04号,2026/1/7,,,,某公司,漏电,一般,,,,,,已销号（2026.2.3）,
`, "南坪街道 重大 整改企业自查 消防安全 found 2025-12-20 due 2026-01-15 extended 2026-03-31\n" +
			"\tyx-01 \"YX-01\" \"宾馆\" \"喷淋瘫痪\" \"\" \"宾馆\" \"\" 150000 \"\" \"\"\n" +
			"全县 一般 发现 found 2026-01-05\n全县 一般 复查 found 2026-01-06\n全县 一般 销号 found 2026-01-07\n"},
		"a ledger of major hazards, some supervised": {"hazards/重大隐患.csv", `
检查时间,乡镇,单位,隐患描述,挂牌督办,挂牌时间,督办期限,摘牌时间,整改资金,销号时间
2026-03-01,青石镇,甲厂,一,市级挂牌,2026-03-10,2026-06-30,,已落实,
2026-03-02,青石镇,乙厂,二,否,,,,未落实,
2026-03-03,青石镇,丙厂,三,县安委会,2026-03-10,2026-06-30,2026-05-01,0,2026-04-30
`, `青石镇 重大 发现 found 2026-03-01
	h-4064ec "" "甲厂" "一" "" "" "" ? "已落实" "" 市级 issued 2026-03-10 until 2026-06-30
青石镇 重大 发现 found 2026-03-02
	h-ee5b78 "" "乙厂" "二" "" "" "" ? "" ""
青石镇 重大 销号 found 2026-03-03
	h-691549 "" "丙厂" "三" "" "" "" 0 "" "" 县级 issued 2026-03-10 until 2026-06-30 delisted 2026-05-01 closed 2026-04-30
`},
	} {
		hazards, problems := ledger(t, test.file, test.text)
		if diff := cmp.Diff(test.want, hazardLines(hazards)+lines(problems)); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// An address stays when rows are put in before the hazard, and no two are the
// same on a system that takes A for a.
func TestAHazardKeepsItsAddress(t *testing.T) {
	const head = "编号,检查时间,乡镇,企业名称,隐患描述,隐患等级\n"
	const row = ",2026-10-01,青石镇,采石场,边坡过陡,重大\n"
	alone, _ := ledger(t, "hazards/a.csv", head+row)
	among, _ := ledger(t, "hazards/a.csv", head+"7,2026-10-01,青石镇人民政府,加油站,未接地,一般\n"+row)
	if alone[0].File.ID != among[1].File.ID {
		t.Errorf("%s became %s", alone[0].File.ID, among[1].File.ID)
	}
	many, _ := ledger(t, "hazards/a.csv", head+"Z1"+row+"z1"+row+"index"+row+"云督〔2026〕1号"+row+"../../x1"+row+"COM1"+row+row+row)
	seen := map[string]bool{}
	for _, h := range many {
		if id := h.File.ID; seen[id] || strings.Trim(id, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || id == "index" || id == "com1" {
			t.Errorf("address %q of %q", id, h.File.Number)
		}
		seen[h.File.ID] = true
	}
	if len(seen) != 8 || !seen["z1"] {
		t.Errorf("%d addresses: %v", len(seen), seen)
	}
}

// Nothing of a general hazard but what is counted is kept, and no number of a
// person in a major one or in a message.
func TestNoPersonalNumberIsKept(t *testing.T) {
	const secret, mobile = "350102198001011234", "13812345678"
	hazards, problems := ledger(t, "hazards/a.csv", strings.ReplaceAll(`
编号,检查时间,乡镇,企业名称,隐患部位,隐患描述,隐患等级,检查单位,整改措施,整改责任单位,整改责任人,整改资金,应急预案,复查人,联系电话,详细地址,整改期限
S,2026-10-01,青石镇,S,S,S,重大,S,S,S,S,S,S,S,S,S,S
S,2026-10-01,青石镇,S,S,S,一般,S,S,S,S,S,S,S,S,S,S
`, "S", secret+" "+mobile))
	var b strings.Builder
	for _, h := range hazards {
		fmt.Fprintf(&b, "%+v %+v\n", h, h.File)
	}
	fmt.Fprintf(&b, "%+v", problems)
	if strings.Contains(b.String(), "19800101") || strings.Contains(b.String(), mobile) {
		t.Error(b.String())
	}
	if hazards[1].File != nil {
		t.Errorf("a general hazard has a file: %+v", hazards[1].File)
	}
}

// A county's ledger of many years.
func BenchmarkLedger(b *testing.B) {
	var text strings.Builder
	text.WriteString("编号,检查时间,乡镇,企业名称,隐患描述,隐患等级,整改措施,整改期限,整改责任单位,整改完成日期,复查人,销号情况\n")
	for i := range 100_000 {
		fmt.Fprintf(&text, "N%d,2026-%02d-%02d,青石镇,某某公司第%d厂,灭火器压力不足,一般,更换,2026-12-01,某某公司,2026-12-01,某某,已销号\n", i, 1+i%12, 1+i%28, i)
	}
	names := intake.NewLedgerColumns()
	tables, _ := table.Read(fstest.MapFS{"a.csv": {Data: []byte(text.String())}}, "a.csv", names.Known)
	b.ReportAllocs()
	for b.Loop() {
		if hazards, _ := intake.ReadLedger(tables, names, areas("青石镇"), nil); len(hazards) != 100_000 {
			b.Fatal(len(hazards))
		}
	}
}
