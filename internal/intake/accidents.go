package intake

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// ReadAccidents reads accident records. areas are those of the statistics, so
// that an accident in an area that they do not have is a problem; an accident
// without an area is of the whole county. A blank count is not reported, loss
// is in 万元 unless its column or cell says otherwise, and a day without a year
// is in that of the file's name. Serious injuries are those of 重伤人数, by which
// an accident is graded, or where there is no such column of 受伤人数.
func ReadAccidents(tables []table.Table, names AccidentColumns, areas []record.Area) (accidents []record.Accident, problems []problem.Problem) {
	var list []string
	var aliases [][]string
	for _, a := range areas {
		list, aliases = append(list, a.Name), append(aliases, a.Aliases)
	}
	r := &accidentReader{names: names, areas: newRegister(list, aliases, areaEndings())}
	r.areas.closed = true
	for i := range tables {
		r.read(&tables[i])
	}
	return r.accidents, r.problems
}

type accidentReader struct {
	names     AccidentColumns
	areas     *register
	accidents []record.Accident
	problems  []problem.Problem
}

func (r *accidentReader) report(p ...problem.Problem) { r.problems = append(r.problems, p...) }

func (r *accidentReader) read(t *table.Table) {
	columns := r.columnsOf(t)
	if _, ok := columns.at["date"]; !ok {
		r.report(problem.Problem{
			Code: problem.MissingColumn, Severity: problem.Error, Place: t.Place.At(t.HeaderRow, 0),
			Message: "事故表没有“日期”列，找到的列名是" + problem.Quote(columnNames(t)) + "。",
			Advice:  "请加上“日期”列，写成“2026-10-22”这样。",
		})
		return
	}
	for i := range t.Rows {
		if cells := (accidentRow{columns, &t.Rows[i]}); !cells.isTotal() {
			r.readRow(cells)
		}
	}
}

// accidentRow is one row.
type accidentRow struct {
	*accidentTable
	row *table.Row
}

// cell is a field's text and place; the place of the row where there is no such column.
func (a accidentRow) cell(field string) (string, problem.Place) {
	if c, ok := a.at[field]; ok {
		return a.row.Cells[c], a.Table.Cell(*a.row, c)
	}
	return "", a.Place.At(a.row.Number, 0)
}

// name is how the table calls a field.
func (a accidentRow) name(field string) string {
	if c, ok := a.at[field]; ok {
		return a.Columns[c].Name
	}
	return ""
}

// isTotal reports whether the row adds up others.
func (a accidentRow) isTotal() bool {
	for _, field := range [...]string{"date", "area", "name", "ignored"} {
		if text, _ := a.cell(field); isSum(text) {
			return true
		}
	}
	return false
}

func (r *accidentReader) readRow(cells accidentRow) {
	a := record.Accident{Place: cells.Place.At(cells.row.Number, 0)}
	var ok, also bool
	a.Date, ok = r.date(cells)
	a.Area, also = r.area(cells)
	if !ok || !also {
		return
	}
	if a.Name, _ = cells.cell("name"); a.Name == "" {
		a.Name = "生产安全事故"
	}
	people := func(field string) record.Count {
		text, place := cells.cell(field)
		n, _, wrong := count(text, 1)
		if wrong != nil {
			r.report(wrong.in(text, place, cells.name(field)))
		}
		return n
	}
	a.Deaths, a.Injuries = people("deaths"), people("injuries")
	text, place := cells.cell("loss")
	loss, wrong := money(text, cells.scale)
	if wrong != nil {
		r.report(wrong.in(text, place, cells.name("loss")))
	}
	a.Loss = loss
	r.accidents = append(r.accidents, a)
}

func (r *accidentReader) date(cells accidentRow) (record.Date, bool) {
	written, place := cells.cell("date")
	y, m, d, ok := zh.ParseDate(written, cells.year)
	if date, valid := record.NewDate(y, m, d); ok && valid {
		return date, true
	}
	p := problem.Problem{
		Code: problem.UnreadableDate, Severity: problem.Error, Place: place,
		Message: "日期写的是" + problem.Quote(written) + "，读不成日期。", Advice: "请写成“2026-10-22”这样的年月日。",
	}
	if zh.None(written) != zh.NotNone {
		p.Message = "这一行没有写日期。"
	}
	r.report(p)
	return record.Date{}, false
}

// area is where it happened; AllAreas where that is blank or 全县.
func (r *accidentReader) area(cells accidentRow) (int, bool) {
	name, place := cells.cell("area")
	switch foldName(name) {
	case "全县", "全市", "全区", "全州", "全旗":
		return record.AllAreas, true
	}
	if zh.None(name) != zh.NotNone {
		return record.AllAreas, true
	}
	i, ok := r.areas.find(name)
	if !ok {
		p := r.areas.unknownArea(name, place)
		p.Message = "统计表和设置里都没有地区" + problem.Quote(name) + "。"
		r.report(p)
	}
	return i, ok
}
