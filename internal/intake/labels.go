package intake

import (
	"slices"
	"strings"

	"jianbao/internal/record"
)

// label is what the name cell of a row says about the row.
type label int

const (
	plainRow    label = iota
	totalRow          // 合计, 全县, 全县总计: all rows
	subtotalRow       // 小计, 乡镇合计: the rows of one block
	amongRow          // 其中: a part of the row above
	besideRow         // 平均, 上年同期, 环比: no part of anything
)

// labelOf reads a name cell; whole are the names of all areas together (全县, 云溪县).
func labelOf(name string, whole []string) label {
	name = foldName(name)
	if strings.HasPrefix(name, "其中") {
		return amongRow
	}
	bare, _ := cutUnit(name)
	bare = strings.TrimRight(bare, ":")
	for _, word := range whole {
		rest, ok := strings.CutPrefix(bare, word)
		if !ok || word == "" {
			continue
		}
		if kind := labelOf(rest, nil); rest == "" || kind == subtotalRow {
			return totalRow
		} else if kind != plainRow {
			return kind
		}
	}
	switch {
	case strings.HasSuffix(bare, "小计"):
		return subtotalRow
	case slices.Contains(totalWords(), bare):
		return totalRow
	case isBeside(bare):
		return besideRow
	case !strings.HasSuffix(bare, "合计") && !strings.HasSuffix(bare, "总计"):
		return plainRow
	case strings.HasPrefix(bare, "全"):
		return totalRow // 全县合计, where the settings do not name the county
	}
	return subtotalRow // 乡镇合计
}

// totalWords are labels of rows that contain other rows.
func totalWords() []string {
	return []string{"合计", "总计", "共计", "总数", "合计数", "总计数", "累计", "汇总"}
}

// isBeside reports whether a row stands beside the others for comparison: 平均,
// 上年同期, 环比增减率. Its name is made of such words and nothing else.
func isBeside(name string) bool {
	compares := false
	for name != "" {
		rest := name
		for _, word := range [...]string{"平均", "均值", "上月", "上年", "去年", "同比", "环比", "增减", "增幅", "增长", "占比"} {
			if cut, ok := strings.CutPrefix(name, word); ok {
				rest, compares = cut, true
			}
		}
		for _, word := range [...]string{"同期", "比", "较", "数", "率", "值", "量", "末", "%"} {
			if cut, ok := strings.CutPrefix(name, word); ok && rest == name {
				rest = cut
			}
		}
		if rest == name {
			return false
		}
		name = rest
	}
	return compares
}

// isSum reports whether a name is that of a row that adds up others, where rows
// are of things and not of areas.
func isSum(name string) bool {
	kind := labelOf(name, nil)
	return kind == totalRow || kind == subtotalRow
}

// cutAmong takes 其中 off a name: 其中：青石镇 is 青石镇.
func cutAmong(name string) string {
	return strings.TrimLeft(strings.TrimPrefix(foldName(name), "其中"), ":,、")
}

// sourceOf reads who found a hazard.
func sourceOf(text string) (record.Source, bool) {
	switch t := foldName(text); {
	case t == "":
		return record.NoSource, true
	case strings.Contains(t, "自查") || strings.Contains(t, "企业"):
		return record.SelfInspection, true
	case strings.Contains(t, "督查") || strings.Contains(t, "政府"):
		return record.GovernmentInspection, true
	case strings.Contains(t, "部门") || strings.Contains(t, "检查"):
		return record.DepartmentInspection, true
	}
	return record.NoSource, false
}
