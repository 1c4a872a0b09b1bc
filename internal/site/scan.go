package site

import (
	"bytes"
	"html"
)

// tagScanner walks over the tags of a page and their attributes with values. It
// knows as much of HTML as finding addresses takes (quotes, comments, script and
// style as raw text) and leaps from sign to sign, so that every page of a site
// can be checked on every build: a parser takes 20 times as long.
type tagScanner struct {
	text []byte // behind what was read
	tag  []byte // the last tag's name, lower case
	end  int    // where in text the tag ends; -1 outside of a tag
}

func newTagScanner(text []byte) tagScanner { return tagScanner{text: text, end: -1} }

// next goes on to the next opening tag.
func (s *tagScanner) next() bool {
	for s.end >= 0 {
		s.attribute()
	}
	switch string(s.tag) {
	case "script":
		s.skipPast("</script")
	case "style":
		s.skipPast("</style")
	}
	for {
		start := bytes.IndexByte(s.text, '<')
		if start < 0 || start+1 == len(s.text) {
			s.text = nil
			return false
		}
		s.text = s.text[start+1:]
		switch c := s.text[0]; {
		case bytes.HasPrefix(s.text, []byte("!--")):
			s.skipPast("-->")
		case isLetter(c):
			s.open()
			return true
		}
	}
}

func (s *tagScanner) skipPast(end string) {
	i := indexFold(s.text, end)
	if i < 0 {
		s.text = nil
		return
	}
	s.text = s.text[i+len(end):]
}

// open reads the name of the tag that starts at s.text.
func (s *tagScanner) open() {
	n := 1
	for n < len(s.text) && !isSpace(s.text[n]) && s.text[n] != '>' && s.text[n] != '/' {
		n++
	}
	s.tag, s.text = lower(s.text[:n]), s.text[n:]
	if len(s.text) > 0 && s.text[0] == '>' {
		s.end = -1 // most tags are cells without attributes
		return
	}
	s.findEnd()
}

// findEnd finds the > that ends a tag, if it is not in a value that is to come.
func (s *tagScanner) findEnd() {
	if s.end = bytes.IndexByte(s.text, '>'); s.end < 0 {
		s.end = len(s.text)
	}
}

// attribute returns the next attribute of the tag that has a value: its name in
// lower case, its value as it is written.
func (s *tagScanner) attribute() (name, value []byte, ok bool) {
	if s.end < 0 {
		return nil, nil, false
	}
	equals := bytes.IndexByte(s.text[:s.end], '=')
	if equals < 0 {
		s.text, s.end = s.text[s.end:], -1
		return nil, nil, false
	}
	name = lastWord(s.text[:equals])
	s.skip(equals + 1)
	for s.end > 0 && isSpace(s.text[0]) {
		s.skip(1)
	}
	if s.end > 0 && (s.text[0] == '"' || s.text[0] == '\'') {
		return lower(name), s.quoted(), true
	}
	n := 0
	for n < s.end && !isSpace(s.text[n]) {
		n++
	}
	value = s.text[:n]
	s.skip(n)
	return lower(name), value, true
}

func (s *tagScanner) skip(n int) { s.text, s.end = s.text[n:], s.end-n }

// quoted reads a value with the quote before it and the one behind.
func (s *tagScanner) quoted() (value []byte) {
	length := bytes.IndexByte(s.text[1:], s.text[0])
	if length < 0 {
		length = len(s.text) - 1
	}
	value = s.text[1 : 1+length]
	n := min(length+2, len(s.text))
	if n <= s.end {
		s.skip(n)
		return value
	}
	s.text = s.text[n:] // a > stands in it
	s.findEnd()
	return value
}

// lastWord is the name that ends a stretch of a tag.
func lastWord(text []byte) []byte {
	for len(text) > 0 && isSpace(text[len(text)-1]) {
		text = text[:len(text)-1]
	}
	n := len(text)
	for n > 0 && !isSpace(text[n-1]) && text[n-1] != '/' {
		n--
	}
	return text[n:]
}

// meant is an attribute's value without character references.
func meant(value []byte) string {
	if bytes.IndexByte(value, '&') < 0 {
		return string(value)
	}
	return html.UnescapeString(string(value))
}

// lower copies only a name that has upper case in it.
func lower(name []byte) []byte {
	for _, c := range name {
		if 'A' <= c && c <= 'Z' {
			return bytes.ToLower(name)
		}
	}
	return name
}

// indexFold is the place of an ASCII text, in either case.
func indexFold(text []byte, ascii string) int {
	for from := 0; ; {
		i := bytes.IndexByte(text[from:], ascii[0])
		if i < 0 || from+i+len(ascii) > len(text) {
			return -1
		}
		from += i
		if bytes.EqualFold(text[from:from+len(ascii)], []byte(ascii)) {
			return from
		}
		from++
	}
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
