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
		typed, p := rate(row.Cells[c.column], n, d, t.Cell(*row, c.column), t.Columns[c.column].Name)
		in.report(p...)
		if typed.Text == "" {
			continue
		}
		in.out.Rates = append(in.out.Rates, record.RateClaim{
			Name: foldName(t.Columns[c.column].Name), Numerator: n, Denominator: d,
			NumeratorName: l.nameOf(t, numerator), DenominatorName: l.nameOf(t, denominator), Typed: typed,
		})
	}
}

// claimRank notes a typed rank beside the score or counts it should follow from.
func (in *reader) claimRank(number int, t *table.Table, l *layout, row *table.Row, r *record.Row) {
	if l.rank < 0 {
		return
	}
	typed, p := rank(row.Cells[l.rank], t.Cell(*row, l.rank), t.Columns[l.rank].Name)
	in.report(p...)
	if !typed.Written {
		return
	}
	claim := record.RankClaim{
		Table: number, Place: typed.Place, Typed: typed, Group: in.groups[r.Area], Score: r.Score,
		Numerator: r.Counts[record.Rectified], Denominator: r.Counts[record.Found],
	}
	for _, c := range [...]int{l.area, l.sector} {
		if c >= 0 && claim.Name == "" {
			claim.Name = row.Cells[c]
		}
	}
	in.out.Ranks = append(in.out.Ranks, claim)
}
