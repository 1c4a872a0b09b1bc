package zh

import (
	"math"
	"strings"
)

// precision is how many digits Excel and WPS keep: they store 0.9679 as
// 0.96789999999999998 and show the digits rounded to fifteen.
const precision = 15

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
