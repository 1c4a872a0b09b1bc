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
