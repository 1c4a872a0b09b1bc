package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/minutes"
	"jianbao/internal/record"
)

// caller answers the calls of one text: {{ 整改率 "全县" "2026-10" }} and the
// figures in fenced blocks. What a call does not say is taken from the month
// that the meeting reported on, and from all areas together.
type caller struct {
	*book
	month   *month
	figures []FigureBlock
}

func (c *caller) resolver() minutes.Resolver {
	return minutes.Resolver{Number: c.number, Figure: c.figure}
}

// scope is what a call asks about.
type scope struct {
	month  *month
	area   int // AllAreas
	sector int // AllSectors
}

// number prints a computed number: a rate, a count, a rank, or with 环比 or 同比
// behind its name the change of one, and with 累计 before it the year to date.
func (c *caller) number(call minutes.Call) (string, error) {
	s, err := c.scope(call)
	if err != nil {
		return "", err
	}
	name, sinceJanuary := strings.CutPrefix(call.Name, "累计")
	name, against, compared := cutAgainst(name)
	i, isRate := c.indicatorNamed(name)
	m, isCount := measureNamed(name)
	switch {
	case name == "名次" && !compared && !sinceJanuary:
		return c.rankOf(s)
	case !isRate && !isCount:
		return "", unknownNumber(call.Name)
	}
	if err := c.divided(call, s, sinceJanuary); err != nil {
		return "", err
	}
	now := c.figuresIn(s.month, s, sinceJanuary)
	before, against := c.earlier(s, against, sinceJanuary)
	switch {
	case isRate && compared:
		return changeText(indicator.RateChange(now.Rates[i], before.Rates[i], against, c.decimals)), nil
	case isRate:
		return c.rateInText(now.Rates[i], i), nil
	case compared:
		return changeText(indicator.CountChange(openOf(now)[m], openOf(before)[m], against, c.decimals)), nil
	}
	return measure(now, m), nil
}

// rateInText is a rate with what a reader must know of it.
func (c *caller) rateInText(r indicator.Rate, i record.Indicator) string {
	if word := oldWord(r, i); word != "" {
		return c.rate(r) + "（" + word + "）"
	}
	return c.rate(r)
}

func changeText(change indicator.Change) string {
	if !change.Known() {
		return indicator.None
	}
	return change.Text
}

func cutAgainst(name string) (string, indicator.Against, bool) {
	if bare, ok := strings.CutSuffix(name, "环比"); ok {
		return bare, indicator.MonthBefore, true
	}
	bare, ok := strings.CutSuffix(name, "同比")
	return bare, indicator.YearBefore, ok
}

// earlier are the figures to compare with, and what they are called. Figures since
// January have none before them in January.
func (c *caller) earlier(s scope, against indicator.Against, sinceJanuary bool) (*indicator.Figures, indicator.Against) {
	if against == indicator.YearBefore {
		return c.figuresIn(c.monthAt(s.month.Period.Add(-12)), s, sinceJanuary), against
	}
	if !sinceJanuary && !c.cumulative() {
		return c.figuresIn(c.monthAt(s.month.Period.Add(-1)), s, false), against
	}
	if s.month.Period.Month() == 1 {
		return &indicator.Figures{}, against
	}
	return c.figuresIn(c.monthAt(s.month.Period.Add(-1)), s, sinceJanuary), indicator.SpanTo(s.month.Period.Month() - 1)
}

// figuresIn are those of a scope in a month, or from January to it.
func (c *caller) figuresIn(m *month, s scope, sinceJanuary bool) *indicator.Figures {
	if sinceJanuary {
		return m.figuresToDate(s)
	}
	return m.figures(s)
}

// figures are those of a scope in a month; empty where there are none.
func (m *month) figures(s scope) *indicator.Figures {
	switch {
	case m == nil:
		return &indicator.Figures{}
	case s.area == record.AllAreas && s.sector == record.AllSectors:
		return &m.Total
	case s.sector == record.AllSectors:
		return &m.Areas[s.area]
	case s.area == record.AllAreas:
		return &m.Sectors[s.sector]
	case m.Cross == nil || m.Cross[s.area] == nil:
		return &indicator.Figures{}
	}
	return &m.Cross[s.area][s.sector]
}

// figuresToDate are those from January; not told apart by area and sector at once.
func (m *month) figuresToDate(s scope) *indicator.Figures {
	switch {
	case m == nil || s.area != record.AllAreas && s.sector != record.AllSectors:
		return &indicator.Figures{}
	case s.area != record.AllAreas:
		return &m.toDate.Areas[s.area]
	case s.sector != record.AllSectors:
		return &m.toDate.Sectors[s.sector]
	}
	return &m.toDate.Total
}

func (c *caller) rankOf(s scope) (string, error) {
	if s.area == record.AllAreas {
		return "", &minutes.Unknown{Message: "“名次”没有写是哪个单位的。", Advice: "请写成“{{ 名次 \"青石镇\" }}”这样。"}
	}
	if s.sector != record.AllSectors {
		return "", &minutes.Unknown{Message: "没有单个行业领域里的名次。", Advice: "请只写单位和月份，例如“{{ 名次 \"" + c.areaName(s.area) + "\" }}”。"}
	}
	standing := s.month.standing(s.area)
	switch {
	case standing == nil:
		return "", notDivided(s, "分单位")
	case standing.Rank == 0:
		return "不参加排名（" + standing.Reason + "）", nil
	case standing.Tied:
		return fmt.Sprintf("并列第%d", standing.Rank), nil
	}
	return fmt.Sprintf("第%d", standing.Rank), nil
}
