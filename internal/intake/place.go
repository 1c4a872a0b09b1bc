package intake

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// place finds the month, area, sector and source that a row belongs to.
func (in *reader) place(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row, kind label) bool {
	r.Area, r.Sector = record.AllAreas, record.AllSectors
	return in.placeMonth(r, t, l, h, row) &&
		in.placeArea(r, t, l, h, row, kind) &&
		in.placeSector(r, t, l, h, row, kind) &&
		in.placeSource(r, t, l, row, kind)
}

func (in *reader) placeMonth(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row) bool {
	r.Period = h.period
	if l.month >= 0 && zh.None(row.Cells[l.month]) == zh.NotNone {
		text, place := row.Cells[l.month], t.Cell(*row, l.month)
		if text != h.month.text { // the same comes in every row
			h.month = readMonth(text, h.year)
		}
		p := h.month.period
		if p.IsZero() {
			in.report(problem.Problem{
				Code: problem.UnreadableDate, Severity: problem.Error, Place: place,
				Message: "月份写的是" + problem.Quote(text) + "，读不成月份。",
				Advice:  "请改成“2026-10”这样的写法。",
			})
			return false
		}
		in.checkBasis(h.month.cumulative, place)
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

// month is what a cell says of its row's month; the period is zero where it says none.
type month struct {
	text       string
	period     record.Period
	cumulative bool
}

// readMonth reads a month, its number in a year that is known, or that of a day:
// Excel makes 1 October of a typed 2026-10, shows 2026年10月, and stores the serial.
func readMonth(text string, year int) month {
	if n, ok := plainDigits(text); ok && year > 0 && n <= 12 {
		p, _ := record.NewPeriod(year, int(n))
		return month{text, p, false}
	}
	if y, m, cumulative, ok := zh.ParsePeriod(text, year); ok {
		p, _ := record.NewPeriod(y, m)
		return month{text, p, cumulative}
	}
	if y, m, _, ok := zh.ParseDate(text, 0); ok {
		p, _ := record.NewPeriod(y, m)
		return month{text, p, false}
	}
	return month{text: text}
}

func (in *reader) placeArea(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row, kind label) bool {
	name, w := in.areaName(l, h, row, kind)
	if w.none != zh.NotNone {
		if l.area >= 0 && kind == plainRow {
			in.report(problem.Problem{
				Code: problem.UnknownArea, Severity: problem.Error, Place: t.Cell(*row, l.area),
				Message: "这一行没有写地区。",
				Advice:  "请补上乡镇名称；几行合并成一格的，请取消合并后每行都填。",
			})
		}
		return l.area < 0 || kind != plainRow
	}
	if kind != plainRow && w.label != plainRow {
		return true
	}
	if l.area < 0 && in.isCountyOffice(name, t.Place.File) {
		return true
	}
	i, ok := in.areas.find(name)
	if !ok {
		place := h.place
		if l.area >= 0 {
			place = t.Cell(*row, l.area)
		}
		in.report(in.areas.unknownArea(name, place))
		return false
	}
	r.Area = i
	if l.group >= 0 && in.groups[i] == "" {
		in.groups[i] = row.Cells[l.group]
	}
	return true
}

// areaName is the name of a row's area. A blank under an area whose cell was
// merged down is of that area, if something else tells the rows apart; so is a
// total whose label stands in another column.
func (in *reader) areaName(l *layout, h *head, row *table.Row, kind label) (string, *word) {
	if l.area < 0 {
		return h.area, in.word(h.area)
	}
	name, w := row.Cells[l.area], h.names.area
	if kind == plainRow && strings.HasPrefix(name, "其中") {
		name = cutAmong(name)
		w = in.word(name)
	}
	switch {
	case w.none == zh.Blank && (h.names.sector.says() || h.names.source.says()):
		return h.above, in.word(h.above)
	case w.none != zh.Blank && w.label == plainRow:
		h.above = name
	}
	return name, w
}

func (in *reader) placeSector(r *record.Row, t *table.Table, l *layout, h *head, row *table.Row, kind label) bool {
	if h.heading || !h.names.sector.says() || kind != plainRow && h.names.sector.plain != plainRow {
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
