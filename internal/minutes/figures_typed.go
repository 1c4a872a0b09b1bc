package minutes

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"

	"jianbao/internal/record"
)

const (
	// longestRead is how long a paragraph may be, in bytes, for its sentences to be
	// read: each figure's character is counted from the beginning of its line.
	longestRead = 8000
	// mostFigures is how many figures a sentence has that somebody wrote.
	mostFigures = 100
)

// sentences collects the figures of a paragraph's sentences, if a percentage was
// typed into it at all.
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

// leftOut stands for a computed number, which is no typed one, and for what stands
// in brackets.
const leftOut = '\uFFFC'

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
			p.add(leftOut, n.offset)
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
			if depth++; depth == 1 {
				sentence.add(leftOut, p.at[i])
			}
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

// figures are those of a sentence, the last number of each clause; none where
// there are more than anybody writes. The words of each begin behind the figure
// before, so that a clause without a number is among them: 主要集中在青石镇.
func (p *spelled) figures(src *source) (figures []record.TextFigure) {
	words := 0 // where they begin
	for from := 0; from < len(p.text); {
		to := p.clauseEnd(from)
		if start, isFigure := p.number(from, to); isFigure {
			figures = append(figures, record.TextFigure{
				Words: strings.TrimSpace(string(p.text[words:start])),
				Text:  strings.TrimSpace(strings.TrimRight(string(p.text[start:to]), string(leftOut))),
				Place: src.at(p.at[start]),
			})
			words = to + 1
		}
		if from = to + 1; len(figures) > mostFigures {
			return nil
		}
	}
	return figures
}

// clauseEnd is where the clause that begins there ends. A comma between the digits
// of one number parts none.
func (p *spelled) clauseEnd(from int) int {
	for i := from; i < len(p.text); i++ {
		if strings.ContainsRune("，,、：:", p.text[i]) && !p.inNumber(i) {
			return i
		}
	}
	return len(p.text)
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

// number is where the last number of a clause begins, or something that was left
// out stands where no number is.
func (p *spelled) number(from, to int) (start int, ok bool) {
	last := -1
	for i := from; i < to; i++ {
		if unicode.IsDigit(p.text[i]) || p.text[i] == leftOut && last < 0 {
			last = i
		}
	}
	if last < 0 || p.text[last] == leftOut {
		return last, last >= 0
	}
	start = last
	for start > from && (unicode.IsDigit(p.text[start-1]) || strings.ContainsRune(".．,", p.text[start-1])) {
		start--
	}
	return start, true
}
