package minutes

import (
	"strings"
	"time"
	"unicode/utf8"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// phrase reads what is said from the meeting's day: 年底前, 本月底, 下月10日前,
// 第四季度, 会后10日内, 一周内.
func (c calendar) phrase(s string) (record.Date, bool) {
	s = strings.TrimPrefix(s, "会后")
	switch {
	case containsAny(s, "明年底", "明年年底", "次年底"):
		return record.Date{Year: c.meeting.Year + 1, Month: 12, Day: 31}, true
	case containsAny(s, "年底", "年末", "年内"):
		return record.Date{Year: c.meeting.Year, Month: 12, Day: 31}, true
	case containsAny(s, "下月底", "下月末", "次月底", "下个月底"):
		return c.monthEnd(c.meeting.Month + 1), true
	case containsAny(s, "月底", "月末", "本月内", "当月内"):
		return c.monthEnd(c.meeting.Month), true
	}
	if day, ok := c.quarter(s); ok {
		return day, true
	}
	return c.within(s)
}

func (c calendar) monthEnd(month int) record.Date {
	return c.add(month-c.meeting.Month+1, -c.meeting.Day)
}

// add returns the day so many months and days after the meeting's.
func (c calendar) add(months, days int) record.Date {
	t := time.Date(c.meeting.Year, time.Month(c.meeting.Month+months), c.meeting.Day+days, 0, 0, 0, 0, time.UTC)
	return record.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

// quarter reads 第四季度, 四季度末, 4季度: its last day.
func (c calendar) quarter(s string) (record.Date, bool) {
	before, _, found := strings.Cut(s, "季度")
	if !found {
		return record.Date{}, false
	}
	for i, names := range [...]string{"一1", "二2", "三3", "四4"} {
		if last, size := utf8.DecodeLastRuneInString(before); size > 0 && strings.ContainsRune(names, last) {
			return c.monthEnd(3 * (i + 1)), true
		}
	}
	return record.Date{}, false
}

// within reads 10日内, 15天内, 一周内, 两个月内. Working days are not computed:
// the holidays of a year are decided the autumn before.
func (c calendar) within(s string) (record.Date, bool) {
	before, _, found := strings.Cut(s, "内")
	if !found || strings.Contains(before, "工作日") {
		return record.Date{}, false
	}
	for _, unit := range [...]struct {
		name         string
		months, days int
	}{{"个月", 1, 0}, {"周", 0, 7}, {"星期", 0, 7}, {"日", 0, 1}, {"天", 0, 1}} {
		if count, ok := strings.CutSuffix(before, unit.name); ok {
			if n, ok := zh.ParseOrdinal(strings.TrimSuffix(strings.Replace(count, "两", "二", 1), "个")); ok && n <= 365 {
				return c.add(n*unit.months, n*unit.days), true
			}
		}
	}
	return record.Date{}, false
}
