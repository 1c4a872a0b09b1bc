package minutes

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"
)

// plain returns the text of an inline tree without marks: calls as written,
// footnote marks left out, lines joined as they are in print.
func (b *body) plain(n ast.Node) string {
	var out strings.Builder
	if n.Type() == ast.TypeBlock && n.Lines().Len() > 0 { // goldmark panics for inline nodes
		out.Grow(n.Lines().At(n.Lines().Len()-1).Stop - n.Lines().At(0).Start)
	}
	b.appendPlain(&out, n)
	return strings.TrimSpace(out.String())
}

func (b *body) appendPlain(out *strings.Builder, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			b.appendText(out, n)
		case *callNode:
			out.WriteString(reveal(n.Value))
		default:
			b.appendPlain(out, n)
		}
	}
}

func (b *body) appendText(out *strings.Builder, n *ast.Text) {
	value := n.Segment.Value(b.src.marked)
	switch {
	case bytes.IndexByte(value, '\\') < 0 && bytes.IndexByte(value, '&') < 0 && bytes.IndexByte(value, hiddenByte) < 0:
		out.Write(value)
	case n.IsRaw():
		out.WriteString(reveal(value))
	default:
		out.WriteString(unescape(reveal(value)))
	}
	if n.HardLineBreak() {
		out.WriteByte('\n')
	} else if n.SoftLineBreak() && b.spaceAt(n) {
		out.WriteByte(' ')
	}
}

// oneLine joins the lines of a plain text.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// spaceAt reports whether the end of the line behind n is a space in print:
// between two words, but not beside a Chinese character. Marks of emphasis
// around the line end do not count.
func (b *body) spaceAt(n *ast.Text) bool {
	text := b.src.marked
	end := min(n.Segment.Stop+bytes.IndexByte(text[n.Segment.Stop:], '\n'), len(text)-1)
	before, _ := utf8.DecodeLastRune(bytes.TrimRight(text[max(0, end-16):end], "*_ \t\\"))
	next := text[end+1 : min(len(text), end+64)]
	after, _ := utf8.DecodeRune(bytes.TrimLeft(next, "*_> \t"))
	return !isChinese(before) && !isChinese(after)
}

// unescape resolves \* and &amp; in one pass, as goldmark's writer does.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 && strings.IndexByte(s, '&') < 0 {
		return s
	}
	var out strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			out.WriteByte(s[i+1])
			i += 2
			continue
		}
		if r, n := entity(s[i:]); n > 0 {
			out.WriteString(r)
			i += n
			continue
		}
		out.WriteByte(s[i])
		i++
	}
	return out.String()
}

// entity resolves the character reference that s begins with, of n bytes; n is 0
// when there is none.
func entity(s string) (text string, n int) {
	if s[0] != '&' {
		return "", 0
	}
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "", 0
	}
	base, digits := 10, name[1:]
	if digits != "" && (digits[0] == 'x' || digits[0] == 'X') {
		base, digits = 16, digits[1:]
	}
	v, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > 7 {
		return "", 0
	}
	if v < ' ' && v != '\n' && v != '\t' || v >= 0x7F && v < 0xA0 { // no text has control characters
		v = utf8.RuneError
	}
	return string(util.ToValidRune(rune(v))), end + 1
}
