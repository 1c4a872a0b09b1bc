package indicator

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadLedger reports every major hazard that is past its deadline on a day
// without a word, and every open one without its five commitments (五落实).
func ProofreadLedger(hazards []record.Hazard, day record.Date) (problems []problem.Problem) {
	for i := range hazards {
		h := &hazards[i]
		if h.File == nil || !h.Open() {
			continue
		}
		if h.OverdueOn(day) {
			problems = append(problems, overdueHazard(h, day))
		}
		if missing := MissingCommitments(h); len(missing) > 0 {
			problems = append(problems, problem.Problem{
				Code: problem.MissingCommitment, Severity: problem.Warning, Place: h.Place,
				Message: fmt.Sprintf("重大隐患%s的“五落实”缺%s。", hazardName(h), strings.Join(missing, "、")),
				Advice:  "请补填整改措施、责任单位（责任人）、资金、期限和应急预案；还没有落实的请督促落实。",
			})
		}
	}
	return problems
}

// MissingCommitments names those of the five that are not fixed.
func MissingCommitments(h *record.Hazard) (missing []string) {
	for c, fixed := range h.Commitments() {
		if !fixed {
			missing = append(missing, record.Commitment(c).String())
		}
	}
	return missing
}

func hazardName(h *record.Hazard) string {
	return problem.Quote(cmp.Or(h.File.Number, h.File.Description, h.File.Enterprise))
}

func overdueHazard(h *record.Hazard, day record.Date) problem.Problem {
	kind := "重大隐患"
	if h.Listed() {
		kind = "挂牌督办的重大隐患"
	}
	due, missing := "整改期限是"+h.DueBy().Chinese(), "也没有批准延期"
	if h.Listed() && h.DueBy() == h.File.Supervision.Deadline {
		due = "督办期限是" + h.DueBy().Chinese()
	}
	if !h.Extended.IsZero() {
		due, missing = "延期到"+h.Extended.Chinese(), "延期又过了"
	}
	return problem.Problem{
		Code: problem.OverdueWithoutExtension, Severity: problem.Warning, Place: h.File.DeadlineAt,
		Message: fmt.Sprintf("%s%s%s，到%s已逾期%d天，没有整改完成，%s。", kind, hazardName(h), due, day.Chinese(), h.DueBy().DaysUntil(day), missing),
		Advice:  "请催办；已经整改的请填整改完成日期，批准延期的请在“延期至”一栏写上新的期限。",
	}
}

// ReconcileLedger sets the hazards of the ledger that were found in a month
// beside what the month's table says was found in the same area: of “28件” here
// and “27件” there one is wrong (DOMAIN §5).
//
// A ledger need not have everything: many list only what the office itself
// found, or only the major hazards. So they are compared where both can be of
// the same thing: the ledger has more than the table, which no part of it can; or
// it has nine tenths of it or more, and then is taken for the whole.
func ReconcileLedger(hazards []record.Hazard, ms *Months, areas []record.Area) (problems []problem.Problem) {
	entries := entriesOf(hazards, ms.cumulative)
	for _, e := range entries {
		m := ms.At(e.period)
		if m == nil || e.area >= len(m.Areas) {
			continue
		}
		counts := &m.Areas[e.area].Counts
		for _, pair := range [...]struct {
			ledger  int
			measure record.Measure
			name    string
		}{{e.general + e.major, record.Found, "隐患"}, {e.major, record.MajorFound, "重大隐患"}} {
			table := counts[pair.measure]
			onlyMajor := pair.measure == record.Found && e.general == 0
			if !table.Known() || pair.ledger == 0 || onlyMajor || !disagree(int64(pair.ledger), table.N()) {
				continue
			}
			problems = append(problems, problem.Problem{
				Code: problem.FigureDisagrees, Severity: problem.Warning, Place: e.place,
				Message: fmt.Sprintf("台账里%s%s发现的%s有 %d 项，统计表的“%s”是 %d 项。",
					areas[e.area].Name, ms.spanOf(e.period), pair.name, pair.ledger, pair.measure, table.N()),
				Advice: "请核对台账和统计表，补上漏掉的，删去重复的；日期写错月份的请改正。",
			})
		}
	}
	return problems
}

// disagree reports whether the ledger cannot be a part of what the table counts,
// and is not the whole of it either.
func disagree(ledger, table int64) bool {
	return ledger > table || ledger < table && ledger*10 >= table*9
}

// spanOf names the months that a month's figures cover: 2026年10月, 2026年1—10月.
func (ms *Months) spanOf(p record.Period) string {
	if ms.cumulative && p.Month() > 1 {
		return fmt.Sprintf("%d年1—%d月", p.Year(), p.Month())
	}
	return p.Chinese()
}

// entry is what a ledger has of one area and month.
type entry struct {
	period         record.Period
	area           int
	general, major int
	place          problem.Place // the sheet of the first of them
}

// entriesOf counts by month and area, in their order; cumulative adds up the
// months of a year.
func entriesOf(hazards []record.Hazard, cumulative bool) (entries []entry) {
	at := map[placed]int{}
	for i := range hazards {
		h := &hazards[i]
		if h.Area == record.AllAreas || h.FoundOn.IsZero() {
			continue
		}
		key := placed{h.FoundOn.Period(), h.Area}
		n, seen := at[key]
		if !seen {
			n = len(entries)
			at[key] = n
			entries = append(entries, entry{period: key.period, area: h.Area, place: h.Place.At(0, 0)})
		}
		if h.Major {
			entries[n].major++
		} else {
			entries[n].general++
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(cmp.Compare(a.area, b.area), a.period.Compare(b.period))
	})
	for i := 1; cumulative && i < len(entries); i++ {
		e, before := &entries[i], &entries[i-1]
		if e.area == before.area && e.period.Year() == before.period.Year() {
			e.general, e.major = e.general+before.general, e.major+before.major
		}
	}
	return entries
}
