package intake_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/intake"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// cell reads one cell in a column of the given name, beside 青石镇 with 36 found
// and 35 rectified.
func cell(name, text string) (intake.Statistics, string) {
	t := table.Table{HeaderRow: 1}
	t.Place.File = "statistics/2026-10.csv"
	for i, column := range []string{"地区", name, "隐患数", "整改数"} {
		t.Columns = append(t.Columns, table.Column{Name: column, Path: []string{column}, Index: i + 1})
	}
	if name == "隐患数" {
		t.Columns[2].Name = "备注"
	}
	t.Rows = []table.Row{{Number: 2, Cells: []string{"青石镇", text, "36", "35"}}}
	s, problems := intake.ReadStatistics(slices.Values([]table.Table{t}), intake.NewNames(), intake.Lists{})
	return s, lines(problems)
}

func TestCountsAreReadAsTheyAreWritten(t *testing.T) {
	for text, want := range map[string]string{
		"12": "12", "0": "0", "１２": "12", "1,234": "1234", "12项": "12", "12 家": "12", "12.0": "12", "1.2E3": "1200", "1万家": "10000", "1.5万": "15000",
		"": "?", " ": "?", "/": "?", "-": "?", "—": "?", "无": "0", "零报告": "0", "当月无隐患": "0", "1000000000000": "1000000000000",
	} {
		s, problems := cell("排查单位数", text)
		if got := known(s.Rows[0].Counts[record.UnitsInspected]); got != want || problems != "" {
			t.Errorf("%q is %s, want %s\n%s", text, got, want, problems)
		}
	}
}

func TestAmountsAreReadInTheUnitWritten(t *testing.T) {
	for _, test := range []struct{ column, text, want string }{
		{"治理资金(万元)", "15", "150000"},
		{"治理资金(万元)", "15.5", "155000"},
		{"治理资金(万元)", "0.0001", "1"},
		{"治理资金(万元)", "12.34567", "123457"}, // parts of 元, half up
		{"治理资金(万元)", "15万元", "150000"},
		{"治理资金(万元)", "15万", "150000"},
		{"治理资金(万元)", "150000元", "150000"},
		{"治理资金(元)", "150000", "150000"},
		{"治理资金(元)", "123,456.50", "123457"},
		{"治理资金(元)", "15万元", "150000"},
		{"治理资金(千元)", "15", "15000"},
		{"治理资金(亿元)", "1.5", "150000000"},
		{"治理资金", "15", "150000"},
		{"治理资金", "150000元", "150000"},
		{"治理资金(万元)", "无", "0"},
		{"治理资金(万元)", "/", "?"},
	} {
		s, problems := cell(test.column, test.text)
		if got := known(s.Rows[0].Counts[record.Funds]); got != test.want || problems != "" {
			t.Errorf("%s %q is %s 元, want %s\n%s", test.column, test.text, got, test.want, problems)
		}
	}
}

// 单位：元 may stand above the table and not in the column's name.
func TestTheUnitOfAmountsMayStandAboveTheTable(t *testing.T) {
	for title, want := range map[string]string{
		"单位：家、项、元": "15", "计量单位：万元": "150000", "（单位：元）": "15", "填报单位：元谋县": "150000", "": "150000",
	} {
		s, problems := read(t, files{"2026-10.csv": title + ",,,\n乡镇,隐患数,整改数,落实资金\n青石镇,3,2,15\n"}, intake.Lists{})
		if got := known(s.Rows[0].Counts[record.Funds]); got != want || len(problems) > 0 {
			t.Errorf("%s: %s 元, want %s\n%s", title, got, want, lines(problems))
		}
	}
}

func TestATypedRateIsReadInPercent(t *testing.T) {
	for _, test := range []struct{ numerator, denominator, text, want string }{
		{"35", "36", "97.2%", "97.2"}, {"35", "36", "97.2", "97.2"}, {"35", "36", "0.972", "97.2"}, {"35", "36", "９７．２％", "97.2"},
		{"35", "36", "0.972222222222222", "97.2222222222222"},
		{"36", "36", "100", "100"}, {"36", "36", "1", "100"}, {"36", "36", "100%", "100"}, {"36", "36", "1.00", "100"},
		{"1", "100", "1", "1"}, {"1", "100", "0.01", "1"}, {"1", "200", "0.5", "0.5"}, {"1", "200", "0.5%", "0.5"},
		{"0", "36", "0", "0"}, {"", "", "0.9", "90"}, {"", "", "1", "100"},
		{"70", "32", "2.1875", "218.75"}, {"70", "32", "218.75%", "218.75"}, {"70", "32", "218.75", "218.75"}, // as Excel keeps 218.75%
		{"0", "0", "/", ""}, {"0", "0", "—", ""}, {"0", "0", "#DIV/0!", ""}, {"0", "0", "无", ""}, {"36", "36", "", ""},
	} {
		s, problems := read(t, files{"2026-10.csv": "地区,隐患数,整改数,整改率(%)\n青石镇," + test.denominator + "," + test.numerator + "," + test.text + "\n"}, intake.Lists{})
		got := ""
		for _, c := range s.Rates {
			if c.Typed.Written {
				got = c.Typed.Value.String()
			}
		}
		if got != test.want || strings.Contains(lines(problems), "unreadable") {
			t.Errorf("%s of %s typed %q is %q%%, want %q\n%s", test.numerator, test.denominator, test.text, got, test.want, lines(problems))
		}
	}
}

