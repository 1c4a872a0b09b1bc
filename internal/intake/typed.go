package intake

import (
	"slices"

	"jianbao/internal/record"
	"jianbao/internal/table"
)

// NewTypedNames returns the names of tables that are typed into minutes. Such
// tables are only proofread, so they may be of other things than hazards:
// action items, units, tasks.
func NewTypedNames() Names {
	names := NewNames()
	for _, name := range [...]string{"议定事项数", "任务数", "应完成数", "总数", "事项数"} {
		names.fields[name] = names.fields["隐患排查数"]
	}
	for _, name := range [...]string{"已完成数", "已完成", "完成数", "办结数", "已办结数"} {
		names.fields[name] = names.fields["隐患整改数"]
	}
	return names
}

// Claims returns the rates and totals of a table that is only proofread: each
// rate beside the counts of its row, each total beside the rows above it. What
// cannot be read as a number is no claim.
func (n Names) Claims(t *table.Table) ([]record.RateClaim, []record.TotalClaim) {
	if !n.claimsAnything(t) {
		return nil, nil
	}
	l, _, _ := n.layoutOf(t)
	in := newReader(n, Lists{})
	in.rates.room(len(t.Rows) * len(l.rates))
	totals := newTotals(t, &l)
	for i := range t.Rows {
		row := &t.Rows[i]
		r := record.Row{Area: record.AllAreas, Sector: record.AllSectors}
		in.count(&r.Counts, t, &l, row)
		n := in.namesOf(&l, row)
		totals.add(row, &r, n.label(), 0)
		in.claimRates(t, &l, row, &r.Counts)
	}
	return slices.Concat(in.rates...), totals.claims()
}

// claimsAnything reports whether a table has a rate or a total at all. Most
// tables in minutes are lists of tasks, of which there is nothing to ask.
func (n Names) claimsAnything(t *table.Table) bool {
	for i := range t.Columns {
		if f, _ := n.lookup(t.Columns[i].Name); f.role == rateRole {
			return true
		}
	}
	for i := range t.Rows {
		for _, cell := range t.Rows[i].Cells[:min(len(t.Rows[i].Cells), 3)] {
			if labelOf(cell, nil) != plainRow {
				return true
			}
		}
	}
	return false
}
