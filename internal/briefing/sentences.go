package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// monthParagraph is what an official reads aloud: the month in sentences.
func (b *book) monthParagraph(m *month) Paragraph {
	s := &sentence{b: b}
	s.opening(m)
	s.major(m)
	s.onTime(m)
	s.belowTarget(m)
	s.reports(m)
	s.vetoes(m)
	return Paragraph{Runs: s.runs}
}

// sentence collects runs.
type sentence struct {
	b    *book
	runs []Run
}

func (s *sentence) say(format string, args ...any) {
	s.runs = append(s.runs, text(fmt.Sprintf(format, args...)))
}

func (s *sentence) figure(value string) { s.runs = append(s.runs, strong(value)) }

func (s *sentence) opening(m *month) {
	found, rectified := m.Total.Counts[record.Found], m.Total.Counts[record.Rectified]
	s.say("%s，%s", s.b.span(m.Period), s.b.Settings.Whole)
	if reported, all := m.ReportedAreas(); all > 0 && reported == all {
		s.say("%d个填报单位全部报送，", all)
	} else if all > 0 {
		s.say("%d个填报单位有%d个报送，", all, reported)
	}
	if !found.Known() {
		s.say("没有隐患排查整改的数字。")
		return
	}
	s.say("共排查隐患")
	s.figure(count(found))
	s.say("项")
	if rectified.Known() {
		s.say("，整改")
		s.figure(count(rectified))
		s.say("项")
	}
	if rate := m.Total.Rates[record.Rectification]; rate.Known {
		s.say("，整改率")
		s.figure(s.b.rate(rate))
		s.over(rate)
		s.change(indicator.RateChange(rate, m.was(record.Rectification), indicator.MonthBefore, s.b.decimals))
		s.change(indicator.RateChange(rate, m.wasLastYear(record.Rectification), indicator.YearBefore, s.b.decimals))
	}
	s.say("。")
}

// over never lets a rate above 100% stand without a word (DOMAIN §3.6).
func (s *sentence) over(r indicator.Rate) {
	if r.Over() {
		s.say("（含往月排查的隐患）")
	}
}

func (s *sentence) change(c indicator.Change) {
	if c.Known() {
		s.say("，%s", c.Text)
	}
}

func (s *sentence) major(m *month) {
	found := m.Total.Counts[record.MajorFound]
	if !found.Known() {
		return
	}
	if found.N() == 0 {
		s.say("没有排查出重大隐患。")
		return
	}
	s.say("其中重大隐患%s项", count(found))
	if rate := m.Total.Rates[record.Major]; rate.HasValue() {
		s.say("，整改%s项，重大隐患整改率%s", count(m.Total.Counts[record.MajorRectified]), s.b.rate(rate))
		s.over(rate)
	}
	s.say("。")
}

func (s *sentence) onTime(m *month) {
	rate := m.Total.Rates[record.OnTimeRate]
	overdue := m.Total.Counts[record.Overdue]
	if rate.HasValue() {
		s.say("到期应整改%d项，按期整改率%s", rate.Denominator, s.b.rate(rate))
		if overdue.Known() {
			s.say("，")
		} else {
			s.say("。")
		}
	}
	if overdue.Known() {
		s.say("逾期未整改")
		s.figure(count(overdue))
		s.say("项")
		s.change(indicator.Difference(overdue, m.countBefore(record.Overdue), indicator.MonthBefore, "项"))
		s.say("。")
	}
}

// belowTarget names who is below the target, worst first, at most five.
func (s *sentence) belowTarget(m *month) {
	target := s.b.Settings.Targets.Rectification
	if target == (record.Decimal{}) || len(m.standings) == 0 {
		return
	}
	type low struct {
		area int
		rate indicator.Rate
	}
	var below []low
	for i := range m.Areas {
		if r := m.Areas[i].Rates[record.Rectification]; s.b.below(r, target) {
			below = append(below, low{i, r})
		}
	}
	if len(below) == 0 {
		s.say("有整改率的单位都达到%s%%的目标。", target)
		return
	}
	sortStable(below, func(a, b low) int { return a.rate.Cmp(b.rate) })
	var names []string
	for _, l := range below[:min(len(below), 5)] {
		names = append(names, fmt.Sprintf("%s（%s）", s.b.areaName(l.area), s.b.rate(l.rate)))
	}
	more := ""
	if len(below) > 5 {
		more = "等"
	}
	s.say("整改率低于目标%s%%的有%d个：%s%s。", target, len(below), strings.Join(names, "、"), more)
}

// reports names nil reports, blank ones and missing ones: three things.
func (s *sentence) reports(m *month) {
	for _, state := range [...]indicator.State{indicator.NilReport, indicator.BlankReport, indicator.NotReported} {
		var names []string
		for i := range m.Areas {
			if m.Areas[i].State() == state {
				names = append(names, s.b.areaName(i))
			}
		}
		if len(names) > 8 {
			s.say("%s等%d个单位%s。", strings.Join(names[:8], "、"), len(names), state)
		} else if len(names) > 0 {
			s.say("%s%s。", strings.Join(names, "、"), state)
		}
	}
}

func (s *sentence) vetoes(m *month) {
	for i := range m.standings {
		if st := &m.standings[i]; st.Veto != "" {
			s.say("%s：%s，一票否决。", s.b.areaName(st.Area), st.Veto)
		}
	}
}

// was, wasLastYear and countBefore are the figures to compare with; unknown
// where that month has none.
func (m *month) was(i record.Indicator) indicator.Rate         { return rateIn(m.before, i) }
func (m *month) wasLastYear(i record.Indicator) indicator.Rate { return rateIn(m.lastYear, i) }

func rateIn(m *indicator.Month, i record.Indicator) indicator.Rate {
	if m == nil {
		return indicator.Rate{}
	}
	return m.Total.Rates[i]
}

func (m *month) countBefore(c record.Measure) record.Count {
	if m.before == nil {
		return record.Count{}
	}
	return m.before.Total.Counts[c]
}
