package minutes

import (
	"fmt"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadDeadlines reports every action item that was past its deadline on
// the day of the latest meeting, not closed out and without an approved
// extension: deadlines that pass without a word are what published minutes
// most often leave open (DOMAIN §5).
func ProofreadDeadlines(meetings []Document) (problems []problem.Problem) {
	if len(meetings) == 0 {
		return nil
	}
	today := meetings[len(meetings)-1].Meeting.Date
	for i := range meetings {
		for _, a := range meetings[i].Meeting.Actions {
			if a.OverdueOn(today) {
				problems = append(problems, overdue(a, today))
			}
		}
	}
	return problems
}

func overdue(a record.ActionItem, today record.Date) problem.Problem {
	deadline := a.Deadline.Chinese() + "前完成"
	if !a.Extended.IsZero() {
		deadline = "延期至" + a.Extended.Chinese()
	}
	return problem.Problem{
		Code: problem.OverdueWithoutExtension, Severity: problem.Warning, Place: a.Place,
		Message: fmt.Sprintf("议定事项%s要求%s，到最近一次会议（%s）进展还是“%s”，没有写延期。",
			problem.Quote(a.Text), deadline, today.Chinese(), a.Progress),
		Advice: "请催办并补上进展；已经完成的请写“已办结”，批准延期的请写“延期至某年某月某日”。",
	}
}
