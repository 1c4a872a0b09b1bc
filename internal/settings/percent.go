package settings

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// decimalOf reads a plain number of at most six digits before the point and four
// behind it, full-width or not, and keeps how many decimals were written.
func decimalOf(text string) (d record.Decimal, ok bool) {
	whole, part, pointed := strings.Cut(zh.Fold(text), ".")
	if whole == "" || len(whole) > 6 || len(part) > 4 || pointed && part == "" {
		return record.Decimal{}, false
	}
	for _, r := range whole + part {
		if r < '0' || r > '9' {
			return record.Decimal{}, false
		}
		d.Units = d.Units*10 + int64(r-'0')
	}
	d.Decimals = len(part)
	return d, true
}

// percentOf reads 95, 95.5 or 95.5%, and says whether the sign was there.
func percentOf(text string) (d record.Decimal, signed, ok bool) {
	folded := zh.Fold(text)
	number, signed := strings.CutSuffix(folded, "%")
	d, ok = decimalOf(strings.TrimSpace(number))
	return d, signed, ok
}

// target reads a rate that the office has set as its goal.
func (c *checker) target(v value) record.Decimal {
	const how = "请写百分数，例如 95、95.5 或 95.5%；没有目标时请删去这一行。"
	if !v.written() {
		return record.Decimal{}
	}
	d, signed, ok := percentOf(v.text)
	switch {
	case !ok:
		c.bad(v, "不是一个百分数。", how)
	case d.Units == 0 || !d.AtMost(100):
		c.bad(v, "目标应当大于 0、不超过 100%。", how)
	case !signed && d.AtMost(1):
		c.bad(v, "看不出是百分之几还是几成。", "请写明百分号：如果目标是百分之 "+d.Percent().String()+"，请写成“"+d.Percent().String()+"%”。")
	default:
		return d
	}
	return record.Decimal{}
}
