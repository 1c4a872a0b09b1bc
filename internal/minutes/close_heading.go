package minutes

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// closeHeading reads ##一、总体情况, a heading without the space that Markdown wants:
// in Chinese no space follows a mark, and secretaries leave it out. A line that
// ends in # too is a topic (#安全生产月#) and stays text.
type closeHeading struct{}

func (closeHeading) Trigger() []byte { return []byte{'#'} }

func (closeHeading) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	start := max(pc.BlockOffset(), 0)
	words := bytes.TrimLeft(line[start:], "#")
	level := len(line) - start - len(words)
	first, _ := utf8.DecodeRune(words)
	if level == 0 || level > 6 || !isChinese(first) || bytes.HasSuffix(bytes.TrimSpace(words), []byte("#")) {
		return nil, parser.NoChildren
	}
	n := ast.NewHeading(level)
	segment.Start += start + level - segment.Padding
	segment.Padding = 0
	n.Lines().Append(segment.TrimRightSpace(reader.Source()))
	reader.AdvanceToEOL()
	return n, parser.NoChildren
}

func (closeHeading) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (closeHeading) Close(ast.Node, text.Reader, parser.Context)                 {}
func (closeHeading) CanInterruptParagraph() bool                                 { return true }
func (closeHeading) CanAcceptIndentedLine() bool                                 { return false }
