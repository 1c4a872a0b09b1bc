package intake_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"jianbao/internal/intake"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// Of a bare number and a hundred times as much, the rate typed is the one that
// is nearer to the counts, and the higher where both are as near.
func TestABareRateIsTheReadingNearerToTheCounts(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	one := table.Table{HeaderRow: 1}
	one.Place.File = "statistics/2026-10.csv"
	for i, name := range []string{"地区", "隐患数", "整改数", "整改率"} {
		one.Columns = append(one.Columns, table.Column{Name: name, Path: []string{name}, Index: i + 1})
	}
	for i := range 4000 {
		units, decimals := random.Int64N(1_000_000_000), random.IntN(19)
		typed := record.Decimal{Units: units, Decimals: decimals}
		numerator, denominator := random.Int64N(200), 1+random.Int64N(200)
		if i%4 == 0 { // the middle of both readings: 200n/d = 101 typed
			typed, numerator, denominator = record.Decimal{Units: 2, Decimals: 1}, 101*int64(1+i%9), 1000*int64(1+i%9)
		}
		one.Rows = append(one.Rows, table.Row{Number: i + 2, Cells: []string{fmt.Sprint("甲", i), fmt.Sprint(denominator), fmt.Sprint(numerator), typed.String()}})
	}
	s, _ := intake.ReadStatistics(slices.Values([]table.Table{one}), intake.NewNames(), intake.Lists{})
	if len(s.Rates) != len(one.Rows) {
		t.Fatalf("%d rates of %d rows", len(s.Rates), len(one.Rows))
	}
	higher := 0
	for _, c := range s.Rates {
		typed, _ := new(big.Rat).SetString(c.Typed.Text)
		hundredfold := new(big.Rat).Mul(typed, big.NewRat(100, 1))
		exact := big.NewRat(100*c.Numerator.N(), c.Denominator.N())
		off := func(r *big.Rat) *big.Rat { d := new(big.Rat).Sub(r, exact); return d.Abs(d) }
		want := typed
		mayBe := typed.Cmp(big.NewRat(1, 1)) <= 0 || c.Numerator.N() > c.Denominator.N()
		if mayBe && off(hundredfold).Cmp(off(typed)) <= 0 {
			want = hundredfold
			higher++
		}
		if c.Typed.Value.Rat().Cmp(want) != 0 {
			t.Errorf("%s for %d of %d is %s%%", c.Typed.Text, c.Numerator.N(), c.Denominator.N(), c.Typed.Value)
		}
	}
	if higher < 1000 || higher > 3000 {
		t.Errorf("%d are a hundred times what was typed", higher)
	}
}
