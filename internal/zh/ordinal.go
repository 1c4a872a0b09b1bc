package zh

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// ParseOrdinal reads a rank: 第十一名, 第11名, 第3位, 11, 十一, 并列第3名,
// 3（并列）. ok is false for anything else and outside 1 to 9999.
func ParseOrdinal(s string) (n int, ok bool) {
	s = Join(s)
	s = strings.TrimPrefix(s, "并列")
	s = strings.TrimSuffix(s, "并列")
	s = strings.TrimSuffix(s, "(并列)")
	s = strings.TrimPrefix(s, "第")
	s = strings.TrimSuffix(s, "名")
	s = strings.TrimSuffix(s, "位")
	if c, isCount := parseCount(s); isCount {
		return int(c.Units), c.Units >= 1 && c.Units <= 9999
	}
	n, ok = parseNumeral(s)
	return n, ok && n >= 1
}

// Numeral writes n as Chinese headings do: 11 is 十一, 105 一百零五. Outside 0
// to 9999 it returns the digits.
func Numeral(n int) string {
	if n < 0 || n > 9999 {
		return strconv.Itoa(n)
	}
	if n == 0 {
		return "零"
	}
	var b strings.Builder
	zero := false // a place was skipped after a digit
	for i, place := range [...]int{1000, 100, 10, 1} {
		d := n / place % 10
		if d == 0 {
			zero = b.Len() > 0
			continue
		}
		if zero {
			b.WriteString("零")
			zero = false
		}
		if d != 1 || place != 10 || b.Len() > 0 { // 十一, but 一百一十
			b.WriteString([...]string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}[d])
		}
		b.WriteString([...]string{"千", "百", "十", ""}[i])
	}
	return b.String()
}

// parseNumeral reads what Numeral writes, with 两 for 二 and 〇 for 零, and four
// digits at most by place: 二〇二六.
func parseNumeral(s string) (int, bool) {
	if s == "" {
		return 0, false
	}
	if !strings.ContainsAny(s, "十百千") {
		return parsePlaces(s)
	}
	total, digit, last := 0, -1, 10000
	for _, r := range s {
		place := placeValue(r)
		if d, ok := digitValue(r); ok {
			if digit > 0 || d == 0 && digit == 0 {
				return 0, false
			}
			digit = d
			continue
		}
		bare := digit < 0 && place == 10 && total == 0 // 十一 without a digit before it
		if place == 0 || place >= last || digit <= 0 && !bare {
			return 0, false
		}
		total += max(digit, 1) * place
		digit, last = -1, place
	}
	return total + max(digit, 0), digit != 0
}

// parsePlaces reads at most four digits by place: 二〇二六 is 2026, 零五 5.
func parsePlaces(s string) (int, bool) {
	n := 0
	for _, r := range s {
		d, ok := digitValue(r)
		if !ok || n > 999 {
			return 0, false
		}
		n = n*10 + d
	}
	return n, utf8.RuneCountInString(s) <= 4
}

func digitValue(r rune) (int, bool) {
	switch r {
	case '〇', '零', '○', '◯':
		return 0, true
	case '一':
		return 1, true
	case '二', '两':
		return 2, true
	case '三':
		return 3, true
	case '四':
		return 4, true
	case '五':
		return 5, true
	case '六':
		return 6, true
	case '七':
		return 7, true
	case '八':
		return 8, true
	case '九':
		return 9, true
	}
	return 0, false
}

func placeValue(r rune) int {
	switch r {
	case '十':
		return 10
	case '百':
		return 100
	case '千':
		return 1000
	}
	return 0
}
