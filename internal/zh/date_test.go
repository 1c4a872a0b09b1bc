package zh_test

import (
	"fmt"
	"testing"
	"time"

	"jianbao/internal/zh"
)

func TestParseDateReadsCellsAsWritten(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2026.11.5", "2026-11-05"}, {"2026-11-05", "2026-11-05"}, {"2026/11/5", "2026-11-05"},
		{"2026年11月5日", "2026-11-05"}, {"2026年11月5号", "2026-11-05"}, {"2026 年 11 月 5 日", "2026-11-05"},
		{"11月5日", "2026-11-05"}, {"20261105", "2026-11-05"}, {"２０２６．１１．５", "2026-11-05"}, {"2026.11.5日", "2026-11-05"},
		{"45000", "2023-03-15"}, {"45000.395833", "2023-03-15"}, {"19725", "1954-01-01"}, {"80354", "2119-12-31"},
		{"2026-11-05 09:30", "2026-11-05"}, {"2026-11-05T00:00:00Z", "2026-11-05"}, {"2026/11/5 0:00:00", "2026-11-05"},
		{"2026年11月5日9时30分", "2026-11-05"}, {"2026年11月5日上午", "2026-11-05"}, {"2026年11月5日（星期四）", "2026-11-05"},
		{"二〇二六年十一月五日", "2026-11-05"}, {"二○二六年十二月三十一日", "2026-12-31"}, {"十一月二十日", "2026-11-20"},
		{"2026年11月20日前", "2026-11-20"}, {"11月底", "2026-11-30"}, {"2028年2月底前", "2028-02-29"}, {"2028-02-29", "2028-02-29"},
	}
	for _, tt := range tests {
		y, m, d, ok := zh.ParseDate(tt.in, 2026)
		if got := fmt.Sprintf("%04d-%02d-%02d", y, m, d); !ok || got != tt.want {
			t.Errorf("ParseDate(%q) = %s, %v, want %s", tt.in, got, ok, tt.want)
		}
	}
}

func TestParseDateRefusesTheRest(t *testing.T) {
	for _, in := range []string{
		"", "/", "12", "2026", "2026-10", "2026年10月", "2026-02-30", "2026.13.1", "2026-0-1", "20260231", "2027年2月29日", "2026-11/05",
		"19724", "80355", "100000", "45000项", "45000.", "11.5", "11-5", "5/11/2026", "26.11.5", "1900年1月1日", "立即整改", "2026年11月5日至6日",
		"2026-11-05前后", "2026-11-051", "11月31日", "13月底", "2026年第11月5日",
	} {
		if y, m, d, ok := zh.ParseDate(in, 2026); ok {
			t.Errorf("ParseDate(%q) = %d-%d-%d, want not ok", in, y, m, d)
		}
	}
	if _, _, _, ok := zh.ParseDate("11月5日", 0); ok {
		t.Error("11月5日 is a day without a year")
	}
}

// TestEveryDayReadsBack takes every fifth day, which in 166 years is every day of
// the year.
func TestEveryDayReadsBack(t *testing.T) {
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	for day := time.Date(1954, 1, 1, 0, 0, 0, 0, time.UTC); day.Year() < 2120; day = day.AddDate(0, 0, 5) {
		serial := fmt.Sprint(int(day.Sub(epoch).Hours() / 24))
		chinese := fmt.Sprintf("%s年%s月%s日", places(day.Year()), zh.Numeral(int(day.Month())), zh.Numeral(day.Day()))
		for _, s := range []string{day.Format("2006-01-02"), day.Format("20060102"), day.Format("2006年1月2日"), serial, chinese} {
			y, m, d, ok := zh.ParseDate(s, 0)
			if !ok || y != day.Year() || m != int(day.Month()) || d != day.Day() {
				t.Fatalf("%s reads as %d-%d-%d, %v", s, y, m, d, ok)
			}
		}
	}
}

// places writes a year digit by digit.
func places(year int) string {
	s := ""
	for _, c := range fmt.Sprint(year) {
		s += string([]rune("〇一二三四五六七八九")[c-'0'])
	}
	return s
}

func period(y, m int, cumulative, ok bool) string {
	if !ok {
		return "none"
	}
	s := fmt.Sprintf("%04d-%02d", y, m)
	if cumulative {
		s += " cumulative"
	}
	return s
}

