package minutes

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// saying is where a text says who and when, in bytes.
type saying struct {
	clause
	from, to int // of the deadline; 0, 0 for none
}

func (s saying) said() bool { return s.end > 0 || s.to > 0 }

// cut returns a text from an offset on, without what says who and when.
func (s saying) cut(text string, offset int) string {
	var left strings.Builder
	for i := offset; i < len(text); i++ {
		if (i < s.start || i >= s.end) && (i < s.from || i >= s.to) {
			left.WriteByte(text[i])
		}
	}
	return left.String()
}

// tail takes the end off a text when it says nothing but who and when: 排查燃气管
// 道，由县住建局牵头，于11月20日前完成. A text that begins with that keeps it.
func (s saying) tail(text string) string {
	starts := []int{s.start, s.from}
	slices.Sort(starts)
	for _, start := range starts {
		if utf8.RuneCountInString(trimValue(text[:start])) >= 4 && isFiller(s.cut(text, start)) {
			return strings.TrimSuffix(strings.TrimRight(text[:start], " "), "于")
		}
	}
	return text
}

// isFiller reports whether s says nothing: 于，完成。
func isFiller(s string) bool {
	for s != "" {
		rest := strings.TrimLeft(s, " \u3000，,。.；;、于在前之以并")
		for _, word := range [...]string{"完成", "办结", "落实", "负责", "整改", "到位"} {
			rest = strings.TrimPrefix(rest, word)
		}
		if rest == s {
			return false
		}
		s = rest
	}
	return true
}

// who reads who and when out of running text.
func (r reader) who(s string, w *wording) saying {
	c := findClause(s)
	w.add(c.owners, c.helpers)
	from, to := r.sentenceDeadline(s, w)
	return saying{c, from, to}
}

// sentenceDeadline finds the last day that something is to be done by: one with
// 前 behind it, or 完成. It returns where that is said.
func (r reader) sentenceDeadline(s string, w *wording) (from, to int) {
	if w.deadlineSaid {
		return 0, 0
	}
	for _, found := range slices.Backward(r.find(s)) {
		behind := s[found.end:]
		for _, word := range [...]string{"前", "之前", "以前", "完成", "办结", "底前"} {
			if rest, ok := strings.CutPrefix(behind, word); ok {
				w.item.Deadline, w.deadlineSaid = found.day, true
				return found.start, len(s) - len(rest)
			}
		}
	}
	return r.phraseDeadline(s, w)
}

// phraseDeadline finds 年底前, 本月底前, 第四季度末前 and 会后10日内. Other spans of
// days are no deadline in a sentence: 接到通知3日内上报 says another thing.
func (r reader) phraseDeadline(s string, w *wording) (from, to int) {
	for _, mark := range [...]string{"底前", "末前", "度前", "日内", "天内", "周内"} {
		i := strings.Index(s, mark)
		if i < 0 {
			continue
		}
		from, to = afterLast(s[:i], endsClause), i+len(mark)
		said := s[from:to]
		if strings.HasSuffix(mark, "内") && !strings.Contains(said, "会后") {
			continue
		}
		from += max(strings.LastIndex(said, "会后"), 0)
		if day, ok := r.phrase(lastRunes(s[from:to], 8)); ok {
			w.item.Deadline, w.deadlineSaid = day, true
			return from, to
		}
	}
	return 0, 0
}

// lastRunes returns the last n characters of s.
func lastRunes(s string, n int) string {
	from := len(s)
	for ; n > 0 && from > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:from])
		from -= size
	}
	return s[from:]
}
