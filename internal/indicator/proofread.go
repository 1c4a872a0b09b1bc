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
	if !c.Typed.Written || !c.Numerator.Known() || !c.Denominator.Known() {
		return problem.Problem{}, false
	}
	rate := Rate{c.Numerator.N(), c.Denominator.N(), true}
	if rateAgrees(rate, c.Typed.Value) {
		return problem.Problem{}, false
	}
	should := "应为 " + rate.Text(shownDecimals(c.Typed.Value.Decimals))
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

// shownDecimals keeps a message readable where Excel stored fifteen decimals.
func shownDecimals(typed int) int { return min(typed, 4) }

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

// ProofreadTotals judges every typed total by its parts. In a column with
// decimals the last one may differ by one, since its parts were rounded
// (DOMAIN §3.11); counts have to add up.
func ProofreadTotals(claims []record.TotalClaim) (problems []problem.Problem) {
	for i := range claims {
		c := &claims[i]
		diff := new(big.Rat).Sub(c.Stated.Rat(), c.Parts.Rat())
		if c.AtMost && diff.Sign() >= 0 || diff.Sign() == 0 {
			continue
		}
		slack := new(big.Rat)
		if d := max(c.Stated.Decimals, c.Parts.Decimals); d > 0 {
			slack = record.Decimal{Units: 1, Decimals: d}.Rat()
		}
		if diff.Abs(diff).Cmp(slack) <= 0 {
			continue
		}
		problems = append(problems, totalProblem(c))
	}
	return problems
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

// ProofreadRows judges the counts of one row by each other: rectified above
// found, both grades against all, parts of what was due against it, listed in
// the plan against what is open. place finds the cell of a count.
func ProofreadRows(rows []record.Row, place func(row *record.Row, m record.Measure) problem.Place) (problems []problem.Problem) {
	for i := range rows {
		c := &check{row: &rows[i], place: place}
		c.exceeds(record.Rectified, record.Found)
		c.exceeds(record.GeneralRectified, record.GeneralFound)
		c.exceeds(record.MajorRectified, record.MajorFound)
		c.grades(record.Found, record.GeneralFound, record.MajorFound)
		c.grades(record.Rectified, record.GeneralRectified, record.MajorRectified)
		c.due()
		c.atMost(record.UnitsInspected, record.UnitsDue)
		c.planned()
		problems = append(problems, c.problems...)
	}
	return problems
}

type check struct {
	row      *record.Row
	place    func(*record.Row, record.Measure) problem.Place
	problems []problem.Problem
}

func (c *check) n(m record.Measure) (int64, bool) {
	return c.row.Counts[m].N(), c.row.Counts[m].Known()
}

func (c *check) add(code problem.Code, s problem.Severity, m record.Measure, message, advice string) {
	c.problems = append(c.problems, problem.Problem{Code: code, Severity: s, Place: c.place(c.row, m), Message: message, Advice: advice})
}

func (c *check) exceeds(rectified, found record.Measure) {
	r, ok := c.n(rectified)
	f, known := c.n(found)
	if ok && known && r > f {
		c.add(problem.RectifiedExceedsFound, problem.Warning, rectified,
			fmt.Sprintf("%s %d 大于%s %d。", rectified, r, found, f),
			"如果其中有往月的隐患，请在材料里说明；否则请核对这两个数。")
	}
}

func (c *check) grades(all, general, major record.Measure) {
	a, known := c.n(all)
	g, gk := c.n(general)
	m, mk := c.n(major)
	if known && gk && mk && a != g+m {
		c.add(problem.PartsDifferFromTotal, problem.Error, all,
			fmt.Sprintf("%s写的是 %d，%s %d 与%s %d 相加是 %d。", all, a, general, g, major, m, g+m),
			"请核对这三个数，改正写错的一个。")
	}
}

func (c *check) due() {
	due, known := c.n(record.Due)
	onTime, _ := c.n(record.OnTime)
	overdue, _ := c.n(record.Overdue)
	extended, _ := c.n(record.Extended)
	if known && onTime+overdue+extended > due {
		c.add(problem.FigureDisagrees, problem.Warning, record.Due,
			fmt.Sprintf("到期应整改数 %d，而按期整改 %d、逾期未整改 %d、延期 %d 相加是 %d，超过了它。", due, onTime, overdue, extended, onTime+overdue+extended),
			"请核对这几个数。")
	}
}

func (c *check) atMost(part, all record.Measure) {
	p, ok := c.n(part)
	a, known := c.n(all)
	if ok && known && p > a {
		c.add(problem.FigureDisagrees, problem.Warning, part,
			fmt.Sprintf("%s %d 大于%s %d。", part, p, all, a), "请核对这两个数。")
	}
}

// planned: only what is not yet rectified can be listed in the plan (forms A and B).
func (c *check) planned() {
	planned, ok := c.n(record.Planned)
	found, known := c.n(record.MajorFound)
	rectified, also := c.n(record.MajorRectified)
	if open := found - rectified; ok && known && also && planned > max(open, 0) {
		c.add(problem.FigureDisagrees, problem.Warning, record.Planned,
			fmt.Sprintf("列入治理计划数 %d 大于没有整改的重大隐患数 %d。", planned, max(open, 0)), "请核对这两个数。")
	}
}
