package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/table"
)

// accidentNames are the names of the columns of accident records; the first of
// each line is the canonical one. A field with a ? gives way to the one without.
const accidentNames = `
date      日期 事故日期 发生日期 发生时间 事故时间
area      地区 乡镇 属地 镇街 事发地 事发地区
area?     单位
name      事故名称 事故 名称 事故简况 事故经过
deaths    死亡人数 死亡
injuries  重伤人数 重伤
injuries? 受伤人数 受伤
loss      直接经济损失 经济损失
ignored   序号 备注 事故等级 事故类型 行业领域 行业 事故单位 发生单位
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

// accidentTable is a table with the column of each field.
type accidentTable struct {
	*table.Table
	at    map[string]int
	scale int64 // how many 元 one of the loss is
	year  int   // of days without one; 0 when nothing says
}

func (r *accidentReader) columnsOf(t *table.Table) *accidentTable {
	columns := &accidentTable{t, map[string]int{}, inWan, yearIn(t.Place.File)}
	weak := map[string]int{}
	for c := range t.Columns {
		field, unit := r.names.lookup(t.Columns[c].Name)
		if field == "" && strings.TrimSpace(t.Columns[c].Name) != "" {
			r.report(unknownColumn(t, c, ""))
		}
		if bare, isWeak := strings.CutSuffix(field, "?"); isWeak {
			weak[bare] = c
			continue
		}
		if _, twice := columns.at[field]; field == "" || twice {
			continue
		}
		columns.at[field] = c
		if field == "loss" {
			columns.scale, _ = moneyScale(unit)
		}
	}
	for field, c := range weak {
		if _, better := columns.at[field]; !better {
			columns.at[field] = c
		}
	}
	return columns
}

// yearIn finds the year in a file's name: accidents/2026.csv, 2026年事故.xlsx.
func yearIn(file string) int {
	year, digits := 0, 0
	for _, r := range file[strings.LastIndexByte(file, '/')+1:] + "." {
		if r >= '0' && r <= '9' && digits < 5 {
			year, digits = year*10+int(r-'0'), digits+1
			continue
		}
		if _, ok := record.NewPeriod(year, 1); ok && digits == 4 {
			return year
		}
		year, digits = 0, 0
	}
	return 0
}
