package minutes

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"jianbao/internal/problem"
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

// extraCells reports rows with more cells than the header: Markdown drops them,
// and what was written would be missing on the page.
func (s *survey) extraCells(n *extast.Table) {
	columns := len(n.Alignments)
	for row := n.FirstChild().NextSibling(); row != nil; row = row.NextSibling() {
		from := max(row.Pos(), 0)
		cells := splitRow(reveal(s.body.src.marked[from:lineEnd(s.body.src.text, from)]))
		if len(cells) <= columns {
			continue
		}
		place := s.body.src.at(from)
		s.problems = append(s.problems, problem.Problem{
			Code: problem.UnknownColumn, Severity: problem.Warning, Place: place.At(place.Row, 0),
			Message: fmt.Sprintf("这一行有 %d 格，表头只有 %d 格，多出的%s没有显示。", len(cells), columns, problem.Quote(strings.Join(cells[columns:], "|"))),
			Advice:  "请补上表头，或删去多余的“|”；文字里的竖线请写成“\\|”。",
		})
	}
}

// brokenTable reports a paragraph that was meant as a table: Markdown takes rows
// for one only when the line of dashes has as many cells as the header.
func (s *survey) brokenTable(n *ast.Paragraph) {
	rows := 0
	for i := range n.Lines().Len() {
		line := n.Lines().At(i)
		if bytes.HasPrefix(line.Value(s.body.src.marked), []byte("|")) {
			rows++
		}
	}
	if rows < 2 {
		return
	}
	place := s.body.src.at(n.Lines().At(0).Start)
	s.problems = append(s.problems, problem.Problem{
		Code: problem.UnknownColumn, Severity: problem.Warning, Place: place.At(place.Row, 0),
		Message: "从这一行起像是一张表，但表头下面没有格数相同的一行“|---|---|”，只能显示成文字。",
		Advice:  "请在表头下面写一行横线，格数与表头一样多。",
	})
}

// splitRow cuts a row at the bars that are not escaped.
func splitRow(line string) (cells []string) {
	line = strings.TrimPrefix(strings.TrimSpace(line), "|")
	from := 0
	for i := range len(line) {
		if line[i] == '|' && (i == 0 || line[i-1] != '\\') {
			cells, from = append(cells, strings.TrimSpace(line[from:i])), i+1
		}
	}
	if rest := strings.TrimSpace(line[from:]); rest != "" {
		cells = append(cells, rest)
	}
	return cells
}
