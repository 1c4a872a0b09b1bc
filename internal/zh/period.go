package zh

import "strings"

// ParsePeriod reads a whole cell as a month: 2026-10, 2026.10, 2026/10, 202610,
// 2026年10月, 2026年10月份, 二〇二六年十月, and 10月 of the given year (not ok when
// year is 0). 2026年1—10月, 1-10月 and whatever has 累计 behind it are cumulative
// from January (DOMAIN §3.7); a range that begins later is not ok, nor is a day.
func ParsePeriod(s string, year int) (y, m int, cumulative, ok bool) {
	sc := scanner{s: calendarDigits(s)}
	y, m, cumulative, ok = sc.period(year)
	return y, m, cumulative, ok && sc.done()
}

// FindPeriod returns the first month in a title line or a file name, in any of
// the forms of [ParsePeriod]: 云溪县2026年10月安全生产隐患排查治理情况统计表. Where the
// month stands apart from its year (2026年…统计表（10月）) the first year counts.
// Days are passed over.
func FindPeriod(text string) (y, m int, cumulative, ok bool) {
	s := calendarDigits(text)
	if y, m, cumulative, ok = findPeriod(s, 0); ok {
		return y, m, cumulative, ok
	}
	if year, found := findYear(s); found {
		return findPeriod(s, year)
	}
	return 0, 0, false, false
}

func findPeriod(s string, year int) (y, m int, cumulative, ok bool) {
	for i := range len(s) {
		if !isDigit(s[i]) || i > 0 && isDigit(s[i-1]) {
			continue
		}
		sc := scanner{s, i}
		if y, m, cumulative, ok = sc.period(year); ok {
			return y, m, cumulative, ok
		}
	}
	return 0, 0, false, false
}

func findYear(s string) (int, bool) {
	for i := range len(s) {
		if !isDigit(s[i]) || i > 0 && isDigit(s[i-1]) {
			continue
		}
		sc := scanner{s, i}
		y, ok := sc.year()
		if _, isYear := sc.accept("年"); ok && isYear {
			return y, true
		}
	}
	return 0, false
}

// period reads one month or range; the year is the given one where none is
// written.
func (sc *scanner) period(year int) (y, m int, cumulative, ok bool) {
	if y, m, ok = sc.compactPeriod(); !ok {
		y, m, cumulative, ok = sc.writtenPeriod(year)
	}
	if !ok || m < 1 || m > 12 || sc.atMistypedDigit() {
		return 0, 0, false, false
	}
	if _, total := sc.accept("累计", "(累计)"); total {
		cumulative = true
	}
	return y, m, cumulative, true
}

// atMistypedDigit reports whether a lone digit has a letter behind it that looks
// like another one: 2026-1O is not January.
func (sc *scanner) atMistypedDigit() bool {
	alone := sc.i > 1 && isDigit(sc.s[sc.i-1]) && !isDigit(sc.s[sc.i-2])
	return alone && sc.i < len(sc.s) && strings.IndexByte("OoIl", sc.s[sc.i]) >= 0
}

// compactPeriod reads 202610.
func (sc *scanner) compactPeriod() (y, m int, ok bool) {
	try := *sc
	n, ok := try.digits(6, 6)
	if !ok || !isYear(n/100) || try.decimal() {
		return 0, 0, false
	}
	*sc = try
	return n / 100, n % 100, true
}

// writtenPeriod reads 2026-10, 2026年10月, 2026年1-10月, 1-10月.
func (sc *scanner) writtenPeriod(year int) (y, m int, cumulative, ok bool) {
	y = year
	separator := "年"
	try := *sc
	if written, ok := try.year(); ok {
		if separator, ok = try.accept("年度", "年", "-", ".", "/", "_"); !ok {
			return 0, 0, false, false
		}
		y, *sc = written, try
	}
	if m, ok = sc.digits(1, 2); !ok || !isYear(y) {
		return 0, 0, false, false
	}
	if last, ranged := sc.rangeEnd(y); ranged {
		return y, last, true, m == 1 && last >= m
	}
	_, word := sc.accept("月份", "月")
	inChinese := strings.HasPrefix(separator, "年")
	if inChinese && !word || sc.isDay(separator) {
		return 0, 0, false, false
	}
	return y, m, false, true
}

// rangeEnd reads what follows the first month of 1—10月, 1月至10月 and
// 2026年1月—2026年10月.
func (sc *scanner) rangeEnd(year int) (last int, ok bool) {
	try := *sc
	try.accept("月份", "月")
	if _, ok := try.accept("——", "—", "-", "–", "~", "～", "至", "到", "―", "─"); !ok {
		return 0, false
	}
	again := try
	if y, ok := again.year(); ok {
		if _, ok := again.accept("年"); !ok || y != year {
			return 0, false
		}
		try = again
	}
	last, ok = try.digits(1, 2)
	if !ok {
		return 0, false
	}
	if _, ok := try.accept("月份", "月"); !ok || try.isDay("年") {
		return 0, false
	}
	*sc = try
	return last, true
}

// isDay reports whether the month just read goes on to a day: 10月22日,
// 2026-10-22.
func (sc *scanner) isDay(separator string) bool {
	try := *sc
	if !strings.HasPrefix(separator, "年") {
		if _, ok := try.accept(separator); !ok {
			return false
		}
		return try.atDigit()
	}
	_, day := try.digits(1, 2)
	if !day {
		return false
	}
	_, day = try.accept("日", "号")
	return day || try.rest() == ""
}

// decimal reports whether a decimal fraction follows.
func (sc *scanner) decimal() bool {
	try := *sc
	_, point := try.accept(".")
	return point && try.atDigit()
}
