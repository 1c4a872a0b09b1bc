package intake

import (
	"fmt"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// readRow reads one row of a table. ok is false for a row that belongs nowhere,
// which has then been reported, and for one that says 未报送.
func (in *reader) readRow(t *table.Table, l *layout, h *head, row *table.Row) (r record.Row, kind label, ok bool) {
	r.Place = t.Place.At(row.Number, 0)
	kind = in.kindOf(l, row)
	if kind == plainRow && saysNotReported(l, row) {
		return r, kind, false
	}
	before := len(in.problems)
	r.Counts, r.Nil = in.counts(t, l, row)
	if c := l.score; c >= 0 {
		typed, p := score(row.Cells[c], t.Cell(*row, c), t.Columns[c].Name)
		r.Score = record.Score{Value: typed.Value, Written: typed.Written}
		in.report(p...)
	}
	unread := len(in.problems) > before
	if !in.place(&r, t, l, h, row, kind) {
		return r, kind, false
	}
	if unread {
		in.unread[areaInMonth{r.Period, r.Area}] = true
	} else if kind == plainRow {
		in.reportHalves(t, l, row, &r.Counts)
	}
	return r, kind, true
}

// saysNotReported reports whether a count's cell says 未报送 or 未报.
func saysNotReported(l *layout, row *table.Row) bool {
	for _, c := range l.counts {
		if strings.Contains(row.Cells[c.column], "未报") {
			return true
		}
	}
	return false
}

// kindOf tells totals from plain rows by the name cells.
func (in *reader) kindOf(l *layout, row *table.Row) label {
	whole := in.lists.Whole
	for _, c := range [...]int{l.area, l.sector, l.source, l.group, 0} {
		if c < 0 || c >= len(row.Cells) {
			continue
		}
		if c == 0 && c != l.area && c != l.sector && c != l.source && c != l.group {
			whole = nil // 合计 may stand under 序号
		}
		if kind := in.labelOf(row.Cells[c], whole); kind != plainRow {
			return kind
		}
	}
	return plainRow
}

// labelOf is labelOf with a memory, because the same names come in every table.
func (in *reader) labelOf(name string, whole []string) label {
	key := labelled{name, whole != nil}
	kind, seen := in.labels[key]
	if !seen {
		kind = labelOf(name, whole)
		in.labels[key] = kind
	}
	return kind
}

type labelled struct {
	name  string
	whole bool
}

// place finds the month, area, sector and source that a row belongs to.
func (in *reader) place(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row, kind label) bool {
	r.Area, r.Sector = record.AllAreas, record.AllSectors
	return in.placeMonth(r, t, l, h, row) &&
		in.placeArea(r, t, l, h, row, kind) &&
		in.placeSector(r, t, l, row, kind) &&
		in.placeSource(r, t, l, row, kind)
}

func (in *reader) placeMonth(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row) bool {
	r.Period = h.period
	if l.month >= 0 && zh.None(row.Cells[l.month]) == zh.NotNone {
		text, place := row.Cells[l.month], t.Cell(*row, l.month)
		y, m, cumulative, ok := readMonth(text, h.year())
		p, valid := record.NewPeriod(y, m)
		if !ok || !valid {
			in.report(problem.Problem{
				Code: problem.UnreadableDate, Severity: problem.Error, Place: place,
				Message: "月份写的是" + problem.Quote(text) + "，读不成月份。",
				Advice:  "请改成“2026-10”这样的写法。",
			})
			return false
		}
		in.checkBasis(cumulative, place)
		r.Period = p
		if !h.period.IsZero() && h.period != p {
			in.report(problem.Problem{
				Code: problem.FigureDisagrees, Severity: problem.Warning, Place: place,
				Message: "这一行的月份是" + p.Chinese() + "，文件是" + h.period.Chinese() + "的，按这一行写的月份统计。",
				Advice:  "请核对月份，改正写错的一处。",
			})
		}
	}
	if r.Period.IsZero() {
		in.report(problem.Problem{
			Code: problem.UnreadableDate, Severity: problem.Error, Place: t.Place,
			Message: "看不出这张表是哪个月的。",
			Advice:  "请把文件名改成“2026-10.xlsx”这样，或在表中加“月份”一列。",
		})
	}
	return !r.Period.IsZero()
}

// readMonth reads a month, or that of a day: Excel makes 1 October of a typed
// 2026-10, shows 2026年10月, and stores the serial.
func readMonth(text string, year int) (y, m int, cumulative, ok bool) {
	if y, m, cumulative, ok = zh.ParsePeriod(text, year); ok {
		return y, m, cumulative, true
	}
	y, m, _, ok = zh.ParseDate(text, 0)
	return y, m, false, ok
}

// year is the year that a month without one belongs to, or 0.
func (h *head) year() int {
	if h.period.IsZero() {
		return 0
	}
	return h.period.Year()
}

func (in *reader) placeArea(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row, kind label) bool {
	name, place := h.area, h.place
	if l.area >= 0 {
		name, place = row.Cells[l.area], t.Cell(*row, l.area)
		if l.sector >= 0 && kind == plainRow && zh.None(name) == zh.Blank && zh.None(row.Cells[l.sector]) == zh.NotNone {
			name = h.above
		}
		h.above = name
	}
	if zh.None(name) != zh.NotNone {
		if l.area >= 0 && kind == plainRow {
			in.report(problem.Problem{
				Code: problem.UnknownArea, Severity: problem.Error, Place: place,
				Message: "这一行没有写地区。",
				Advice:  "请补上乡镇名称；几行合并成一格的，请取消合并后每行都填。",
			})
		}
		return l.area < 0 || kind != plainRow
	}
	if kind != plainRow && in.labelOf(name, in.lists.Whole) != plainRow {
		return true
	}
	i, ok := in.areas.find(name)
	if !ok {
		in.report(in.areas.unknownArea(name, place))
		return false
	}
	r.Area = i
	if l.group >= 0 && in.groups[i] == "" {
		in.groups[i] = row.Cells[l.group]
	}
	return true
}

func (in *reader) placeSector(r *record.Row, t *table.Table, l *layout, row *table.Row, kind label) bool {
	if l.sector < 0 || zh.None(row.Cells[l.sector]) != zh.NotNone || kind != plainRow && in.labelOf(row.Cells[l.sector], nil) != plainRow {
		return true
	}
	i, ok := in.sectors.find(row.Cells[l.sector])
	if !ok {
		in.report(in.sectors.unknownSector(row.Cells[l.sector], t.Cell(*row, l.sector)))
		return false
	}
	r.Sector = i
	return true
}

func (in *reader) placeSource(r *record.Row, t *table.Table, l *layout, row *table.Row, kind label) bool {
	if l.source < 0 || kind != plainRow {
		return true
	}
	s, ok := sourceOf(row.Cells[l.source])
	if !ok {
		in.report(problem.Problem{
			Code: problem.UnknownSource, Severity: problem.Error, Place: t.Cell(*row, l.source),
			Message: "来源写的是" + problem.Quote(row.Cells[l.source]) + "，不是企业自查、部门检查、政府督查中的一种。",
			Advice:  "请改成这三种之一，或留空。",
		})
	}
	r.Source = s
	return ok
}

// counts reads all counts of a row; nil reports that it says 零报告.
func (in *reader) counts(t *table.Table, l *layout, row *table.Row) (counts record.Counts, nilReport bool) {
	for _, c := range l.counts {
		if row.Repeated != nil && row.Repeated[c.column] {
			continue // a count merged down over several rows is counted once
		}
		text, place, name := row.Cells[c.column], t.Cell(*row, c.column), t.Columns[c.column].Name
		if c.measure == record.Funds {
			amount, p := money(text, c.scale, place, name)
			in.report(p...)
			counts[c.measure] = amount
			continue
		}
		scale := int64(1)
		if l.unit >= 0 {
			scale = unitScale(row.Cells[l.unit])
		}
		n, none, p := count(text, scale, place, name)
		in.report(p...)
		counts[c.measure] = counts[c.measure].Plus(n)
		nilReport = nilReport || none && c.measure == record.Found
	}
	return counts, nilReport
}

// reportHalves reports a count that has no use without another, where the table
// has a column for that and the row has nothing in it: found without rectified.
// Neither is part of any rate then.
func (in *reader) reportHalves(t *table.Table, l *layout, row *table.Row, counts *record.Counts) {
	for _, i := range record.Indicators() {
		for _, pair := range [...][2]record.Measure{{i.Denominator(), i.Numerator()}, {i.Numerator(), i.Denominator()}} {
			there, missing := pair[0], pair[1]
			c := l.columnOf(missing)
			if counts[there].N() == 0 || counts[missing].Known() || c < 0 || row.Repeated != nil && row.Repeated[c] {
				continue
			}
			in.report(problem.Problem{
				Code: problem.MissingReport, Severity: problem.Warning, Place: t.Cell(*row, c),
				Message: fmt.Sprintf("“%s”没有填数，而“%s”写的是 %d，这一行不计入%s。", l.nameOf(t, missing), l.nameOf(t, there), counts[there].N(), i),
				Advice:  "请补填；一项也没有的填 0。",
			})
		}
	}
}

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
