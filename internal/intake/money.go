package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// inWan is how many 元 one 万元 is, the unit of the official forms.
const inWan = 10_000

// moneyScale is how many 元 one of a unit is: 万元, 人民币元, 千元; ok is false for
// what is no unit of money.
func moneyScale(unit string) (scale int64, ok bool) {
	switch {
	case unit == "":
	case strings.Contains(unit, "亿"):
		return 100_000_000, true
	case strings.Contains(unit, "万"):
		return inWan, true
	case strings.Contains(unit, "千"):
		return 1_000, true
	case strings.Contains(unit, "元"):
		return 1, true
	}
	return inWan, false
}

// titleScale is the unit that a table's titles give all amounts: 单位：家、项、元.
func titleScale(t *table.Table) int64 {
	for _, title := range t.Titles {
		before, units, ok := strings.Cut(strings.Trim(zh.Fold(title.Text), "()"), "单位:")
		if !ok || strings.HasSuffix(before, "填报") || strings.HasSuffix(before, "报送") {
			continue
		}
		for unit := range strings.FieldsFuncSeq(units, func(r rune) bool { return strings.ContainsRune("、,/; ", r) }) {
			if scale, isMoney := moneyScale(unit); isMoney && strings.HasSuffix(unit, "元") {
				return scale
			}
		}
	}
	return inWan
}

// money reads an amount into 元. A unit in the cell stands before that of the
// column, or 150000元 under 万元 would be 10⁴ too much (DOMAIN §3.14). Parts of 元
// are rounded half up.
func money(text string, scale int64) (amount record.Count, wrong *fault) {
	bad := func(fact, advice string) (record.Count, *fault) { return record.Count{}, &fault{fact, advice} }
	switch zh.None(text) {
	case zh.Blank, zh.Dash:
		return record.Count{}, nil
	case zh.Nothing:
		return record.CountOf(0), nil
	}
	n, ok := zh.ParseNumber(text)
	own, isMoney := moneyScale(n.Unit)
	switch {
	case !ok || n.Percent || n.Unit != "" && !isMoney:
		return bad("读不成金额", "请改成数，例如 12.5；没有的填 0。")
	case n.Units < 0:
		return bad("这里不会是负数", "请核对后改正。")
	case isMoney:
		scale = own
	}
	units, decimals := n.Units, n.Decimals
	for ; decimals > 0 && scale > 1; decimals-- {
		scale /= 10
	}
	if decimals > 0 {
		one := pow10(decimals)
		units = (units + one/2) / one
	}
	if units > most/scale {
		return bad("这个数太大", "请核对是否多写了几位，或把元当成了万元。")
	}
	return record.CountOf(units * scale), nil
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}
