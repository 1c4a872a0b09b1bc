package minutes

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"jianbao/internal/record"
)

// longestRead is how long a paragraph may be, in bytes, for its sentences to be
// read: each figure's character is counted from the beginning of its line.
const longestRead = 8000

// sentences collects the figures of a paragraph's sentences, if a percentage was
// typed into it at all. What stands in brackets explains the figure before and is
// left out.
func (s *survey) sentences(n ast.Node) {
	length, typed := 0, false
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		value := line.Value(s.body.src.marked)
		length += len(value)
		typed = typed || bytes.IndexByte(value, '%') >= 0 || bytes.Contains(value, []byte("％"))
	}
	if !typed || length > longestRead {
		return
	}
	var p spelled
	p.spell(s.body.src.marked, n)
	var sentence []record.TextFigure
	for _, clause := range p.clauses() {
		if f, ok := clause.figure(s.body.src); ok {
			sentence = append(sentence, f)
		}
		if clause.ends && len(sentence) > 0 {
			s.text.Sentences = append(s.text.Sentences, sentence)
			sentence = nil
		}
	}
}

// spelled is a text of which every character knows where it stands in the source.
type spelled struct {
	text []rune
	at   []int
}

// called stands for a computed number, which is no typed one.
const called = '\uFFFC'

func (p *spelled) spell(marked []byte, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			value := n.Segment.Value(marked)
			for i := 0; i < len(value); {
				r, size := utf8.DecodeRune(value[i:])
				p.add(r, n.Segment.Start+i)
				i += size
			}
			if n.HardLineBreak() {
				p.add('\n', n.Segment.Stop)
			}
		case *callNode:
			p.add(called, n.offset)
		default:
			p.spell(marked, n)
		}
	}
}

func (p *spelled) add(r rune, at int) { p.text, p.at = append(p.text, r), append(p.at, at) }

// clauseOf is a clause of a sentence; ends says that it is the last.
type clauseOf struct {
	spelled
	ends bool
}

// clauses cuts a text at its punctuation, without what stands in brackets. A comma
// between the digits of one number is none.
func (p *spelled) clauses() (all []clauseOf) {
	var c clauseOf
	depth := 0
	for i, r := range p.text {
		switch {
		case strings.ContainsRune("（(", r):
			depth++
		case strings.ContainsRune("）)", r):
			depth = max(depth-1, 0)
		case strings.ContainsRune("。；;！!？?\n", r):
			c.ends, depth = true, 0
			all, c = append(all, c), clauseOf{}
		case depth > 0:
		case strings.ContainsRune("，,、：:", r) && !p.inNumber(i):
			all, c = append(all, c), clauseOf{}
		default:
			c.add(r, p.at[i])
		}
	}
	c.ends = true
	return append(all, c)
}

// inNumber reports whether a comma parts thousands: 1,234.
func (p *spelled) inNumber(i int) bool {
	if i == 0 || i+3 >= len(p.text) || !unicode.IsDigit(p.text[i-1]) {
		return false
	}
	for _, r := range p.text[i+1 : i+4] {
		if !unicode.IsDigit(r) {
			return false
		}
	}
	return i+4 == len(p.text) || !unicode.IsDigit(p.text[i+4])
}

// figure is the last number of a clause, with the words since the one before. A
// clause with a computed number has a figure without words.
func (c *clauseOf) figure(src *source) (f record.TextFigure, ok bool) {
	last := -1
	for i, r := range c.text {
		switch {
		case r == called:
			return record.TextFigure{Place: src.at(c.at[i])}, true
		case unicode.IsDigit(r):
			last = i
		}
	}
	if last < 0 {
		return f, false
	}
	start := last
	for start > 0 && (unicode.IsDigit(c.text[start-1]) || strings.ContainsRune(".．,", c.text[start-1])) {
		start--
	}
	from := start
	for from > 0 && !unicode.IsDigit(c.text[from-1]) {
		from--
	}
	return record.TextFigure{
		Words: strings.TrimSpace(string(c.text[from:start])), Text: strings.TrimSpace(string(c.text[start:])), Place: src.at(c.at[start]),
	}, true
}
