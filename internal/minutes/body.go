package minutes

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianbao/internal/problem"
)

// body is a parsed tree with what was found on one walk through it. It is not
// changed after that, so it may be rendered several times at once.
type body struct {
	src     *source
	tree    ast.Node
	title   *ast.Heading    // a first h1 that says the page's title, and is not rendered
	shift   int             // levels that headings move down, so that the page has one h1
	prefix  string          // of footnote ids
	tables  []*extast.Table // beside Text.Tables
	figures map[*ast.FencedCodeBlock]*figure
	ids     map[*ast.Heading]string
}

// parseBody parses a prepared source. Title is the front matter's, or "": then
// the first h1 is the title.
func parseBody(p parser.Parser, src *source, title string) (Text, string, []problem.Problem) {
	b := &body{src: src, tree: p.Parse(text.NewReader(src.marked))}
	title = b.chooseTitle(title)
	s := survey{body: b, used: map[string]int{}}
	s.text.body = b
	_ = ast.Walk(b.tree, s.visit) // visit returns no error
	s.text.Summary = b.summary()
	return s.text, title, s.problems
}

// survey collects what a Text shows of its body.
type survey struct {
	body     *body
	text     Text
	used     map[string]int // heading ids given out
	problems []problem.Problem
}

func (s *survey) visit(n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	switch n := n.(type) {
	case *ast.Heading:
		s.heading(n)
	case *ast.Paragraph:
		s.brokenTable(n)
		s.sentences(n)
	case *ast.TextBlock:
		s.sentences(n)
	case *ast.FencedCodeBlock:
		s.fenced(n)
	case *ast.Image:
		s.image(n)
	case *callNode:
		s.call(n)
	case *extast.Table:
		s.body.tables = append(s.body.tables, n)
		s.text.Tables = append(s.text.Tables, s.body.table(n))
		s.extraCells(n)
	}
	return ast.WalkContinue, nil
}

func (s *survey) call(n *callNode) {
	n.call.Place = s.body.src.at(n.offset)
	if n.fault != nil {
		s.problems = append(s.problems, unknownName(n.fault, n.call.Place))
		return
	}
	s.text.Calls = append(s.text.Calls, n.call)
}

// image reports a picture: the site has none of the author's files.
func (s *survey) image(n *ast.Image) {
	s.problems = append(s.problems, problem.Problem{
		Code: problem.UnknownFile, Severity: problem.Warning, Place: s.body.src.at(n.Pos()),
		Message: "图片" + problem.Quote(reveal(n.Destination)) + "不会放进网站，只显示它的说明文字。",
		Advice:  "请把图中的内容写成文字或表格；统计图请用“```图”调用。",
	})
}

// summary returns the beginning of the first paragraph.
func (b *body) summary() string {
	const most = 100
	for n := b.tree.FirstChild(); n != nil; n = n.NextSibling() {
		if n.Kind() != ast.KindParagraph {
			continue
		}
		r := []rune(oneLine(b.plain(n)))
		if len(r) > most {
			return string(r[:most-1]) + "…"
		}
		if len(r) > 0 {
			return string(r)
		}
	}
	return ""
}
