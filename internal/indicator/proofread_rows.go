package indicator

import (
	"fmt"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

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
		c.open()
		c.due()
		c.atMost(record.UnitsInspected, record.UnitsDue)
		c.planned()
		problems = append(problems, c.problems...)
	}
	return append(problems, proofreadFunds(rows, place)...)
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
		return
	}
	for _, part := range [...]record.Measure{general, major} {
		if p, ok := c.n(part); ok && known && p > a {
			c.add(problem.PartsDifferFromTotal, problem.Error, all,
				fmt.Sprintf("%s写的是 %d，少于其中的%s %d。", all, a, part, p), "请核对这两个数，改正写错的一个。")
		}
	}
}

// open: with what was rectified it cannot be more than what was found. It may be
// less, where only what is being put right is told.
func (c *check) open() {
	open, known := c.n(record.Open)
	found, ok := c.n(record.Found)
	rectified, also := c.n(record.Rectified)
	if left := found - rectified; known && ok && also && left >= 0 && open > left {
		c.add(problem.FigureDisagrees, problem.Warning, record.Open,
			fmt.Sprintf("未整改数 %d 大于排查数与整改数之差 %d。", open, left),
			"如果其中有往月的隐患，请在材料里说明；否则请核对这三个数。")
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
	switch open := max(found-rectified, 0); {
	case !ok || !known || planned <= open:
	case also:
		c.add(problem.FigureDisagrees, problem.Warning, record.Planned,
			fmt.Sprintf("列入治理计划数 %d 大于没有整改的重大隐患数 %d。", planned, open), "请核对这两个数。")
	default:
		c.atMost(record.Planned, record.MajorFound)
	}
}
