package zh

import (
	"strings"
	"time"
)

// The serials of 1954-01-01 and 2119-12-31 in Excel's 1900 date system. A whole
// number outside is taken for a count.
const (
	firstSerial = 19725
	lastSerial  = 80354
)

// ParseDate reads a whole cell as a day: 2026.11.5, 2026-11-05, 2026/11/5,
// 2026年11月5日, 11月5日 (of the given year; not ok when year is 0), 20261105, the
// Excel serial 45000 (1954 to 2119), and 二〇二六年十一月五日. A time, a weekday or
// 前 behind it is dropped, as is the fraction of a serial; 月底 is the month's last
// day. ok is false for a day that the calendar does not have, outside the years
// 1949 to 2199, and for anything else.
func ParseDate(s string, year int) (y, m, d int, ok bool) {
	sc := scanner{s: calendarDigits(s)}
	for _, form := range [...]func(*scanner, int) (int, int, int, bool){
		chineseDate, separatedDate, plainDate, serialDate,
	} {
		try := sc
		if y, m, d, ok = form(&try, year); ok && isDateTail(try.rest()) {
			return y, m, d, isDay(y, m, d)
		}
	}
	return 0, 0, 0, false
}

// chineseDate reads [2026年]11月5日 and [2026年]11月底.
func chineseDate(sc *scanner, year int) (y, m, d int, ok bool) {
	y = year
	try := *sc
	if written, ok := try.year(); ok {
		if _, ok := try.accept("年"); ok {
			y, *sc = written, try
		}
	}
	if m, ok = sc.digits(1, 2); !ok || !isYear(y) {
		return 0, 0, 0, false
	}
	if _, ok = sc.accept("月底"); ok {
		return y, m, time.Date(y, time.Month(m)+1, 0, 0, 0, 0, 0, time.UTC).Day(), true
	}
	if _, ok = sc.accept("月"); !ok {
		return 0, 0, 0, false
	}
	d, ok = sc.digits(1, 2)
	sc.accept("日", "号")
	return y, m, d, ok
}

// separatedDate reads 2026-11-05 with one of . - / twice.
func separatedDate(sc *scanner, _ int) (y, m, d int, ok bool) {
	if y, ok = sc.year(); !ok {
		return 0, 0, 0, false
	}
	separator, ok := sc.accept("-", ".", "/")
	if !ok {
		return 0, 0, 0, false
	}
	if m, ok = sc.digits(1, 2); !ok {
		return 0, 0, 0, false
	}
	if _, ok = sc.accept(separator); !ok {
		return 0, 0, 0, false
	}
	d, ok = sc.digits(1, 2)
	sc.accept("日", "号")
	return y, m, d, ok
}

// plainDate reads 20261105.
func plainDate(sc *scanner, _ int) (y, m, d int, ok bool) {
	n, ok := sc.digits(8, 8)
	y = n / 10000
	return y, n / 100 % 100, n % 100, ok && isYear(y)
}

// serialDate reads 45000 and 45000.3958.
func serialDate(sc *scanner, _ int) (y, m, d int, ok bool) {
	n, ok := sc.digits(5, 5)
	if !ok || n < firstSerial || n > lastSerial {
		return 0, 0, 0, false
	}
	if _, ok := sc.accept("."); ok {
		if !sc.atDigit() || !onlyDigits(sc.s[sc.i:]) {
			return 0, 0, 0, false
		}
		sc.i = len(sc.s)
	}
	t := time.Date(1899, time.December, 30+n, 0, 0, 0, 0, time.UTC)
	return t.Year(), int(t.Month()), t.Day(), sc.done()
}

// isDay reports whether the calendar has the day.
func isDay(y, m, d int) bool {
	if m < 1 || m > 12 || d < 1 || !isYear(y) {
		return false
	}
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}

// isDateTail reports whether s, behind a date, adds nothing to the day: a
// weekday, a time, or 前, which a deadline is written with.
func isDateTail(s string) bool {
	s = strings.Trim(s, "() ")
	for _, word := range [...]string{"星期", "周"} {
		if rest, found := strings.CutPrefix(s, word); found {
			s = strings.TrimLeft(rest, "一二三四五六日天) ")
		}
	}
	switch s {
	case "", "前", "之前", "以前", "上午", "下午":
		return true
	}
	return isTime(strings.TrimPrefix(strings.TrimPrefix(s, "上午"), "下午"))
}

// isTime reports whether s looks like 09:30, 09:30:00.000, T00:00:00Z, 9时30分
// or 2:30 PM.
func isTime(s string) bool {
	digits, marks := 0, 0
	for _, r := range strings.TrimPrefix(s, "T") {
		switch {
		case r >= '0' && r <= '9':
			digits++
		case r == ':' || r == '时' || r == '点':
			marks++
		case !strings.ContainsRune(" .+-分秒ZAPMapm", r):
			return false
		}
	}
	return digits > 0 && marks > 0
}
