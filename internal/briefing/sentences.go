package briefing

import (
	"fmt"

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
	s.say("%s，%s", s.b.span(m.Period), s.b.Settings.Whole)
	reported, all := m.ReportedAreas()
	switch {
	case all == 0:
	case reported == all:
		s.say("%d个填报单位全部报送，", all)
	case reported == 0:
		s.say("%d个填报单位都没有报送数字。", all)
		return
	default:
		s.say("%d个填报单位有%d个报送，", all, reported)
	}
	if f := &m.Total; !f.Counts[record.Found].Known() && !f.Counts[record.Rectified].Known() && f.Counts[record.MajorFound].Known() {
		s.found(f, "重大隐患", record.MajorFound, record.MajorRectified, record.Major)
	} else {
		s.found(f, "隐患", record.Found, record.Rectified, record.Rectification)
	}
	if rate := m.Total.Rates[record.Rectification]; rate.HasValue() {
		s.change(indicator.RateChange(rate, m.was(record.Rectification), s.b.sinceBefore(m), s.b.decimals))
		s.change(indicator.RateChange(rate, m.wasLastYear(record.Rectification), indicator.YearBefore, s.b.decimals))
	}
	s.say("。")
}

// found says how many of a kind were found and put right, without a full stop.
func (s *sentence) found(f *indicator.Figures, kind string, foundMeasure, rectifiedMeasure record.Measure, i record.Indicator) {
	found, rectified := f.Counts[foundMeasure], f.Counts[rectifiedMeasure]
	switch {
	case found.Known() && found.N() == 0:
		s.noneFound(kind, rectified)
		return
	case !found.Known() && rectified.Known():
		s.say("整改%s", kind)
		s.figure(count(rectified))
		s.say("项")
		return
	case !found.Known():
		s.say("没有%s排查整改的数字", kind)
		return
	}
	s.say("共排查%s", kind)
	s.figure(count(found))
	s.say("项")
	if rectified.Known() {
		s.say("，整改")
		s.figure(count(rectified))
		s.say("项")
	}
	if rate := f.Rates[i]; rate.HasValue() {
		s.say("，%s", i)
		s.figure(s.b.rate(rate))
		s.over(rate)
	}
}

// noneFound says so, and what was put right all the same.
func (s *sentence) noneFound(kind string, rectified record.Count) {
	s.say("没有排查出%s", kind)
	if rectified.N() > 0 {
		s.say("，整改往月的%s%s项", kind, count(rectified))
	}
}

// over never lets a rate stand without a word that has more than this month's
// hazards in it (DOMAIN §3.6).
func (s *sentence) over(r indicator.Rate) {
	if r.HasOld() {
		s.say("（含往月排查的隐患）")
	}
}

func (s *sentence) change(c indicator.Change) {
	if c.Known() {
		s.say("，%s", c.Text)
	}
}

// major says which of all hazards are major, where the opening was of all.
func (s *sentence) major(m *month) {
	found, rectified := m.Total.Counts[record.MajorFound], m.Total.Counts[record.MajorRectified]
	switch {
	case !found.Known() || !m.Total.Counts[record.Found].Known():
		return
	case found.N() == 0:
		s.noneFound("重大隐患", rectified)
	default:
		s.say("其中重大隐患%s项", count(found))
		if rate := m.Total.Rates[record.Major]; rate.HasValue() {
			s.say("，整改%s项，重大隐患整改率%s", count(rectified), s.b.rate(rate))
			s.over(rate)
		}
	}
	s.say("。")
}

func (s *sentence) onTime(m *month) {
	rate := m.Total.Rates[record.OnTimeRate]
	overdue := m.Total.Counts[record.Overdue]
	if rate.HasValue() {
		s.say("到期应整改%d项", rate.Denominator)
		if extended := m.Total.Counts[record.Extended]; extended.N() > 0 {
			s.say("（不含经批准延期的%s项）", count(extended))
		}
		s.say("，按期整改率%s", s.b.rate(rate))
		if overdue.Known() {
			s.say("，")
		} else {
			s.say("。")
		}
	}
	switch {
	case !overdue.Known():
		return
	case overdue.N() == 0:
		s.say("没有逾期未整改的隐患")
	default:
		s.say("逾期未整改")
		s.figure(count(overdue))
		s.say("项")
	}
	if before := m.countBefore(record.Overdue); overdue.N() > 0 || before.N() > 0 {
		s.change(indicator.Difference(overdue, before, s.b.sinceBefore(m), "项"))
	}
	s.say("。")
}

// sinceBefore is what a month's figures are compared with: the month before, or
// where they are cumulative the months up to it.
func (b *book) sinceBefore(m *month) indicator.Against {
	if b.cumulative() && m.Period.Month() > 1 {
		return indicator.SpanTo(m.Period.Month() - 1)
	}
	return indicator.MonthBefore
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
