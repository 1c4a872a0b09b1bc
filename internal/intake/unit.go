package intake

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// fillingUnit finds whose table it is: 填报单位：青石镇 above or below it, or the
// name of a file in a month's folder. It is "" where nothing says.
func fillingUnit(t *table.Table) (name string, place problem.Place) {
	for _, cells := range [][]table.Cell{t.Titles, t.Notes} {
		for _, cell := range cells {
			_, rest, ok := strings.Cut(zh.Fold(cell.Text), "填报单位")
			if !ok {
				continue
			}
			rest = strings.TrimLeft(rest, ":(盖章) ")
			if end := strings.IndexAny(rest, " ,;(\t"); end >= 0 {
				rest = rest[:end]
			}
			if rest != "" {
				return rest, t.Place.At(cell.Row, cell.Column)
			}
		}
	}
	return unitInName(t.Place.File), t.Place
}

// unitInName is whose a file in a month's folder is by its name:
// statistics/2026-10/青石镇.xlsx, …/01青石镇2026年10月隐患统计表（更正）.xlsx.
func unitInName(file string) string {
	parts := strings.Split(file, "/")
	if len(parts) < 3 {
		return ""
	}
	name := parts[len(parts)-1]
	name = foldName(name[:max(strings.LastIndexByte(name, '.'), 0)])
	name = strings.TrimLeft(name, "-_.、()0123456789年月")
	for _, end := range [...]string{"更正", "修订", "安全", "隐患", "统计", "报表", "月报", "上报", "排查", "情况", "("} {
		if i := strings.Index(name, end); i > 0 {
			name = name[:i]
		}
	}
	if i := strings.IndexAny(name, "0123456789"); i > 0 {
		name = name[:i]
	}
	return strings.TrimRight(name, "-_.、( ")
}

// isCountyOffice reports whether 填报单位 is the office that sends in the whole
// county's figures (云溪县安委办), or a file's name says 全县 or 汇总. Such a table
// has no area.
func (in *reader) isCountyOffice(name, file string) bool {
	if _, known := in.areas.known(name); known {
		return false
	}
	bare := newRegister(nil, nil, append(areaEndings(), "应急管理局", "应急局")).bare(name)
	for _, whole := range in.lists.Whole {
		if whole != "" && strings.HasPrefix(bare, whole) && !isAreaName(bare) {
			return true
		}
	}
	for _, word := range [...]string{"汇总", "分行业", "各行业", "分来源"} {
		if strings.HasPrefix(bare, word) || strings.HasSuffix(bare, word) {
			return true
		}
	}
	if strings.Count(file, "/") > 1 {
		return false // one of several in a month's folder: the county is an area there
	}
	for _, ending := range [...]string{"县", "市", "州", "旗"} {
		if strings.HasSuffix(bare, ending) {
			return true
		}
	}
	return false
}

// unit is a table that says itself whose it is, in a file whose name says another.
type unit struct {
	written, named string
	place          problem.Place
}

// compareUnits reports tables of one area in a file of another's name, as come
// about when a township fills in its neighbour's workbook: its figures would be
// the neighbour's. A name that is no area (报表, 附件2) says nothing.
func (in *reader) compareUnits() {
	for _, u := range in.units {
		written, ok := in.areas.known(u.written)
		named, also := in.areas.known(u.named)
		if !ok || written == named || !also && (in.areas.closed || !isAreaName(u.named)) {
			continue
		}
		in.report(problem.Problem{
			Code: problem.FigureDisagrees, Severity: problem.Warning, Place: u.place,
			Message: "表里的填报单位是" + problem.Quote(u.written) + "，文件名却是" + problem.Quote(u.named) + "，按填报单位统计。",
			Advice:  "请核对这张表是哪个单位的，改正写错的一处。",
		})
	}
}

// isAreaName reports whether a name ends as those of townships do, and is no
// more than a name.
func isAreaName(name string) bool {
	for _, ending := range [...]string{"镇", "乡", "街道", "农场", "林场", "开发区", "园区"} {
		if strings.HasSuffix(name, ending) {
			return len([]rune(name)) <= 8
		}
	}
	return false
}
