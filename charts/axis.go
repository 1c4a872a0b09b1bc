package charts

import (
	"math"
	"strconv"
)

// axis is a stretch of numbers with round ticks from lo to hi.
type axis struct {
	lo, hi, step float64
}

// niceAxis covers lo to hi with about n steps of 1, 2, 2.5 or 5 times a power
// of ten; whole keeps them whole numbers.
func niceAxis(lo, hi float64, n int, whole bool) axis {
	if hi <= lo {
		hi = lo + 1
	}
	step := niceStep((hi-lo)/float64(max(n, 1)), whole)
	first, last := math.Floor(lo/step+1e-9), math.Ceil(hi/step-1e-9)
	return axis{first * step, max(last, first+1) * step, step}
}

// niceStep is the smallest round number that is not below raw.
func niceStep(raw float64, whole bool) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range [...]float64{1, 2, 2.5, 5, 10} {
		step := m * power
		if whole && (step < 1 || step != math.Trunc(step)) {
			continue
		}
		if step >= raw*(1-1e-9) {
			return step
		}
	}
	return math.Max(10*power, 1)
}

// ticks is the number of ticks, both ends included.
func (a axis) ticks() int { return int(math.Round((a.hi-a.lo)/a.step)) + 1 }

// tick is the number at the i-th tick.
func (a axis) tick(i int) float64 { return a.lo + float64(float64(i)*a.step) }

// text prints a tick with no more decimals than the steps need.
func (a axis) text(i int, unit string) string {
	decimals := 0
	for s := a.step; decimals < 4 && math.Abs(s-math.Round(s)) > 1e-6; s *= 10 {
		decimals++
	}
	return strconv.FormatFloat(a.tick(i), 'f', decimals, 64) + unit
}

// scale places an axis on the page; to may lie before from.
type scale struct {
	axis
	from, to float64
}

// at is the place of a number. The conversion keeps machines that fuse
// multiplication and addition from rounding differently.
func (s scale) at(v float64) float64 {
	return s.from + float64((v-s.lo)/(s.hi-s.lo)*(s.to-s.from))
}

// zeroAxis starts at zero, for bars and columns, whose length is their value.
func (f *Figure) zeroAxis(lo, hi float64, n int) axis {
	lo, hi = math.Min(lo, 0), math.Max(hi, 0)
	if f.Scale == Percents && hi <= 100 {
		hi = 100
	}
	return niceAxis(lo, hi, n, f.Scale == Counts)
}

// fittedAxis fits the numbers, for lines. Counts still start at zero; others
// do when their lowest number is less than half of their highest. Percentages
// end at 100 unless a number is above.
func (f *Figure) fittedAxis(lo, hi float64, n int) axis {
	if lo >= 0 && (f.Scale == Counts || lo < hi/2) {
		return f.zeroAxis(0, hi, n)
	}
	if pad := 5 - (hi-lo)/2; f.Scale != Counts && pad > 0 {
		top := hi
		lo, hi = lo-pad, hi+pad
		if f.Scale == Percents && top <= 100 && hi > 100 {
			lo, hi = lo-(hi-100), 100
		}
	}
	return niceAxis(lo, hi, n, f.Scale == Counts)
}

// tickUnit follows the number of a tick.
func (f *Figure) tickUnit() string {
	if f.Scale == Percents {
		return "%"
	}
	return ""
}
