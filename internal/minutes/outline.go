package minutes

import (
	"slices"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
)

// entry is one heading, paragraph, list item or table of a text, in order.
type entry struct {
	rank   int    // how deep it stands; 1 to 6 headings, then numbers and lists, 0 plain paragraphs
	text   string // plain, its number taken off
	offset int
	inList bool
	ticked bool // the box of a task is
	table  *TypedTable
}

// Ranks. A paragraph with a number stands below headings: 一、 at 11 to （1） at
// 14. Lists nest below that: an ordered one as 1. does, each level 4 deeper.
const (
	numberRank = 10
	listRank   = 13
	bulletRank = 15
)

func (e entry) isHeading() bool { return e.rank > 0 && e.rank < numberRank }

// outliner flattens a tree.
type outliner struct {
	text    *Text
	entries []entry
}

func outline(t *Text) []entry {
	o := outliner{text: t}
	o.blocks(t.body.tree, 0)
	return o.entries
}

func (o *outliner) blocks(parent ast.Node, depth int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		o.block(n, depth)
	}
}

func (o *outliner) block(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Heading:
		o.add(n, n.Level)
	case *ast.Paragraph, *ast.TextBlock:
		o.add(n, 0)
	case *ast.List:
		rank := bulletRank
		if n.IsOrdered() {
			rank = listRank
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			o.item(item, rank+4*depth, depth)
		}
	case *ast.Blockquote:
		o.blocks(n, depth)
	case *extast.Table:
		if i := slices.Index(o.text.body.tables, n); i >= 0 {
			o.entries = append(o.entries, entry{table: &o.text.Tables[i], offset: n.Pos()})
		}
	}
}

// add appends the text of a block; a paragraph's number decides its rank.
func (o *outliner) add(n ast.Node, rank int) {
	e := entry{rank: rank, offset: textOffset(n)}
	level, rest := cutNumber(oneLine(o.text.body.plain(n)))
	e.text = rest
	if rank == 0 && level > 0 {
		e.rank = numberRank + level
	}
	o.entries = append(o.entries, e)
}

// item appends a list item: its first paragraph, then what it contains.
func (o *outliner) item(item ast.Node, rank, depth int) {
	first := item.FirstChild()
	if first == nil || first.Kind() != ast.KindTextBlock && first.Kind() != ast.KindParagraph {
		o.blocks(item, depth+1)
		return
	}
	e := entry{rank: rank, offset: textOffset(first), inList: true}
	if box, ok := first.FirstChild().(*extast.TaskCheckBox); ok {
		e.ticked = box.IsChecked
	}
	_, e.text = cutNumber(oneLine(o.text.body.plain(first)))
	o.entries = append(o.entries, e)
	for n := first.NextSibling(); n != nil; n = n.NextSibling() {
		o.block(n, depth+1)
	}
}

// textOffset returns where the text of a block begins.
func textOffset(n ast.Node) int {
	if n.Lines().Len() > 0 {
		return n.Lines().At(0).Start
	}
	return max(n.Pos(), 0)
}
