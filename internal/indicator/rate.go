package indicator

import (
	"bytes"
	"math"
	"math/big"
	"strconv"
)

// Rate is a fraction of two counts. It keeps both, is compared exactly, and is
// rounded only when printed. The zero Rate is unknown: its counts were not
// reported. A Rate of 0/0 is known and has no value: nothing was found.
type Rate struct {
	Numerator   int64
	Denominator int64
	Known       bool
	Old         bool // some part of it has more put right than found: see HasOld
}

// None is what is printed where there is no rate (the official form prints "/").
const None = "—"

// HasValue reports whether the rate can be computed and compared.
func (r Rate) HasValue() bool { return r.Known && r.Denominator > 0 }

// Plus pools two rates: numerators and denominators are added. An unknown rate adds nothing.
func (r Rate) Plus(s Rate) Rate {
	return Rate{r.Numerator + s.Numerator, r.Denominator + s.Denominator, r.Known || s.Known, r.HasOld() || s.HasOld()}
}

// Rat returns the exact fraction; only for a rate that HasValue.
func (r Rate) Rat() *big.Rat { return big.NewRat(r.Numerator, r.Denominator) }

// Cmp compares two rates that have a value by cross multiplication, without rounding.
func (r Rate) Cmp(s Rate) int {
	const safe = 1 << 31
	if max(r.Numerator, r.Denominator, s.Numerator, s.Denominator) < safe {
		a, b := r.Numerator*s.Denominator, s.Numerator*r.Denominator
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	return r.Rat().Cmp(s.Rat())
}

// Percent is the value for a position on an axis, not for printing.
func (r Rate) Percent() float64 {
	if !r.HasValue() {
		return 0
	}
	return 100 * float64(r.Numerator) / float64(r.Denominator)
}

// Over reports whether more was put right than found.
func (r Rate) Over() bool { return r.HasValue() && r.Numerator > r.Denominator }

// HasOld reports whether hazards found earlier are among those put right: in the
// whole, or in some part, where they make up for what is open in another: 30 of
// 32 and 5 of 3 are 35 of 35. No page prints such a rate without a word (DOMAIN §3.6).
func (r Rate) HasOld() bool { return r.Known && (r.Old || r.Numerator > r.Denominator) }

// Text prints the rate with the given decimals, half up (四舍五入). 100% and 0%
// stand only where all or nothing is done, and then without decimals: 9996 of
// 10000 prints 99.9%, 1 of 10000 prints 0.1%. A rate without a value prints "—".
func (r Rate) Text(decimals int) string {
	if !r.HasValue() {
		return None
	}
	var text [24]byte
	return string(append(appendDecimal(text[:0], r.units(decimals), decimals, exact(r)), '%'))
}

// exact reports whether the rate is a whole 0% or 100%.
func exact(r Rate) bool { return r.Numerator == 0 || r.Numerator == r.Denominator }

// units is the rate in units of the last printed decimal of a percent.
func (r Rate) units(decimals int) int64 {
	one := pow10(decimals)
	units := halfUp(r.Numerator, 100*one, r.Denominator)
	switch all := 100 * one; {
	case r.Numerator > 0 && units == 0:
		return 1
	case r.Numerator < r.Denominator && units >= all:
		return all - 1
	case r.Numerator > r.Denominator && units <= all:
		return all + 1
	}
	return units
}

// halfUp returns n × scale ÷ d, rounded half up, for non-negative numbers; what
// is beyond int64 is the largest there is.
func halfUp(n, scale, d int64) int64 {
	if n < math.MaxInt64/4/scale && d < math.MaxInt64/4 {
		return (2*n*scale + d) / (2 * d)
	}
	q := new(big.Int).Mul(big.NewInt(n), big.NewInt(scale))
	q.Lsh(q, 1).Add(q, big.NewInt(d)).Quo(q, new(big.Int).Lsh(big.NewInt(d), 1))
	if !q.IsInt64() {
		return math.MaxInt64
	}
	return q.Int64()
}

func pow10(n int) int64 {
	p := int64(1)
	for range n {
		p *= 10
	}
	return p
}

// decimal prints units × 10^-decimals; short drops zeros behind the point.
func decimal(units int64, decimals int, short bool) string {
	var text [24]byte
	return string(appendDecimal(text[:0], units, decimals, short))
}

func appendDecimal(text []byte, units int64, decimals int, short bool) []byte {
	if units < 0 {
		text, units = append(text, '-'), -units
	}
	one := pow10(decimals)
	text = strconv.AppendInt(text, units/one, 10)
	if decimals == 0 || short && units%one == 0 {
		return text
	}
	point := len(text)
	text = strconv.AppendInt(text, units%one+one, 10)
	text[point] = '.' // for the 1 that kept the zeros behind it
	if short {
		text = bytes.TrimRight(text, "0")
	}
	return text
}
