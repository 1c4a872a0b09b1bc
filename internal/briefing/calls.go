package briefing

import (
	"fmt"
	"strings"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
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
	at := (*month).figures
	if sinceJanuary {
		at = (*month).figuresToDate
	}
	name, against, compared := cutAgainst(name)
	i, isRate := c.indicatorNamed(name)
	m, isCount := measureNamed(name)
	switch {
	case name == "名次" && !compared && !sinceJanuary:
		return c.rankOf(s)
	case isRate && compared:
		change := indicator.RateChange(at(s.month, s).Rates[i], at(c.earlier(s.month, against), s).Rates[i], against, c.decimals)
		return changeText(change), nil
	case isRate:
		return c.rate(at(s.month, s).Rates[i]), nil
	case isCount && compared:
		now, before := openOf(at(s.month, s).Counts)[m], openOf(at(c.earlier(s.month, against), s).Counts)[m]
		return changeText(indicator.CountChange(now, before, against, c.decimals)), nil
	case isCount:
		return measure(at(s.month, s).Counts, m), nil
	}
	return "", unknownNumber(call.Name)
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

// earlier is the month to compare with; nil where there is none.
func (c *caller) earlier(m *month, against indicator.Against) *month {
	if against == indicator.YearBefore {
		return c.monthAt(m.Period.Add(-12))
	}
	return c.monthAt(m.Period.Add(-1))
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
		return "", c.notDivided(s, "分单位")
	case standing.Rank == 0:
		return "不参加排名（" + standing.Reason + "）", nil
	case standing.Tied:
		return fmt.Sprintf("并列第%d", standing.Rank), nil
	}
	return fmt.Sprintf("第%d", standing.Rank), nil
}

// figure places a chart; its mark is replaced by internal/site.
func (c *caller) figure(call minutes.Call) ([]byte, error) {
	s, err := c.scope(call)
	if err != nil {
		return nil, err
	}
	figures, ok := c.figuresNamed(call.Name, s)
	if !ok {
		return nil, unknownFigure(call.Name)
	}
	var marks []byte
	for _, f := range figures {
		f.ID = fmt.Sprintf("%s-in-text-%d", f.ID, len(c.figures)+1)
		c.figures = append(c.figures, FigureBlock{Figure: f})
		marks = append(marks, FigureMark(len(c.figures)-1)...)
	}
	if marks == nil {
		return nil, &minutes.Unknown{
			Message: s.month.Period.Chinese() + "的数据画不出" + problem.Quote(call.Name) + "。",
			Advice:  "请核对这个月的统计表是否有要画的数，或删去这个图。",
		}
	}
	return marks, nil
}

// figureNames are the charts that a text can place.
func figureNames() []string {
	return []string{"整改率排名", "整改率走势", "隐患去向", "行业领域整改率", "行业领域热力图", "月度热力图"}
}

func (c *caller) figuresNamed(name string, s scope) (figures []charts.Figure, known bool) {
	one := func(f charts.Figure, ok bool) ([]charts.Figure, bool) {
		if !ok {
			return nil, true
		}
		return []charts.Figure{f}, true
	}
	switch zh.Fold(name) {
	case "整改率排名", "排名":
		if len(s.month.standings) == 0 {
			return nil, true
		}
		return c.rankFigures(s.month), true
	case "整改率走势", "走势":
		if s.area == record.AllAreas && s.sector == record.AllSectors {
			return one(c.wholeTrend(s.month), true)
		}
		return one(c.scopedTrend(s), true)
	case "隐患去向":
		return one(c.fate(s.month, "fate-"+s.month.Period.String(), func(m *month) *indicator.Figures { return m.figures(s) }), true)
	case "行业领域整改率":
		return one(c.sectorBars(s.month))
	case "行业领域热力图":
		return one(c.sectorHeat(s.month))
	case "月度热力图":
		return one(c.monthHeat(s.month))
	}
	return nil, false
}

// scopedTrend is the trend of the area or sector a call names.
func (c *caller) scopedTrend(s scope) charts.Figure {
	name, id := c.Settings.Whole, ""
	if s.area != record.AllAreas {
		name, id = c.areaName(s.area), c.Areas[s.area].ID
	}
	if s.sector != record.AllSectors {
		name, id = name+c.sectorName(s.sector), id+c.Sectors[s.sector].ID
	}
	line := trendLine{name, func(m *month) charts.Value { return c.scopeValue(m, s) }}
	whole := c.totalLine(record.Rectification)
	whole.name = c.Settings.Whole
	return c.trend(s.month, "trend-"+id+"-"+s.month.Period.String(), name+"整改率走势", []trendLine{line, whole})
}

// notDivided is the answer to a call for what a month's tables do not tell apart.
func (c *caller) notDivided(s scope, how string) error {
	return &minutes.Unknown{
		Message: s.month.Period.Chinese() + "的统计表没有" + how + "的数字。",
		Advice:  "请核对月份，或放入这个月" + how + "的统计表。",
	}
}
