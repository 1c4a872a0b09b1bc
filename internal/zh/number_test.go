package zh_test

import (
	"math/big"
	"strconv"
	"testing"

	"jianbao/internal/zh"
)

func TestParseNumberReadsCellsAsWritten(t *testing.T) {
	tests := []struct {
		in   string
		want zh.Number
	}{
		{"0", zh.Number{}},
		{"12", zh.Number{Units: 12}},
		{"007", zh.Number{Units: 7}},
		{" 12 ", zh.Number{Units: 12}},
		{"１２３", zh.Number{Units: 123}},
		{"1,234", zh.Number{Units: 1234}},
		{"1，234，567", zh.Number{Units: 1234567}},
		{"12,345.60", zh.Number{Units: 1234560, Decimals: 2}},
		{"97.2%", zh.Number{Units: 972, Decimals: 1, Percent: true}},
		{"97.2％", zh.Number{Units: 972, Decimals: 1, Percent: true}},
		{"９７．２０ ％", zh.Number{Units: 9720, Decimals: 2, Percent: true}},
		{"100%", zh.Number{Units: 100, Percent: true}},
		{"0.972", zh.Number{Units: 972, Decimals: 3}},
		{".5", zh.Number{Units: 5, Decimals: 1}},
		{"0.96789999999999998", zh.Number{Units: 9679, Decimals: 4}},
		{"99.939999999999998", zh.Number{Units: 9994, Decimals: 2}},
		{"9.1920000000000002", zh.Number{Units: 9192, Decimals: 3}},
		{"4.9999999999999996", zh.Number{Units: 5}},
		{"0.123456789012345", zh.Number{Units: 123456789012345, Decimals: 15}},
		{"0.1234567890123455", zh.Number{Units: 123456789012346, Decimals: 15}},
		{"1.5E3", zh.Number{Units: 1500}},
		{"1.2345E+2", zh.Number{Units: 12345, Decimals: 2}},
		{"9.6789999999999998E-1", zh.Number{Units: 9679, Decimals: 4}},
		{"1.50E1", zh.Number{Units: 15}},
		{"1E-4", zh.Number{Units: 1, Decimals: 4}},
		{"1E-300", zh.Number{}},
		{"0E300", zh.Number{}},
		{"12项", zh.Number{Units: 12, Unit: "项"}},
		{"12 家", zh.Number{Units: 12, Unit: "家"}},
		{"１２处", zh.Number{Units: 12, Unit: "处"}},
		{"3人次", zh.Number{Units: 3, Unit: "人次"}},
		{"1.2万", zh.Number{Units: 12, Decimals: 1, Unit: "万"}},
		{"18.9万户", zh.Number{Units: 189, Decimals: 1, Unit: "万户"}},
		{"3,000.5万元", zh.Number{Units: 30005, Decimals: 1, Unit: "万元"}},
		{"1亿", zh.Number{Units: 1, Unit: "亿"}},
		{"95.5分", zh.Number{Units: 955, Decimals: 1, Unit: "分"}},
		{"-3", zh.Number{Units: -3}},
		{"－15.57%", zh.Number{Units: -1557, Decimals: 2, Percent: true}},
		{"+250%", zh.Number{Units: 250, Percent: true}},
		{"(12)", zh.Number{Units: -12}},
		{"（1,234.5）", zh.Number{Units: -12345, Decimals: 1}},
		{"9223372036854775807", zh.Number{Units: 9223372036854775807}},
	}
	for _, tt := range tests {
		got, ok := zh.ParseNumber(tt.in)
		if !ok || got != tt.want {
			t.Errorf("ParseNumber(%q) = %+v, %v, want %+v", tt.in, got, ok, tt.want)
		}
	}
}

func TestParseNumberRefusesTheRest(t *testing.T) {
	for _, in := range []string{
		"", " ", "/", "-", "—", "无", "x", "1,2", "1,23", "1,2345", "0,123", ",123", "1,,234", "12.", ".", "1.2.3", "1 2",
		"12项目", "第12", "约12", "12+", "1e", "e5", "1E9999", "1E30", "--1", "-(1)", "9223372036854775808", "1.000,5",
		"#DIV/0!", "2026-10", "12%%", "12%项", "万", "１２项隐患", "0x10", "1_000", "NaN", "Inf", "()", "(1", "1,234E2,000",
	} {
		if got, ok := zh.ParseNumber(in); ok {
			t.Errorf("ParseNumber(%q) = %+v, want not ok", in, got)
		}
	}
}

func TestParseNumberIsCheapForPlainDigits(t *testing.T) {
	for _, s := range []string{"137354", "97.28%", "12项"} {
		if n := testing.AllocsPerRun(100, func() { zh.ParseNumber(s) }); n != 0 {
			t.Errorf("ParseNumber(%q) allocates %v times", s, n)
		}
	}
}

func TestEveryIntegerReadsBack(t *testing.T) {
	for n := int64(1); n > 0; n *= 3 {
		for _, v := range []int64{n, -n} {
			if got, ok := zh.ParseNumber(strconv.FormatInt(v, 10)); !ok || got != (zh.Number{Units: v}) {
				t.Errorf("%d reads back as %+v, %v", v, got, ok)
			}
		}
	}
}

func TestEveryWorkbookRateReadsBack(t *testing.T) {
	for n := range 10001 {
		raw := strconv.FormatFloat(float64(n)/10000, 'g', 17, 64)
		got, ok := zh.ParseNumber(raw)
		if !ok || ratOf(got).Cmp(big.NewRat(int64(n), 10000)) != 0 {
			t.Fatalf("%d/10000, stored as %s, reads as %+v", n, raw, got)
		}
	}
}

func ratOf(n zh.Number) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n.Decimals)), nil)
	return new(big.Rat).SetFrac(big.NewInt(n.Units), scale)
}

func TestNoneTellsBlankFromDashFromNothing(t *testing.T) {
	tests := []struct {
		in   string
		want zh.NoneKind
	}{
		{"", zh.Blank}, {" 　\u00A0\u200B", zh.Blank},
		{"/", zh.Dash}, {"／", zh.Dash}, {"-", zh.Dash}, {"--", zh.Dash}, {"－", zh.Dash}, {"—", zh.Dash}, {"——", zh.Dash}, {"N/A", zh.Dash},
		{"无", zh.Nothing}, {"无。", zh.Nothing}, {"零", zh.Nothing}, {"零报告", zh.Nothing}, {"当月无隐患", zh.Nothing},
		{"上报当月无隐患", zh.Nothing}, {"未发现隐患", zh.Nothing}, {" 无 ", zh.Nothing},
		{"0", zh.NotNone}, {"无证经营", zh.NotNone}, {"-1", zh.NotNone}, {"#N/A", zh.NotNone}, {"1/2", zh.NotNone},
	}
	for _, tt := range tests {
		if got := zh.None(tt.in); got != tt.want {
			t.Errorf("None(%q) = %v, want %v", tt.in, got, tt.want)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1,234.5万元", "９７．２％", "(12)", "9.6789999999999998E-1", "1E30", "-0.0"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := zh.ParseNumber(s)
		if !ok {
			if n != (zh.Number{}) {
				t.Errorf("%q: %+v although not ok", s, n)
			}
			return
		}
		if n.Decimals < 0 || n.Decimals > 18 || n.Percent && n.Unit != "" {
			t.Errorf("%q: %+v", s, n)
		}
		if again, ok := zh.ParseNumber(n.String()); !ok || again != n {
			t.Errorf("%q is %+v, written %q, reads back as %+v", s, n, n.String(), again)
		}
	})
}
