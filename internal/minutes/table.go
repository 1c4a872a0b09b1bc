package minutes

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// table copies what a table's cells say.
func (b *body) table(n *extast.Table) TypedTable {
	t := TypedTable{}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		cells := b.cells(row)
		if t.Header == nil {
			t.Header = cells
			t.Place = b.src.at(row.Pos())
			continue
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (b *body) cells(row ast.Node) []Cell {
	cells := make([]Cell, 0, row.ChildCount())
	for n := row.FirstChild(); n != nil; n = n.NextSibling() {
		c := Cell{Text: b.plain(n)}
		place := b.src.at(b.cellOffset(row, n))
		c.Row, c.Column = place.Row, place.Column
		cells = append(cells, c)
	}
	return cells
}

// cellOffset returns where a cell's text begins; for a cell that is missing, the
// end of its row.
func (b *body) cellOffset(row, cell ast.Node) int {
	if cell.Lines().Len() > 0 {
		return cell.Lines().At(0).Start
	}
	from := max(row.Pos(), 0)
	return from + max(strings.IndexByte(b.src.text[from:], '\n'), 0)
}

// oneLine joins the lines of a plain text.
func oneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}
