package indicator_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/internal/indicator"
)

func rate(numerator, denominator int64) indicator.Rate {
	return indicator.Rate{Numerator: numerator, Denominator: denominator, Known: true}
}

func TestRatesPrintHalfUpAndKeepTheirEnds(t *testing.T) {
	for _, test := range []struct {
		rate indicator.Rate
		want [3]string // with 0, 1 and 2 decimals
	}{
		{rate(6558, 6562), [3]string{"99%", "99.9%", "99.94%"}},
		{rate(9996, 10000), [3]string{"99%", "99.9%", "99.96%"}},
		{rate(99999, 100000), [3]string{"99%", "99.9%", "99.99%"}},
		{rate(1, 100000), [3]string{"1%", "0.1%", "0.01%"}},
		{rate(1, 10), [3]string{"10%", "10.0%", "10.00%"}},
		{rate(100, 100), [3]string{"100%", "100%", "100%"}},
		{rate(0, 100), [3]string{"0%", "0%", "0%"}},
		{rate(1, 8), [3]string{"13%", "12.5%", "12.50%"}},
		{rate(137354, 141911), [3]string{"97%", "96.8%", "96.79%"}},
		{rate(1, 2000), [3]string{"1%", "0.1%", "0.05%"}},
		{rate(1999, 2000), [3]string{"99%", "99.9%", "99.95%"}},
		{rate(1, 16), [3]string{"6%", "6.3%", "6.25%"}},
		{rate(67, 200), [3]string{"34%", "33.5%", "33.50%"}},
		{rate(70, 32), [3]string{"219%", "218.8%", "218.75%"}}, // old hazards closed now
		{rate(100001, 100000), [3]string{"101%", "100.1%", "100.01%"}},
		{rate(0, 0), [3]string{"—", "—", "—"}},
		{rate(5, 0), [3]string{"—", "—", "—"}},
		{indicator.Rate{}, [3]string{"—", "—", "—"}},
	} {
		for decimals, want := range test.want {
			if got := test.rate.Text(decimals); got != want {
				t.Errorf("%d/%d with %d decimals: %s, want %s", test.rate.Numerator, test.rate.Denominator, decimals, got, want)
			}
		}
	}
}

// everyRate calls f for all small rates and for many large ones.
func everyRate(f func(indicator.Rate)) {
	for d := int64(1); d <= 120; d++ {
		for n := int64(0); n <= d; n++ {
			f(rate(n, d))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		d := 1 + random.Int64N(1<<(1+random.IntN(45)))
		f(rate(random.Int64N(d+1), d))
		f(rate(d-1, d))
		f(rate(1, d))
	}
}

func TestNothingOpenPrintsAHundredAndNothingDoneZero(t *testing.T) {
	everyRate(func(r indicator.Rate) {
		for decimals := range 3 {
			text := r.Text(decimals)
			if (text == "100%") != (r.Numerator == r.Denominator) || (text == "0%") != (r.Numerator == 0) {
				t.Errorf("%d/%d with %d decimals prints %s", r.Numerator, r.Denominator, decimals, text)
			}
			if strings.HasPrefix(text, "100.") || strings.Trim(text, "0.%") == "" && text != "0%" {
				t.Errorf("%d/%d with %d decimals prints %s", r.Numerator, r.Denominator, decimals, text)
			}
		}
	})
}

// reference rounds a rate half up in exact arithmetic, without regard to its ends.
func reference(r indicator.Rate, decimals int) string {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals+2)), nil)
	v := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(r.Numerator), scale), big.NewInt(r.Denominator))
	v.Add(v, big.NewRat(1, 2))
	floor := new(big.Int).Quo(v.Num(), v.Denom())
	return new(big.Rat).SetFrac(floor, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)).FloatString(decimals) + "%"
}

