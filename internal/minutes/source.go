package minutes

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/internal/problem"
)

// source is one file's text. Offsets into text and into marked mean the same
// byte, so every node of the tree knows its line and character in the file.
type source struct {
	place  problem.Place // the file
	text   string        // as decoded, every line ended by \n
	marked []byte        // what goldmark reads; see newSource
	lines  []int         // the offset of each line
}

// Bytes that stand in marked for characters of hidden numbers: an asterisk
// would be read as emphasis. No text has them, see zh.Decode.
const (
	hiddenByte = '\x01' // a hidden character, printed as *
	hiddenRest = '\x02' // the further bytes of a hidden wide character, not printed
)

// newSource prepares a decoded text. In marked the white space that begins a
// line, U+3000 of Word among it, is spaces, so that a line of it is blank and an
// indent is an indent.
func newSource(place problem.Place, text string) *source {
	if strings.ContainsRune(text, '\r') {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	s := &source{place: place, text: text, marked: []byte(text), lines: []int{0}}
	for start := lineEnd(text, 0); start < len(text); start = lineEnd(text, start) {
		s.lines = append(s.lines, start)
	}
	for _, start := range s.lines {
		s.clearIndent(start)
	}
	return s
}

// clearIndent writes spaces over the wide and odd white space that begins a line.
func (s *source) clearIndent(start int) {
	for i := start; i < len(s.text); {
		if s.text[i] > ' ' && s.text[i] < utf8.RuneSelf {
			return
		}
		r, size := utf8.DecodeRuneInString(s.text[i:])
		if r == '\n' || !unicode.IsSpace(r) && !unicode.Is(unicode.Cf, r) {
			return
		}
		if r != '\t' {
			s.blank(i, i+size)
		}
		i += size
	}
}

// blank writes spaces over marked[from:to], but for line ends.
func (s *source) blank(from, to int) {
	for i := from; i < to; i++ {
		if s.marked[i] != '\n' {
			s.marked[i] = ' '
		}
	}
}

// at returns the place of the character at offset.
func (s *source) at(offset int) problem.Place {
	offset = min(max(offset, 0), len(s.text))
	row := sort.SearchInts(s.lines, offset+1)
	return s.place.At(row, 1+utf8.RuneCountInString(s.text[s.lines[row-1]:offset]))
}

// reveal returns marked bytes as text, hidden characters as asterisks.
func reveal(marked []byte) string {
	text := string(marked)
	if strings.IndexByte(text, hiddenByte) < 0 {
		return text
	}
	return strings.NewReplacer(string(hiddenByte), "*", string(hiddenRest), "").Replace(text)
}
