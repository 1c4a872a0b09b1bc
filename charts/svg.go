package charts

import (
	"math"
	"strconv"
	"unicode/utf8"
)

// svg appends elements to one buffer. Names of elements and attributes are
// ours; everything that comes from outside goes through escaped.
type svg struct {
	buf    []byte
	prefix string // of the ids inside
	suffix string // of the ids inside: -n in the narrow face
	paper  bool   // patterns are drawn, not repeated; see hatch
	links  bool   // there are some inside, so that it is no image to screen readers; see head
}

// put appends markup of our own as it is.
func (s *svg) put(markup string) *svg {
	s.buf = append(s.buf, markup...)
	return s
}

// num appends a number with at most one decimal, the same on every machine.
func (s *svg) num(v float64) *svg {
	s.buf = appendNum(s.buf, v)
	return s
}

func appendNum(b []byte, v float64) []byte {
	tenths := int64(math.Round(v * 10))
	if tenths < 0 {
		b = append(b, '-')
		tenths = -tenths
	}
	b = appendWhole(b, tenths/10)
	if d := tenths % 10; d != 0 {
		b = append(b, '.', byte('0'+d))
	}
	return b
}

// appendWhole appends a whole number. A place in a drawing has hardly ever more
// than three digits.
func appendWhole(b []byte, n int64) []byte {
	switch {
	case n < 10:
		return append(b, byte('0'+n))
	case n < 100:
		return append(b, byte('0'+n/10), byte('0'+n%10))
	case n < 1000:
		return append(b, byte('0'+n/100), byte('0'+n/10%10), byte('0'+n%10))
	}
	return strconv.AppendInt(b, n, 10)
}

// attr appends a numeric attribute.
func (s *svg) attr(name string, v float64) *svg {
	b := append(s.buf, ' ')
	b = append(b, name...)
	b = append(b, '=', '"')
	s.buf = append(appendNum(b, v), '"')
	return s
}

// escaped appends text from outside: the five special characters as
// references, what XML forbids as U+FFFD, and line breaks as spaces.
func (s *svg) escaped(text string) *svg {
	if plain(text) {
		s.buf = append(s.buf, text...)
		return s
	}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '&':
			s.put("&amp;")
		case r == '<':
			s.put("&lt;")
		case r == '>':
			s.put("&gt;")
		case r == '"':
			s.put("&#34;")
		case r == '\'':
			s.put("&#39;")
		case r == '\t', r == '\n', r == '\r':
			s.put(" ")
		case r < ' ', r == 0xFFFE, r == 0xFFFF, r == utf8.RuneError && size == 1:
			s.put("\uFFFD")
		default:
			s.buf = append(s.buf, text[i:i+size]...)
		}
		i += size
	}
	return s
}

// plain reports whether a text needs no escaping; nearly all do not.
func plain(text string) bool {
	for _, r := range text {
		switch {
		case r < ' ', r == '&', r == '<', r == '>', r == '"', r == '\'':
			return false
		case r >= utf8.RuneError && r <= 0xFFFF: // a broken byte, and what is no character
			return false
		}
	}
	return true
}

// ref appends the id that a part of this face has.
func (s *svg) ref(part string) *svg {
	return s.put(s.prefix).put("-").put(part).put(s.suffix)
}

// rect appends a rectangle; more is further attributes of our own.
func (s *svg) rect(x, y, w, h float64, more string) {
	s.put("<rect").attr("x", x).attr("y", y).attr("width", w).attr("height", h).put(more).put("/>")
}

// line appends one straight line.
func (s *svg) line(x1, y1, x2, y2 float64) {
	s.put(`<path d="M`).num(x1).put(" ").num(y1).put("L").num(x2).put(" ").num(y2).put(`"/>`)
}

// group opens a group with a class that a style sheet may use and attributes
// that hold without one.
func (s *svg) group(class, attributes string) {
	s.put(`<g class="`).put(class).put(`" `).put(attributes).put(">")
}

// end closes the group opened last.
func (s *svg) end() { s.put("</g>") }
