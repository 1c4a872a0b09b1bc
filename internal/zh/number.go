package zh

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Number is a decimal number as people write it: Units × 10^-Decimals. 97.20%
// is {9720, 2, true, ""}: the decimals written are kept.
type Number struct {
	Units    int64
	Decimals int    // 0 to 18
	Percent  bool   // written with a % sign; the value is still 97.2, not 0.972
	Unit     string // the count word or unit behind the number, as written: 项, 万元
}

// precision is how many digits Excel and WPS keep: they store 0.9679 as
// 0.96789999999999998 and show the digits rounded to fifteen.
const precision = 15

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
	if n, ok := parseCount(s); ok {
		return n, true
	}
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

// parseCount is the short way for what most cells are: 1 to 18 ASCII digits.
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

// parseDecimal reads digits, thousands, fraction and exponent, without a sign.
func parseDecimal(s string) (Number, bool) {
	mantissa, power, hasExponent := s, 0, false
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		var ok bool
		if power, ok = parsePower(s[i+1:]); !ok {
			return Number{}, false
		}
		mantissa, hasExponent = s[:i], true
	}
	whole, fraction, hasPoint := strings.Cut(mantissa, ".")
	whole, ok := cutThousands(whole)
	if !ok || !onlyDigits(whole) || !onlyDigits(fraction) {
		return Number{}, false
	}
	if whole == "" && fraction == "" || hasPoint && fraction == "" {
		return Number{}, false
	}
	if !hasPoint && !hasExponent {
		return parseInteger(whole)
	}
	return round(whole, fraction, power, hasExponent)
}

// parsePower reads the digits of an exponent, of three at most.
func parsePower(s string) (int, bool) {
	sign := 1
	if strings.HasPrefix(s, "-") {
		sign = -1
	}
	s = strings.TrimLeft(s, "+-")
	if s == "" || len(s) > 3 || !onlyDigits(s) {
		return 0, false
	}
	n, _ := parseCount(s)
	return sign * int(n.Units), true
}

// cutThousands takes the commas out; ok is false unless every group but the
// first has three digits and the first one to three, not beginning with 0.
func cutThousands(s string) (string, bool) {
	if !strings.Contains(s, ",") {
		return s, true
	}
	groups := strings.Split(s, ",")
	if n := len(groups[0]); n == 0 || n > 3 || s[0] == '0' {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

func onlyDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return true
}

func parseInteger(s string) (Number, bool) {
	var units int64
	for i := range len(s) {
		d := int64(s[i] - '0')
		if units > (math.MaxInt64-d)/10 {
			return Number{}, false
		}
		units = units*10 + d
	}
	return Number{Units: units}, true
}

// round reads whole.fraction × 10^power to fifteen significant digits.
func round(whole, fraction string, power int, hasExponent bool) (Number, bool) {
	digits := strings.TrimLeft(whole+fraction, "0")
	decimals := len(fraction) - power
	cut := max(len(digits)-precision, decimals-18, 0)
	units, decimals := keep(digits, cut), decimals-cut
	if cut > 0 || hasExponent {
		for decimals > 0 && units%10 == 0 {
			units, decimals = units/10, decimals-1
		}
	}
	for ; decimals < 0; decimals++ {
		if units > math.MaxInt64/10 {
			return Number{}, false
		}
		units *= 10
	}
	return Number{Units: units, Decimals: decimals}, true
}

// keep returns all but the last cut of the digits, rounded half up. There are
// fifteen left at most.
func keep(digits string, cut int) int64 {
	if cut > len(digits) {
		return 0
	}
	n, _ := parseCount(digits[:len(digits)-cut])
	if cut > 0 && digits[len(digits)-cut] >= '5' {
		n.Units++
	}
	return n.Units
}

// isUnit reports whether s is a count word or a unit of money (DOMAIN §2, §4),
// 万 and 亿 before it or alone.
func isUnit(s string) bool {
	for _, scale := range [...]string{"百万", "千万", "万", "亿"} {
		if rest, found := strings.CutPrefix(s, scale); found {
			return rest == "" || isCountWord(rest)
		}
	}
	return isCountWord(s)
}

func isCountWord(s string) bool {
	switch s {
	case "人次", "家次", "户次", "平方米", "公里":
		return true
	}
	r, size := utf8.DecodeRuneInString(s)
	return size == len(s) && size > 0 && strings.ContainsRune("项条处个起件家栋幢座所间套台辆艘份宗例批人名次户元分天日", r)
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
