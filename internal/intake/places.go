package intake

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// totalWords are labels of rows that contain other rows.
var totalWords = [...]string{"合计", "总计", "共计", "总数", "累计"}

// label is what the name cell of a row says about the row.
type label int

const (
	plainRow    label = iota
	totalRow          // 合计: all rows of the table
	subtotalRow       // 小计: the rows since the last 小计
	amongRow          // 其中: a part of the row above
)

// labelOf reads a name cell; whole are the names of all areas together (全县, 云溪县).
func labelOf(name string, whole []string) label {
	name = foldName(name)
	bare, _ := cutUnit(name)
	switch {
	case strings.HasPrefix(name, "其中"):
		return amongRow
	case bare == "小计":
		return subtotalRow
	}
	for _, word := range totalWords {
		if bare == word {
			return totalRow
		}
	}
	for _, word := range whole {
		if word != "" && bare == word {
			return totalRow
		}
	}
	return plainRow
}

// register turns names into indexes, in official order where the settings list
// the names and in order of appearance where they do not.
type register struct {
	names  []string       // as printed
	index  map[string]int // every folded name and alias
	closed bool           // a name not listed is a problem
	strip  []string       // endings that do not tell two names apart
}

// areaEndings stand behind the name of a township when its office signs:
// 青石镇人民政府, 南坪街道办事处.
func areaEndings() []string {
	return []string{"人民政府", "办事处", "政府", "安委办", "应急管理站", "应急管理所"}
}

func newRegister(listed []string, aliases [][]string, strip []string) *register {
	r := &register{index: map[string]int{}, closed: len(listed) > 0, strip: strip}
	for i, name := range listed {
		r.names = append(r.names, name)
		r.index[foldName(name)] = i
		for _, alias := range aliases[i] {
			r.index[foldName(alias)] = i
		}
	}
	return r
}

// find returns the index of a name, adding it where the register is open and the
// name is whole: where characters were lost in saving, U+FFFD stands for them.
func (r *register) find(name string) (int, bool) {
	i, ok := r.known(name)
	if ok || r.closed || strings.ContainsRune(name, utf8.RuneError) {
		return i, ok
	}
	i = len(r.names)
	r.names = append(r.names, strings.TrimSpace(name))
	r.index[foldName(name)], r.index[r.bare(name)] = i, i
	return i, true
}

// known returns the index of a name that the register has.
func (r *register) known(name string) (int, bool) {
	if i, ok := r.index[name]; ok {
		return i, true
	}
	for _, form := range [...]string{foldName(name), r.bare(name)} {
		if i, ok := r.index[form]; ok {
			r.index[name] = i // the same spellings come in every table
			return i, true
		}
	}
	return 0, false
}

// bare is a name without what its office signs with.
func (r *register) bare(name string) string {
	folded := foldName(name)
	for _, ending := range r.strip {
		if cut, ok := strings.CutSuffix(folded, ending); ok && len([]rune(cut)) >= 2 {
			return cut
		}
	}
	return folded
}

// unknownArea reports a name that the settings do not list.
func (r *register) unknownArea(name string, place problem.Place) problem.Problem {
	return r.unknown(problem.UnknownArea, "地区", name, place)
}

func (r *register) unknownSector(name string, place problem.Place) problem.Problem {
	return r.unknown(problem.UnknownSector, "行业领域", name, place)
}

func (r *register) unknown(code problem.Code, kind, name string, place problem.Place) problem.Problem {
	if strings.ContainsRune(name, utf8.RuneError) {
		return problem.Problem{
			Code: code, Severity: problem.Error, Place: place,
			Message: kind + problem.Quote(name) + "里有字已经丢失。",
			Advice:  "请重新写上名称，另存为“CSV UTF-8（逗号分隔）”格式或 .xlsx 格式。",
		}
	}
	advice := "请改成设置（jianbao.yaml）里的名称，或把它加进设置的名单或别名。"
	if near, ok := zh.SimilarTo(foldName(name), r.names); ok {
		advice = "是不是“" + near + "”？" + advice
	}
	return problem.Problem{
		Code: code, Severity: problem.Error, Place: place,
		Message: kind + problem.Quote(name) + "不在设置的名单里。",
		Advice:  advice,
	}
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
