package minutes

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/zh"
)

// clause is what a sentence says about who does it: 由县住建局牵头，县城管局、各乡镇配合.
type clause struct {
	owners, helpers []string
	start, end      int // bytes, from 由 to behind the last word of it; 0, 0 for none
}

// findClause finds who leads and who helps in running text. What stands before
// 牵头 must look like the name of a unit: 发挥牵头作用 names nobody.
func findClause(s string) clause {
	c := ownersBefore(s, "牵头")
	if c.end == 0 {
		c = ownersBefore(s, "负责")
	}
	helpers, start, end := helpersBefore(s, c.end)
	if len(helpers) == 0 {
		return c
	}
	if c.end == 0 {
		c.start = start
	}
	c.helpers, c.end = append(c.helpers, helpers...), end
	return c
}

// ownersBefore reads the names before a verb. 负责 has other uses: 主要负责人, 负责制.
func ownersBefore(s, verb string) clause {
	for from := 0; ; {
		i := strings.Index(s[from:], verb)
		if i < 0 {
			return clause{}
		}
		i += from
		from = i + len(verb)
		if next, _ := utf8.DecodeRuneInString(s[from:]); verb == "负责" && strings.ContainsRune("人同制", next) {
			continue
		}
		start := afterLast(s[:i], endsClause)
		named := s[start:i]
		if by := strings.LastIndex(named, "由"); by >= 0 {
			start, named = start+by, named[by+len("由"):]
		}
		if owners, helpers := splitTogether(named); areUnits(owners) {
			return clause{owners, helpers, start, from}
		}
	}
}

// afterLast returns where s goes on behind the last character that ends something.
func afterLast(s string, ends func(rune) bool) int {
	i := strings.LastIndexFunc(s, ends)
	if i < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(s[i:])
	return i + size
}

func endsClause(r rune) bool { return r == '，' || r == ',' || endsList(r) }

// endsList reports whether r ends a list of names with commas in it.
func endsList(r rune) bool {
	switch r {
	case '。', '；', ';', '：', ':', '（', '(', '）', ')', '\n':
		return true
	}
	return false
}

// splitTogether cuts 县住建局会同县城管局 into who leads and who helps.
func splitTogether(s string) (owners, helpers []string) {
	s = trimWords(s, "请", "负责", "共同", "分别", "具体")
	for _, word := range [...]string{"会同", "联合"} {
		if before, after, found := strings.Cut(s, word); found && before != "" {
			return splitNames(before), splitUnits(after)
		}
	}
	return splitNames(s), nil
}

// helpersBefore reads the names before 配合 behind an offset.
func helpersBefore(s string, from int) (helpers []string, start, end int) {
	i := strings.Index(s[from:], "配合")
	if i < 0 {
		return nil, 0, 0
	}
	i += from
	start = max(from, afterLast(s[:i], endsList))
	return splitUnits(s[start:i]), start, i + len("配合")
}

// splitUnits splits a list and keeps what looks like a unit.
func splitUnits(s string) (units []string) {
	for _, name := range splitNames(s) {
		name = trimWords(name, "会同", "由", "请", "等单位", "等部门", "等", "积极", "密切", "协同", "共同", "做好", "予以")
		if isUnit(name) {
			units = append(units, name)
		}
	}
	return units
}

// trimWords takes words off both ends of s.
func trimWords(s string, words ...string) string {
	for _, w := range words {
		s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, w), w))
	}
	return s
}

func areUnits(names []string) bool {
	for _, name := range names {
		if !isUnit(name) {
			return false
		}
	}
	return len(names) > 0
}

// isUnit reports whether a name looks like that of a unit of a county.
func isUnit(name string) bool {
	name, _, _ = strings.Cut(zh.Join(name), "(")
	if n := utf8.RuneCountInString(name); n < 2 || n > 24 || containsAny(name, "要", "必须", "发挥", "加强", "充分") {
		return false
	}
	for _, first := range [...]string{"各", "有关", "相关", "其他"} {
		if strings.HasPrefix(name, first) {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("局委办队心府道镇乡场司门位会院站所处部区矿厂业校段班组村室科厅行馆社", last)
}
