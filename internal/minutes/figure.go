package minutes

import (
	"strings"

	"github.com/yuin/goldmark/ast"
)

// figure is a block fenced with ```图 (also 图表, figure): its text is one call.
type figure struct {
	call  Call
	fault error
}

// isFigure reports whether the info string of a fence asks for a figure.
func isFigure(info string) bool {
	word, _, _ := strings.Cut(strings.TrimSpace(info), " ")
	return word == "图" || word == "图表" || word == "figure"
}

func (s *survey) fenced(n *ast.FencedCodeBlock) {
	if n.Info == nil || !isFigure(reveal(n.Info.Segment.Value(s.body.src.marked))) {
		return
	}
	f := &figure{call: Call{Figure: true}}
	written := s.body.lines(n)
	f.call.Place = s.body.src.at(n.Pos())
	if strings.TrimSpace(written) == "" {
		f.fault = &Unknown{"这个图没有写明画什么。", `请在“` + "```图" + `”下面一行写上图的名称，例如：整改率排名 "2026-10"。`}
	} else {
		f.call.Place = s.body.src.at(n.Lines().At(0).Start)
		f.call.Name, f.call.Args, f.fault = parseCall(written)
	}
	if s.body.figures == nil {
		s.body.figures = map[*ast.FencedCodeBlock]*figure{}
	}
	s.body.figures[n] = f
	if f.fault != nil {
		s.problems = append(s.problems, unknownName(f.fault, f.call.Place))
		return
	}
	s.text.Calls = append(s.text.Calls, f.call)
}

// lines returns the raw lines of a block.
func (b *body) lines(n ast.Node) string {
	return reveal(n.Lines().Value(b.src.marked))
}
