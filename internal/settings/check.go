package settings

import (
	"fmt"
	"strings"

	"jianbao/internal/problem"
)

// checker turns what was written into what it means, and collects what it
// cannot mean.
type checker struct{ problems []problem.Problem }

// settings checks everything in the order of the file.
func (c *checker) settings(r raw) Settings {
	s := Default()
	s.Content = r.Content.or(s.Content)
	s.Output = r.Output.or(s.Output)
	s.Theme = r.Theme.or(s.Theme)
	s.Title = r.Title.or(s.Title)
	s.Office = r.Office.or(s.Office)
	s.County = r.County.or(s.County)
	s.Whole = r.Whole.or(s.Whole)
	s.Demo = c.truth(r.Demo, s.Demo)
	s.Basis = choose(c, r.Basis, s.Basis, bases())
	s.Decimals = c.number(r.Decimals, s.Decimals, 0, 2)
	s.Targets = Targets{
		Rectification: c.target(r.Targets.Rectification),
		Major:         c.target(r.Targets.Major),
		OnTime:        c.target(r.Targets.OnTime),
		Coverage:      c.target(r.Targets.Coverage),
	}
	s.Privacy.HidePerson = choose(c, r.Privacy.Person, s.Privacy.HidePerson, []choice[bool]{{"show", "显示", false}, {"hide", "不显示", true}})
	r.Areas = c.withName("areas", r.Areas)
	s.Areas = c.areas(r.Areas)
	s.Sectors = c.sectors(c.withName("sectors", r.Sectors))
	s.Ranking = c.ranking(r.Ranking, s.Ranking)
	c.groups(r, s)
	s.Paper = c.paper(r.Print)
	s.Browser = r.Browser.or("")
	s.NoSandbox = c.truth(r.NoSandbox, false)
	return s
}

// longestWatermark is what fits across a sheet in large type.
const longestWatermark = 8

func (c *checker) paper(r rawPrint) Paper {
	p := Paper{Grey: !c.truth(r.Color, true), Watermark: r.Watermark.or("")}
	if n := len([]rune(p.Watermark)); n > longestWatermark {
		c.bad(r.Watermark, fmt.Sprintf("有 %d 个字，水印最多 %d 个字。", n, longestWatermark), "请改短，例如“内部资料”。")
		p.Watermark = ""
	}
	for _, name := range r.CopyTo {
		if name.written() {
			p.CopyTo = append(p.CopyTo, name.text)
		}
	}
	for _, word := range r.Sections {
		if s := choose(c, word, "", paperSections()); s != "" {
			p.Sections = append(p.Sections, s)
		}
	}
	return p
}

func paperSections() []choice[PaperSection] {
	return []choice[PaperSection]{
		{"summary", "总体情况", SummarySection}, {"figures", "图示", FiguresSection}, {"ranking", "排名", RankingSection},
		{"overdue", "逾期", OverdueSection}, {"decisions", "议定事项", DecisionsSection},
	}
}

// or returns the value, or what holds where none is written.
func (v value) or(otherwise string) string {
	if v.written() {
		return v.text
	}
	return otherwise
}

// bad adds a problem with a value: what is wrong with it, and what to do.
func (c *checker) bad(v value, fact, advice string) {
	c.problems = append(c.problems, bad(v.place, quoteLabel(v.label)+"写的是"+problem.Quote(v.text)+"，"+fact, advice))
}

// badAt adds a problem with a place that has no one value.
func (c *checker) badAt(at problem.Place, message, advice string) {
	c.problems = append(c.problems, bad(at, message, advice))
}

func bad(at problem.Place, message, advice string) problem.Problem {
	return problem.Problem{
		Code:     problem.BadSetting,
		Severity: problem.Error,
		Place:    at,
		Message:  message,
		Advice:   advice,
	}
}

func quoteLabel(label string) string { return "“" + label + "”" }

// truth reads true or false.
func (c *checker) truth(v value, otherwise bool) bool {
	return choose(c, v, otherwise, []choice[bool]{
		{"true", "是", true}, {"false", "否", false},
	})
}

// number reads a whole number from least to most.
func (c *checker) number(v value, otherwise, least, most int) int {
	if !v.written() {
		return otherwise
	}
	d, ok := decimalOf(v.text)
	if !ok || d.Decimals > 0 || d.Units < int64(least) || d.Units > int64(most) {
		c.bad(v, fmt.Sprintf("应当是 %d 到 %d 的整数。", least, most), "请改为这个范围内的整数。")
		return otherwise
	}
	return int(d.Units)
}

// choice is one word that a setting can be. Its Chinese gloss is taken as well:
// people copy it from the message.
type choice[T any] struct {
	word, gloss string
	is          T
}

func bases() []choice[Basis] {
	return []choice[Basis]{{"monthly", "当月数", Monthly}, {"cumulative", "1月至当月的累计数", Cumulative}}
}

// choose reads one of a few words.
func choose[T any](c *checker, v value, otherwise T, choices []choice[T]) T {
	if !v.written() {
		return otherwise
	}
	var words, glossed []string
	for _, choice := range choices {
		if choice.word == v.text || choice.gloss == v.text {
			return choice.is
		}
		words = append(words, choice.word)
		glossed = append(glossed, choice.word+"（"+choice.gloss+"）")
	}
	advice := "可以写的有：" + strings.Join(glossed, "、") + "。"
	if near, ok := similar(v.text, words); ok {
		advice = "是不是“" + near + "”？" + advice
	}
	c.bad(v, "没有这个选项。", advice)
	return otherwise
}
