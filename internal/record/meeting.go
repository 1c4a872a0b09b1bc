package record

import "jianbao/internal/problem"

// Meeting is one meeting as its minutes (会议纪要) give it.
type Meeting struct {
	ID          string // 2026-10-22, or 2026-10-22-2 for the second on one day; ASCII, used in addresses
	Date        Date
	Title       string
	Number      string        // the issue or document number, 第10期 or 安委办〔2026〕10号, as written
	Period      Period        // the month that was reported on; zero when none was given and none follows
	PeriodPlace problem.Place // where it is written
	Chair       string        // 主持人
	Attendees   []string      // 出席
	Leave       []string      // 请假
	Observers   []string      // 列席
	Actions     []ActionItem
	Place       problem.Place // the file
}

// ActionItem is one thing that a meeting decided (议定事项).
type ActionItem struct {
	Number   int      // from 1, in the order of the minutes
	Text     string   // what is to be done
	Owners   []string // 责任单位, 牵头单位
	Helpers  []string // 配合单位
	Deadline Date     // 完成时限; zero when none was written
	Extended Date     // the later date of an approved extension (延期至), or zero
	Done     Date     // the day it was finished, where written
	Progress Progress
	Note     string // what was written about progress, beyond the state
	Place    problem.Place
}

// Progress is how far an action item is.
type Progress int

// The states of DOMAIN §6. NoProgress: nothing was written. Being on schedule
// (按序时) is InHand, never ClosedOut.
const (
	NoProgress Progress = iota
	NotStarted
	InHand
	NeedsPush
	ClosedOut
)

// String returns the term as printed; 未填 for NoProgress.
func (p Progress) String() string {
	return [...]string{"未填", "未启动", "正在办理", "需加快", "已办结"}[p]
}

// DueBy is the day the item has to be done by: an approved extension counts as
// the deadline. Zero when there is none.
func (a ActionItem) DueBy() Date {
	if !a.Extended.IsZero() {
		return a.Extended
	}
	return a.Deadline
}

// OverdueOn reports whether the item was open after its deadline on the given
// day; without a deadline it never is.
func (a ActionItem) OverdueOn(day Date) bool {
	due := a.DueBy()
	return a.Progress != ClosedOut && !due.IsZero() && due.Compare(day) < 0
}
