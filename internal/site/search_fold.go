package site

import (
	"strings"

	"jianbao/internal/zh"
)

// folding is zh.Fold character by character, with ASCII letters in lower case
// and the brackets, quotes and dashes that a keyboard does not have as those
// that it has. The characters between its two tables stay as they are.
type folding struct {
	low  [foldLow]rune            // up to foldLow
	high [0x10000 - foldHigh]rune // from foldHigh on
}

const (
	foldLow  = 0x3100
	foldHigh = 0xFE00
	dropped  = -1 // what zh.FoldRune makes of a character that takes no room
)

func newFolding() *folding {
	f := &folding{}
	for r := range f.low {
		f.low[r] = foldOne(rune(r))
	}
	for i := range f.high {
		f.high[i] = foldOne(foldHigh + rune(i))
	}
	return f
}

func foldOne(r rune) rune {
	if r < ' ' || r == 0x7f {
		return ' '
	}
	return alike(zh.FoldRune(r))
}

// alike returns the character of the keyboard that r is meant by.
func alike(r rune) rune {
	switch r {
	case '〔', '【', '﹝':
		return '['
	case '〕', '】', '﹞':
		return ']'
	case '“', '”':
		return '"'
	case '‘', '’':
		return '\''
	case '—', '–':
		return '-'
	}
	if 'A' <= r && r <= 'Z' {
		return r - 'A' + 'a'
	}
	return r
}

// rune returns what r is folded to, ' ' for all space, or dropped.
func (f *folding) rune(r rune) rune {
	switch {
	case r < foldLow:
		return f.low[r]
	case r >= foldHigh && r <= 0xFFFF:
		return f.high[r-foldHigh]
	}
	return r
}

// table is the folding for the script of the page: characters that change with
// what they become, and those that are dropped.
func (f *folding) table() (from, to, drop string) {
	var a, b, c strings.Builder
	add := func(r, folded rune) {
		switch {
		case folded == dropped:
			c.WriteRune(r)
		case folded != r:
			a.WriteRune(r)
			b.WriteRune(folded)
		}
	}
	for r, folded := range f.low {
		add(rune(r), folded)
	}
	for i, folded := range f.high {
		add(foldHigh+rune(i), folded)
	}
	return a.String(), b.String(), c.String()
}
