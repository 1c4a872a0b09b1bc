package intake

import (
	"strings"
)

// moneyScale is how many 元 one of a unit is: 万元, 人民币元, 千元. Without a unit it
// is 万元, as the official forms have it.
func moneyScale(unit string) int64 {
	switch {
	case strings.Contains(unit, "亿"):
		return 100_000_000
	case strings.Contains(unit, "万"):
		return 10_000
	case strings.Contains(unit, "千"):
		return 1_000
	case strings.Contains(unit, "元"):
		return 1
	}
	return 10_000
}
