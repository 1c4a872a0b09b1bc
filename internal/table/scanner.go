package table

import (
	"bytes"
	"unicode/utf8"
)

const (
	maxDepth      = 256 // elements within elements; a sheet has about ten
	maxAttributes = 256 // attributes of an element; the first of a sheet has thirty
)

// scanner walks through the XML of one part of a workbook. It keeps its place,
// the names of the elements that are open, and the attributes of the last tag,
// and makes no object of anything: encoding/xml makes some of every tag, which
// is what reading a workbook through it takes its time for.
//
// The part must be well-formed XML in UTF-8 to its end, or the scanner fails,
// and everything ends: a part that was cut off must not pass for a short one.
// What is not well-formed but cannot be mistaken is let pass: attributes given
// twice (the last counts), letters that names may not have, namespaces without
// a declaration. Names are taken without their prefixes, as every program that
// writes workbooks has its own. A DTD is refused, as Excel does.
type scanner struct {
	data       []byte
	at         int      // what is read of it
	open       [][]byte // the names of the open elements, with their prefixes
	name       []byte   // of the element that has just begun, without its prefix
	attributes []attribute
	run        []byte // the characters that were just read
	decoded    []byte // holds values and runs that were not plain
	rooted     bool   // the first element has begun
	selfClosed bool   // the element that has just begun ends there
	failed     bool
}

type attribute struct{ name, value []byte }

type event int

const (
	nothing event = iota // the end of the part, or a failure
	begins
	ends
	characters
)

func newScanner(data []byte) *scanner {
	x := &scanner{data: bytes.TrimPrefix(data, []byte("\uFEFF"))}
	x.failed = !utf8.Valid(data) || bytes.Contains(data, []byte("\uFFFE")) || bytes.Contains(data, []byte("\uFFFF"))
	return x
}

// next reads on to the next event.
func (x *scanner) next() event {
	if x.selfClosed && !x.failed {
		x.selfClosed = false
		x.open = x.open[:len(x.open)-1]
		return ends
	}
	for x.at < len(x.data) && !x.failed {
		switch {
		case x.data[x.at] != '<':
			if x.readRun() {
				return characters
			}
		case x.found("</"):
			return x.endTag()
		case x.found("<?"):
			x.instruction()
		case x.found("<!--"):
			x.upTo("-->")
		case x.found("<![CDATA["):
			return x.readCDATA()
		default:
			return x.beginTag()
		}
	}
	if len(x.open) > 0 {
		x.fail()
	}
	return nothing
}

// fail ends the scanning.
func (x *scanner) fail() event {
	x.failed = true
	return nothing
}

// found reports whether the rest begins with mark, and passes it.
func (x *scanner) found(mark string) bool {
	end := x.at + len(mark)
	if end > len(x.data) || string(x.data[x.at:end]) != mark {
		return false
	}
	x.at = end
	return true
}

// foundByte is found for a mark of one byte.
func (x *scanner) foundByte(mark byte) bool {
	if x.peek() != mark {
		return false
	}
	x.at++
	return true
}

// peek returns the byte that the rest begins with, a NUL at the end.
func (x *scanner) peek() byte {
	if x.at < len(x.data) {
		return x.data[x.at]
	}
	return 0
}

// upTo returns what stands before mark, and passes both.
func (x *scanner) upTo(mark string) []byte {
	before, _, found := bytes.Cut(x.data[x.at:], []byte(mark))
	if !found {
		x.fail()
	}
	x.at = min(x.at+len(before)+len(mark), len(x.data))
	return before
}

func (x *scanner) space() {
	for x.at < len(x.data) {
		switch x.data[x.at] {
		case ' ', '\n', '\r', '\t':
			x.at++
		default:
			return
		}
	}
}
