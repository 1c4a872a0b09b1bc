package zh

import (
	"unicode"

	"golang.org/x/text/width"
)

// Width returns how many cells s takes on a terminal or in a column of a
// Chinese font: 2 for Chinese characters, full-width forms and the punctuation
// that Chinese fonts draw full width (“ ” — … ·, East Asian Ambiguous in UAX
// #11), 0 for combining, invisible and control characters, 1 for the rest.
func Width(s string) int {
	n := 0
	for _, r := range s {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	switch {
	case r < 0x20 || r == 0x7F:
		return 0
	case r < 0x7F:
		return 1
	case r >= 0x4E00 && r <= 0x9FFF: // nearly all there is
		return 2
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth, width.EastAsianAmbiguous:
		return 2
	}
	return 1
}
