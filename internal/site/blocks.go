package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"slices"
	"strings"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

// blocks runs the component of every block.
func (w *writer) blocks(root string, blocks []briefing.Block) ([]template.HTML, error) {
	done := make([]template.HTML, len(blocks))
	for i, b := range blocks {
		var err error
		if done[i], err = w.component(root, b); err != nil {
			return nil, err
		}
	}
	return done, nil
}

func (w *writer) component(root string, b briefing.Block) (template.HTML, error) {
	data, err := w.blockView(root, b)
	if err != nil {
		return "", err
	}
	return w.run(b.Component(), data)
}

// blockView is what a block's component is given: the block itself with its
// addresses relative to the page, and ready-made HTML for what is written here.
func (w *writer) blockView(root string, block briefing.Block) (any, error) {
	switch b := block.(type) {
	case briefing.Paragraph:
		return paragraphView{runsFrom(root, b.Runs)}, nil
	case briefing.Notice:
		return noticeView{b.Tone, runsFrom(root, b.Runs), b.Lines}, nil
	case briefing.KeyFigures:
		b.Items = slices.Clone(b.Items)
		for i := range b.Items {
			b.Items[i].Href = address(root, b.Items[i].Href)
		}
		return b, nil
	case briefing.List:
		b.Items = slices.Clone(b.Items)
		for i := range b.Items {
			b.Items[i].Link.Href = address(root, b.Items[i].Link.Href)
		}
		return b, nil
	case briefing.Tasks:
		b.Items = slices.Clone(b.Items)
		for i := range b.Items {
			b.Items[i].Href = address(root, b.Items[i].Href)
		}
		return b, nil
	case briefing.Prose:
		return w.proseView(root, b)
	case briefing.Table:
		return w.tableView(root, b), nil
	case briefing.FigureBlock:
		return w.figureView(root, b)
	}
	return block, nil
}

type paragraphView struct{ Text template.HTML }

type noticeView struct {
	Tone  briefing.Tone
	Text  template.HTML
	Lines []string
}

func runsFrom(root string, runs []briefing.Run) template.HTML {
	return template.HTML(appendRuns(nil, root, runs))
}

type proseView struct{ HTML template.HTML }

// proseView puts the figures of a text where it has their marks. Its addresses
// stay as the author wrote them, relative to the page.
func (w *writer) proseView(root string, b briefing.Prose) (proseView, error) {
	rest := string(b.HTML)
	var html template.HTML
	for i, figure := range b.Figures {
		before, after, found := strings.Cut(rest, briefing.FigureMark(i))
		if !found {
			continue
		}
		placed, err := w.component(root, figure)
		if err != nil {
			return proseView{}, err
		}
		html += w.kept.keep(before) + placed
		rest = after
	}
	return proseView{html + w.kept.keep(strings.TrimRight(rest, "\n"))}, nil
}

type tableView struct {
	ID, Caption, Note string
	Head, Rows, Foot  template.HTML // <tr> elements, a line each
	Files             []briefing.Link
}

func (w *writer) tableView(root string, t briefing.Table) tableView {
	return tableView{
		ID: t.ID, Caption: t.Caption, Note: t.Note,
		Head:  w.head(t.Columns),
		Rows:  w.tableRows(root, t.Columns, t.Rows),
		Foot:  w.tableRows(root, t.Columns, t.Foot),
		Files: linksFrom(root, t.Files),
	}
}

func (w *writer) head(columns []briefing.TableColumn) template.HTML {
	w.kept.text = appendHead(w.kept.text, columns)
	return w.kept.mark()
}

func (w *writer) tableRows(root string, columns []briefing.TableColumn, rows []briefing.TableRow) template.HTML {
	w.kept.text = appendRows(w.kept.text, root, columns, rows)
	return w.kept.mark()
}

// figureView is a figure's texts, its drawings for wide and narrow screens,
// its data as rows, and its chart option as JSON that is safe inside <script>.
type figureView struct {
	charts.Figure
	Number       int
	Form         string // of the class name: ranked-bars, lines, …
	Wide, Narrow template.HTML
	Head, Rows   template.HTML
	Option       template.JS
}

func (w *writer) figureView(root string, b briefing.FigureBlock) (figureView, error) {
	f := b.Figure
	f.Categories = slices.Clone(f.Categories)
	for i := range f.Categories {
		f.Categories[i].Href = address(root, f.Categories[i].Href)
	}
	option, err := f.Option()
	if err != nil {
		return figureView{}, fmt.Errorf("site: 图 %s：%w", f.ID, err)
	}
	header, rows := f.Table()
	columns := dataColumns(header, rows)
	return figureView{
		Figure: f, Number: b.Number, Form: formOf(f.Kind),
		Wide: w.kept.keep(string(f.SVG())), Narrow: w.kept.keep(string(f.NarrowSVG())),
		Head:   w.head(columns),
		Rows:   w.tableRows(root, columns, dataRows(rows)),
		Option: template.JS(w.kept.keep(scriptJSON(option))),
	}, nil
}

func formOf(kind charts.Kind) string {
	switch kind {
	case charts.RankedBars:
		return "ranked-bars"
	case charts.Lines:
		return "lines"
	case charts.StackedColumns:
		return "stacked-columns"
	case charts.HeatMap:
		return "heat-map"
	}
	return "other"
}

// scriptJSON escapes <, > and & even if the writer of the JSON has not, so
// that no name in it can end the script element.
func scriptJSON(option []byte) string {
	var b bytes.Buffer
	json.HTMLEscape(&b, option)
	return b.String()
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

func dataRows(rows [][]string) []briefing.TableRow {
	out := make([]briefing.TableRow, len(rows))
	for i, row := range rows {
		out[i].Cells = make([]briefing.TableCell, len(row))
		for k, text := range row {
			out[i].Cells[k].Text = text
		}
	}
	return out
}