func TestRatesAreRoundedHalfUp(t *testing.T) {
	everyRate(func(r indicator.Rate) {
		for decimals := range 3 {
			want := reference(r, decimals)
			if ends := strings.TrimRight(want, ".0%"); ends == "" || ends == "1" && strings.HasPrefix(want, "100") {
				continue // 0% and 100% have a rule of their own
			}
			if got := r.Text(decimals); got != want {
				t.Errorf("%d/%d with %d decimals: %s, want %s", r.Numerator, r.Denominator, decimals, got, want)
			}
		}
	})
}

func TestAHigherRateNeverPrintsLower(t *testing.T) {
	printed := func(r indicator.Rate, decimals int) float64 {
		var v float64
		fmt.Sscanf(r.Text(decimals), "%g%%", &v)
		return v
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 20000 {
		d := 1 + random.Int64N(20000)
		e := 1 + random.Int64N(20000)
		a, b := rate(random.Int64N(d+d/8+1), d), rate(random.Int64N(e+e/8+1), e)
		if a.Cmp(b) > 0 {
			a, b = b, a
		}
		for decimals := range 3 {
			if printed(a, decimals) > printed(b, decimals) {
				t.Errorf("%v ≤ %v, but with %d decimals %s and %s", a, b, decimals, a.Text(decimals), b.Text(decimals))
			}
		}
	}
}

func TestPoolingIsAssociativeAndAnUnknownRateAddsNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	pick := func() indicator.Rate {
		if random.IntN(4) == 0 {
			return indicator.Rate{}
		}
		return rate(random.Int64N(100), random.Int64N(100))
	}
	for range 2000 {
		a, b, c := pick(), pick(), pick()
		if a.Plus(b).Plus(c) != a.Plus(b.Plus(c)) || a.Plus(b) != b.Plus(a) || a.Plus(indicator.Rate{}).Text(6) != a.Text(6) {
			t.Fatalf("%v, %v, %v", a, b, c)
		}
	}
}

// 30 of 32 and 5 of 3 are 35 of 35, which is not all put right.
func TestARateRemembersThatOldHazardsMakeUpForOpenOnes(t *testing.T) {
	for _, test := range []struct {
		rate indicator.Rate
		want bool
	}{
		{rate(30, 32).Plus(rate(5, 3)), true}, {rate(5, 3).Plus(rate(30, 32)).Plus(rate(0, 9)), true}, {rate(30, 32).Plus(rate(0, 0)), false},
		{rate(5, 3), true}, {rate(3, 3), false}, {rate(2, 0).Plus(rate(1, 9)), true}, {indicator.Rate{}.Plus(rate(3, 3)), false}, {indicator.Rate{}, false},
	} {
		if got := test.rate.HasOld(); got != test.want {
			t.Errorf("%v: %v", test.rate, got)
		}
	}
}

func TestRatesCompareExactly(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20000 {
		bits := 1 + random.IntN(40)
		a := rate(random.Int64N(1<<bits), 1+random.Int64N(1<<bits))
		b := rate(random.Int64N(1<<bits), 1+random.Int64N(1<<bits))
		if got, want := a.Cmp(b), a.Rat().Cmp(b.Rat()); got != want {
			t.Fatalf("%v against %v: %d, want %d", a, b, got, want)
		}
	}
	if rate(17, 20).Cmp(rate(85, 100)) != 0 {
		t.Error("17/20 and 85/100 are equal")
	}
}

// Counts are believed up to 10¹², and a typed rate may have six decimals.
func TestTheLargestCountsDoNotOverflow(t *testing.T) {
	const most = 1_000_000_000_000
	for decimals := range 7 {
		want := "33." + strings.Repeat("3", decimals) + "%"
		if decimals == 0 {
			want = "33%"
		}
		if got := rate(most/3, most).Text(decimals); got != want {
			t.Errorf("with %d decimals: %s, want %s", decimals, got, want)
		}
	}
	if got := rate(36*most-1, 36*most).Text(2); got != "99.99%" {
		t.Error(got)
	}
}
