package zh

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// scanner reads a date or month token by token; spaces before a token are
// passed over. It is a value: a copy is a place to come back to.
type scanner struct {
	s string
	i int
}

func (sc *scanner) rest() string { return strings.TrimLeft(sc.s[sc.i:], " ") }

// digits reads a run of ASCII digits of which there may be min to max, and
// nothing when the run is shorter or longer.
func (sc *scanner) digits(least, most int) (n int, ok bool) {
	rest := sc.rest()
	end := 0
	for end < len(rest) && isDigit(rest[end]) {
		end++
	}
	if end < least || end > most {
		return 0, false
	}
	c, ok := parseCount(rest[:end])
	if ok {
		sc.i = len(sc.s) - len(rest) + end
	}
	return int(c.Units), ok
}

// accept reads the first of the words that comes next.
func (sc *scanner) accept(words ...string) (word string, ok bool) {
	rest := sc.rest()
	for _, w := range words {
		if strings.HasPrefix(rest, w) {
			sc.i = len(sc.s) - len(rest) + len(w)
			return w, true
		}
	}
	return "", false
}

// atDigit reports whether a digit comes next, without a space before it.
func (sc *scanner) atDigit() bool { return sc.i < len(sc.s) && isDigit(sc.s[sc.i]) }

func (sc *scanner) done() bool { return sc.rest() == "" }

// year reads four digits of 1949 to 2199, the years that records have.
func (sc *scanner) year() (int, bool) {
	y, ok := sc.digits(4, 4)
	return y, ok && isYear(y)
}

func isYear(y int) bool { return y >= 1949 && y <= 2199 }

// calendarDigits folds s and writes Chinese numerals that stand before 年, 月,
// 日, 号 or a sign of range in digits: 二〇二六年一至十月 → 2026年1至10月.
func calendarDigits(s string) string {
	s = Fold(s)
	if !strings.ContainsAny(s, "一二三四五六七八九十") {
		return s
	}
	var b strings.Builder
	for len(s) > 0 {
		run := numeralRun(s)
		n, ok := parseNumeral(s[:run])
		if run > 0 && ok && startsUnit(s[run:]) {
			b.WriteString(strconv.Itoa(n))
			s = s[run:]
			continue
		}
		_, size := utf8.DecodeRuneInString(s)
		size = max(size, run)
		b.WriteString(s[:size])
		s = s[size:]
	}
	return b.String()
}

// numeralRun returns how many bytes at the start of s are Chinese numerals.
func numeralRun(s string) int {
	for i, r := range s {
		if _, ok := digitValue(r); !ok && placeValue(r) == 0 {
			return i
		}
	}
	return len(s)
}

func startsUnit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("年月日号至到-—–~～―─", r) && len(s) > 0
}
