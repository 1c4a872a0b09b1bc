package table

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// readName returns the name at the beginning of the rest.
func (x *scanner) readName() []byte {
	i := 0
	for i < len(x.data) && isNameByte(x.data[i]) {
		i++
	}
	name := x.data[:i]
	if i == 0 || name[0] >= '-' && name[0] <= '9' {
		x.fail()
	}
	x.data = x.data[i:]
	return name
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= ':' || c == '_' || c == '-' || c == '.' || c >= utf8.RuneSelf
}

// beginTag reads a tag without its <.
func (x *scanner) beginTag() event {
	x.data = x.data[1:]
	name := x.readName()
	x.readAttributes()
	x.selfClosed = x.found("/")
	if !x.found(">") || x.failed || len(x.open) == 0 && x.rooted || len(x.open) == maxDepth {
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
	name := x.readName()
	x.space()
	last := len(x.open) - 1
	if last < 0 || !x.found(">") || !bytes.Equal(name, x.open[last]) {
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
		if len(x.data) == 0 || bytes.IndexByte([]byte("/>?"), x.data[0]) >= 0 {
			return
		}
		name := x.readName()
		x.space()
		assigned := x.found("=")
		x.space()
		switch {
		case !assigned || len(x.attributes) == maxAttributes:
			x.fail()
		case x.found(`"`):
			x.attributes = append(x.attributes, attribute{name, x.readValue(`"`)})
		case x.found("'"):
			x.attributes = append(x.attributes, attribute{name, x.readValue("'")})
		default:
			x.fail()
		}
	}
}

// attribute returns the value of an attribute of the element that has just
// begun, until anything else is read; nil without it.
func (x *scanner) attribute(name string) []byte {
	for _, a := range slices.Backward(x.attributes) {
		if string(local(a.name)) == name {
			return a.value
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
