package zh

import (
	"cmp"
	_ "embed"
	"sort"
	"strings"
	"unicode/utf8"
)

// readings are the first readings of characters as go-pinyin has them, whose own
// dictionary is a map that every start of the program would make. A line is ten
// bytes and its end: "yi     一"; they are in the order of the characters.
//
//go:generate go run ./generate
//go:embed readings.txt
var readings string

// readingOf returns the first reading of a character, or "".
func readingOf(r rune) string {
	const line = 10
	at := func(i int) string { return readings[i*(line+1):][:line] }
	i, found := sort.Find(len(readings)/(line+1), func(i int) int {
		char, _ := utf8.DecodeLastRuneInString(at(i))
		return cmp.Compare(r, char)
	})
	if !found {
		return ""
	}
	return strings.TrimRight(strings.TrimSuffix(at(i), string(r)), " ")
}
