package briefing

import (
	"strings"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// scope reads the words of a call: a month, 全县 or an area, a sector, in any order.
func (c *caller) scope(call minutes.Call) (scope, error) {
	s := scope{month: c.month, area: record.AllAreas, sector: record.AllSectors}
	for _, arg := range call.Args {
		if err := c.narrow(&s, arg); err != nil {
			return s, err
		}
	}
	if s.month == nil {
		return s, &minutes.Unknown{
			Message: problem.Quote(call.Name) + "没有写是哪个月的，这次会议通报的月份也没有统计数据。",
			Advice:  "请在后面写上月份，例如“2026-10”。",
		}
	}
	return s, nil
}

func (c *caller) narrow(s *scope, arg string) error {
	year := 0
	if c.month != nil {
		year = c.month.Period.Year()
	}
	if y, m, _, ok := zh.ParsePeriod(arg, year); ok {
		p, _ := record.NewPeriod(y, m)
		if s.month = c.monthAt(p); s.month == nil {
			return &minutes.Unknown{Message: "没有" + problem.Quote(arg) + "的统计数据。", Advice: "请核对月份，或放入这个月的统计表。"}
		}
		return nil
	}
	name := zh.Fold(arg)
	if name == "" || name == c.Settings.Whole || name == c.Settings.County {
		return nil
	}
	for i := range c.Areas {
		if isNamed(name, c.Areas[i].Name, c.Areas[i].Aliases) {
			s.area = i
			return nil
		}
	}
	for i := range c.Sectors {
		if isNamed(name, c.Sectors[i].Name, c.Sectors[i].Aliases) {
			s.sector = i
			return nil
		}
	}
	return c.unknownScope(arg)
}

func isNamed(text, name string, aliases []string) bool {
	if text == zh.Fold(name) {
		return true
	}
	for _, a := range aliases {
		if text == zh.Fold(a) {
			return true
		}
	}
	return false
}

func (c *caller) unknownScope(arg string) error {
	var known []string
	for i := range c.Areas {
		known = append(known, c.Areas[i].Name)
	}
	for i := range c.Sectors {
		known = append(known, c.Sectors[i].Name)
	}
	return &minutes.Unknown{
		Message: "没有叫" + problem.Quote(arg) + "的地区、行业领域或月份。",
		Advice:  perhaps(arg, known) + "请写统计表里的名称，月份写成“2026-10”。",
	}
}

func perhaps(name string, known []string) string {
	if near, ok := zh.SimilarTo(name, known); ok {
		return "是不是“" + near + "”？"
	}
	return ""
}

// indicatorNamed finds a rate by its printed name.
func (c *caller) indicatorNamed(name string) (record.Indicator, bool) {
	for _, i := range record.Indicators() {
		if name == i.String() || i == record.Rectification && name == "隐患整改率" {
			return i, true
		}
	}
	return 0, false
}

// measureNamed finds a count by its canonical name, with or without 数.
func measureNamed(name string) (record.Measure, bool) {
	for _, m := range record.Measures() {
		if name == m.String() || name+"数" == m.String() {
			return m, true
		}
	}
	switch name {
	case "排查数":
		return record.Found, true
	case "整改数":
		return record.Rectified, true
	}
	return 0, false
}

// numberNames are the numbers that a text can call.
func numberNames() []string {
	list := []string{"名次"}
	for _, i := range record.Indicators() {
		list = append(list, i.String())
	}
	for _, m := range record.Measures() {
		list = append(list, m.String())
	}
	return list
}

func unknownNumber(name string) error {
	return &minutes.Unknown{
		Message: "没有叫" + problem.Quote(name) + "的数字。",
		Advice:  perhaps(name, numberNames()) + "可以写的有：" + strings.Join(numberNames(), "、") + "；后面可加“环比”“同比”，前面可加“累计”。",
	}
}

func unknownFigure(name string) error {
	return &minutes.Unknown{
		Message: "没有叫" + problem.Quote(name) + "的图。",
		Advice:  perhaps(name, figureNames()) + "可以写的有：" + strings.Join(figureNames(), "、") + "。",
	}
}
