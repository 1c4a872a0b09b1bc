package site

import (
	"html/template"
	"strings"

	"jianbao/internal/briefing"
)

// blocks runs the component of every block. The columns are those of the
// figures at the end.
func (w *writer) blocks(root string, blocks []briefing.Block) (_ template.HTML, end columns, err error) {
	from := w.out.Len()
	for _, b := range blocks {
		data, err := w.blockView(root, b)
		if err != nil {
			return "", end, err
		}
		if figure, ok := data.(figureView); ok {
			figure.Side = end.next(figure.drawing.wide)
			data = figure
		} else {
			end = columns{}
		}
		if err := w.writeBlock(b, data); err != nil {
			return "", end, err
		}
	}
	return w.taken(from), end, nil
}

// writeBlock has the component of a block write its line.
func (w *writer) writeBlock(b briefing.Block, data any) error {
	if err := w.write(w.componentName(b.Component()), data); err != nil {
		return err
	}
	return w.out.WriteByte('\n')
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
		return w.keyFiguresView(root, b), nil
	case briefing.List:
		return w.listView(root, b), nil
	case briefing.Tasks:
		return w.tasksView(root, b)
	case briefing.Search:
		return searchView{root + searchFolder, linksFrom(root, b.Lists)}, nil
	case briefing.Prose:
		return w.proseView(root, b)
	case briefing.Table:
		if w.paper {
			b.Files, b.Tools = nil, false
		}
		return w.tableView(root, b), nil
	case briefing.FigureBlock:
		if w.paper {
			return w.paperFigure(root, b), nil
		}
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

// searchView is the folder of the index, and the lists to look through without it.
type searchView struct {
	Index string
	Lists []briefing.Link
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
		data, err := w.blockView(root, figure)
		if err != nil {
			return proseView{}, err
		}
		placed, err := w.run(w.componentName(figure.Component()), data)
		if err != nil {
			return proseView{}, err
		}
		html += keep(&w.kept, before) + placed
		rest = after
	}
	return proseView{html + keep(&w.kept, strings.TrimRight(rest, "\n"))}, nil
}

type keyFiguresView struct {
	Rows template.HTML // <div> elements
}

func (w *writer) keyFiguresView(root string, b briefing.KeyFigures) keyFiguresView {
	for i := range b.Items {
		w.kept.text = appendKeyFigure(w.kept.text, root, &b.Items[i])
	}
	return keyFiguresView{w.kept.mark()}
}

type listView struct {
	Title string
	Rows  template.HTML // <li> elements, a line each
}

func (w *writer) listView(root string, b briefing.List) listView {
	for i := range b.Items {
		w.kept.text = appendItem(w.kept.text, root, &b.Items[i])
	}
	return listView{b.Title, w.kept.mark()}
}

// tasksView is a list of action items: a large site has thousands.
type tasksView struct {
	Rows template.HTML // <li> elements; on paper <tr> elements
}

func (w *writer) tasksView(root string, b briefing.Tasks) (tasksView, error) {
	for i := range b.Items {
		t := &b.Items[i]
		if w.paper {
			w.kept.text = appendTaskOnPaper(w.kept.text, t)
			continue
		}
		origin := ""
		if t.Origin != "" {
			var err error
			if origin, err = w.look.words.say("origin", t.Origin); err != nil {
				return tasksView{}, &ThemeError{File: "strings.json", Reason: err.Error()}
			}
		}
		w.kept.text = appendTask(w.kept.text, root, t, origin)
	}
	return tasksView{w.kept.mark()}, nil
}

type tableView struct {
	ID, Caption, Note string
	Head, Rows, Foot  template.HTML // <tr> elements, a line each
	Tools             bool          // readers may sort, filter and copy it
	Width             int           // how many columns it has
	Wide              briefing.Turn // on paper: the classes of a table that is turned, or ""
	Long              bool          // so many rows that its head should stay in sight
	Files             []briefing.Link
}

// longTable is how many rows are seen at once on a desk.
const longTable = 30

func (w *writer) tableView(root string, t briefing.Table) tableView {
	turn := briefing.Upright
	if w.paper {
		turn = t.Turn()
	}
	return tableView{
		ID: t.ID, Caption: t.Caption, Note: t.Note, Tools: t.Tools, Width: len(t.Columns), Wide: turn, Long: len(t.Rows) > longTable,
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
