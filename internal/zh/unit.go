package zh

import (
	"strings"
	"unicode/utf8"
)

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
