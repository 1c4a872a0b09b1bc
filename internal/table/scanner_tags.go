package table

import (
	"bytes"
	"unicode/utf8"
)

// readName returns the name at the beginning of the rest.
func (x *scanner) readName() []byte {
	start := x.at
	for x.at < len(x.data) && isNameByte(x.data[x.at]) {
		x.at++
	}
	name := x.data[start:x.at]
	if len(name) == 0 || name[0] >= '-' && name[0] <= '9' {
		x.fail()
	}
	return name
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= ':' || c == '_' || c == '-' || c == '.' || c >= utf8.RuneSelf
}

// beginTag reads a tag without its <.
func (x *scanner) beginTag() event {
	x.at++
	name := x.readName()
	x.readAttributes()
	x.selfClosed = x.foundByte('/')
	if !x.foundByte('>') || x.failed || len(x.open) == 0 && x.rooted || len(x.open) == maxDepth {
		return x.fail()
	}
	x.rooted = true
	x.open = append(x.open, name)
	x.name = local(name)
	return begins
}

// local returns a name without its prefix.
func local(name []byte) []byte { return name[bytes.LastIndexByte(name, ':')+1:] }

// endTag reads an end tag without its </.
func (x *scanner) endTag() event {
	last := len(x.open) - 1
	if last < 0 || !bytes.HasPrefix(x.data[x.at:], x.open[last]) {
		return x.fail()
	}
	x.at += len(x.open[last])
	x.space()
	if !x.foundByte('>') {
		return x.fail()
	}
	x.open = x.open[:last]
	return ends
}

// readAttributes reads attributes to the end of the tag.
func (x *scanner) readAttributes() {
	x.attributes, x.decoded = x.attributes[:0], x.decoded[:0]
	for !x.failed {
		x.space()
		switch x.peek() {
		case '/', '>', '?', 0: // a NUL in a tag is found by whoever looks for its end
			return
		}
		name := x.readName()
		x.space()
		assigned := x.foundByte('=')
		x.space()
		quote := x.peek()
		if !assigned || len(x.attributes) == maxAttributes || quote != '"' && quote != '\'' {
			x.fail()
			return
		}
		x.at++
		x.attributes = append(x.attributes, attribute{name, x.readValue(quote)})
	}
}

// attribute returns the value of an attribute of the element that has just
// begun, until anything else is read; nil without it.
func (x *scanner) attribute(name string) []byte {
	for i := len(x.attributes) - 1; i >= 0; i-- {
		if prefix, found := bytes.CutSuffix(x.attributes[i].name, []byte(name)); found && (len(prefix) == 0 || prefix[len(prefix)-1] == ':') {
			return x.attributes[i].value
		}
	}
	return nil
}

// instruction reads a processing instruction without its <?. That of XML itself
// tells the encoding.
func (x *scanner) instruction() {
	if string(x.readName()) != "xml" {
		x.upTo("?>")
		return
	}
	x.readAttributes()
	version, encoding := x.attribute("version"), x.attribute("encoding")
	if !x.found("?>") || len(version) > 0 && string(version) != "1.0" || len(encoding) > 0 && !bytes.EqualFold(encoding, []byte("UTF-8")) {
		x.fail()
	}
}
