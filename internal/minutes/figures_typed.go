package minutes

import (
	"bytes"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"jianbao/internal/record"
)

// longestRead is how long a paragraph may be, in bytes, for its sentences to be
// read: each figure's character is counted from the beginning of its line.
const longestRead = 8000

// sentences collects the figures of a paragraph's sentences, if it speaks of
// hazards or percentages at all. What stands in brackets explains the figure before
// and is left out.
func (s *survey) sentences(n ast.Node) {
	length, speaks := 0, false
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		value := line.Value(s.body.src.marked)
		length += len(value)
		speaks = speaks || bytes.IndexByte(value, '%') >= 0 || bytes.Contains(value, []byte("％")) || bytes.Contains(value, []byte("隐患"))
	}
	if !speaks || length > longestRead {
		return
	}
	var p spelled
	p.spell(s.body.src.marked, n)
	for _, sentence := range p.sentences() {
		if figures := sentence.figures(s.body.src); len(figures) > 0 {
			s.text.Sentences = append(s.text.Sentences, figures)
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

// sentences cuts a text where its sentences end, and leaves out what stands in
// brackets.
func (p *spelled) sentences() (all []spelled) {
	var sentence spelled
	depth := 0
	for i, r := range p.text {
		switch {
		case strings.ContainsRune("（(", r):
			depth++
		case strings.ContainsRune("）)", r):
			depth = max(depth-1, 0)
		case strings.ContainsRune("。；;！!？?\n", r):
			all, sentence, depth = append(all, sentence), spelled{}, 0
		case depth == 0:
			sentence.add(r, p.at[i])
		}
	}
	return append(all, sentence)
}

// figures are those of a sentence: the last number of each clause. A clause with a
// computed number has a figure without words.
func (p *spelled) figures(src *source) (figures []record.TextFigure) {
	text := string(p.text)
	offset := make([]int, 0, len(p.text)+1) // of each character in text
	for i := range text {
		offset = append(offset, i)
	}
	offset = append(offset, len(text))
	for from, to := range p.clauses() {
		start, isFigure := p.number(from, to)
		if !isFigure {
			continue
		}
		f := record.TextFigure{Place: src.at(p.at[start])}
		if p.text[start] != called {
			words := start
			for words > from && !unicode.IsDigit(p.text[words-1]) {
				words--
			}
			f.Since, f.Words = text[:offset[words]], strings.TrimSpace(text[offset[words]:offset[start]])
			f.Text = strings.TrimSpace(text[offset[start]:offset[to]])
		}
		figures = append(figures, f)
	}
	return figures
}

// clauses are where the clauses of a sentence begin and end. A comma between the
// digits of one number parts none.
func (p *spelled) clauses() iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		from := 0
		for i, r := range p.text {
			if strings.ContainsRune("，,、：:", r) && !p.inNumber(i) {
				if !yield(from, i) {
					return
				}
				from = i + 1
			}
		}
		yield(from, len(p.text))
	}
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

// number is where the last number of a clause begins, or a computed one stands.
func (p *spelled) number(from, to int) (start int, ok bool) {
	last := -1
	for i := from; i < to; i++ {
		switch {
		case p.text[i] == called:
			return i, true
		case unicode.IsDigit(p.text[i]):
			last = i
		}
	}
	if last < 0 {
		return 0, false
	}
	start = last
	for start > from && (unicode.IsDigit(p.text[start-1]) || strings.ContainsRune(".．,", p.text[start-1])) {
		start--
	}
	return start, true
}
