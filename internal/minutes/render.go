package minutes

import (
	"bytes"
	"html"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"jianbao/internal/problem"
)

// HTML renders the text. Calls are answered by r; one that r cannot answer is
// an error of code unknown-name, and its place shows what was written. The
// result may be called again, and by several goroutines if r allows it.
//
// The elements are p, h2 to h6 with ids, ul, ol, li, blockquote, hr, pre, code,
// table (in a div of class scroll, with th scope=col and the classes left,
// center, right on cells), em, strong, a, br, sup, input (the box of a task,
// disabled), and what a figure brings. What may be too wide for a phone, tables
// and pre, can have the focus, so that arrow keys scroll it. Footnotes are a div
// of class footnotes at the end.
func (t *Text) HTML(r Resolver) ([]byte, []problem.Problem) {
	if t.body == nil {
		return nil, nil
	}
	w := &writer{body: t.body, resolver: r}
	w.children(t.body.tree)
	return w.out.Bytes(), w.problems
}

// writer writes one body. It is not goldmark's renderer: that one has no place
// for a resolver, changes the tree when it renders a table, and prints a gap
// between Chinese lines beside emphasis.
type writer struct {
	body     *body
	resolver Resolver
	out      bytes.Buffer
	problems []problem.Problem
}

func (w *writer) children(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.node(n)
	}
}

// element writes the children of n between tags.
func (w *writer) element(n ast.Node, open, end string) {
	w.out.WriteString(open)
	w.children(n)
	w.out.WriteString(end)
}

func (w *writer) escape(s string) { w.out.WriteString(html.EscapeString(s)) }

func (w *writer) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		w.element(n, "<p>", "</p>\n")
	case *ast.TextBlock:
		w.textBlock(n)
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n)
	case *ast.ListItem:
		w.element(n, "<li>", "</li>\n")
	case *ast.Blockquote:
		w.element(n, "<blockquote>\n", "</blockquote>\n")
	case *ast.ThematicBreak:
		w.out.WriteString("<hr>\n")
	case *ast.FencedCodeBlock:
		w.fenced(n)
	case *ast.LinkReferenceDefinition:
	case *extast.Table:
		w.table(n)
	case *extast.FootnoteList:
		w.element(n, "<div class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n", "</ol>\n</div>\n")
	case *extast.Footnote:
		w.footnote(n)
	default:
		w.inline(n)
	}
}

func (w *writer) textBlock(n *ast.TextBlock) {
	w.children(n)
	if n.NextSibling() != nil {
		w.out.WriteByte('\n')
	}
}

func (w *writer) heading(n *ast.Heading) {
	if n == w.body.title { // only for what is wrong in it
		end := w.out.Len()
		w.children(n)
		w.out.Truncate(end)
		return
	}
	tag := "h" + strconv.Itoa(w.body.level(n))
	w.element(n, "<"+tag+` id="`+w.body.ids[n]+`">`, "</"+tag+">\n")
}

func (w *writer) list(n *ast.List) {
	switch {
	case !n.IsOrdered():
		w.element(n, "<ul>\n", "</ul>\n")
	case n.Start == 1:
		w.element(n, "<ol>\n", "</ol>\n")
	default:
		w.element(n, `<ol start="`+strconv.Itoa(n.Start)+"\">\n", "</ol>\n")
	}
}

// fenced writes a figure, or text as it was typed.
func (w *writer) fenced(n *ast.FencedCodeBlock) {
	f := w.body.figures[n]
	if f == nil {
		w.out.WriteString("<pre tabindex=\"0\"><code>")
		w.escape(w.body.lines(n))
		w.out.WriteString("</code></pre>\n")
		return
	}
	if f.fault == nil {
		w.figure(f.call)
	}
}
