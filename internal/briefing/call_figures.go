package briefing

import (
	"fmt"
	"sync"

	"jianbao/charts"
	"jianbao/internal/indicator"
	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// figure places a chart; its mark is replaced by internal/site.
func (c *caller) figure(call minutes.Call) ([]byte, error) {
	s, err := c.scope(call)
	if err != nil {
		return nil, err
	}
	name := figureNamed(call.Name)
	figures, ok := c.placed(name, s)
	if !ok {
		return nil, unknownFigure(call.Name)
	}
	if !s.isWhole() && name != "整改率走势" && name != "隐患去向" {
		return nil, &minutes.Unknown{
			Message: problem.Quote(call.Name) + "画的是所有单位，不能只画" + problem.Quote(c.scopeName(s)) + "。",
			Advice:  "请去掉它，或改用“整改率走势”“隐患去向”。",
		}
	}
	var marks []byte
	for _, f := range figures {
		marks = append(marks, FigureMark(len(c.figures))...)
		c.figures = append(c.figures, f)
	}
	if marks == nil {
		return nil, &minutes.Unknown{
			Message: s.month.Period.Chinese() + "的数据画不出" + problem.Quote(call.Name) + "。",
			Advice:  "请核对这个月的统计表是否有要画的数，或删去这个图。",
		}
	}
	return marks, nil
}

// placed are the figures that a call places behind those that the text has
// already. Those of all areas together are kept with their month: the minutes of
// every meeting that looked at it may call for them.
func (c *caller) placed(name string, s scope) ([]FigureBlock, bool) {
	n := len(c.figures)
	figures := func() ([]FigureBlock, bool) {
		figures, known := c.figuresNamed(name, s)
		blocks := make([]FigureBlock, len(figures))
		for i, f := range figures {
			f.ID = fmt.Sprintf("%s-in-text-%d", f.ID, n+i+1)
			blocks[i] = FigureBlock{Figure: &f, Shared: s.isWhole()}
		}
		return blocks, known
	}
	if !s.isWhole() {
		return figures()
	}
	return s.month.inTexts.at(place{name, n}, figures)
}

// inTexts are the figures of a month that texts place, made once for all texts.
type inTexts struct {
	mu   sync.Mutex
	made map[place][]FigureBlock
}

// place is what is placed in a text, behind how many figures.
type place struct {
	name   string
	behind int
}

func (t *inTexts) at(p place, figures func() ([]FigureBlock, bool)) ([]FigureBlock, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if made, ok := t.made[p]; ok {
		return made, true
	}
	made, known := figures()
	if known {
		t.made[p] = made
	}
	return made, known
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
	switch name {
	case "整改率排名":
		if len(s.month.standings) == 0 {
			return nil, true
		}
		return c.rankFigures(s.month), true
	case "整改率走势":
		f := c.scopedTrend(s)
		if s.isWhole() {
			f = c.wholeTrend(s.month)
		}
		return one(f, len(f.Series) > 0)
	case "隐患去向":
		f := c.fate(s.month, "fate-"+s.month.Period.String(), func(m *month) *indicator.Figures { return m.figures(s) })
		if !s.isWhole() {
			f.Title, f.ID = c.scopeName(s)+f.Title, f.ID+"-"+c.scopeID(s)
		}
		return one(f, s.month.figures(s).Counts[record.Found].Known())
	case "行业领域整改率":
		return one(c.sectorBars(s.month))
	case "行业领域热力图":
		return one(c.sectorHeat(s.month))
	case "月度热力图":
		return one(c.monthHeat(s.month))
	}
	return nil, false
}

// figureNamed is the full name of a figure that may be called by a shorter one.
func figureNamed(name string) string {
	switch name = zh.Fold(name); name {
	case "排名", "走势":
		return "整改率" + name
	}
	return name
}

func (s scope) isWhole() bool { return s.area == record.AllAreas && s.sector == record.AllSectors }

// scopeName names what a call is about: 青石镇交通.
func (c *caller) scopeName(s scope) (name string) {
	if s.area != record.AllAreas {
		name = c.areaName(s.area)
	}
	if s.sector != record.AllSectors {
		name += c.sectorName(s.sector)
	}
	return name
}

func (c *caller) scopeID(s scope) (id string) {
	if s.area != record.AllAreas {
		id = c.Areas[s.area].ID
	}
	if s.sector != record.AllSectors {
		id += c.Sectors[s.sector].ID
	}
	return id
}

// scopedTrend is the trend of the area or sector a call names.
func (c *caller) scopedTrend(s scope) charts.Figure {
	name := c.scopeName(s)
	line := trendLine{name, func(m *month) charts.Value { return c.scopeValue(m, s) }}
	whole := c.totalLine(record.Rectification)
	whole.name = c.Settings.Whole
	return c.trend(s.month, "trend-"+c.scopeID(s)+"-"+s.month.Period.String(), name+"整改率走势", []trendLine{line, whole})
}
