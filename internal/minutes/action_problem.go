package minutes

import (
	"unicode/utf8"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

func (a *actions) withoutOwner(item record.ActionItem, place problem.Place, advice string) {
	a.problems = append(a.problems, problem.Problem{
		Code: problem.ActionWithoutOwner, Severity: problem.Warning, Place: place,
		Message: "议定事项" + problem.Quote(firstWords(item.Text)) + "没有写责任单位。", Advice: advice,
	})
}

func (a *actions) withoutDeadline(item record.ActionItem, place problem.Place, advice string) {
	a.problems = append(a.problems, problem.Problem{
		Code: problem.ActionWithoutDeadline, Severity: problem.Warning, Place: place,
		Message: "议定事项" + problem.Quote(firstWords(item.Text)) + "没有写完成时限。", Advice: advice,
	})
}

func (a *actions) unreadable(s string, place problem.Place) {
	a.problems = append(a.problems, problem.Problem{
		Code: problem.UnreadableDate, Severity: problem.Error, Place: place,
		Message: "这里的日期写的是" + problem.Quote(s) + "，读不出是哪一天。",
		Advice:  "请写成“2026年11月20日”这样的年月日；没有期限的写“长期坚持”。",
	})
}

// firstWords shortens an item to what it can be recognised by.
func firstWords(s string) string {
	const most = 16
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
