package intake

import (
	"cmp"
	"math/bits"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// most is the largest number that is believed: more than all of China has of anything counted here, and
// small enough that a percentage of it never overflows.
const most = 1_000_000_000_000

// fault is what is wrong with a cell and what its author is told to do; nil is
// none.
type fault struct{ fact, advice string }

// count reads one count. Blank and a written none ("/", "-") are no count; 无 and
// 零报告 are a count of zero. scale is 10⁴ for a unit of 万户.
func count(text string, scale int64) (c record.Count, nilReport bool, wrong *fault) {
	if n, ok := plainDigits(text); ok && n <= most/scale {
		return record.CountOf(n * scale), false, nil
	}
	switch zh.None(text) {
	case zh.Blank, zh.Dash:
		return record.Count{}, false, nil
	case zh.Nothing:
		return record.CountOf(0), true, nil
	}
	bad := func(fact, advice string) (record.Count, bool, *fault) {
		return record.Count{}, false, &fault{fact, advice}
	}
	n, ok := zh.ParseNumber(text)
	if !ok || n.Percent {
		return bad("读不成数", "请改成整数，例如 12；没有的填 0，未报送的留空。")
	}
	scale *= unitScale(n.Unit)
	inTenThousands := scale > 1
	units, whole := n.Units, true
	for range n.Decimals {
		if scale%10 == 0 && scale > 1 {
			scale /= 10
			continue
		}
		whole = whole && units%10 == 0
		units /= 10
	}
	switch {
	case units < 0:
		return bad("这里不会是负数", "请核对后改正。")
	case !whole && inTenThousands:
		return bad("小数位太多", "请核对后改正；以万计的数最多写四位小数。")
	case !whole:
		return bad("这里应是整数", "请核对后改正。")
	case units > most/scale:
		return bad("这个数太大", "请核对是否多写了几位。")
	}
	return record.CountOf(units * scale), false, nil
}

// plainDigits reads what most cells are, a few digits, without the care that the others need.
func plainDigits(text string) (n int64, ok bool) {
	if text == "" || len(text) > 12 {
		return 0, false
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(text[i]-'0')
	}
	return n, true
}

// unitScale is what a unit of counting multiplies by; other units count single things.
func unitScale(unit string) int64 {
	if strings.HasPrefix(unit, "万") {
		return 10_000
	}
	if strings.HasPrefix(unit, "亿") {
		return 100_000_000
	}
	return 1
}

// rate reads a typed rate into percent: 97.2%, 97.2, and 0.972 as Excel keeps
// 97.2%. A bare number up to 1 may mean either, whatever the column's name says
// (整改率(%) often stands over cells that Excel formats as percent), so of the two
// readings the one nearer to the counts is taken.
func rate(text string, numerator, denominator record.Count) (percent record.Decimal, written bool, wrong *fault) {
	if zh.None(text) != zh.NotNone || strings.HasPrefix(text, "#") { // "#DIV/0!" is Excel's 0/0
		return record.Decimal{}, false, nil
	}
	n, ok := zh.ParseNumber(text)
	if !ok || n.Unit != "" || n.Units < 0 || n.Units > most*1000 {
		return record.Decimal{}, false, &fault{"读不成百分数", "请改成百分数，例如 97.2%；没有隐患的填“/”。"}
	}
	percent = record.Decimal{Units: n.Units, Decimals: n.Decimals}
	if fraction := percent.Percent(); !n.Percent && mayBeFraction(percent, numerator, denominator) && nearer(fraction, percent, numerator, denominator) {
		return fraction, true, nil
	}
	return percent, true, nil
}

// mayBeFraction reports whether a bare number may be what Excel keeps of a
// percentage: up to 1, and above only where more was put right than found.
func mayBeFraction(d record.Decimal, numerator, denominator record.Count) bool {
	return d.AtMost(1) || denominator.N() > 0 && numerator.N() > denominator.N()
}

// nearer reports whether the higher of two readings is at least as near to the
// rate of the counts as the lower: whether that is no less than their middle. It is
// true where the counts give no rate.
func nearer(higher, lower record.Decimal, numerator, denominator record.Count) bool {
	if !numerator.Known() || denominator.N() == 0 {
		return true
	}
	sum := higher.Plus(lower)
	high, low := bits.Mul64(uint64(2*100*numerator.N()), uint64(pow10(sum.Decimals)))
	sumHigh, sumLow := bits.Mul64(uint64(sum.Units), uint64(denominator.N()))
	return cmp.Or(cmp.Compare(high, sumHigh), cmp.Compare(low, sumLow)) >= 0
}

// score reads a typed score.
func score(text string) (points record.Decimal, written bool, wrong *fault) {
	if zh.None(text) != zh.NotNone {
		return record.Decimal{}, false, nil
	}
	n, ok := zh.ParseNumber(text)
	if !ok || n.Percent || n.Units > most || n.Units < -most {
		return record.Decimal{}, false, &fault{"读不成数", "请改成数字，例如 90.5。"}
	}
	return record.Decimal{Units: n.Units, Decimals: n.Decimals}, true, nil
}

// rank reads a typed rank: 3, 第三名, 并列第3名.
func rank(text string) (place int, written bool, wrong *fault) {
	if zh.None(text) != zh.NotNone {
		return 0, false, nil
	}
	n, ok := zh.ParseOrdinal(text)
	if !ok || n < 1 {
		return 0, false, &fault{"读不成名次", "请改成名次，例如 3 或“第三名”；不参加排名的填“/”。"}
	}
	return n, true, nil
}

// in says which cell has the fault.
func (f *fault) in(text string, place problem.Place, column string) problem.Problem {
	return problem.Problem{
		Code: problem.UnreadableNumber, Severity: problem.Error, Place: place,
		Message: "“" + foldName(column) + "”一栏写的是" + problem.Quote(text) + "，" + f.fact + "。",
		Advice:  f.advice,
	}
}

// reportFault reports the cell of a row that has a fault.
func (in *reader) reportFault(f *fault, t *table.Table, row *table.Row, column int) {
	in.report(f.in(row.Cells[column], t.Cell(*row, column), t.Columns[column].Name))
}
