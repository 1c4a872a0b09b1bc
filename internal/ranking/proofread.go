package ranking

import (
	"fmt"
	"math/big"
	"slices"
	"sort"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// Proofread judges typed ranks. In each list (a table's ranks of one month) they
// have to follow from the typed scores, or where there are none from the
// rectification rates of the counts; equal values share a rank and the next is
// left out. Ranks may have been given over the whole list or within each group:
// whichever fits better is taken. Rates that only differ beyond two decimals may
// have been treated as equal.
func Proofread(claims []record.RankClaim) (problems []problem.Problem) {
	var lists [][]*record.RankClaim
	at := map[int]int{}
	for i := range claims {
		c := &claims[i]
		list, ok := at[c.Table]
		if !ok {
			list = len(lists)
			at[c.Table] = list
			lists = append(lists, nil)
		}
		lists[list] = append(lists[list], c)
	}
	for _, list := range lists {
		problems = append(problems, proofreadList(list)...)
	}
	return problems
}

func proofreadList(claims []*record.RankClaim) []problem.Problem {
	list := make([]judgedRank, len(claims))
	scored := slices.ContainsFunc(claims, func(c *record.RankClaim) bool { return c.Score.Written })
	for i, c := range claims {
		list[i].RankClaim = c
		if v, ok := claimValue(c, scored); ok {
			list[i].value, list[i].rounded = v, rounded(v)
		}
	}
	together := mismatches(list, func(*record.RankClaim) string { return "" })
	if len(together) == 0 {
		return nil
	}
	if apart := mismatches(list, func(c *record.RankClaim) string { return c.Group }); len(apart) < len(together) {
		return apart
	}
	return together
}

// judgedRank is a claim with what it is ranked by; nil where that is unknown.
type judgedRank struct {
	*record.RankClaim
	value, rounded *big.Rat
}

// mismatches ranks the claims anew within each group and reports who differs.
func mismatches(list []judgedRank, group func(*record.RankClaim) string) (problems []problem.Problem) {
	groups := map[string]*peers{}
	for i := range list {
		name := group(list[i].RankClaim)
		if groups[name] == nil {
			groups[name] = &peers{}
		}
		groups[name].add(&list[i])
	}
	for _, p := range groups {
		p.sort()
	}
	for i := range list {
		if c := &list[i]; c.value != nil {
			if p := groups[group(c.RankClaim)]; !p.fits(c) {
				problems = append(problems, rankProblem(c.RankClaim, p.above(c)+1, p.tiedWith(c)))
			}
		}
	}
	return problems
}

// peers are the claims that are ranked together. Those of unknown value (a score
// that could not be read, a rate of 0/0) may stand anywhere.
type peers struct {
	best     []*judgedRank // by value, best first, then in the order of the list
	rounded  []*big.Rat    // likewise
	anywhere int64
}

func (p *peers) add(c *judgedRank) {
	if c.value == nil {
		p.anywhere++
		return
	}
	p.best, p.rounded = append(p.best, c), append(p.rounded, c.rounded)
}

func (p *peers) sort() {
	slices.SortStableFunc(p.best, func(a, b *judgedRank) int { return b.value.Cmp(a.value) })
	slices.SortFunc(p.rounded, func(a, b *big.Rat) int { return b.Cmp(a) })
}

// above is how many have a higher value than c.
func (p *peers) above(c *judgedRank) int {
	return sort.Search(len(p.best), func(i int) bool { return p.best[i].value.Cmp(c.value) <= 0 })
}

func (p *peers) fits(c *judgedRank) bool {
	among := func(above int) bool {
		below := c.Typed.Value.Units - int64(above+1)
		return below >= 0 && below <= p.anywhere
	}
	return among(p.above(c)) || among(sort.Search(len(p.rounded), func(i int) bool { return p.rounded[i].Cmp(c.rounded) <= 0 }))
}

// tiedWith names the first other claim of the same value, or "".
func (p *peers) tiedWith(c *judgedRank) string {
	for i := p.above(c); i < len(p.best) && p.best[i].value.Cmp(c.value) == 0; i++ {
		if p.best[i] != c {
			return p.best[i].Name
		}
	}
	return ""
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
