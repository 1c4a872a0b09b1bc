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
	f := figureFrom(root, b.Figure)
	option, err := f.Option()
	if err != nil {
		return figureView{}, fmt.Errorf("site: 图 %s：%w", f.ID, err)
	}
	header, rows := f.Table()
	columns := dataColumns(header, rows)
	return figureView{
		Figure: f, Number: b.Number, Form: f.Kind.String(),
		Wide: w.kept.keep(string(f.SVG())), Narrow: w.kept.keep(string(f.NarrowSVG())),
		Head:   w.head(columns),
		Rows:   w.tableRows(root, columns, dataRows(rows)),
		Option: template.JS(w.kept.keep(scriptJSON(option))),
	}, nil
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
