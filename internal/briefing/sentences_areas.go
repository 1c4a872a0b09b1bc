package briefing

import (
	"fmt"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// mostBelow and mostNamed are how many units a sentence names.
const (
	mostBelow = 5
	mostNamed = 8
)

// belowTarget names who is below the target, worst first; nothing where nobody has a rate.
func (s *sentence) belowTarget(m *month) {
	target := s.b.Settings.Targets.Rectification
	if target == (record.Decimal{}) || !m.ByArea {
		return
	}
	type low struct {
		area int
		rate indicator.Rate
	}
	var below []low
	rated := 0
	for i := range m.Areas {
		r := m.Areas[i].Rates[record.Rectification]
		if r.HasValue() {
			rated++
		}
		if s.b.below(r, target) {
			below = append(below, low{i, r})
		}
	}
	if len(below) == 0 {
		if rated > 0 {
			s.say("有整改率的单位都达到了%s%%的目标。", target)
		}
		return
	}
	sortStable(below, func(a, b low) int { return a.rate.Cmp(b.rate) })
	var names []string
	for _, l := range below[:min(len(below), mostBelow)] {
		names = append(names, s.b.areaName(l.area)+"（"+s.b.belowText(l.rate, target)+"）")
	}
	more := ""
	if len(below) > mostBelow {
		more = "等"
	}
	s.say("整改率低于%s%%目标的单位有%d个：%s%s。", target, len(below), strings.Join(names, "、"), more)
}

// belowText prints a rate that misses the target. Where it prints as the target,
// its counts show that it is below.
func (b *book) belowText(r indicator.Rate, target record.Decimal) string {
	rate := b.rate(r)
	printed := indicator.Rate{Numerator: target.Units, Denominator: 100 * pow10(target.Decimals), Known: true}
	if rate == b.rate(printed) {
		return fmt.Sprintf("%d/%d，约%s", r.Numerator, r.Denominator, rate)
	}
	return rate
}

// reports names nil reports, blank ones and missing ones: three things.
func (s *sentence) reports(m *month) {
	if !m.ByArea {
		return
	}
	for _, state := range [...]indicator.State{indicator.NilReport, indicator.BlankReport, indicator.NotReported} {
		var names []string
		for i := range m.Areas {
			if m.Areas[i].State() == state {
				names = append(names, s.b.areaName(i))
			}
		}
		what := state.String()
		if state == indicator.BlankReport {
			what = "报表未填数字"
		}
		if len(names) > mostNamed {
			s.say("%s等%d个单位%s。", strings.Join(names[:mostNamed], "、"), len(names), what)
		} else if len(names) > 0 {
			s.say("%s%s。", strings.Join(names, "、"), what)
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
