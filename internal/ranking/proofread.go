package ranking

import (
	"fmt"
	"math/big"
	"slices"

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
	var judged, unknown []judgedRank
	scored := slices.ContainsFunc(claims, func(c record.RankClaim) bool { return c.Score.Written })
	for i := range claims {
		if v, ok := claimValue(&claims[i], scored); ok {
			judged = append(judged, judgedRank{&claims[i], v, rounded(v)})
		} else {
			unknown = append(unknown, judgedRank{RankClaim: &claims[i]})
		}
	}
	together := mismatches(judged, unknown, func(*record.RankClaim) string { return "" })
	if len(together) == 0 {
		return nil
	}
	if apart := mismatches(judged, unknown, func(c *record.RankClaim) string { return c.Group }); len(apart) < len(together) {
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
// Those of unknown value (a score that could not be read) may stand anywhere.
func mismatches(judged, unknown []judgedRank, group func(*record.RankClaim) string) (problems []problem.Problem) {
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
		anywhere := int64(0)
		for _, other := range unknown {
			if group(other.RankClaim) == group(c.RankClaim) {
				anywhere++
			}
		}
		fits := func(above int) bool {
			below := c.Typed.Value.Units - int64(above+1)
			return below >= 0 && below <= anywhere
		}
		if !fits(above) && !fits(aboveRounded) {
			problems = append(problems, rankProblem(c.RankClaim, above+1, tied))
		}
	}
	return problems
}

// claimValue is what a claim is ranked by: the score in a table of scores, else
// the rate of its counts.
func claimValue(c *record.RankClaim, scored bool) (*big.Rat, bool) {
	if scored {
		return c.Score.Value.Rat(), c.Score.Written
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
	by, what := fmt.Sprintf("按整改 %d、排查 %d 的整改率", c.Numerator.N(), c.Denominator.N()), "整改率"
	if c.Score.Written {
		by, what = "按得分 "+c.Score.Value.String()+" ", "得分"
	}
	message := fmt.Sprintf("%s的名次写的是%s，%s应为第 %d 名", problem.Quote(c.Name), problem.Quote(c.Typed.Text), by, should)
	if tied != "" {
		message += "，与" + problem.Quote(tied) + "并列"
	}
	return problem.Problem{
		Code: problem.RankMismatch, Severity: problem.Error, Place: c.Place,
		Message: message + "。",
		Advice:  "请核对名次和" + what + "；" + what + "相同的名次相同，后面的名次空出（1、2、2、4）。",
	}
}
