package minutes

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// lineBreakParser reads <br>, the one tag that is understood: a cell of a
// Markdown table has no other way to hold two lines.
type lineBreakParser struct{}

func (lineBreakParser) Trigger() []byte { return []byte{'<'} }

func (lineBreakParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	for _, tag := range [...]string{"<br>", "<br/>", "<br />"} {
		if len(line) >= len(tag) && bytes.EqualFold(line[:len(tag)], []byte(tag)) {
			block.Advance(len(tag))
			n := ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start))
			n.SetHardLineBreak(true)
			return n
		}
	}
	return nil
}
