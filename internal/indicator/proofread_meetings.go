package indicator

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadMeeting reports a meeting whose minutes name a month that there are no
// statistics of: its page would show no figures, without a word. months are the
// files of each month; where there are none at all, nothing is amiss.
func ProofreadMeeting(m *record.Meeting, months map[record.Period][]string) []problem.Problem {
	if m.Period.IsZero() || len(months) == 0 || len(months[m.Period]) > 0 {
		return nil
	}
	return []problem.Problem{{
		Code: problem.MonthWithoutFigures, Severity: problem.Warning, Place: m.PeriodPlace,
		Message: "通报月份写的是" + m.Period.Chinese() + "，但没有这个月的统计表，会议页上不会有数字和图。",
		Advice:  "请核对月份；月份没有写错的，请把这个月的统计表放进 statistics 文件夹。",
	}}
}
