package ranking

import (
	"math"
	"math/big"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// valued computes the value an area is ranked by, in percent or points.
func valued(rule settings.Ranking, f *indicator.Figures) Standing {
	switch state := f.State(); {
	case state == indicator.NotReported || state == indicator.BlankReport:
		return Standing{Reason: state.String()}
	case rule.By == settings.ByScore:
		return byScore(f)
	case len(rule.Weights) > 0:
		return byWeights(rule, f)
	}
	i, _ := record.IndicatorByKey(rule.By)
	return byRate(rule, i, f)
}

func byScore(f *indicator.Figures) Standing {
	if !f.Score.Written {
		return Standing{Reason: "没有得分"}
	}
	value := f.Score.Value.Rat()
	return Standing{Value: value, Plain: value, Parts: []Part{{Name: "得分", Score: f.Score}}}
}

func byRate(rule settings.Ranking, i record.Indicator, f *indicator.Figures) Standing {
	r := f.Rates[i]
	if !r.HasValue() {
		return Standing{Reason: noRate(i, f)}
	}
	value, plain := valueOf(rule, r)
	return Standing{
		Value: value, Plain: plain, Small: r.Denominator < int64(rule.SmallBase.Below),
		Parts: []Part{{Name: i.String(), Rate: r}},
	}
}

// noRate says why an area that reported has no rate.
func noRate(i record.Indicator, f *indicator.Figures) string {
	switch {
	case f.State() == indicator.NilReport:
		return "零报告"
	case !f.Rates[i].Known:
		return "没有“" + i.Denominator().String() + "”或“" + i.Numerator().String() + "”"
	}
	return [record.NumIndicators]string{
		record.Rectification: "没有排查出隐患", record.General: "没有排查出一般隐患", record.Major: "没有排查出重大隐患",
		record.OnTimeRate: "没有到期的隐患", record.Coverage: "应排查单位数为0",
	}[i]
}

// byWeights adds up weighted rates. An indicator that has no value for an area
// (no major hazard found, say) is left out and its weight goes to the others
// in proportion, so that nobody gains or loses by having found nothing of a kind.
func byWeights(rule settings.Ranking, f *indicator.Figures) Standing {
	value, weights := new(big.Rat), new(big.Rat)
	var s Standing
	for _, w := range rule.Weights {
		i, _ := record.IndicatorByKey(w.Indicator)
		r := f.Rates[i]
		s.Parts = append(s.Parts, Part{Name: i.String(), Rate: r, Weight: w.Percent})
		if !r.HasValue() {
			continue
		}
		s.Small = s.Small || r.Denominator < int64(rule.SmallBase.Below)
		lowered, _ := valueOf(rule, r)
		value.Add(value, lowered.Mul(w.Percent.Rat(), lowered))
		weights.Add(weights, w.Percent.Rat())
	}
	if weights.Sign() == 0 {
		if f.State() == indicator.NilReport {
			return Standing{Reason: "零报告"}
		}
		return Standing{Reason: "各项指标都没有率"}
	}
	s.Value = value.Quo(value, weights)
	s.Plain = s.Value
	return s
}

// percent is the rate in percent; above 100% (old hazards closed now) it counts as 100.
func percent(r indicator.Rate) *big.Rat {
	n := min(r.Numerator, r.Denominator)
	if n > math.MaxInt64/100 {
		return new(big.Rat).Mul(big.NewRat(n, r.Denominator), big.NewRat(100, 1))
	}
	return big.NewRat(100*n, r.Denominator)
}

// valueOf is the rate in percent, or its Wilson bound; plain is not lowered.
func valueOf(rule settings.Ranking, r indicator.Rate) (value, plain *big.Rat) {
	plain = percent(r)
	if rule.SmallBase.Below > 0 && rule.SmallBase.Method == settings.SmallBaseWilson {
		r.Numerator = min(r.Numerator, r.Denominator)
		return wilson(r), plain
	}
	return plain, plain
}

// wilson is the lower bound of the 95% Wilson score interval of k of n, in
// percent: (2k + z² − z√(z² + 4k(n−k)/n)) ÷ 2(n + z²), with z = 1.96. It is
// worked out to 128 bits, not in float64, which may round differently on
// another processor, and cut to ten decimals.
func wilson(r indicator.Rate) *big.Rat {
	const precision = 128
	number := func(v *big.Rat) *big.Float { return new(big.Float).SetPrec(precision).SetRat(v) }
	k, n := new(big.Rat).SetInt64(r.Numerator), new(big.Rat).SetInt64(r.Denominator)
	z := big.NewRat(196, 100)
	zz := new(big.Rat).Mul(z, z)
	inner := new(big.Rat).Sub(n, k)
	inner.Mul(inner, k).Mul(inner, big.NewRat(4, 1)).Quo(inner, n).Add(inner, zz)
	root := new(big.Float).SetPrec(precision).Sqrt(number(inner))
	top := number(new(big.Rat).Add(new(big.Rat).Mul(k, big.NewRat(2, 1)), zz))
	top.Sub(top, root.Mul(root, number(z)))
	bound := top.Quo(top, number(new(big.Rat).Mul(new(big.Rat).Add(n, zz), big.NewRat(2, 1))))
	ten, _ := bound.Mul(bound, big.NewFloat(1e12)).Int(nil)
	return new(big.Rat).SetFrac(ten, big.NewInt(1e10))
}
