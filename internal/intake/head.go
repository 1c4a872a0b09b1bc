package intake

import (
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// head is what stands above a table or in its file's name.
type head struct {
	period record.Period
	year   int           // of months without one; 0 when nothing says
	area   string        // 填报单位 of a workbook of one township
	place  problem.Place // where that stands
	above  string        // the area of the row before, for cells merged down over several rows
	begun  bool          // a row that is no total came already
	names  names         // of this row
	month  month         // of this row, where a column has it

	outline []outlined // by row; nil without headings among the sectors
	heading bool       // this row is one, or under one that stands for it: it names no sector of its own
}

func (in *reader) headOf(t *table.Table, l *layout) head {
	h := head{year: yearIn(t.Place.File), outline: in.outlineOf(t, l)}
	h.area, h.place = fillingUnit(t)
	if named := unitInName(t.Place.File); l.area < 0 && named != "" && named != h.area {
		in.units = append(in.units, unit{h.area, named, h.place})
	}
	if isCorrection(t) {
		in.corrections[sheet{t.Place.File, t.Place.Sheet}] = true
	}
	if y, m, cumulative, ok := zh.FindPeriod(strings.TrimPrefix(t.Place.File, "statistics/")); ok {
		h.period, _ = record.NewPeriod(y, m)
		in.checkBasis(cumulative, t.Place)
	}
	for _, title := range t.Titles {
		in.readTitle(&h, title.Text, t.Place.At(title.Row, title.Column))
	}
	if !h.period.IsZero() {
		h.year = h.period.Year()
	}
	return h
}

// readTitle looks for the month and the basis in a line above the table.
func (in *reader) readTitle(h *head, text string, place problem.Place) {
	y, m, cumulative, ok := zh.FindPeriod(text)
	in.checkBasis(cumulative || strings.Contains(text, "累计"), place)
	in.checkMonthly(text, place)
	p, valid := record.NewPeriod(y, m)
	switch {
	case !ok || !valid || isFilledIn(text):
	case h.period.IsZero():
		h.period = p
	case h.period != p:
		in.report(problem.Problem{
			Code: problem.FigureDisagrees, Severity: problem.Warning, Place: place,
			Message: "表头写的是" + p.Chinese() + "，文件名是" + h.period.Chinese() + "，按文件名统计。",
			Advice:  "请核对这张表是哪个月的，改正写错的一处。",
		})
	}
}

// isFilledIn reports whether a line says when the form was filled in, and not for
// which month: 填报时间：2026年11月.
func isFilledIn(text string) bool {
	for _, word := range [...]string{"填报", "填表", "制表", "报送", "报出", "上报", "打印"} {
		if _, rest, ok := strings.Cut(zh.Join(text), word); ok && (strings.HasPrefix(rest, "时间") || strings.HasPrefix(rest, "日期")) {
			return true
		}
	}
	return false
}

// isCorrection reports whether a table's file or title says 更正.
func isCorrection(t *table.Table) bool {
	return strings.Contains(t.Place.File, "更正") ||
		slices.ContainsFunc(t.Titles, func(c table.Cell) bool { return strings.Contains(c.Text, "更正") })
}

func (in *reader) checkBasis(cumulative bool, place problem.Place) {
	if !cumulative || in.lists.Cumulative {
		return
	}
	in.report(problem.Problem{
		Code: problem.MixedBasis, Severity: problem.Error, Place: place,
		Message: "这张表写明是累计数，而本站设置为按当月数统计。",
		Advice:  "请换成当月的表；全年都报累计数的，请在设置里写 basis: cumulative。",
	})
}

// checkMonthly is checkBasis the other way round.
func (in *reader) checkMonthly(title string, place problem.Place) {
	if !in.lists.Cumulative || !strings.Contains(title, "当月") || strings.Contains(title, "累计") {
		return
	}
	in.report(problem.Problem{
		Code: problem.MixedBasis, Severity: problem.Error, Place: place,
		Message: "这张表写明是当月数，而本站设置为按1月至当月的累计数统计。",
		Advice:  "请换成累计的表；每个月只报当月数的，请在设置里写 basis: monthly。",
	})
}

// outlined is what row i is by its place in an outline.
func (h *head) outlined(i int) outlined {
	if h.outline == nil {
		return outlined{}
	}
	return h.outline[i]
}
