package record_test

import (
	"math"
	"testing"
	"testing/quick"

	"jianbao/internal/record"
)

// A decimal prints what its fraction is, with all its decimals.
func TestADecimalPrintsItsFraction(t *testing.T) {
	agree := func(units int64, decimals uint8) bool {
		d := record.Decimal{Units: units, Decimals: int(decimals % 7)}
		return d.String() == d.Rat().FloatString(d.Decimals)
	}
	for _, units := range []int64{0, 5, -5, 10, -10, 8510, 99, 100, math.MaxInt64, math.MinInt64} {
		for decimals := range uint8(7) {
			if !agree(units, decimals) {
				t.Errorf("%d with %d decimals prints %s", units, decimals, record.Decimal{Units: units, Decimals: int(decimals)})
			}
		}
	}
	if err := quick.Check(agree, nil); err != nil {
		t.Error(err)
	}
}

// Decimals compare as their fractions do, whatever their size.
func TestDecimalsCompareByValue(t *testing.T) {
	agree := func(a, b int64, aDecimals, bDecimals uint8) bool {
		d := record.Decimal{Units: a, Decimals: int(aDecimals % 19)}
		e := record.Decimal{Units: b, Decimals: int(bDecimals % 19)}
		return d.Cmp(e) == d.Rat().Cmp(e.Rat()) && d.Cmp(d) == 0
	}
	units := []int64{0, 1, -1, 9, 10, 100, 8510, math.MaxInt64, math.MaxInt64 / 10, math.MaxInt64/10 + 1, math.MinInt64, math.MinInt64 / 10, math.MinInt64/10 - 1}
	for _, a := range units {
		for _, b := range units {
			for decimals := range uint8(19) {
				if !agree(a, b, decimals, 0) || !agree(a, b, 2, decimals) {
					t.Errorf("%d and %d, with %d decimals", a, b, decimals)
				}
			}
		}
	}
	if err := quick.Check(agree, nil); err != nil {
		t.Error(err)
	}
}