func TestParsePeriod(t *testing.T) {
	tests := []struct{ in, want string }{
		{"2026-10", "2026-10"}, {"2026年10月", "2026-10"}, {"2026.10", "2026-10"}, {"2026/10", "2026-10"}, {"202610", "2026-10"},
		{"2026年10月份", "2026-10"}, {"二〇二六年十月", "2026-10"}, {"２０２６年１０月", "2026-10"}, {"10月", "2026-10"}, {"10月份", "2026-10"},
		{"2026年1—10月", "2026-10 cumulative"}, {"1-10月", "2026-10 cumulative"}, {"1—10月份", "2026-10 cumulative"},
		{"2026年1月至10月", "2026-10 cumulative"}, {"2026年1月—2026年10月", "2026-10 cumulative"}, {"一至十月", "2026-10 cumulative"},
		{"2026年10月累计", "2026-10 cumulative"}, {"2026年1～10月", "2026-10 cumulative"}, {"2026.1-10月", "2026-10 cumulative"},
		{"2026年1-1月", "2026-01 cumulative"},
		{"", "none"}, {"10", "none"}, {"2026", "none"}, {"2026-13", "none"}, {"2026-0", "none"}, {"202613", "none"}, {"2026年10月22日", "none"},
		{"2026-10-22", "none"}, {"3-5月", "none"}, {"2026年10-1月", "none"}, {"云溪县2026年10月", "none"}, {"1234567", "none"}, {"合计", "none"},
		{"202610.5", "none"}, {"18:30", "none"},
	}
	for _, tt := range tests {
		if got := period(zh.ParsePeriod(tt.in, 2026)); got != tt.want {
			t.Errorf("ParsePeriod(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
	if got := period(zh.ParsePeriod("10月", 0)); got != "none" {
		t.Errorf("10月 without a year = %s", got)
	}
}

func TestFindPeriod(t *testing.T) {
	tests := []struct{ in, want string }{
		{"云溪县2026年10月安全生产隐患排查治理情况统计表", "2026-10"},
		{"（2026年1—10月累计）", "2026-10 cumulative"},
		{"云溪县安全隐患统计（2026年1-10月）", "2026-10 cumulative"},
		{"2026年10月报表", "2026-10"}, {"2026年10月报表.xlsx", "2026-10"}, {"statistics/2026-10.xlsx", "2026-10"}, {"青石镇202610月报.xlsx", "2026-10"},
		{"2026年云溪县隐患排查治理统计表（10月）", "2026-10"}, {"2026年度云溪县统计表 1—10月", "2026-10 cumulative"},
		{"二〇二六年十月安全生产情况", "2026-10"}, {"统一2026年10月填报", "2026-10"}, {"安委办〔2026〕27号 2026年9月", "2026-09"},
		{"2026年10月22日会议通报2026年9月情况", "2026-09"}, {"2026年10月与2025年10月对比", "2026-10"}, {"2026年10月 35家企业", "2026-10"},
		{"安委办〔2026〕10号", "none"}, {"截止日期：2026年10月31日", "none"}, {"电话0791-2026100", "none"}, {"20261022", "none"}, {"", "none"},
		{"2026-10-22会议记录", "none"}, {"2026年10月 22日", "none"}, {"合计202610.5", "none"}, {"2026年10月35家企业", "2026-10"}, {"10月", "none"},
		{"2026-1O.csv", "none"}, {"2026-1l", "none"}, {"2026-10old.csv", "2026-10"},
	}
	for _, tt := range tests {
		if got := period(zh.FindPeriod(tt.in)); got != tt.want {
			t.Errorf("FindPeriod(%q) = %s, want %s", tt.in, got, tt.want)
		}
	}
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2026-11-05 09:30", "二〇二六年十一月五日", "45000.5", "11月底前", "2026年1—10月", "（星期四）"} {
		f.Add(s, 2026)
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		y, m, d, ok := zh.ParseDate(s, year)
		if ok {
			day := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
			if day.Year() != y || int(day.Month()) != m || day.Day() != d || y < 1949 || y > 2199 {
				t.Errorf("%q: no such day %d-%d-%d", s, y, m, d)
			}
		}
	})
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2026年1—10月", "202610", "2026年度统计表(10月)", "一至十月"} {
		f.Add(s, 2026)
	}
	f.Fuzz(func(t *testing.T, s string, year int) {
		y, m, cumulative, ok := zh.ParsePeriod(s, year)
		if ok && (m < 1 || m > 12 || y < 1949 || y > 2199) {
			t.Errorf("%q: %d-%d", s, y, m)
		}
		fy, fm, fc, found := zh.FindPeriod(s)
		if whole := period(zh.ParsePeriod(s, 0)); whole != "none" && whole != period(fy, fm, fc, found) {
			t.Errorf("%q: parsed %s (%v), found %s", s, whole, cumulative, period(fy, fm, fc, found))
		}
	})
}
