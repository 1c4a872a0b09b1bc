package table

import (
	"math"
	"strconv"

	"jianbao/internal/zh"
)

// Value is a cell to be written. The zero Value is blank.
type Value struct {
	text     string
	units    int64
	decimals int
	kind     valueKind
}

type valueKind int

const (
	textValue valueKind = iota
	numberValue
	percentValue
)

// Text is a cell of text; "" is blank. It is never taken for a formula.
func Text(s string) Value { return Value{text: s} }

// maxDecimals is how many decimals a number can show.
const maxDecimals = 9

// Number is the number units × 10^-decimals, shown with that many decimals: 9020
// and 2 is 90.20. Decimals run from 0 to 9.
func Number(units int64, decimals int) Value {
	return Value{units: units, decimals: min(max(decimals, 0), maxDecimals), kind: numberValue}
}

// Percent is a rate in percent, units × 10^-decimals of it: 968 and 1 is 96.8%.
// In a workbook the cell holds 0.968 and shows 96.8%.
func Percent(units int64, decimals int) Value {
	v := Number(units, decimals)
	v.kind = percentValue
	return v
}

// String returns the cell as it is shown.
func (v Value) String() string {
	if v.kind == textValue {
		return v.text
	}
	return zh.Number{Units: v.units, Decimals: v.decimals, Percent: v.kind == percentValue}.String()
}

// width returns how wide String is.
func (v Value) width() int {
	if v.kind == textValue {
		return zh.Width(v.text)
	}
	var digits [20]byte
	width, shown := len(strconv.AppendInt(digits[:0], v.units, 10)), v.decimals+1
	if v.units < 0 {
		shown++
	}
	width = max(width, shown)
	if v.decimals > 0 {
		width++
	}
	if v.kind == percentValue {
		width++
	}
	return width
}

// float returns what a workbook stores: the nearest number of binary floating
// point, which prints the same digits again up to fifteen of them.
func (v Value) float() float64 {
	decimals := v.decimals
	if v.kind == percentValue {
		decimals += 2
	}
	return float64(v.units) / math.Pow10(decimals)
}
