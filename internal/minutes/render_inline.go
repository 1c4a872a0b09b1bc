package minutes

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

func (w *writer) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		w.text(n)
	case *callNode:
		w.number(n)
	case *ast.CodeSpan:
		w.out.WriteString("<code>")
		w.escape(w.body.plain(n))
		w.out.WriteString("</code>")
	case *ast.Emphasis:
		if n.Level == 2 {
			w.element(n, "<strong>", "</strong>")
		} else {
			w.element(n, "<em>", "</em>")
		}
	case *ast.Link:
		w.link(n)
	case *ast.Image:
		w.children(n) // the picture is left out, what it says stays
	case *extast.TaskCheckBox:
		w.checkBox(n)
	case *extast.FootnoteLink:
		w.footnoteLink(n)
	case *extast.FootnoteBacklink:
		w.footnoteBacklink(n)
	default:
		w.children(n)
	}
}

func (w *writer) text(n *ast.Text) {
	value := n.Segment.Value(w.body.src.marked)
	switch {
	case !bytes.ContainsAny(value, "\\&<>\"'\x01"): // most text is plain
		w.out.Write(value)
	case n.IsRaw():
		w.escape(reveal(value))
	default:
		w.escape(unescape(reveal(value)))
	}
	switch {
	case n.HardLineBreak():
		w.out.WriteString("<br>\n")
	case n.SoftLineBreak() && w.body.spaceAt(n):
		w.out.WriteByte('\n')
	}
}

func (w *writer) checkBox(n *extast.TaskCheckBox) {
	if n.IsChecked {
		w.out.WriteString(`<input type="checkbox" checked disabled> `)
	} else {
		w.out.WriteString(`<input type="checkbox" disabled> `)
	}
}

func (w *writer) link(n *ast.Link) {
	href, ok := safeLink(reveal(n.Destination))
	if !ok {
		w.children(n)
		return
	}
	w.out.WriteString(`<a href="`)
	w.escape(href)
	if n.Title != nil {
		w.out.WriteString(`" title="`)
		w.escape(unescape(reveal(n.Title)))
	}
	w.element(n, `">`, "</a>")
}

func (w *writer) footnoteLink(n *extast.FootnoteLink) {
	index := strconv.Itoa(n.Index)
	w.out.WriteString(`<sup id="` + w.footnoteRef(n.Index, n.RefIndex) + `"><a href="#` + w.body.prefix + "fn" + index + `" role="doc-noteref">` + index + "</a></sup>")
}

func (w *writer) footnote(n *extast.Footnote) {
	w.element(n, `<li id="`+w.body.prefix+"fn"+strconv.Itoa(n.Index)+"\">\n", "</li>\n")
}

func (w *writer) footnoteBacklink(n *extast.FootnoteBacklink) {
	w.out.WriteString(` <a href="#` + w.footnoteRef(n.Index, n.RefIndex) + `" role="doc-backlink" aria-label="回到正文">↩</a>`)
}

// footnoteRef is the id of one of the places that refer to a footnote.
func (w *writer) footnoteRef(index, ref int) string {
	id := w.body.prefix + "ref" + strconv.Itoa(index)
	if ref > 0 {
		id += "-" + strconv.Itoa(ref+1)
	}
	return id
}
