package minutes

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/record"
)

// brackets reads the brackets that say who, when or how far, and takes them out.
// An inner one, 县应急局（县安委办）, belongs to what stands around it.
func (r reader) brackets(s string, w *wording) string {
	var out strings.Builder
	for {
		start, end := findBracket(s)
		if end == 0 {
			out.WriteString(s)
			return out.String()
		}
		out.WriteString(s[:start])
		if !r.bracket(inside(s[start:end]), w) {
			out.WriteString(s[start:end])
		}
		s = s[end:]
	}
}

// findBracket returns where the first bracket of s begins and ends; 0, 0 when
// there is none that is closed.
func findBracket(s string) (start, end int) {
	depth := 0
	for i, c := range s {
		switch c {
		case '（', '(', '【', '[':
			if depth == 0 {
				start = i
			}
			depth++
		case '）', ')', '】', ']':
			depth--
			if depth == 0 {
				return start, i + utf8.RuneLen(c)
			}
			depth = max(depth, 0)
		}
	}
	return 0, 0
}

// inside takes the brackets off.
func inside(s string) string {
	_, first := utf8.DecodeRuneInString(s)
	_, last := utf8.DecodeLastRuneInString(s)
	return s[first : len(s)-last]
}

// bracket reads the inside of one bracket; it reports whether all of it was
// about who, when or how far.
func (r reader) bracket(s string, w *wording) bool {
	if strings.TrimSpace(s) == "" {
		return true
	}
	if p, note := readProgress(s); p != record.NoProgress && note == "" {
		w.item.Progress = p
		return true
	}
	rest, found := cutLabels(s)
	r.labels(found, w)
	who := r.who(rest, w)
	return (len(found) > 0 || who.said()) && isFiller(who.cut(rest, 0))
}
