package site

import (
	"bytes"
	"fmt"
	"html/template"
	"slices"
	"strings"
	"sync"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

// figureView is a figure's texts, its drawings for wide and narrow screens,
// its data as rows, and its chart option as JSON that is safe inside <script>.
type figureView struct {
	charts.Figure
	ID, Title, Note, Source string // those of the figure, where a template finds them at once

	Number       int
	Form         string // of the class name: ranked-bars, lines, …
	Side         string // left or right, where figures stand in two columns; "" in a text
	Wide, Narrow template.HTML
	Head, Rows   template.HTML
	Option       template.JS

	drawing drawing
}

func (w *writer) figureView(root string, b briefing.FigureBlock) (figureView, error) {
	d, err := w.drawings.of(root, b)
	if err != nil {
		return figureView{}, err
	}
	return figureView{
		Figure: *b.Figure, Number: b.Number, Form: b.Figure.Kind.String(),
		ID: b.Figure.ID, Title: b.Figure.Title, Note: b.Figure.Note, Source: b.Figure.Source,
		Wide: keep(&w.kept, d.wide), Narrow: keep(&w.kept, d.narrow),
		Head: keep(&w.kept, d.head), Rows: keep(&w.kept, d.rows),
		Option: template.JS(keep(&w.kept, d.option)), drawing: d,
	}, nil
}

// drawing is all that a page holds of a figure. Its links are relative to the
// page, so that pages at different depths have different drawings.
type drawing struct {
	wide, narrow []byte // SVG
	head, rows   []byte // of its table
	option       []byte // JSON, in which <, > and & are escaped, so that no name can end the script element
}

func draw(root string, figure *charts.Figure) (drawing, error) {
	f := figureFrom(root, *figure)
	option, err := f.Option()
	if err != nil {
		return drawing{}, fmt.Errorf("site: 图 %s：%w", f.ID, err)
	}
	if bytes.IndexByte(option, '<') >= 0 { // charts escapes it, and none may end the script element
		return drawing{}, fmt.Errorf("site: 图 %s：图表数据里有没有转义的“<”", f.ID)
	}
	header, rows := f.Table()
	columns := dataColumns(header, rows)
	return drawing{
		wide: f.SVG(), narrow: f.NarrowSVG(),
		head: appendHead(nil, columns), rows: appendData(nil, root, columns, rows),
		option: option,
	}, nil
}

// drawings keeps the drawings that several pages show: a month's ranking
// stands on its own page, on the index and on every meeting's that looked at it.
// It may be asked by pages that are written side by side. Those pages have
// about the same day and are written one soon after the other, so that only the
// latest drawings are kept: all would be a third of the memory of a large site.
type drawings struct {
	mu     sync.Mutex
	kept   map[drawingKey]func() (drawing, error)
	latest []drawingKey // oldest first
}

// keptDrawings are those of some three months.
const keptDrawings = 16

type drawingKey struct {
	root   string
	figure *charts.Figure
}

func newDrawings() *drawings { return &drawings{kept: map[drawingKey]func() (drawing, error){}} }

func (d *drawings) of(root string, b briefing.FigureBlock) (drawing, error) {
	if !b.Shared {
		return draw(root, b.Figure)
	}
	return d.shared(drawingKey{root, b.Figure})()
}

func (d *drawings) shared(key drawingKey) func() (drawing, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.kept[key] == nil {
		d.kept[key] = sync.OnceValues(func() (drawing, error) { return draw(key.root, key.figure) })
		d.latest = append(d.latest, key)
	}
	if len(d.latest) > keptDrawings {
		delete(d.kept, d.latest[0])
		d.latest = slices.Delete(d.latest, 0, 1)
	}
	return d.kept[key]
}

// figureFrom gives the addresses of a figure their way up to the root.
func figureFrom(root string, f charts.Figure) charts.Figure {
	f.Categories = slices.Clone(f.Categories)
	for i := range f.Categories {
		f.Categories[i].Href = address(root, f.Categories[i].Href)
	}
	f.Series = slices.Clone(f.Series)
	for i := range f.Series {
		f.Series[i].Href = address(root, f.Series[i].Href)
	}
	return f
}

// dataColumns are the columns of a figure's data. The first heads the rows;
// of the others those that hold a number are set as numbers.
func dataColumns(header []string, rows [][]string) []briefing.TableColumn {
	columns := make([]briefing.TableColumn, len(header))
	for i, name := range header {
		isNumber := func(row []string) bool {
			return i < len(row) && row[i] != "" && strings.ContainsAny(row[i][:1], "0123456789+-")
		}
		columns[i] = briefing.TableColumn{Name: name, Numeric: i > 0 && slices.ContainsFunc(rows, isNumber)}
	}
	return columns
}

// appendData appends the rows of a figure's data.
func appendData(b []byte, root string, columns []briefing.TableColumn, rows [][]string) []byte {
	cells := make([]briefing.TableCell, 0, len(columns))
	for _, row := range rows {
		cells = cells[:0]
		for _, text := range row {
			cells = append(cells, briefing.TableCell{Text: text})
		}
		b = appendRows(b, root, columns, []briefing.TableRow{{Cells: cells}})
	}
	return b
}

// onPaper is the drawing alone, as it is printed.
func onPaper(root string, f *charts.Figure) []byte { return figureFrom(root, *f).PaperSVG() }
