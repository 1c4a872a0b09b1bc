package zh

import (
	"strconv"
	"strings"
)

// Number is a decimal number as people write it: Units × 10^-Decimals. 97.20%
// is {9720, 2, true, ""}: the decimals written are kept.
type Number struct {
	Units    int64
	Decimals int    // 0 to 18
	Percent  bool   // written with a % sign; the value is still 97.2, not 0.972
	Unit     string // the count word or unit behind the number, as written: 项, 万元
}

// ParseNumber reads a whole cell as a number: digits of either width, commas
// between thousands (groups of three only, so that 1,2 is no number), a decimal
// point, an exponent as in the raw values of workbooks, a sign or the brackets
// of accounting for a negative, then % or a count word (项 条 处 个 起 件 家 栋 …)
// or a unit of money, with 万 or 亿 before it or alone.
//
// A number with a point or exponent is rounded half up to fifteen digits, and
// zeros that this leaves at the end are dropped. ok is false for anything else,
// for an integer beyond int64, and for blank.
func ParseNumber(s string) (n Number, ok bool) {
	if n, ok := parsePlain(s); ok {
		return n, true
	}
	return parseWritten(s)
}

// parsePlain is the short way for what nearly all cells are: ASCII digits that
// need no rounding, perhaps a point, perhaps a % sign.
func parsePlain(s string) (n Number, ok bool) {
	s, n.Percent = strings.CutSuffix(s, "%")
	if len(s) == 0 || len(s) > precision || !isDigit(s[len(s)-1]) {
		return Number{}, false
	}
	point := len(s) - 1
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c):
			n.Units = n.Units*10 + int64(c-'0')
		case c == '.' && point == len(s)-1:
			point = i
		default:
			return Number{}, false
		}
	}
	n.Decimals = len(s) - 1 - point
	return n, true
}

// parseWritten reads all that [ParseNumber] does.
func parseWritten(s string) (n Number, ok bool) {
	s = Fold(s)
	s, negative := cutSign(s)
	end := numberEnd(s)
	n, ok = parseDecimal(s[:end])
	if !ok {
		return Number{}, false
	}
	switch rest := strings.TrimSpace(s[end:]); {
	case rest == "":
	case rest == "%":
		n.Percent = true
	case isUnit(rest):
		n.Unit = rest
	default:
		return Number{}, false
	}
	if negative {
		n.Units = -n.Units
	}
	return n, true
}

// parseCount reads 1 to 18 ASCII digits.
func parseCount(s string) (Number, bool) {
	if len(s) == 0 || len(s) > 18 {
		return Number{}, false
	}
	var units int64
	for i := range len(s) {
		if !isDigit(s[i]) {
			return Number{}, false
		}
		units = units*10 + int64(s[i]-'0')
	}
	return Number{Units: units}, true
}

// cutSign takes off the sign or the brackets of a negative number.
func cutSign(s string) (rest string, negative bool) {
	switch {
	case len(s) > 2 && s[0] == '(' && s[len(s)-1] == ')' && isDigit(s[1]):
		return s[1 : len(s)-1], true
	case strings.HasPrefix(s, "-"):
		return strings.TrimLeft(s[1:], " "), true
	case strings.HasPrefix(s, "+"):
		return s[1:], false
	}
	return s, false
}

// numberEnd returns where the number at the start of s ends and its unit begins.
func numberEnd(s string) int {
	for i := range len(s) {
		switch c := s[i]; {
		case isDigit(c) || c == '.' || c == ',':
		case (c == 'e' || c == 'E') && i > 0:
		case (c == '-' || c == '+') && i > 0 && (s[i-1] == 'e' || s[i-1] == 'E'):
		default:
			return i
		}
	}
	return len(s)
}

// String writes the number with ASCII digits and the decimals it has: 97.20%.
func (n Number) String() string {
	digits := strconv.FormatInt(n.Units, 10)
	sign := ""
	if digits[0] == '-' {
		sign, digits = "-", digits[1:]
	}
	if n.Decimals > 0 {
		digits = strings.Repeat("0", max(0, n.Decimals+1-len(digits))) + digits
		digits = digits[:len(digits)-n.Decimals] + "." + digits[len(digits)-n.Decimals:]
	}
	if n.Percent {
		digits += "%"
	}
	return sign + digits + n.Unit
}