func TestScoresAndRanksAreRead(t *testing.T) {
	for text, want := range map[string]string{"90.5": "90.5", "90.50": "90.50", "90.5分": "90.5", "-3": "-3", "100": "100", "/": "", "": ""} {
		s, problems := cell("得分", text)
		got := ""
		if s.Rows[0].Score.Written {
			got = s.Rows[0].Score.Value.String()
		}
		if got != want || problems != "" {
			t.Errorf("score %q is %q, want %q\n%s", text, got, want, problems)
		}
	}
	for text, want := range map[string]int64{"3": 3, "第三名": 3, "第3名": 3, "并列第3名": 3, "3（并列）": 3, "十一": 11, "/": 0, "": 0} {
		s, problems := cell("名次", text)
		var got int64
		for _, c := range s.Ranks {
			got = c.Typed.Value.Units
		}
		if got != want || problems != "" {
			t.Errorf("rank %q is %d, want %d\n%s", text, got, want, problems)
		}
	}
}

func TestACellThatIsNoNumberSaysWhatToDo(t *testing.T) {
	const place = "error unreadable-number statistics/2026-10.csv 第2行 B列 "
	for _, test := range []struct{ column, text, want string }{
		{"排查单位数", "十二", "“排查单位数”一栏写的是“十二”，读不成数。请改成整数，例如 12；没有的填 0，未报送的留空。"},
		{"排查单位数", "97.2%", "“排查单位数”一栏写的是“97.2%”，读不成数。请改成整数，例如 12；没有的填 0，未报送的留空。"},
		{"排查单位数", "1,2", "“排查单位数”一栏写的是“1,2”，读不成数。请改成整数，例如 12；没有的填 0，未报送的留空。"},
		{"排查单位数", "#REF!", "“排查单位数”一栏写的是“#REF!”，读不成数。请改成整数，例如 12；没有的填 0，未报送的留空。"},
		{"排查单位数", "12.5", "“排查单位数”一栏写的是“12.5”，这里应是整数。请核对后改正。"},
		{"排查单位数", "-3", "“排查单位数”一栏写的是“-3”，这里不会是负数。请核对后改正。"},
		{"排查单位数", "(3)", "“排查单位数”一栏写的是“(3)”，这里不会是负数。请核对后改正。"},
		{"排查单位数", "1000000000001", "“排查单位数”一栏写的是“1000000000001”，这个数太大。请核对是否多写了几位。"},
		{"治理资金(万元)", "若干", "“治理资金(万元)”一栏写的是“若干”，读不成金额。请改成数，例如 12.5；没有的填 0。"},
		{"治理资金(万元)", "15项", "“治理资金(万元)”一栏写的是“15项”，读不成金额。请改成数，例如 12.5；没有的填 0。"},
		{"治理资金(万元)", "-1", "“治理资金(万元)”一栏写的是“-1”，这里不会是负数。请核对后改正。"},
		{"治理资金(万元)", "1000000000", "“治理资金(万元)”一栏写的是“1000000000”，这个数太大。请核对是否多写了几位，或把元当成了万元。"},
		{"整改率", "较好", "“整改率”一栏写的是“较好”，读不成百分数。请改成百分数，例如 97.2%；没有隐患的填“/”。"},
		{"整改率", "-5%", "“整改率”一栏写的是“-5%”，读不成百分数。请改成百分数，例如 97.2%；没有隐患的填“/”。"},
		{"得分", "优", "“得分”一栏写的是“优”，读不成数。请改成数字，例如 90.5。"},
		{"名次", "末位", "“名次”一栏写的是“末位”，读不成名次。请改成名次，例如 3 或“第三名”；不参加排名的填“/”。"},
		{"名次", "0", "“名次”一栏写的是“0”，读不成名次。请改成名次，例如 3 或“第三名”；不参加排名的填“/”。"},
	} {
		if _, got := cell(test.column, test.text); got != place+test.want+"\n" {
			t.Errorf("%s %q:\n%s", test.column, test.text, cmp.Diff(place+test.want+"\n", got))
		}
	}
}

// Whatever stands in a cell: it is read or reported, and counts are never negative.
func FuzzCell(f *testing.F) {
	for _, text := range []string{"12", "１２", "97.2%", "0.972", "/", "无", "第三名", "12项", "1.5万", "15万元", "#DIV/0!", "1e308", "-0", "(3)", "未报送", "合计", "\ufffd"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, column := range []string{"排查单位数", "治理资金(万元)", "整改率", "得分", "名次", "隐患数"} {
			s, _ := cell(column, text)
			for i := range s.Rows {
				for m, c := range s.Rows[i].Counts {
					if c.Known() && (c.N() < 0 || c.N() > 1e12) {
						t.Errorf("%q under %s: %s %d", text, column, record.Measure(m), c.N())
					}
				}
			}
			for _, c := range s.Rates {
				if c.Typed.Written && c.Typed.Value.Units < 0 {
					t.Errorf("%q is a rate of %s", text, c.Typed.Value)
				}
			}
			_ = fmt.Sprint(dump(s), totals(s.Totals))
		}
	})
}
