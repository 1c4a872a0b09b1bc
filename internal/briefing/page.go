package briefing

import (
	"strconv"

	"jianbao/charts"
)

// Site is all that the website says, before it has a look.
type Site struct {
	Masthead  Masthead
	Demo      bool   // every page carries 演示数据
	Menu      []Link // the main navigation; addresses relative to the site's root
	Foot      []Link // at the foot of every page: how figures are computed, all sources
	Pages     []Page
	Handouts  []Handout
	Downloads []Download
	Sources   []Source // what the figures were read from
}

// Masthead is the head of an official bulletin.
type Masthead struct {
	Title  string // 安全生产工作简报
	Number string // 第10期, or ""
	Office string
	Date   string // 2026年10月22日, or ""
}

// Page is one page of the site.
type Page struct {
	Path     string // ASCII, slash-separated, relative to the root: months/2026-10.html
	Layout   Layout
	Title    string
	Lead     string   // one plain sentence for the page's description; may be ""
	Date     string   // of a page about one meeting or one month: 2026-10-22, 2026-10; else ""
	Names    []string // what else the page is looked for by: a meeting's number, an area's other names
	Masthead Masthead // the site's, with the number and date of the page's own meeting
	Trail    []Link   // breadcrumbs from the root down, without the page itself
	Previous *Link    // the earlier page of the same kind
	Next     *Link
	File     string // of the author's, whose text the page is; or ""
	// Sections tells the page. A large site's pages are more than one would hold
	// at once, so each is told when it is needed, and then let go. It is never nil.
	Sections func() []Section
	Slides   bool     // can be shown on a projector, its figures and marked sections one at a time
	Sources  []Source // what this page's figures were read from; empty: the site's
}

// Layout names the frame of a page in the theme: layouts/<layout>.html.
type Layout string

const (
	IndexLayout   Layout = "index"
	ArticleLayout Layout = "article" // minutes and texts: one column to read
	FiguresLayout Layout = "figures" // months, areas, sectors: figures and tables
)

// Section is a headed part of a page. A section without a heading continues the page's title.
type Section struct {
	ID      string // ASCII anchor, unique on the page
	Heading string
	Slide   bool // shown on a projector
	Blocks  []Block
}

// Block is one thing in a section. The theme has a component for each
// (components/<name>/<name>.html).
type Block interface {
	// Component is the name of the theme's component that shows the block.
	Component() string
}

// Paragraph is running text made of plain and strong runs.
type Paragraph struct{ Runs []Run }

// Run is a stretch of text; Strong runs are figures that a reader looks for,
// and Href leads to where a figure or name is explained.
type Run struct {
	Text   string
	Strong bool
	Href   string
}

// KeyFigures is the strip of the month's most important numbers.
type KeyFigures struct{ Items []KeyFigure }

// KeyFigure is one number with its change.
type KeyFigure struct {
	Label  string // 整改率
	Value  string // 94.8%
	Small  string // behind the value, smaller: /26
	Change string // 较上月上升1.2个百分点
	Tone   Tone   // what the change means, not where it goes
	Href   string
}

// Tone is whether a change or mark is good news; it is always said in words too.
type Tone string

const (
	Plain Tone = ""
	Good  Tone = "good"
	Bad   Tone = "bad"
	Mute  Tone = "mute"
)

// FigureBlock is a chart, numbered on its page. Pages that show the same chart
// share the figure, which nobody changes: it is drawn once.
type FigureBlock struct {
	Number int // 图1
	Figure *charts.Figure
	Shared bool // several pages show it
}

func figureBlock(f charts.Figure) FigureBlock { return FigureBlock{Figure: &f} }

// Table is rows of plain cells.
type Table struct {
	ID      string // ASCII, unique on the page
	Caption string
	Columns []TableColumn
	Rows    []TableRow
	Foot    []TableRow // totals
	Note    string
	Files   []Link // the same rows as CSV, XLSX and JSON
	Tools   bool   // readers may sort it, filter it, mark their own row and copy it
}

// TableColumn is a column's head.
type TableColumn struct {
	Name    string
	Numeric bool // set to the right, tabular figures
	Minor   bool // may be dropped on a narrow screen
	Filter  bool // rows may be chosen by the words in it
}

// TableRow is one row; the first cell is its head.
type TableRow struct {
	ID    string // ASCII anchor, or ""
	Cells []TableCell
	Tone  Tone
}

// TableCell is one cell.
type TableCell struct {
	Text string
	Href string
	Hint string // explanation in the cell, smaller: 并列, why a rank is not given
	Tone Tone
}

// List is links with a remark each, such as an archive.
type List struct {
	Title string // above it, or ""
	Items []ListItem
}

// ListItem is one entry.
type ListItem struct {
	Link   Link
	Remark string
}

// Tasks is action items with how far they are.
type Tasks struct{ Items []Task }

// Task is one action item.
type Task struct {
	ID     string // ASCII anchor, or ""
	Text   string
	Href   string // where it was decided
	Who    string // 县住建局牵头，各乡镇配合
	When   string // 11月20日前
	State  string // 正在办理, 逾期5天
	Tone   Tone
	Origin string // 2026年10月22日会议
}

// Prose is text that was rendered from the author's Markdown. Where it has the
// mark of a figure, that figure stands.
type Prose struct {
	HTML    HTML
	Figures []FigureBlock
}

// HTML is markup that internal/minutes made, with every text in it escaped.
type HTML string

// FigureMark is what stands in a Prose's HTML for its figure i. An author cannot
// write it, since raw HTML is escaped.
func FigureMark(i int) string { return "<!--figure:" + strconv.Itoa(i) + "-->" }

// Notice is a short remark that must not be missed: a missing report, a correction.
type Notice struct {
	Tone  Tone
	Runs  []Run
	Lines []string // further lines, one each
}

// Search is the box that finds words on all pages.
type Search struct {
	Lists []Link // where to look without it: where scripts do not run
}

func (Paragraph) Component() string   { return "paragraph" }
func (KeyFigures) Component() string  { return "key-figures" }
func (FigureBlock) Component() string { return "figure" }
func (Table) Component() string       { return "table" }
func (List) Component() string        { return "list" }
func (Tasks) Component() string       { return "tasks" }
func (Prose) Component() string       { return "prose" }
func (Notice) Component() string      { return "notice" }
func (Search) Component() string      { return "search" }

// Link is a relative address from the site's root with its words.
type Link struct {
	Text string
	Href string
}

// Download is the same data in several forms, each a file of the site.
type Download struct {
	Paths []string
	// Bodies writes the files, in the order of their paths. The error is of
	// writing a workbook, which no input causes.
	Bodies func() ([][]byte, error)
}

// Source is one input file.
type Source struct {
	Path   string // relative to the content folder
	SHA256 string // lower-case hex
}
