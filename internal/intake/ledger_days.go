package intake

import (
	"strings"
	"time"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// day reads a field's day; zero when there is none, or one that has been
// reported. One without a year is the first after the hazard was found.
func (r *ledgerReader) day(c ledgerRow, field string, found record.Date) record.Date {
	text := c.cell(field)
	if text == "" {
		return record.Date{}
	}
	if d, ok := r.parseDay(text, c.year, found); ok {
		return d
	}
	r.report(problem.Problem{
		Code: problem.UnreadableDate, Severity: problem.Error, Place: c.place(field),
		Message: "“" + c.name(field) + "”写的是" + quoted(text) + "，读不成日期。",
		Advice:  "请写成“2026-10-22”这样的年月日；没有的留空。",
	})
	return record.Date{}
}

func (r *ledgerReader) parseDay(text string, year int, found record.Date) (record.Date, bool) {
	if d, ok := r.days[text]; ok {
		return d, true
	}
	if d, ok := dayOf(text, 0); ok {
		r.days[text] = d
		return d, true
	}
	if !found.IsZero() {
		year = found.Year
	}
	d, ok := dayOf(text, year)
	if ok && d.Compare(found) < 0 {
		return dayOf(text, year+1)
	}
	return d, ok
}

func dayOf(text string, year int) (record.Date, bool) {
	y, m, d, ok := zh.ParseDate(text, year)
	if !ok {
		return record.Date{}, false
	}
	return record.NewDate(y, m, d)
}

// dayOrWords is day for columns in which words may stand for an event without a
// day, or for none: 已验收, 未销号.
func (r *ledgerReader) dayOrWords(c ledgerRow, field string, found record.Date) record.Date {
	if text := c.cell(field); text != "" && !strings.ContainsAny(zh.Fold(text), "0123456789") {
		return record.Date{}
	}
	return r.day(c, field, found)
}

// deadline reads 整改期限; 立行立改 is the day of the finding, 15日内 so many days later.
func (r *ledgerReader) deadline(c ledgerRow, found record.Date) record.Date {
	text := foldName(c.cell("deadline"))
	if days, ok := daysAfter(text); ok {
		if found.IsZero() {
			return record.Date{}
		}
		t := time.Date(found.Year, time.Month(found.Month), found.Day+days, 0, 0, 0, 0, time.UTC)
		return record.Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
	}
	return r.day(c, "deadline", found)
}

// daysAfter reads a deadline that counts from the finding.
func daysAfter(text string) (days int, ok bool) {
	switch text {
	case "立即", "立即整改", "立行立改", "立整立改", "当场整改", "现场整改", "即时整改", "即查即改", "边查边改", "当日", "当天":
		return 0, true
	}
	for _, end := range [...]string{"日内", "天内", "个工作日内", "日", "天"} {
		if number, cut := strings.CutSuffix(text, end); cut {
			n, ok := plainDigits(number)
			return int(min(n, 3650)), ok
		}
	}
	return 0, false
}

// extension reads the day of an approved extension: 2026-12-31, 延期至12月31日; 否 is none.
func (r *ledgerReader) extension(c ledgerRow, found record.Date) record.Date {
	text := foldName(c.cell("extended"))
	switch text {
	case "", "否", "未延期", "不延期", "未批准", "申请中":
		return record.Date{}
	}
	_, day, cut := strings.Cut(text, "至")
	if !cut {
		day = text
	}
	if d, ok := r.parseDay(strings.TrimLeft(day, ":"), c.year, found); ok {
		return d
	}
	return r.day(c, "extended", found)
}

// done reads whether a hazard has been put right, and the day into h. 已完成 is
// done on no known day; 按序时整改 is not done (DOMAIN §5).
func (r *ledgerReader) done(c ledgerRow, h *record.Hazard) bool {
	switch text := foldName(c.cell("done")); {
	case text == "":
	case saysDone(text):
		return true
	case saysNotDone(text):
		return false
	default:
		h.DoneOn = r.day(c, "done", h.FoundOn)
		return !h.DoneOn.IsZero()
	}
	return saysDone(foldName(c.cell("state")))
}

// saysDone reads words for what is finished, with nothing in them that takes it back.
func saysDone(text string) bool {
	switch text {
	case "是", "√", "合格", "通过":
		return true
	}
	if saysNotDone(text) {
		return false
	}
	for _, word := range [...]string{"已整改", "完成整改", "整改完成", "整改完毕", "已完成", "完成", "已办结", "已销号", "销号", "已改", "立行立改", "当场整改"} {
		if strings.HasPrefix(text, word) {
			return true
		}
	}
	return false
}

func saysNotDone(text string) bool {
	for _, word := range [...]string{"未", "不", "否", "正在", "整改中", "治理中", "序时", "部分", "计划", "推进", "待", "申请", "基本", "×"} {
		if strings.Contains(text, word) {
			return true
		}
	}
	return false
}

// closedOn reads the day from 销号时间, or from 销号情况 where that has a day.
func (r *ledgerReader) closedOn(c ledgerRow, found record.Date) record.Date {
	if d := r.dayOrWords(c, "closedon", found); !d.IsZero() {
		return d
	}
	text := strings.Trim(strings.ReplaceAll(foldName(c.cell("closed")), "已销号", ""), "(),:")
	d, ok := r.parseDay(text, c.year, found)
	if text == "" || !ok {
		return record.Date{}
	}
	return d
}

// stageOf is the last step that the hazard has taken. A step implies those before.
func stageOf(c ledgerRow, h *record.Hazard, done bool, checkedOn, closedOn record.Date) record.Stage {
	closed, state, checker := foldName(c.cell("closed")), foldName(c.cell("state")), foldName(c.cell("checkedby"))
	checked := checker != "" && !saysNotDone(checker) || !checkedOn.IsZero()
	switch {
	case !closedOn.IsZero(), saysDone(closed), strings.HasPrefix(state, "已销号"):
		return record.StageClosed
	case done && checked:
		return record.StageChecked
	case done:
		return record.StageDone
	case !h.Deadline.IsZero(), c.cell("owner") != "", c.cell("person") != "", c.cell("assigned") != "":
		return record.StageAssigned
	}
	return record.StageFound
}
