package briefing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"jianbao/internal/record"
)

// duty is an action item that names an area as responsible or helping.
type duty struct {
	meeting *record.Meeting
	action  *record.ActionItem
}

// mostDuties is how many action items a township's page lists. An item given to
// all townships stands on each of their pages, so that without a limit a site
// would grow by the number of townships for every meeting.
const mostDuties = 20

// dutiesOf returns the action items of each area, the newest meeting's first.
func dutiesOf(areas []record.Area, meetings []*record.Meeting) [][]duty {
	duties := make([][]duty, len(areas))
	named := map[string][]int{} // the areas that a unit names; the same units stand in every minutes
	for _, m := range slices.Backward(meetings) {
		for j := range m.Actions {
			a := &m.Actions[j]
			for _, unit := range slices.Concat(a.Owners, a.Helpers) {
				if _, known := named[unit]; !known {
					named[unit] = areasNamed(unit, areas)
				}
				for _, i := range named[unit] {
					last := len(duties[i]) - 1
					if last < 0 || duties[i][last].action != a { // an area may be named twice
						duties[i] = append(duties[i], duty{m, a})
					}
				}
			}
		}
	}
	return duties
}

// dutyBlocks is what the meetings gave an area to do: how much of it is done, and
// what is most urgent.
func (b *book) dutyBlocks(area int) []Block {
	duties := b.duties[area]
	if len(duties) == 0 {
		return nil
	}
	closed, overdue := 0, 0
	for _, d := range duties {
		switch {
		case d.action.Progress == record.ClosedOut:
			closed++
		case d.action.OverdueOn(b.today):
			overdue++
		}
	}
	runs := []Run{text("历次会议议定由" + b.areaName(area) + "承担或者配合的事项有"), strong(fmt.Sprint(len(duties))),
		text("项，已办结"), strong(fmt.Sprint(closed)), text("项，")}
	if overdue > 0 {
		runs = append(runs, text("逾期未办结"), strong(fmt.Sprint(overdue)), text("项。"))
	} else {
		runs = append(runs, text("没有逾期的。"))
	}
	if len(duties) > mostDuties {
		runs = append(runs, text(fmt.Sprintf("下面是最急的%d项，其余见", mostDuties)), Run{Text: "议定事项", Href: "tasks.html"}, text("。"))
	}
	var tasks Tasks
	for _, d := range b.urgentDuties(area)[:min(len(duties), mostDuties)] {
		tasks.Items = append(tasks.Items, b.task(d.meeting, d.action))
	}
	return []Block{Paragraph{Runs: runs}, tasks}
}

// urgentDuties are an area's action items by urgency.
func (b *book) urgentDuties(area int) []duty {
	duties := slices.Clone(b.duties[area])
	slices.SortStableFunc(duties, b.byUrgency)
	return duties
}

// byUrgency puts what is not done first, in the order in which it is due; what
// has no deadline follows, then what is done.
func (b *book) byUrgency(x, y duty) int {
	if c := cmp.Compare(urgency(x.action), urgency(y.action)); c != 0 {
		return c
	}
	if x.action.Progress == record.ClosedOut {
		return 0
	}
	return x.action.DueBy().Compare(y.action.DueBy())
}

func urgency(a *record.ActionItem) int {
	switch {
	case a.Progress == record.ClosedOut:
		return 2
	case a.DueBy().IsZero():
		return 1
	}
	return 0
}

// areasNamed returns the areas that a unit names, by itself or among all of its
// kind: 各乡镇人民政府.
func areasNamed(unit string, areas []record.Area) (named []int) {
	kinds, all := strings.CutPrefix(unit, "各")
	for i := range areas {
		if all && isOfKind(&areas[i], kinds) || isGovernmentOf(&areas[i], unit) {
			named = append(named, i)
		}
	}
	return named
}

// isGovernmentOf reports whether a unit is an area, or the office that governs it.
func isGovernmentOf(area *record.Area, unit string) bool {
	is := func(name string) bool {
		office, found := strings.CutPrefix(unit, name)
		return found && (office == "" || strings.HasSuffix(office, "政府") || strings.HasSuffix(office, "办事处") || strings.HasSuffix(office, "管委会"))
	}
	return is(area.Name) || slices.ContainsFunc(area.Aliases, is)
}

// isOfKind reports whether 乡镇（街道）人民政府 and the like mean an area.
func isOfKind(area *record.Area, kinds string) bool {
	if area.Group != "" && strings.Contains(kinds, area.Group) {
		return true
	}
	for _, kind := range [...]string{"镇", "乡", "街道", "农场", "林场", "园区", "开发区"} {
		if strings.HasSuffix(area.Name, kind) && strings.Contains(kinds, kind) {
			return true
		}
	}
	return false
}
