package minutes

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// Document is one meeting's minutes, parsed once; its body is rendered later,
// when the numbers that it calls have been computed.
type Document struct {
	Meeting record.Meeting
	// Earlier are the items of sections headed 上次…, 上月…: reports on what
	// earlier meetings decided. They are not this meeting's items, which a
	// reader would otherwise count twice.
	Earlier []record.ActionItem
	Text
}

// Page is one text of the site that belongs to no meeting: a guide, a method.
type Page struct {
	Name  string // the file's name without .md, ASCII: the page is pages/<Name>.html
	Title string
	Order int // from the front matter; 0 where none was given
	Place problem.Place
	Text
}

// Text is a parsed Markdown body. Its places count in the file, front matter
// included.
type Text struct {
	Calls    []Call // every number and figure called, in the order of the text
	Tables   []TypedTable
	Headings []Heading
	// Sentences are the figures of sentences that were typed with a percentage, for
	// proofreading.
	Sentences [][]record.TextFigure
	// Summary is the first paragraph's plain text, at most 100 characters, for
	// lists; calls in it are as written, so pass it through [ResolveText].
	Summary string

	body *body
}

// Heading is one heading of the body, as it is rendered.
type Heading struct {
	Level int    // 2 to 6; a page has its h1 already
	ID    string // s-1a2b3c4d, from the text without its numbering
	Text  string // plain, calls as written
	Place problem.Place
}

// TypedTable is a table as it was typed, for proofreading.
type TypedTable struct {
	Place  problem.Place // the header row
	Header []Cell
	Rows   [][]Cell // each as long as Header
}

// Cell is one cell of a typed table, its text without marks of Markdown. A cell
// that is missing at the end of a row has the place of the row's end.
type Cell struct {
	Text   string
	Row    int // line in the file
	Column int // character in the line
}
