package minutes

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// indentedParagraph is goldmark's paragraph, which also begins on an indented
// line: text pasted from Word is indented, and is no code.
type indentedParagraph struct{ parser.BlockParser }

func (indentedParagraph) CanAcceptIndentedLine() bool { return true }

// paragraphSplitter makes paragraphs of lines that Markdown would run together,
// though their writer meant one paragraph each, as in text pasted from Word or
// the web. A line begins a paragraph of its own when
//
//   - it is indented with two full-width spaces, or four others;
//   - it begins with an official number: 一、 （一） 1. 1、 （1）;
//   - the line before has more than wholeParagraph characters and ends a
//     sentence: nobody breaks lines by hand so late.
//
// Lists are left alone.
type paragraphSplitter struct{}

const wholeParagraph = 60

func (paragraphSplitter) Transform(node *ast.Paragraph, reader text.Reader, _ parser.Context) {
	if node.Parent().Kind() == ast.KindListItem {
		return
	}
	lines, source := node.Lines(), reader.Source()
	var rest ast.Node = node
	for from := 0; ; {
		to := from + 1
		for to < lines.Len() && !beginsParagraph(lines.At(to-1), lines.At(to), source) {
			to++
		}
		if from == 0 && to == lines.Len() {
			return
		}
		rest = insertParagraph(rest, lines.Sliced(from, to), source)
		if from = to; from == lines.Len() {
			break
		}
	}
	node.Parent().RemoveChild(node.Parent(), node)
}

// insertParagraph puts a paragraph of the lines behind a sibling, trimmed as
// goldmark does when it closes one, and returns it.
func insertParagraph(behind ast.Node, lines []text.Segment, source []byte) ast.Node {
	p := ast.NewParagraph()
	for i, line := range lines {
		line = line.TrimLeftSpace(source)
		if i == len(lines)-1 {
			line = line.TrimRightSpace(source)
		}
		p.Lines().Append(line)
	}
	p.SetPos(lines[0].Start)
	p.SetBlankPreviousLines(true)
	behind.Parent().InsertAfter(behind.Parent(), behind, p)
	return p
}

func beginsParagraph(before, line text.Segment, source []byte) bool {
	written := line.Value(source)
	trimmed := bytes.TrimLeft(written, " \t")
	if len(written)-len(trimmed) >= 4 {
		return true
	}
	if level, _ := cutNumber(string(trimmed[:min(len(trimmed), 30)])); level > 0 {
		return true
	}
	last := bytes.TrimRight(before.Value(source), " \n")
	return len(last) > wholeParagraph && endsSentence(last) && utf8.RuneCount(last) > wholeParagraph
}

// endsSentence reports whether a line ends with 。 and the like, quotes behind it
// left aside.
func endsSentence(line []byte) bool {
	line = bytes.TrimRight(line[max(0, len(line)-12):], "”’）)")
	r, _ := utf8.DecodeLastRune(line)
	return len(line) > 0 && strings.ContainsRune("。！？；：!?;", r)
}
