package indicator

import (
	"fmt"
	"math/big"

	"jianbao/internal/record"
)

// Against names what a figure is compared with: [MonthBefore], [YearBefore] or a [SpanTo].
type Against int

const (
	MonthBefore Against = iota // 环比
	YearBefore                 // 同比
)

// SpanTo compares cumulative figures with those from January to an earlier month
// of the same year: 较1—9月. 较上月 would promise the figures of one month.
func SpanTo(month int) Against { return YearBefore + Against(month) }

// String is what is compared with: 上月, 上年同期, 1—9月.
func (a Against) String() string {
	switch {
	case a == MonthBefore:
		return "上月"
	case a == YearBefore:
		return "上年同期"
	case a == SpanTo(1):
		return "1月"
	}
	return fmt.Sprintf("1—%d月", a-YearBefore)
}

// Direction is where a figure went.
type Direction int

const (
	NoChange Direction = iota // equal, or not comparable
	Up
	Down
)

// Change is one figure against an earlier one, in words (DOMAIN §3.8): rates
// change in 百分点, counts in percent; equal is 持平; a base of zero is named and
// not divided by. The zero Change says nothing, because one side is missing.
type Change struct {
	Direction Direction
	Text      string // 较上月上升1.2个百分点; "" when one side is missing
	Amount    string // 上升1.2个百分点, 持平, 上月为0
}

// Known reports whether there is anything to say.
func (c Change) Known() bool { return c.Text != "" }

func newChange(against Against, d Direction, amount string) Change {
	return Change{Direction: d, Text: "较" + against.String() + amount, Amount: amount}
}

// RateChange compares two rates in percentage points. The difference is taken
// exactly and rounded once, so it may differ from the difference of the
// printed rates by one in the last decimal (DOMAIN §3.11).
func RateChange(now, before Rate, against Against, decimals int) Change {
	if !now.HasValue() || !before.HasValue() {
		return Change{}
	}
	diff := new(big.Rat).Sub(now.Rat(), before.Rat())
	sign := diff.Sign()
	if sign == 0 {
		return newChange(against, NoChange, "持平")
	}
	points := roundRat(diff.Abs(diff.Mul(diff, big.NewRat(100, 1))), decimals)
	amount := decimal(points, decimals, true) + "个百分点"
	if points == 0 {
		amount = "不到" + decimal(1, decimals, true) + "个百分点"
	}
	if sign > 0 {
		return newChange(against, Up, "上升"+amount)
	}
	return newChange(against, Down, "下降"+amount)
}

// CountChange compares two counts in percent of the earlier one.
func CountChange(now, before record.Count, against Against, decimals int) Change {
	if !now.Known() || !before.Known() {
		return Change{}
	}
	n, b := now.N(), before.N()
	switch {
	case n == b:
		return newChange(against, NoChange, "持平")
	case b == 0:
		return Change{Direction: Up, Text: against.String() + "为0", Amount: against.String() + "为0"}
	}
	percent := roundRat(big.NewRat(100*max(n-b, b-n), b), decimals)
	amount := decimal(percent, decimals, true) + "%"
	if percent == 0 {
		amount = "不到" + decimal(1, decimals, true) + "%"
	}
	if n > b {
		return newChange(against, Up, "上升"+amount)
	}
	return newChange(against, Down, "下降"+amount)
}

// Difference is how many more or fewer: 增加2项, 减少1项, 持平.
func Difference(now, before record.Count, against Against, unit string) Change {
	if !now.Known() || !before.Known() {
		return Change{}
	}
	switch d := now.N() - before.N(); {
	case d > 0:
		return newChange(against, Up, "增加"+decimal(d, 0, true)+unit)
	case d < 0:
		return newChange(against, Down, "减少"+decimal(-d, 0, true)+unit)
	}
	return newChange(against, NoChange, "持平")
}

// roundRat rounds a non-negative fraction half up to units of the last decimal.
func roundRat(r *big.Rat, decimals int) int64 {
	scaled := new(big.Rat).Mul(r, new(big.Rat).SetInt64(2*pow10(decimals)))
	num := new(big.Int).Add(scaled.Num(), scaled.Denom())
	return num.Quo(num, new(big.Int).Mul(big.NewInt(2), scaled.Denom())).Int64()
}
