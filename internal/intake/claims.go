package intake

import (
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// claimRates notes every typed rate of a row beside its counts.
func (in *reader) claimRates(t *table.Table, l *layout, row *table.Row, counts record.Counts) {
	for _, c := range l.rates {
		numerator, denominator := c.indicator.Numerator(), c.indicator.Denominator()
		n, d := counts[numerator], counts[denominator]
		if c.indicator == record.OnTimeRate {
			d = record.DueSoFar(counts)
		}
		denominatorName := l.nameOf(t, denominator)
		if counts[denominator] != d {
			denominatorName += "（减去延期的）"
		}
		typed, p := rate(row.Cells[c.column], n, d, t.Cell(*row, c.column), t.Columns[c.column].Name)
		in.report(p...)
		if typed.Text == "" {
			continue
		}
		in.rates.add(record.RateClaim{
			Name: foldName(t.Columns[c.column].Name), Numerator: n, Denominator: d,
			NumeratorName: l.nameOf(t, numerator), DenominatorName: denominatorName, Typed: typed,
		})
	}
}

// claimRank notes a typed rank beside the score or counts it should follow from.
// Claims of one table and month are judged together. Where rows tell areas and
// sectors apart at once nobody knows among whom a rank was given, and it is not
// judged.
func (in *reader) claimRank(number int, t *table.Table, l *layout, row *table.Row, r *record.Row) {
	if l.rank < 0 {
		return
	}
	typed, p := rank(row.Cells[l.rank], t.Cell(*row, l.rank), t.Columns[l.rank].Name)
	in.report(p...)
	if !typed.Written || l.area >= 0 && (r.Sector != record.AllSectors || r.Source != record.NoSource) {
		return
	}
	claim := record.RankClaim{
		Table: in.listOf(number, r.Period), Place: typed.Place, Typed: typed, Group: in.groupOf(r.Area), Score: r.Score,
		Numerator: r.Counts[record.Rectified], Denominator: r.Counts[record.Found],
	}
	for _, c := range [...]int{l.area, l.sector} {
		if c >= 0 && claim.Name == "" {
			claim.Name = row.Cells[c]
		}
	}
	in.out.Ranks = append(in.out.Ranks, claim)
}

// rankedList is a table's ranks of one month.
type rankedList struct {
	table  int
	period record.Period
}

// listOf numbers the ranked lists.
func (in *reader) listOf(table int, period record.Period) int {
	list := rankedList{table, period}
	n, ok := in.ranked[list]
	if !ok {
		n = len(in.ranked)
		in.ranked[list] = n
	}
	return n
}

// groupOf is the group of an area, from the settings or else from the data.
func (in *reader) groupOf(area int) string {
	if area >= 0 && area < len(in.lists.Areas) && in.lists.Areas[area].Group != "" {
		return in.lists.Areas[area].Group
	}
	return in.groups[area]
}
