package table

import (
	"bytes"
	"strconv"

	"jianbao/internal/problem"
)

const (
	lastRow    = 1 << 20 // of a worksheet
	lastColumn = 1 << 14
	maxMerges  = 1 << 17 // merged ranges of a sheet
)

// worksheet reads one worksheet: its rows, its merged ranges, and where a
// formula has no result, in one pass. What no sheet can have fails the scanner,
// and everything ends.
type worksheet struct {
	*scanner
	sheet   sheet
	texts   []string          // shared ones
	room    int               // cells that the workbook may still have
	missing []problem.Problem // the first formula without a result
	bad     []problem.Problem // why the sheet is not read, if it is for more than damage

	row, column int      // where it reads
	cells       []string // of the row, to the last of the first maxColumns that is not blank
	width       int      // the last column of the row that is not blank
	value, rich []byte   // hold the value of a cell
	shelf       shelf
}

// read reads the sheet, or says why it cannot be read.
func (w *worksheet) read() []problem.Problem {
	w.begin("worksheet")
	for range w.children() {
		switch string(w.name) {
		case "sheetData":
			for range w.children() {
				if string(w.name) == "row" {
					w.readRow()
				}
			}
		case "mergeCells":
			for range w.children() {
				if s, ok := parseRange(string(w.attribute("ref"))); ok && len(w.sheet.merges) < maxMerges {
					w.sheet.merges = append(w.sheet.merges, s)
				}
			}
		}
	}
	if (!w.finish() || !w.sheet.sortRows()) && w.bad == nil {
		w.bad = []problem.Problem{damaged(w.sheet.place)}
	}
	return w.bad
}

// refuse ends the reading with a problem.
func (w *worksheet) refuse(p problem.Problem) {
	w.bad = []problem.Problem{p}
	w.fail()
}

// readRow reads a row. Without a number it is the one behind the last.
func (w *worksheet) readRow() {
	w.row++
	if r := w.attribute("r"); r != nil {
		var err error
		if w.row, err = strconv.Atoi(string(r)); err != nil {
			w.fail()
		}
	}
	if w.row < 1 || w.row > lastRow {
		w.fail()
	}
	w.column, w.width, w.cells = 0, 0, w.cells[:0]
	for range w.children() {
		if string(w.name) == "c" {
			w.readCell()
		}
	}
	w.room -= len(w.cells)
	switch {
	case w.failed:
	case w.width > maxColumns:
		w.refuse(tooWide(w.sheet.place.At(w.row, 0), w.width))
	case w.room < 0:
		w.refuse(tooManyCells(w.sheet.place))
	default:
		w.sheet.add(w.row, w.cells)
	}
}

// readCell reads a cell. Without a reference it is the one behind the last;
// the row in the reference says nothing new.
func (w *worksheet) readCell() {
	w.column++
	if ref := w.attribute("r"); len(ref) > 0 {
		var ok bool
		if _, w.column, ok = parseReference(string(ref)); !ok {
			w.fail()
		}
	}
	kind := string(w.attribute("t"))
	var formula, valued, inline bool
	w.value = w.value[:0]
	for range w.children() {
		switch string(w.name) {
		case "f":
			formula = true
		case "v":
			valued = true
			w.value = w.text(w.value[:0])
		case "is":
			inline = true
			w.rich = w.richText(w.rich)
		}
	}
	if w.failed {
		return
	}
	if formula && !valued && !inline && w.missing == nil {
		w.missing = []problem.Problem{formulaWithoutResult(w.sheet.place.At(w.row, w.column))}
	}
	if text := w.cellText(kind, inline); text != "" {
		w.put(text)
	}
}

// put puts a text into its column. Cells may come in any order; one that comes
// twice has no text that could be relied on.
func (w *worksheet) put(text string) {
	w.width = max(w.width, w.column)
	if w.column > maxColumns {
		return
	}
	for len(w.cells) < w.column {
		w.cells = append(w.cells, "")
	}
	if w.cells[w.column-1] != "" {
		w.fail()
	}
	w.cells[w.column-1] = text
}

// cellText returns the value as it is stored: a number with all its digits,
// 1 and 0 for true and false, #N/A for an error, the text for a text.
func (w *worksheet) cellText(kind string, inline bool) string {
	switch {
	case kind == "inlineStr" && inline:
		return w.shelf.keep(w.rich)
	case kind == "s" && len(w.value) > 0:
		i, err := strconv.Atoi(string(bytes.TrimSpace(w.value)))
		if err != nil || i < 0 || i >= len(w.texts) {
			w.fail()
			return ""
		}
		return w.texts[i]
	}
	return w.shelf.keep(w.value)
}
