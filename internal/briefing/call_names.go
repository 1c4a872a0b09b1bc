package briefing

import (
	"strings"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// scope reads the words of a call: a month, 全县 or an area, a sector, in any
// order and each once.
func (c *caller) scope(call minutes.Call) (scope, error) {
	s := scope{area: record.AllAreas, sector: record.AllSectors}
	for _, arg := range call.Args {
		if err := c.narrow(call, &s, arg); err != nil {
			return s, err
		}
	}
	if s.month == nil {
		s.month = c.month
	}
	if s.month == nil {
		return s, &minutes.Unknown{
			Message: problem.Quote(call.Name) + "没有写是哪个月的，这次会议通报的月份也没有统计数据。",
			Advice:  "请在后面写上月份，例如“2026-10”。",
		}
	}
	return s, nil
}

func (c *caller) narrow(call minutes.Call, s *scope, arg string) error {
	year := 0
	if c.month != nil {
		year = c.month.Period.Year()
	}
	if y, m, _, ok := zh.ParsePeriod(arg, year); ok {
		p, _ := record.NewPeriod(y, m)
		if s.month != nil {
			return twice(call, "月份", s.month.Period.Chinese(), p.Chinese())
		}
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
			if s.area != record.AllAreas {
				return twice(call, "地区", c.areaName(s.area), c.areaName(i))
			}
			s.area = i
			return nil
		}
	}
	for i := range c.Sectors {
		if isNamed(name, c.Sectors[i].Name, c.Sectors[i].Aliases) {
			if s.sector != record.AllSectors {
				return twice(call, "行业领域", c.sectorName(s.sector), c.sectorName(i))
			}
			s.sector = i
			return nil
		}
	}
	return c.unknownScope(arg)
}

// twice is the answer to a call that names two things of a kind.
func twice(call minutes.Call, kind, first, second string) error {
	return &minutes.Unknown{Message: problem.Quote(call.Name) + "写了两个" + kind + "：" + first + "和" + second + "。", Advice: "请只写一个。"}
}

// divided answers a call for what the month's tables do not tell apart, which is
// no figure and no "—" either.
func (c *caller) divided(call minutes.Call, s scope, sinceJanuary bool) error {
	area, sector := s.area != record.AllAreas, s.sector != record.AllSectors
	m := s.month.Month
	if sinceJanuary {
		m = s.month.toDate
	}
	switch {
	case area && sector && sinceJanuary:
		return &minutes.Unknown{Message: problem.Quote(call.Name) + "不能既写地区又写行业领域。", Advice: "请只写一个；或去掉“累计”，写某一个月的。"}
	case area && !m.ByArea:
		return notDivided(s, "分单位")
	case sector && !m.BySector, area && sector && m.Cross == nil:
		return notDivided(s, "分行业领域")
	}
	return nil
}

func notDivided(s scope, how string) error {
	return &minutes.Unknown{
		Message: s.month.Period.Chinese() + "的统计表没有" + how + "的数字。",
		Advice:  "请核对月份，或放入这个月" + how + "的统计表。",
	}
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
