package site

import (
	"bytes"
	"html"
)

// tagScanner walks over the tags of a page. It knows as much of HTML as
// finding addresses takes (quotes, comments, script and style as raw text)
// and is an order of magnitude faster than a parser, so that every page of a
// site can be checked on every build.
type tagScanner struct {
	text []byte
	tag  []byte // the last tag's name, lower case
	rest []byte // of the last tag, behind what was read of it
}

// next goes on to the next opening tag.
func (s *tagScanner) next() bool {
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

// open reads the tag that starts at s.text.
func (s *tagScanner) open() {
	n := 1
	for n < len(s.text) && !isSpace(s.text[n]) && s.text[n] != '>' && s.text[n] != '/' {
		n++
	}
	s.tag = lower(s.text[:n])
	end := tagEnd(s.text[n:])
	s.rest, s.text = s.text[n:n+end], s.text[n+end:]
}

// tagEnd finds the > that ends a tag, which none in a quoted value does.
func tagEnd(text []byte) int {
	var quote byte
	for i, c := range text {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case (c == '"' || c == '\'') && i > 0 && text[i-1] == '=':
			quote = c
		case c == '>':
			return i
		}
	}
	return len(text)
}

// attribute returns the next attribute of the tag: its name in lower case, its
// value as it is written.
func (s *tagScanner) attribute() (name, value []byte, ok bool) {
	for len(s.rest) > 0 && (isSpace(s.rest[0]) || s.rest[0] == '/') {
		s.rest = s.rest[1:]
	}
	if len(s.rest) == 0 {
		return nil, nil, false
	}
	n := 1
	for n < len(s.rest) && !isSpace(s.rest[n]) && s.rest[n] != '=' && s.rest[n] != '/' {
		n++
	}
	name = lower(s.rest[:n])
	s.rest = trimSpace(s.rest[n:])
	if len(s.rest) == 0 || s.rest[0] != '=' {
		return name, nil, true
	}
	s.rest = trimSpace(s.rest[1:])
	return name, s.value(), true
}

func (s *tagScanner) value() (value []byte) {
	if len(s.rest) > 0 && (s.rest[0] == '"' || s.rest[0] == '\'') {
		value, s.rest, _ = bytes.Cut(s.rest[1:], s.rest[:1])
		return value
	}
	n := 0
	for n < len(s.rest) && !isSpace(s.rest[n]) {
		n++
	}
	value, s.rest = s.rest[:n], s.rest[n:]
	return value
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

// trimSpace takes spaces off the front; bytes.TrimLeft builds a set first.
func trimSpace(text []byte) []byte {
	for len(text) > 0 && isSpace(text[0]) {
		text = text[1:]
	}
	return text
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }
