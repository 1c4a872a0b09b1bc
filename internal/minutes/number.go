package minutes

import "strings"

// cutNumber takes the official number off the beginning of a text. Level is 1
// for 一、 2 for （一） 3 for 1. (also 1、 １．) 4 for （1）, and 0 when there is none.
func cutNumber(s string) (level int, rest string) {
	const chinese, digits = "〇零一二三四五六七八九十百", "0123456789０１２３４５６７８９"
	body, bracketed := cutPrefixes(s, "（", "(")
	for i, set := range [...]string{chinese, digits} {
		rest = strings.TrimLeft(body, set)
		if n := len(body) - len(rest); n == 0 || n > 12 {
			continue
		}
		closed := false
		switch {
		case bracketed:
			rest, closed = cutPrefixes(rest, "）", ")")
		case i == 0:
			rest, closed = cutPrefixes(rest, "、")
		default:
			rest, closed = cutPoint(rest)
		}
		if !closed {
			return 0, s
		}
		level = 1 + 2*i
		if bracketed {
			level++
		}
		return level, strings.TrimLeft(rest, " \t\u3000")
	}
	return 0, s
}

// cutPoint takes the point behind a number off; 3.5 has none.
func cutPoint(s string) (rest string, found bool) {
	rest, found = cutPrefixes(s, "、", "．", ".")
	if rest != "" && strings.ContainsRune("0123456789０１２３４５６７８９", []rune(rest)[0]) {
		return s, false
	}
	return rest, found
}

func cutPrefixes(s string, prefixes ...string) (rest string, found bool) {
	for _, p := range prefixes {
		if rest, found = strings.CutPrefix(s, p); found {
			return rest, true
		}
	}
	return s, false
}
