package indicator

import (
	"fmt"
	"math/big"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadRates judges every typed rate by its own counts. Correct is what the
// counts give, rounded half up to the decimals that were typed; a typed 100%
// is wrong while anything is open, and a typed 0% while anything is done. A
// rate typed for 0/0 is wrong too.
func ProofreadRates(claims []record.RateClaim) (problems []problem.Problem) {
	for i := range claims {
		if p, wrong := proofreadRate(&claims[i]); wrong {
			problems = append(problems, p)
		}
	}
	return problems
}

func proofreadRate(c *record.RateClaim) (problem.Problem, bool) {
	if !c.Typed.Written {
		return problem.Problem{}, false
	}
	if !c.Numerator.Known() || !c.Denominator.Known() {
		return overHundred(c)
	}
	rate := Rate{Numerator: c.Numerator.N(), Denominator: c.Denominator.N(), Known: true}
	if rateAgrees(rate, c.Typed.Value) {
		return problem.Problem{}, false
	}
	should := "应为 " + rate.Text(shownDecimals(rate, c.Typed.Value))
	if !rate.HasValue() {
		should = "没有整改率，应填“/”"
		if c.Typed.Value.Units == 0 {
			return problem.Problem{}, false // 0 for 0/0 is a common way to fill the form
		}
	}
	return problem.Problem{
		Code: problem.RateMismatch, Severity: problem.Error, Place: c.Typed.Place,
		Message: fmt.Sprintf("“%s”写的是%s，按%s %d、%s %d 计算%s。", c.Name, problem.Quote(c.Typed.Text),
			c.DenominatorName, c.Denominator.N(), c.NumeratorName, c.Numerator.N(), should),
		Advice: "请核对这三个数，改正写错的一个。",
	}, true
}

// overHundred judges a rate that has no counts beside it.
func overHundred(c *record.RateClaim) (problem.Problem, bool) {
	return problem.Problem{
		Code: problem.FigureDisagrees, Severity: problem.Warning, Place: c.Typed.Place,
		Message: fmt.Sprintf("“%s”写的是%s，超过了100%%。", c.Name, problem.Quote(c.Typed.Text)),
		Advice:  "请核对；如果其中有往月的隐患，请在材料里说明。",
	}, !c.Typed.Value.AtMost(100)
}

// shownDecimals are those that were typed, but at most four, since Excel stores
// fifteen; and two at least where the typed 0% or 100% only comes of rounding,
// which 1% or 99% would answer with a larger error.
func shownDecimals(r Rate, typed record.Decimal) int {
	decimals := min(typed.Decimals, 4)
	if r.HasValue() && !exact(r) && halfUp(r.Numerator, 100*pow10(decimals), r.Denominator) == typed.Units {
		return max(decimals, 2)
	}
	return decimals
}

// rateAgrees compares a typed rate, in percent, with the exact one.
func rateAgrees(r Rate, typed record.Decimal) bool {
	if !r.HasValue() {
		return false
	}
	if typed.Decimals <= 6 && r.units(typed.Decimals) == typed.Units {
		return true
	}
	exactly := new(big.Rat).Mul(r.Rat(), big.NewRat(100, 1))
	if exactly.Cmp(typed.Rat()) == 0 {
		return true
	}
	if typed.Decimals > 6 { // a quotient as Excel stores it, not a printed rate
		off := new(big.Rat).Sub(exactly, typed.Rat())
		return off.Abs(off).Cmp(big.NewRat(1, 100_000_000)) <= 0
	}
	return false
}

// ProofreadTotals judges every typed total by its parts: counts have to add up.
// In a column with decimals the last one may differ by one, since its parts
// were rounded (DOMAIN §3.11), and a total with fewer of them may be rounded.
func ProofreadTotals(claims []record.TotalClaim) (problems []problem.Problem) {
	for i := range claims {
		if c := &claims[i]; !totalAgrees(c) {
			problems = append(problems, totalProblem(c))
		}
	}
	return problems
}

func totalAgrees(c *record.TotalClaim) bool {
	stated, parts := c.Stated.Rat(), c.Parts.Rat()
	diff := new(big.Rat).Sub(stated, parts)
	if diff.Sign() == 0 || c.AtMost && diff.Sign() > 0 {
		return true
	}
	decimals := max(c.Stated.Decimals, c.Parts.Decimals)
	if decimals == 0 {
		return false
	}
	if c.Stated.Decimals > 0 && parts.FloatString(c.Stated.Decimals) == c.Stated.String() {
		return true
	}
	return diff.Abs(diff).Cmp(record.Decimal{Units: 1, Decimals: decimals}.Rat()) <= 0
}

func totalProblem(c *record.TotalClaim) problem.Problem {
	p := problem.Problem{
		Code: problem.PartsDifferFromTotal, Severity: problem.Error, Place: c.Place,
		Message: fmt.Sprintf("%s的“%s”写的是 %s，各行相加是 %s。", problem.Quote(c.Row), c.Column, c.Stated, c.Parts),
		Advice:  "请核对合计和各行，改正写错的一个。",
	}
	if c.AtMost {
		p.Message = fmt.Sprintf("%s的“%s”写的是 %s，其中各项相加是 %s，超过了它。", problem.Quote(c.Row), c.Column, c.Stated, c.Parts)
		p.Advice = "请核对这一行和“其中”各行，改正写错的一个。"
	}
	return p
}
