package intake

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

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
	return []string{
		"人民政府", "办事处", "政府", "安全生产委员会办公室", "安委会办公室", "安委办", "安委会",
		"应急管理办公室", "应急管理站", "应急管理所", "应急办", "安监站", "管理委员会", "管委会",
	}
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
	for i, name := range listed { // 经开区管委会 in the list is 经开区 in a table, unless that is another
		bare := r.bare(name)
		if _, taken := r.index[bare]; !taken {
			r.index[bare] = i
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
	r.names = append(r.names, r.printed(name))
	r.index[foldName(name)], r.index[r.bare(name)] = i, i
	return i, true
}

// printed is how a name that no list gives stands on the site: an office's
// signature is left out, but a 办事处 or 管委会 is often called so.
func (r *register) printed(name string) string {
	name = strings.TrimSpace(name)
	if rest, level := cutNumber(name); level > 0 {
		name = rest
	}
	for _, ending := range r.strip {
		if strings.HasSuffix(name, ending) && ending != "办事处" && ending != "管委会" && ending != "管理委员会" {
			return r.bare(name)
		}
	}
	return name
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

// bare is a name without its number and without what its office signs with:
// 1.青石镇人民政府安委办 is 青石镇, 南坪街道办 is 南坪街道.
func (r *register) bare(name string) string {
	name, _ = cutNumber(foldName(name))
	for _, ending := range r.strip {
		if cut, ok := strings.CutSuffix(name, ending); ok && len([]rune(cut)) >= 2 {
			return r.bare(cut)
		}
	}
	if cut, ok := strings.CutSuffix(name, "街道办"); ok && len(r.strip) > 0 && cut != "" {
		return cut + "街道"
	}
	return name
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
