package intake

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// layout says which column of one table holds what; -1 for none.
type layout struct {
	area, group, sector, source, month, unit, score, rank int

	counts []countColumn
	rates  []rateColumn
	halves []half
	other  []int // columns of unknown meaning: only checked against their total
}

type countColumn struct {
	column  int
	measure record.Measure
	scale   int64
	part    part
}

type rateColumn struct {
	column    int
	indicator record.Indicator

	name, numerator, denominator string // how the table calls the rate and its counts
}

// half is a count that has no use without another, which has a column.
type half struct {
	indicator      record.Indicator
	there, missing record.Measure
	column         int // of the missing one
}

// layoutOf gives every column of t its meaning. It reports columns of unknown
// meaning, and fails when there is nothing to count.
func (n Names) layoutOf(t *table.Table) (l layout, problems []problem.Problem, ok bool) {
	l = layout{area: -1, group: -1, sector: -1, source: -1, month: -1, unit: -1, score: -1, rank: -1}
	weak, county := -1, -1
	single := map[role]*int{
		areaRole: &l.area, countyRole: &county, groupRole: &l.group, sectorRole: &l.sector, sourceRole: &l.source,
		monthRole: &l.month, scoreRole: &l.score, rankRole: &l.rank,
	}
	taken := map[meaning]int{}
	var unknown []int
	for c, column := range t.Columns {
		f, unit := n.lookup(column.Name)
		if f.role == measureRole && f.measure == record.Funds && unit == "" {
			f.scale = titleScale(t)
		}
		f = inGroup(f, column.Path[:max(len(column.Path)-1, 0)])
		before, twice := taken[f.meaning()]
		switch {
		case f.role == unknownRole:
			l.other = append(l.other, c)
			unknown = append(unknown, c)
			continue
		case twice && f.isOne():
			problems = append(problems, sameMeaning(t, before, c, f))
			l.other = append(l.other, c)
			continue
		case f.role == measureRole:
			l.counts = append(l.counts, countColumn{c, f.measure, f.scale, f.part})
		case f.role == rateRole:
			l.rates = append(l.rates, rateColumn{column: c, indicator: f.indicator})
		case f.role == weakAreaRole:
			first(&weak, c)
		case single[f.role] != nil:
			*single[f.role] = c
		}
		taken[f.meaning()] = c
	}
	for _, c := range unknown {
		if strings.TrimSpace(t.Columns[c].Name) != "" {
			problems = append(problems, unknownColumn(t, c, n.nearest(t.Columns[c].Name, taken)))
		}
	}
	problems = append(problems, l.chooseParts(t)...)
	l.pairCounts(t)
	l.placeArea(t, county, weak)
	if len(l.counts) == 0 && l.score < 0 {
		return l, []problem.Problem{noCounts(t)}, false
	}
	if unit, _ := fillingUnit(t); l.area < 0 && l.sector < 0 && l.source < 0 && unit == "" {
		return l, []problem.Problem{noArea(t)}, false
	}
	return l, problems, true
}

// pairCounts finds the two counts of each rate.
func (l *layout) pairCounts(t *table.Table) {
	for i := range l.rates {
		r := &l.rates[i]
		r.name = foldName(t.Columns[r.column].Name)
		r.numerator, r.denominator = l.nameOf(t, r.indicator.Numerator()), l.nameOf(t, r.indicator.Denominator())
	}
	for _, i := range record.Indicators() {
		for _, pair := range [...][2]record.Measure{{i.Denominator(), i.Numerator()}, {i.Numerator(), i.Denominator()}} {
			if c := l.columnOf(pair[1]); c >= 0 {
				l.halves = append(l.halves, half{i, pair[0], pair[1], c})
			}
		}
	}
}

// nameOf is how a table calls a count: by its column's own name, unless that
// only means something under the heading above it.
func (l *layout) nameOf(t *table.Table, m record.Measure) string {
	for _, c := range l.counts {
		if c.measure == m && len(t.Columns[c.column].Path) == 1 {
			return foldName(t.Columns[c.column].Name)
		}
	}
	return m.String()
}

