package table

import (
	"bytes"
	"strconv"
	"unicode/utf8"
)

// readRun reads the characters up to the next tag; it reports whether they are
// in an element, outside of which there may be only space.
func (x *scanner) readRun() bool {
	run, plain := x.plainUntil('<')
	if len(x.open) == 0 {
		if len(bytes.Trim(run, " \t\r\n")) > 0 {
			x.fail()
		}
		return false
	}
	x.decoded = x.decoded[:0]
	x.run = run
	if !plain {
		if bytes.Contains(run, []byte("]]>")) {
			x.fail()
		}
		x.run = x.decode(run, true)
	}
	return !x.failed
}

// readCDATA reads characters without entities, behind their mark.
func (x *scanner) readCDATA() event {
	x.decoded = x.decoded[:0]
	x.run = x.decode(x.upTo("]]>"), false)
	if len(x.open) == 0 || x.failed {
		return x.fail()
	}
	return characters
}

// readValue reads the value of an attribute behind the quote that it begins with.
func (x *scanner) readValue(quote byte) []byte {
	value, plain := x.plainUntil(quote)
	if !x.foundByte(quote) {
		x.fail()
	}
	if plain {
		return value
	}
	if bytes.IndexByte(value, '<') >= 0 {
		x.fail()
	}
	return x.decode(value, true)
}

// plainUntil reads up to a byte, or to the end, and reports whether all the
// characters before it mean themselves, and need no check.
func (x *scanner) plainUntil(end byte) (raw []byte, plain bool) {
	start := x.at
	plain = true
	for ; x.at < len(x.data) && x.data[x.at] != end; x.at++ {
		if c := x.data[x.at]; c < ' ' || c == '&' || c == '>' || c == '<' {
			plain = false
		}
	}
	return x.data[start:x.at], plain
}

// decode takes entities for what they stand for, if there may be some, and ends
// of lines for a line feed. It fails over control characters, which XML forbids.
func (x *scanner) decode(raw []byte, entities bool) []byte {
	start := len(x.decoded)
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '&' && entities:
			before, _, found := bytes.Cut(raw[i+1:], []byte(";"))
			r, known := entity(before)
			if !found || !known {
				x.fail()
				return nil
			}
			x.decoded = utf8.AppendRune(x.decoded, r)
			i += len(before) + 1
		case c == '\r':
			x.decoded = append(x.decoded, '\n')
			if i+1 < len(raw) && raw[i+1] == '\n' {
				i++
			}
		case c < ' ' && c != '\n' && c != '\t':
			x.fail()
			return nil
		default:
			x.decoded = append(x.decoded, c)
		}
	}
	return x.decoded[start:]
}

// entity returns the character that the name between & and ; stands for.
func entity(name []byte) (r rune, known bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, isNumber := bytes.CutPrefix(name, []byte("#"))
	base := 10
	if hex, isHex := bytes.CutPrefix(digits, []byte("x")); isHex {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(string(digits), base, 21)
	r = rune(n)
	forbidden := r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == '\uFFFE' || r == '\uFFFF'
	return r, isNumber && err == nil && utf8.ValidRune(r) && !forbidden
}
