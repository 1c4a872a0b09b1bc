package ranking

import (
	"fmt"
	"math/big"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// Proofread judges typed ranks. In each table they have to follow from the
// typed scores, or where there are none from the rectification rates of the
// counts; equal values share a rank and the next is left out. Ranks may have
// been given over the whole table or within each group: whichever fits better
// is taken. Rates that only differ beyond two decimals may have been
// treated as equal.
func Proofread(claims []record.RankClaim) (problems []problem.Problem) {
	for from := 0; from < len(claims); {
		to := from
		for to < len(claims) && claims[to].Table == claims[from].Table {
			to++
		}
		problems = append(problems, proofreadTable(claims[from:to])...)
		from = to
	}
	return problems
}

func proofreadTable(claims []record.RankClaim) []problem.Problem {
	judged := make([]judgedRank, 0, len(claims))
	for i := range claims {
		if v, ok := claimValue(&claims[i]); ok {
			judged = append(judged, judgedRank{&claims[i], v, rounded(v)})
		}
	}
	together := mismatches(judged, func(*record.RankClaim) string { return "" })
	if len(together) == 0 {
		return nil
	}
	if apart := mismatches(judged, func(c *record.RankClaim) string { return c.Group }); len(apart) < len(together) {
		return apart
	}
	return together
}

// judgedRank is a claim with what it is ranked by.
type judgedRank struct {
	*record.RankClaim
	value, rounded *big.Rat
}

// mismatches ranks the claims anew within each group and reports who differs.
func mismatches(judged []judgedRank, group func(*record.RankClaim) string) (problems []problem.Problem) {
	for i, c := range judged {
		above, aboveRounded, tied := 0, 0, ""
		for j, other := range judged {
			if i == j || group(other.RankClaim) != group(c.RankClaim) {
				continue
			}
			order := other.value.Cmp(c.value)
			if order > 0 {
				above++
			}
			if other.rounded.Cmp(c.rounded) > 0 {
				aboveRounded++
			}
			if order == 0 && tied == "" {
				tied = other.Name
			}
		}
		if typed := c.Typed.Value.Units; typed != int64(above+1) && typed != int64(aboveRounded+1) {
			problems = append(problems, rankProblem(c.RankClaim, above+1, tied))
		}
	}
	return problems
}

// claimValue is what a claim is ranked by.
func claimValue(c *record.RankClaim) (*big.Rat, bool) {
	if c.Score.Written {
		return c.Score.Value.Rat(), true
	}
	if !c.Numerator.Known() || c.Denominator.N() == 0 {
		return nil, false
	}
	return big.NewRat(100*c.Numerator.N(), c.Denominator.N()), true
}

// rounded is the value as it would be printed with two decimals.
func rounded(v *big.Rat) *big.Rat {
	r, _ := new(big.Rat).SetString(v.FloatString(2))
	return r
}

func rankProblem(c *record.RankClaim, should int, tied string) problem.Problem {
	by := fmt.Sprintf("按整改 %d、排查 %d 的整改率", c.Numerator.N(), c.Denominator.N())
	if c.Score.Written {
		by = "按得分 " + c.Score.Value.String()
	}
	message := fmt.Sprintf("%s的名次写的是%s，%s应为第 %d 名。", problem.Quote(c.Name), problem.Quote(c.Typed.Text), by, should)
	if tied != "" {
		message = fmt.Sprintf("%s的名次写的是%s，%s应为第 %d 名，与%s并列。", problem.Quote(c.Name), problem.Quote(c.Typed.Text), by, should, problem.Quote(tied))
	}
	return problem.Problem{
		Code: problem.RankMismatch, Severity: problem.Error, Place: c.Place,
		Message: message,
		Advice:  "请核对名次和得分；得分相同的名次相同，后面的名次空出（1、2、2、4）。",
	}
}
