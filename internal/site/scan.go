package site

import (
	"bytes"
)

// tagScanner walks over the tags of a page and their attributes. It
// knows as much of HTML as finding addresses takes (quotes, comments, script and
// style as raw text), so that every page of a site can be checked on every build:
// a parser takes 20 times as long.
type tagScanner struct {
	text  []byte
	at    int    // what is before has been read
	tag   []byte // the last tag's name, lower case
	inTag bool   // its attributes are not all read
}

// next goes on to the next opening tag.
func (s *tagScanner) next() bool {
	for s.inTag {
		s.attribute()
	}
	switch string(s.tag) {
	case "script":
		s.skipPast("</script")
	case "style":
		s.skipPast("</style")
	}
	text, at := s.text, s.at
	for {
		start := bytes.IndexByte(text[at:], '<')
		if at += start + 1; start < 0 || at == len(text) {
			s.at = len(text)
			return false
		}
		switch c := text[at]; {
		case isLetter(c):
			end := endOfName(text, at+1)
			s.tag, s.at, s.inTag = lower(text[at:end]), end, true
			return true
		case c == '!' && bytes.HasPrefix(text[at:], []byte("!--")):
			s.at = at
			s.skipPast("-->")
			at = s.at
		}
	}
}

// endOfName is where the name of a tag ends; letters are all behind the '>'.
func endOfName(text []byte, at int) int {
	for at < len(text) && (text[at] > '>' || text[at] != '>' && text[at] != '/' && !isSpace(text[at])) {
		at++
	}
	return at
}

func (s *tagScanner) skipPast(end string) {
	i := indexFold(s.text[s.at:], end)
	if i < 0 {
		s.at = len(s.text)
		return
	}
	s.at += i + len(end)
}

// attribute returns the next attribute of the tag that may be an address or an
// anchor: its name in lower case, its value as it is written, or nil where it has
// none. Others it returns as well, if they are not written tidily.
func (s *tagScanner) attribute() (name, value []byte, ok bool) {
	if !s.inTag {
		return nil, nil, false
	}
	s.at = skipDull(s.text, s.at)
	if s.at < len(s.text) && s.text[s.at] == '>' {
		s.inTag = false
		return nil, nil, false
	}
	return s.anyAttribute()
}

// skipDull returns where the attributes end that lead nowhere and are written as
// nearly all are: a space, a name in lower case, an equals sign, a value between
// double quotes.
func skipDull(text []byte, at int) int {
	for at < len(text) && text[at] == ' ' {
		end := at + 1 // of the name
		for end < len(text) && (text[end] >= 'a' && text[end] <= 'z' || text[end] == '-') {
			end++
		}
		if end == at+1 || end+1 >= len(text) || text[end] != '=' || text[end+1] != '"' {
			break
		}
		length := bytes.IndexByte(text[end+2:], '"')
		if length < 0 || useOf(text[at+1:end], nil) != 0 {
			break
		}
		at = end + 2 + length + 1
	}
	return at
}

// anyAttribute reads an attribute however it is written.
func (s *tagScanner) anyAttribute() (name, value []byte, ok bool) {
	text, from, to := s.text, s.at, s.at // of the name
	for i := s.at; i < len(text); i++ {
		switch c := text[i]; {
		case c == '=':
			value = s.value(i + 1)
			return lower(text[from:to]), value, true
		case isSpace(c):
		case from < to && (c == '>' || c == '/' || to < i): // the next begins, or none
			s.at = i
			return lower(text[from:to]), nil, true
		case c == '>':
			s.at, s.inTag = i, false
			return nil, nil, false
		case c == '/':
			from, to = i+1, i+1
		case to < i: // the first character behind a space
			from, to = i, i+1
		default:
			to = i + 1
		}
	}
	s.at, s.inTag = len(text), false
	return nil, nil, false
}

// value reads the value that begins at i, behind spaces.
func (s *tagScanner) value(i int) []byte {
	text := s.text
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	if i < len(text) && (text[i] == '"' || text[i] == '\'') {
		from := i + 1
		length := bytes.IndexByte(text[from:], text[i])
		if length < 0 {
			s.at = len(text)
			return text[from:]
		}
		s.at = from + length + 1
		return text[from : from+length]
	}
	from := i
	for i < len(text) && text[i] != '>' && !isSpace(text[i]) {
		i++
	}
	s.at = i
	return text[from:i]
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
