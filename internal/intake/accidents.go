package intake

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// accidentNames are the names of the columns of accident records; the first of
// each line is the canonical one.
const accidentNames = `
date     日期 事故日期 发生日期 发生时间 事故时间
area     地区 乡镇 属地 单位 镇街 事发地
name     事故名称 事故 名称 事故简况 事故经过
deaths   死亡人数 死亡
injuries 重伤人数 受伤人数 重伤 受伤
loss     直接经济损失 经济损失
ignored  序号 备注 事故等级 事故类型 行业领域 行业
`

// AccidentColumns knows the names, for finding the header.
type AccidentColumns struct{ fields map[string]string }

// NewAccidentColumns returns the names of accident records.
func NewAccidentColumns() AccidentColumns {
	names := AccidentColumns{map[string]string{}}
	for line := range strings.Lines(accidentNames) {
		if words := strings.Fields(line); len(words) > 0 {
			for _, name := range words[1:] {
				names.fields[name] = words[0]
			}
		}
	}
	return names
}

// Known reports whether a column of this name means something.
func (n AccidentColumns) Known(name string) bool { field, _ := n.lookup(name); return field != "" }

func (n AccidentColumns) lookup(name string) (field, unit string) {
	name = foldName(name)
	if f, ok := n.fields[name]; ok {
		return f, ""
	}
	bare, unit := cutUnit(name)
	return n.fields[bare], unit
}

// ReadAccidents reads accident records. areas are those of the statistics, so
// that an accident in an area that they do not have is a problem; an accident without an area
// is of the whole county. A blank count is not reported, and loss is in 万元
// unless the column's name says 元.
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
	at := map[string]int{}
	scale := int64(10_000)
	for c := range t.Columns {
		field, unit := r.names.lookup(t.Columns[c].Name)
		if field == "" && strings.TrimSpace(t.Columns[c].Name) != "" {
			r.report(unknownColumn(t, c, ""))
		}
		if _, twice := at[field]; field == "" || twice {
			continue
		}
		at[field] = c
		if field == "loss" && unit == "元" {
			scale = 1
		}
	}
	if _, ok := at["date"]; !ok {
		r.report(problem.Problem{
			Code: problem.MissingColumn, Severity: problem.Error, Place: t.Place.At(t.HeaderRow, 0),
			Message: "事故表没有“日期”列，找到的列名是" + problem.Quote(columnNames(t)) + "。",
			Advice:  "请加上“日期”列，写成“2026-10-22”这样。",
		})
		return
	}
	for _, row := range t.Rows {
		r.readRow(t, row, at, scale)
	}
}

func (r *accidentReader) readRow(t *table.Table, row table.Row, at map[string]int, scale int64) {
	text := func(field string) (string, problem.Place) {
		if c, ok := at[field]; ok {
			return row.Cells[c], t.Cell(row, c)
		}
		return "", t.Place.At(row.Number, 0)
	}
	number := func(field string, scale int64) record.Count {
		value, place := text(field)
		name := ""
		if c, ok := at[field]; ok {
			name = t.Columns[c].Name
		}
		n, _, p := count(value, scale, place, name)
		r.report(p...)
		return n
	}
	a := record.Accident{Area: record.AllAreas, Place: t.Place.At(row.Number, 0)}
	written, place := text("date")
	y, m, d, ok := zh.ParseDate(written, 0)
	if a.Date, _ = record.NewDate(y, m, d); !ok || a.Date.IsZero() {
		p := problem.Problem{
			Code: problem.UnreadableDate, Severity: problem.Error, Place: place,
			Message: "日期写的是" + problem.Quote(written) + "，读不成日期。", Advice: "请写成“2026-10-22”这样的年月日。",
		}
		if zh.None(written) != zh.NotNone {
			p.Message = "这一行没有写日期。"
		}
		r.report(p)
		return
	}
	if name, place := text("area"); zh.None(name) == zh.NotNone {
		i, ok := r.areas.find(name)
		if !ok {
			p := r.areas.unknownArea(name, place)
			p.Message = "统计表和设置里都没有地区" + problem.Quote(name) + "。"
			r.report(p)
			return
		}
		a.Area = i
	}
	a.Name, _ = text("name")
	if a.Name == "" {
		a.Name = "生产安全事故"
	}
	a.Deaths, a.Injuries, a.Loss = number("deaths", 1), number("injuries", 1), number("loss", scale)
	r.accidents = append(r.accidents, a)
}
