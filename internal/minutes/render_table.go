package minutes

import (
	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// table writes a table in a box that scrolls where it is too wide, by keyboard
// too.
func (w *writer) table(n *extast.Table) {
	w.out.WriteString("<div class=\"scroll\" tabindex=\"0\">\n<table>\n")
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		switch {
		case row.Kind() == extast.KindTableHeader:
			w.out.WriteString("<thead>\n")
			w.row(row, "<th scope=\"col\"", "</th>\n")
			w.out.WriteString("</thead>\n")
			if row.NextSibling() != nil {
				w.out.WriteString("<tbody>\n")
			}
		default:
			w.row(row, "<td", "</td>\n")
			if row.NextSibling() == nil {
				w.out.WriteString("</tbody>\n")
			}
		}
	}
	w.out.WriteString("</table>\n</div>\n")
}

func (w *writer) row(row ast.Node, open, end string) {
	w.out.WriteString("<tr>\n")
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		w.out.WriteString(open)
		if c, ok := n.(*extast.TableCell); ok && c.Alignment != extast.AlignNone {
			w.out.WriteString(` class="` + c.Alignment.String() + `"`)
		}
		w.element(n, ">", end)
	}
	w.out.WriteString("</tr>\n")
}
