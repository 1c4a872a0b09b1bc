package minutes

import (
	"path"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// meetingKeys are the keys of minutes' front matter.
func meetingKeys() keys {
	return keys{
		{names: []string{"date", "日期", "会议日期", "会议时间", "时间"}},
		{names: []string{"title", "标题"}},
		{names: []string{"number", "文号", "期号", "期数"}},
		{names: []string{"period", "月份", "通报月份"}},
		{names: []string{"chair", "主持", "主持人"}},
		{names: []string{"attendees", "出席", "参会", "参加"}, list: true},
		{names: []string{"leave", "请假"}, list: true},
		{names: []string{"observers", "列席"}, list: true},
	}
}

// readMeeting reads front matter into a meeting. The file's name gives the date
// where the front matter does not, so that the rest can be checked all the same.
func readMeeting(s *source, fm frontMatter) (record.Meeting, []problem.Problem) {
	named, hasName := dateInName(s.place.File)
	r := meetingReader{src: s, fm: fm, year: named.Year}
	m := record.Meeting{
		Date: r.date(), Title: fm.text("title"), Number: fm.text("number"), Chair: fm.text("chair"),
		Attendees: fm.list("attendees"), Leave: fm.list("leave"), Observers: fm.list("observers"), Place: s.place,
	}
	switch {
	case m.Date.IsZero():
		m.Date = named
	case hasName && named != m.Date:
		r.add(problem.FigureDisagrees, problem.Warning, fm.fields["date"].place,
			"会议日期写的是"+problem.Quote(fm.text("date"))+"，文件名里却是"+named.Chinese()+"。", "请核对日期，并改正文件名或这一行。")
	}
	m.Period, m.PeriodPlace = r.period(m.Date), fm.fields["period"].place
	return m, r.problems
}

type meetingReader struct {
	src      *source
	fm       frontMatter
	year     int // from the file's name, for dates without one
	problems []problem.Problem
}

func (r *meetingReader) add(code problem.Code, severity problem.Severity, place problem.Place, message, advice string) {
	r.problems = append(r.problems, problem.Problem{Code: code, Severity: severity, Place: place, Message: message, Advice: advice})
}

func (r *meetingReader) date() record.Date {
	f := r.fm.fields["date"]
	if r.fm.broken || f.key != "" && f.values == nil {
		return record.Date{} // reported already
	}
	if f.text() == "" {
		r.add(problem.MissingDate, problem.Error, r.src.place.At(1, 0), "这份纪要没有写会议日期。", r.dateAdvice())
		return record.Date{}
	}
	if y, m, d, ok := zh.ParseDate(f.text(), r.year); ok {
		if date, ok := record.NewDate(y, m, d); ok {
			return date
		}
	}
	r.add(problem.UnreadableDate, problem.Error, f.place, "会议日期写的是"+problem.Quote(mask(f.text()))+"，不是一个日期。", "请写成“"+f.key+": 2026-10-22”这样的年月日。")
	return record.Date{}
}

// dateAdvice shows how front matter is written, with the date of the file's name.
func (r *meetingReader) dateAdvice() string {
	date := "2026-10-22"
	if named, ok := dateInName(r.src.place.File); ok {
		date = named.String()
	}
	if r.fm.given {
		return "请在开头两行“---”之间加上一行“date: " + date + "”。"
	}
	return "请在文件最前面写三行：“---”、“date: " + date + "”、“---”。"
}

func (r *meetingReader) period(date record.Date) record.Period {
	f := r.fm.fields["period"]
	if f.text() == "" {
		return record.Period{}
	}
	if y, m, _, ok := zh.ParsePeriod(f.text(), date.Year); ok {
		if p, ok := record.NewPeriod(y, m); ok {
			return p
		}
	}
	r.add(problem.UnreadableDate, problem.Error, f.place, "通报月份写的是"+problem.Quote(mask(f.text()))+"，不是一个月份。", "请写成“"+f.key+": 2026-09”这样的年月。")
	return record.Period{}
}

// dateInName finds the date that a file's name begins with: 2026-10-22.md,
// 20261022会议纪要.md, 2026年10月22日.md, 2026-10-22-2.md.
func dateInName(file string) (record.Date, bool) {
	year, rest := leadingNumber(zh.Fold(path.Base(file)), 4)
	month, rest := leadingNumber(strings.TrimLeft(rest, "-._年"), 2)
	day, _ := leadingNumber(strings.TrimLeft(rest, "-._月"), 2)
	d, ok := record.NewDate(year, month, day)
	if !ok {
		return record.Date{}, false
	}
	return d, true
}

// leadingNumber reads at most the given count of digits; 0 when there is none.
func leadingNumber(s string, most int) (n int, rest string) {
	for len(s) > 0 && most > 0 && s[0] >= '0' && s[0] <= '9' {
		n, s, most = n*10+int(s[0]-'0'), s[1:], most-1
	}
	return n, s
}
