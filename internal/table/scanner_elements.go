package table

import (
	"bytes"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// children goes, for a loop, to each element that stands directly in the one
// that has just begun. What the loop does not read of an element is passed over.
func (x *scanner) children() func(yield func() bool) {
	depth := len(x.open)
	return func(yield func() bool) {
		for {
			switch x.next() {
			case begins:
				if len(x.open) == depth+1 && !yield() {
					return
				}
			case ends:
				if len(x.open) < depth {
					return
				}
			case nothing:
				return
			}
		}
	}
}

// begin reads to the first element of the part, which must have the name.
func (x *scanner) begin(name string) {
	if x.next() != begins || string(x.name) != name {
		x.fail()
	}
}

// finish reads to the end of the part and reports whether all of it was well-formed.
func (x *scanner) finish() bool {
	for x.next() != nothing {
	}
	return !x.failed
}

// text reads the element that has just begun, and appends what is written in it:
// not what is in elements in it.
func (x *scanner) text(to []byte) []byte {
	depth := len(x.open)
	for {
		switch x.next() {
		case characters:
			if len(x.open) == depth {
				to = append(to, x.run...)
			}
		case ends:
			if len(x.open) < depth {
				return to
			}
		case nothing:
			return to
		}
	}
}

// richText reads a shared or inline text into the room of buffer: <t>, or runs
// <r><t> of one format each. Readings of Japanese, <rPh>, are no part of it.
func (x *scanner) richText(buffer []byte) []byte {
	buffer = buffer[:0]
	for range x.children() {
		switch string(x.name) {
		case "t":
			buffer = x.text(buffer)
		case "r":
			for range x.children() {
				if string(x.name) == "t" {
					buffer = x.text(buffer)
				}
			}
		}
	}
	return unescape(buffer)
}

// unescape takes _x000D_ and the like for the characters, in place. Excel writes
// so what XML forbids, and _x005F_ for a _ that would be taken for such an
// escape. Halves of a pair, which are no character, go.
func unescape(b []byte) []byte {
	if !bytes.Contains(b, []byte("_x")) {
		return b
	}
	out := b[:0]
	for len(b) > 0 {
		r, found := escape(b)
		switch {
		case !found:
			out = append(out, b[0])
			b = b[1:]
		case utf16.IsSurrogate(r):
			b = b[escapeLength:]
		default:
			out = utf8.AppendRune(out, r)
			b = b[escapeLength:]
		}
	}
	return out
}

const escapeLength = len("_x000D_")

// escape returns the character that b begins with an escape of.
func escape[T string | []byte](b T) (r rune, found bool) {
	if len(b) < escapeLength || b[0] != '_' || b[1] != 'x' || b[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(b[2:6]), 16, 16)
	return rune(n), err == nil
}
