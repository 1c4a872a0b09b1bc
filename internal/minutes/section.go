package minutes

import "unicode/utf8"

// sectionKind says what the items of a section are.
type sectionKind int

const (
	otherSection sectionKind = iota
	decisions                // 议定事项, 工作安排: what this meeting decided
	earlier                  // 上次会议议定事项落实情况: what earlier ones did
)

// section is the part of a text that is read.
type section struct {
	kind sectionKind
	rank int // of the entry that opened it
}

// kindOf reads the title of a section. 任务完成情况 and 工作安排汇报 tell of what was
// done, and name nobody.
func kindOf(title string) sectionKind {
	switch {
	case !containsAny(title, "议定", "决定事项", "交办事项", "工作安排", "任务"):
		return otherSection
	case containsAny(title, "上次", "上月", "上期", "上一次", "上周", "前次", "前期", "历次", "此前", "以往"):
		return earlier
	case !containsAny(title, "议定", "决定事项", "交办事项") && containsAny(title, "情况", "通报", "汇报"):
		return otherSection
	}
	return decisions
}

// next returns the section that e belongs to, and whether e is its title. A
// heading is always a title. A short paragraph with a number, 三、议定事项, is one
// too, unless it is an item of a section that a heading opened; the next number
// of its rank ends what it opened.
func (s section) next(e entry) (now section, title bool) {
	switch {
	case e.isHeading():
		kind := kindOf(e.text)
		if s.kind != otherSection && kind == otherSection && s.rank < numberRank && e.rank > s.rank {
			return s, true // 燃气 below 议定事项
		}
		return section{kind, e.rank}, true
	case e.rank == 0 || e.inList || !isTitle(e.text):
		return s.unlessEnded(e), false
	case s.kind == otherSection || s.rank > numberRank && e.rank <= s.rank:
		return section{kindOf(e.text), e.rank}, true
	}
	return s, false
}

// unlessEnded returns s, or no section when e is a number of the rank that s was
// opened with.
func (s section) unlessEnded(e entry) section {
	if s.rank > numberRank && e.rank > numberRank && e.rank <= s.rank {
		return section{}
	}
	return s
}

// isTitle reports whether a text is short, and no sentence.
func isTitle(s string) bool {
	return utf8.RuneCountInString(s) < 40 && !endsSentence([]byte(s)) && !containsAny(s, "责任单位", "牵头", "时限")
}
