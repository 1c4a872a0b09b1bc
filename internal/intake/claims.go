package intake

import (
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// claimRates notes every typed rate of a row beside its counts.
func (in *reader) claimRates(t *table.Table, l *layout, row *table.Row, counts *record.Counts) {
	for i := range l.rates {
		c := &l.rates[i]
		n, d := counts[c.indicator.Numerator()], counts[c.indicator.Denominator()]
		denominator := c.denominator
		if c.indicator == record.OnTimeRate {
			if so := record.DueSoFar(*counts); so != d {
				d, denominator = so, denominator+"（减去延期的）"
			}
		}
		text := row.Cells[c.column]
		percent, written, wrong := rate(text, n, d)
		if wrong != nil {
			in.reportFault(wrong, t, row, c.column)
		}
		if text == "" {
			continue
		}
		in.rates.add(record.RateClaim{
			Name: c.name, Numerator: n, Denominator: d, NumeratorName: c.numerator, DenominatorName: denominator,
			Typed: record.Typed{Text: text, Value: percent, Written: written, Place: t.Cell(*row, c.column)},
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
	n, written, wrong := rank(row.Cells[l.rank])
	if wrong != nil {
		in.reportFault(wrong, t, row, l.rank)
	}
	if !written || l.area >= 0 && (r.Sector != record.AllSectors || r.Source != record.NoSource) {
		return
	}
	typed := record.Typed{Text: row.Cells[l.rank], Value: record.Decimal{Units: int64(n)}, Written: true, Place: t.Cell(*row, l.rank)}
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