// columnOf is the column of a count, or -1.
func (l *layout) columnOf(m record.Measure) int {
	for _, c := range l.counts {
		if c.measure == m {
			return c.column
		}
	}
	return -1
}

// first keeps the leftmost column of a kind.
func first(at *int, column int) {
	if *at < 0 {
		*at = column
	}
}

// placeArea decides what 县区 and 单位 mean. 单位 is the unit of counting where its
// cells say 处 or 万户. Else either may be the area where no township is named; of
// both it is the one that tells rows apart. 类别 stands in for the sector where
// rows are told apart by nothing else.
func (l *layout) placeArea(t *table.Table, county, weak int) {
	if weak >= 0 && allUnits(t, weak) {
		l.unit, weak = weak, -1
	}
	if county >= 0 && weak >= 0 && isConstant(t, county) {
		county = -1
	}
	for _, c := range [...]int{county, weak} {
		if c >= 0 {
			first(&l.area, c)
		}
	}
	if l.area < 0 && l.sector < 0 && l.source < 0 && l.group >= 0 {
		l.sector, l.group = l.group, -1
	}
}

// isConstant reports whether every row has the same in a column, or nothing.
func isConstant(t *table.Table, c int) bool {
	one := ""
	for _, row := range t.Rows {
		cell := row.Cells[c]
		if cell != "" && one != "" && cell != one {
			return false
		}
		one = max(one, cell)
	}
	return true
}

// allUnits reports whether a column holds only units of counting: 处, 项, 万户; a
// total may have none.
func allUnits(t *table.Table, c int) bool {
	units := false
	for _, row := range t.Rows {
		switch strings.TrimPrefix(row.Cells[c], "万") {
		case "项", "条", "处", "个", "起", "件", "家", "栋", "户", "次", "人":
			units = true
		case "":
		default:
			return false
		}
	}
	return units
}

func columnPlace(t *table.Table, c int) problem.Place {
	return t.Place.At(t.HeaderRow, t.Columns[c].Index)
}

// unknownColumn reports a column of unknown meaning; near is the name that was
// probably meant, or "".
func unknownColumn(t *table.Table, c int, near string) problem.Problem {
	p := problem.Problem{
		Code: problem.UnknownColumn, Severity: problem.Warning, Place: columnPlace(t, c),
		Message: "不认识列名" + problem.Quote(t.Columns[c].Name) + "，这一列不用于统计。",
		Advice:  "如果这一列要统计，请把列名改成统计表的列名（见使用说明）；不需要时可以不管。",
	}
	if near != "" {
		p.Advice = "是不是“" + near + "”？" + p.Advice
	}
	return p
}

func sameMeaning(t *table.Table, before, c int, f field) problem.Problem {
	return problem.Problem{
		Code: problem.UnknownColumn, Severity: problem.Error, Place: columnPlace(t, c),
		Message: "列名" + problem.Quote(t.Columns[c].Name) + "和前面的" + problem.Quote(t.Columns[before].Name) + "都表示“" + f.String() + "”。",
		Advice:  "请只留一列，或把其中一列改成别的名称。",
	}
}

func noCounts(t *table.Table) problem.Problem {
	return problem.Problem{
		Code: problem.MissingColumn, Severity: problem.Error, Place: t.Place.At(t.HeaderRow, 0),
		Message: "表中没有可以统计的列，找到的列名是" + problem.Quote(columnNames(t)) + "。",
		Advice:  "请加上“隐患排查数”和“隐患整改数”两列，或“得分”列。",
	}
}

func noArea(t *table.Table) problem.Problem {
	return problem.Problem{
		Code: problem.MissingColumn, Severity: problem.Error, Place: t.Place.At(t.HeaderRow, 0),
		Message: "表中没有“地区”列，也没有“行业领域”或“来源”列，找到的列名是" + problem.Quote(columnNames(t)) + "。",
		Advice:  "请加上“地区”列；一个乡镇一张表的，请在表头写“填报单位：某某镇”。",
	}
}

func columnNames(t *table.Table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = c.Name
	}
	return strings.Join(names, "、")
}
