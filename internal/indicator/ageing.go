package indicator

import "jianbao/internal/record"

// Age is how a hazard that is still open stands to the day it is due by.
type Age int

// The ages of an open hazard. What has no deadline cannot be overdue, and is
// told apart because that is a fault of its own.
const (
	NotDue Age = iota
	WithoutDeadline
	OverWeek // 1 to 7 days past the deadline
	OverMonth
	OverQuarter
	OverLonger
	NumAges
)

// String returns the words for it.
func (a Age) String() string {
	return [...]string{"未到期", "没有期限", "逾期1—7天", "逾期8—30天", "逾期31—90天", "逾期90天以上"}[a]
}

// Overdue reports whether it is an age past the deadline.
func (a Age) Overdue() bool { return a >= OverWeek }

// AgeOf is the age of an open hazard on a day.
func AgeOf(h *record.Hazard, day record.Date) Age {
	due := h.DueBy()
	if due.IsZero() {
		return WithoutDeadline
	}
	switch late := due.DaysUntil(day); {
	case day.IsZero() || late <= 0:
		return NotDue
	case late <= 7:
		return OverWeek
	case late <= 30:
		return OverMonth
	case late <= 90:
		return OverQuarter
	}
	return OverLonger
}

// LedgerCounts counts hazards of one grade in a ledger.
type LedgerCounts struct {
	All     int
	Open    int
	Overdue int
	ByAge   [NumAges]int          // of those that are open
	ByStage [record.NumStages]int // of all, by the last step taken
}

func (c *LedgerCounts) add(h *record.Hazard, day record.Date) {
	c.All++
	c.ByStage[h.Stage]++
	if !h.Open() {
		return
	}
	c.Open++
	age := AgeOf(h, day)
	c.ByAge[age]++
	if age.Overdue() {
		c.Overdue++
	}
}

// Reached is how many have taken a step of 发现→交办→整改→复查→销号, or a later one.
func (c *LedgerCounts) Reached(s record.Stage) (n int) {
	for ; s < record.NumStages; s++ {
		n += c.ByStage[s]
	}
	return n
}

// Ledger counts hazards by grade.
type Ledger struct{ General, Major LedgerCounts }

// Both is the counts of both grades together.
func (l *Ledger) Both() LedgerCounts {
	sum := l.General
	sum.All, sum.Open, sum.Overdue = sum.All+l.Major.All, sum.Open+l.Major.Open, sum.Overdue+l.Major.Overdue
	for a := range sum.ByAge {
		sum.ByAge[a] += l.Major.ByAge[a]
	}
	for s := range sum.ByStage {
		sum.ByStage[s] += l.Major.ByStage[s]
	}
	return sum
}

// Ledgers are the counts of the whole and of each area.
type Ledgers struct {
	Whole Ledger
	Areas []Ledger
}

// CountLedger counts all hazards as they stand on a day.
func CountLedger(hazards []record.Hazard, areas int, day record.Date) Ledgers {
	sum := Ledgers{Areas: make([]Ledger, areas)}
	for i := range hazards {
		h := &hazards[i]
		counts := []*Ledger{&sum.Whole}
		if h.Area != record.AllAreas {
			counts = append(counts, &sum.Areas[h.Area])
		}
		for _, c := range counts {
			if h.Major {
				c.Major.add(h, day)
			} else {
				c.General.add(h, day)
			}
		}
	}
	return sum
}
