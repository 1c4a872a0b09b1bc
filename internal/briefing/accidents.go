package briefing

import (
	"fmt"
	"slices"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// accidentsPage lists the accidents and the four series by year: 起数, 死亡人数,
// 受伤人数, 直接经济损失.
func (b *book) accidentsPage() Page {
	accidents := slices.Clone(b.Accidents)
	slices.SortStableFunc(accidents, func(x, y record.Accident) int { return y.Date.Compare(x.Date) })
	var files []string
	for i := range b.Accidents {
		files = append(files, b.Accidents[i].Place.File)
	}
	page := b.listPage("accidents.html", "生产安全事故", func() []Section {
		return []Section{
			{ID: "years", Heading: "各年情况", Blocks: []Block{b.accidentYears(accidents)}},
			{ID: "list", Heading: "事故明细", Blocks: []Block{b.accidentTable(accidents)}},
		}
	})
	page.Sources = b.sourcesOf(files)
	return page
}

func (b *book) accidentYears(accidents []record.Accident) Table {
	t := Table{
		ID: "accident-years", Caption: "事故四项指标", Columns: []TableColumn{
			{Name: "年份"}, {Name: "起数", Numeric: true}, {Name: "死亡（人）", Numeric: true}, {Name: "受伤（人）", Numeric: true}, {Name: "直接经济损失（万元）", Numeric: true},
		},
		Note: "只含本站收到的事故记录；年内未满的年份不与上年比较。",
	}
	for from := 0; from < len(accidents); {
		to := from
		var deaths, injuries, loss record.Count
		for to < len(accidents) && accidents[to].Date.Year == accidents[from].Date.Year {
			deaths, injuries, loss = deaths.Plus(accidents[to].Deaths), injuries.Plus(accidents[to].Injuries), loss.Plus(accidents[to].Loss)
			to++
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			{Text: fmt.Sprintf("%d年", accidents[from].Date.Year)}, {Text: fmt.Sprint(to - from)}, {Text: count(deaths)}, {Text: count(injuries)}, {Text: wan(loss)},
		}})
		from = to
	}
	return t
}

func (b *book) accidentTable(accidents []record.Accident) Table {
	t := Table{
		ID: "accidents", Caption: "事故明细", Columns: []TableColumn{
			{Name: "日期"}, {Name: "单位"}, {Name: "事故"}, {Name: "等级"}, {Name: "死亡（人）", Numeric: true},
			{Name: "受伤（人）", Numeric: true}, {Name: "直接经济损失（万元）", Numeric: true},
		},
		Note: "等级按《生产安全事故报告和调查处理条例》第三条划分，受伤人数按重伤计。",
	}
	for i := range accidents {
		a := &accidents[i]
		where := TableCell{Text: b.Settings.Whole}
		if a.Area != record.AllAreas {
			where = TableCell{Text: b.areaName(a.Area), Href: areaPath(&b.Areas[a.Area])}
		}
		grade := TableCell{Text: indicator.GradeOf(a).String()}
		if !a.Deaths.Known() && !a.Injuries.Known() && !a.Loss.Known() {
			grade.Text = indicator.None // nothing to judge it by
		}
		t.Rows = append(t.Rows, TableRow{Cells: []TableCell{
			{Text: a.Date.String()}, where, {Text: a.Name}, grade, {Text: count(a.Deaths)}, {Text: count(a.Injuries)}, {Text: wan(a.Loss)},
		}})
	}
	return t
}
