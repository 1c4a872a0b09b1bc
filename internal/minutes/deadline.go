package minutes

import (
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// calendar reads the days that minutes name, many of them without a year.
type calendar struct{ meeting record.Date }

// cell reads a cell or the text behind 完成时限： as a day. Of several the last
// one counts (10月底前报方案，12月20日前完成). Word is true for a deadline that is
// no day: 长期坚持, 立即, 常态化, 10个工作日内.
func (c calendar) cell(s string) (day record.Date, word, ok bool) {
	if zh.None(s) != zh.NotNone {
		return record.Date{}, false, true
	}
	if day, ok = c.parse(s); ok {
		return day, false, true
	}
	if found := c.find(s); len(found) > 0 {
		return found[len(found)-1].day, false, true
	}
	if day, ok = c.phrase(zh.Join(s)); ok {
		return day, false, true
	}
	word = isDeadlineWord(zh.Join(s))
	return record.Date{}, word, word
}

// isDeadlineWord reports whether s says when, but no day.
func isDeadlineWord(s string) bool {
	return containsAny(s, "长期", "持续", "常态", "立即", "尽快", "抓紧", "及时", "立行立改", "即知即改", "即日", "即时", "随时", "每月", "每季", "每半年",
		"每年", "年度", "每周", "每日", "每天", "日常", "经常", "定期", "全年", "工作日内", "按时序", "按要求", "按规定", "按计划")
}

// parse reads a day that is written alone. Without a year it is the meeting's,
// or the next one when that would lie more than six months before the meeting's
// month: nobody decides in October what was to be done by March.
func (c calendar) parse(s string) (record.Date, bool) {
	year := c.meeting.Year
	y, m, d, ok := zh.ParseDate(s, year)
	if !ok || y == year && c.meeting.Month-m > 6 { // 2月29日, or long past
		if ny, nm, nd, found := zh.ParseDate(s, year+1); found && (!ok || ny != y) {
			y, m, d, ok = ny, nm, nd, true
		}
	}
	if !ok {
		return record.Date{}, false
	}
	return record.NewDate(y, m, d)
}

// past reads the day on which something was done: without a year the one
// nearest to the meeting.
func (c calendar) past(s string) (day record.Date, ok bool) {
	if y, m, d, ok := zh.ParseDate(s, 0); ok {
		return record.NewDate(y, m, d)
	}
	for year := c.meeting.Year - 1; year <= c.meeting.Year+1; year++ {
		y, m, d, found := zh.ParseDate(s, year)
		if !found {
			continue
		}
		if near, _ := record.NewDate(y, m, d); !ok || apart(near, c.meeting) < apart(day, c.meeting) {
			day, ok = near, true
		}
	}
	return day, ok
}

func apart(a, b record.Date) int {
	n := a.DaysUntil(b)
	return max(n, -n)
}
