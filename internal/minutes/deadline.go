package minutes

import (
	"strings"
	"time"
	"unicode/utf8"

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
	if y, m, d, ok := zh.ParseDate(s, 0); ok {
		return record.NewDate(y, m, d)
	}
	year := c.meeting.Year
	y, m, d, ok := zh.ParseDate(s, year)
	if !ok || c.meeting.Month-m > 6 {
		y, m, d, ok = zh.ParseDate(s, year+1)
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

// foundDay is a day in running text.
type foundDay struct {
	day        record.Date
	start, end int // bytes
}

// find returns the days in a text: 于2026年11月20日前, 11月底前, 2026年底, 11月中旬.
func (c calendar) find(s string) (days []foundDay) {
	const marks = "年月日号底末内旬上中下./-"
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isNumeral(r) {
			i += size
			continue
		}
		end := i
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !isNumeral(r) && !strings.ContainsRune(marks, r) {
				break
			}
			end += size
		}
		if day, ok := c.token(s[i:end]); ok {
			days = append(days, foundDay{day, i, end})
		}
		i = end
	}
	return days
}

func isNumeral(r rune) bool {
	return r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("一二三四五六七八九十〇", r)
}

// token reads one date as find cuts it out.
func (c calendar) token(s string) (record.Date, bool) {
	s = strings.TrimRight(zh.Fold(s), "./-内")
	s = strings.NewReplacer("月末", "月底", "月下旬", "月底", "月中旬", "月20日", "月上旬", "月10日").Replace(s)
	if year, found := cutYearEnd(s); found {
		s = year + "年12月31日"
	}
	return c.parse(s)
}

// cutYearEnd takes 年底 or 年末 off a year.
func cutYearEnd(s string) (year string, found bool) {
	for _, end := range [...]string{"年底", "年末"} {
		if year, found = strings.CutSuffix(s, end); found && len(year) == 4 {
			return year, true
		}
	}
	return "", false
}

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

func containsAny(s string, words ...string) bool {
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
