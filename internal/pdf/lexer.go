package pdf

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// lexer cuts the text of a PDF file, or of a stream in it, into tokens. It knows
// no objects, and so works on files, pages and tables of characters alike.
type lexer struct {
	text []byte
	at   int // where the next token is looked for
}

// token is a piece of the text.
type token struct {
	kind       kind
	start, end int
}

// kind is what a token is.
type kind byte

const (
	atEnd       kind = iota
	word             // a number or an operator
	name             // /Name
	literal          // (text)
	hexadecimal      // <0A1B>
	openDict         // <<
	closeDict        // >>
	openArray        // [ and {
	closeArray       // ] and }
)

func isSpace(c byte) bool { return bytes.IndexByte([]byte("\x00\t\n\f\r "), c) >= 0 }
func isDelimiter(c byte) bool {
	return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

// next returns the next token. What is wrong in the text makes tokens too.
func (l *lexer) next() token {
	l.skip()
	t := token{start: l.at}
	if l.at >= len(l.text) {
		t.end = l.at
		return t
	}
	switch c := l.text[l.at]; c {
	case '(':
		t.kind = literal
		l.literal()
	case '<', '>':
		l.angle(&t, c)
	case '[', '{':
		t.kind, l.at = openArray, l.at+1
	case ']', '}':
		t.kind, l.at = closeArray, l.at+1
	case '/':
		t.kind, l.at = name, l.at+1
		l.regular()
	default:
		t.kind, l.at = word, l.at+1 // at least that, if it is a )
		if c != ')' {
			l.regular()
		}
	}
	t.end = l.at
	return t
}

// skip passes over white space and comments.
func (l *lexer) skip() {
	for l.at < len(l.text) {
		switch c := l.text[l.at]; {
		case isSpace(c):
			l.at++
		case c == '%':
			for l.at < len(l.text) && l.text[l.at] != '\n' && l.text[l.at] != '\r' {
				l.at++
			}
		default:
			return
		}
	}
}

func (l *lexer) regular() {
	for l.at < len(l.text) && !isSpace(l.text[l.at]) && !isDelimiter(l.text[l.at]) {
		l.at++
	}
}

// literal passes over a string in parentheses, which may have more of them.
func (l *lexer) literal() {
	depth := 0
	for ; l.at < len(l.text); l.at++ {
		switch l.text[l.at] {
		case '\\':
			l.at++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.at++
				return
			}
		}
	}
	l.at = len(l.text)
}

// angle passes over what begins with < or >.
func (l *lexer) angle(t *token, c byte) {
	doubled := l.at+1 < len(l.text) && l.text[l.at+1] == c
	switch {
	case c == '<' && doubled:
		t.kind, l.at = openDict, l.at+2
	case c == '>' && doubled:
		t.kind, l.at = closeDict, l.at+2
	case c == '>':
		t.kind, l.at = word, l.at+1
	default:
		t.kind = hexadecimal
		if n := bytes.IndexByte(l.text[l.at:], '>'); n >= 0 {
			l.at += n + 1
		} else {
			l.at = len(l.text)
		}
	}
}

// is reports whether a token is the operator.
func (l *lexer) is(t token, operator string) bool {
	return t.kind == word && string(l.text[t.start:t.end]) == operator
}

// raw is the token as it is written, without what encloses it.
func (l *lexer) raw(t token) []byte {
	text := l.text[t.start:t.end]
	switch t.kind {
	case literal:
		return bytes.TrimSuffix(text[1:], []byte(")"))
	case hexadecimal:
		return bytes.TrimSuffix(text[1:], []byte(">"))
	case name:
		return text[1:]
	}
	return text
}

// bytes are what a string stands for; of another token, nothing.
func (l *lexer) bytes(t token) []byte {
	switch t.kind {
	case literal:
		unescaped, _ := types.Unescape(string(l.raw(t)))
		return unescaped
	case hexadecimal:
		return unhex(l.raw(t))
	}
	return nil
}

// unhex reads hexadecimal digits; the last stands for two if it is alone, and
// what is no digit is passed over.
func unhex(digits []byte) []byte {
	all := make([]byte, 0, len(digits)/2+1)
	half := true
	for _, c := range digits {
		digit := bytes.IndexByte([]byte("0123456789abcdef"), lower(c))
		switch {
		case digit < 0:
			continue
		case half:
			all = append(all, byte(digit)<<4)
		default:
			all[len(all)-1] |= byte(digit)
		}
		half = !half
	}
	return all
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'F' {
		return c - 'A' + 'a'
	}
	return c
}
