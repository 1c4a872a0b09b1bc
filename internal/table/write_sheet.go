package table

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// longestText is how many UTF-16 units Excel reads of a cell; it calls a
// workbook with more in one damaged.
const longestText = 32767

// writeSheet writes the XML of the sheet, row by row.
func writeSheet(w io.Writer, header []string, rows [][]Value) error {
	b := make([]byte, 0, 1<<16)
	b = append(b, xmlHead+`<worksheet xmlns="`+mainNames+`"><sheetViews><sheetView tabSelected="1" workbookViewId="0">`+
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/></sheetView></sheetViews>`...)
	b = appendWidths(b, columnWidths(header, rows))
	b = append(b, `<sheetData>`...)
	names := make([]Value, len(header))
	for i, h := range header {
		names[i] = Text(h)
	}
	letters := columnLetters(header, rows)
	b = appendRow(b, letters, 1, names, headerStyle)
	for i, row := range rows {
		b = appendRow(b, letters, i+2, row, 0)
		if len(b) >= 1<<15 {
			if _, err := w.Write(b); err != nil {
				return err
			}
			b = b[:0]
		}
	}
	_, err := w.Write(append(b, `</sheetData></worksheet>`...))
	return err
}

// columnLetters names all columns, so that it need not be done for each cell.
func columnLetters(header []string, rows [][]Value) []string {
	width := len(header)
	for _, row := range rows {
		width = max(width, len(row))
	}
	letters := make([]string, width)
	for i := range letters {
		letters[i] = problem.ColumnLetters(i + 1)
	}
	return letters
}

func appendWidths(b []byte, widths []int) []byte {
	if len(widths) == 0 {
		return b // a list of columns without one is no XML of a sheet
	}
	b = append(b, `<cols>`...)
	for i, width := range widths {
		b = fmt.Appendf(b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	return append(b, `</cols>`...)
}

// appendRow appends the cells that are not blank. style is that of texts.
func appendRow(b []byte, letters []string, number int, row []Value, style int) []byte {
	b = append(b, `<row r="`...)
	b = strconv.AppendInt(b, int64(number), 10)
	b = append(b, `">`...)
	for i, v := range row {
		if v == (Value{}) {
			continue
		}
		b = append(b, `<c r="`...)
		b = append(b, letters[i]...)
		b = strconv.AppendInt(b, int64(number), 10)
		if s := max(style, v.style()); s > 0 {
			b = append(b, `" s="`...)
			b = strconv.AppendInt(b, int64(s), 10)
		}
		b = v.appendXML(b)
	}
	return append(b, `</row>`...)
}

// appendXML appends the cell behind its reference and style. A text stands in
// its cell, and is never taken for a formula.
func (v Value) appendXML(b []byte) []byte {
	switch {
	case v.kind == textValue:
		b = append(b, `" t="inlineStr"><is><t`...)
		text := cut(v.text, longestText)
		if strings.TrimSpace(text) != text { // Excel drops it otherwise
			b = append(b, ` xml:space="preserve"`...)
		}
		b = append(b, '>')
		b = appendText(b, text)
		return append(b, `</t></is></c>`...)
	case v.kind == numberValue && v.decimals == 0:
		b = append(b, `"><v>`...)
		b = strconv.AppendInt(b, v.units, 10)
	default:
		b = append(b, `"><v>`...)
		b = strconv.AppendFloat(b, v.float(), 'f', -1, 64)
	}
	return append(b, `</v></c>`...)
}

// appendText appends a text as XML, as unescape reads it again: what XML forbids
// as _x000B_, and the _ of a text that looks so as _x005F_. Of bytes that are no
// UTF-8 nothing can be told but that there was something.
func appendText(b []byte, text string) []byte {
	for i, r := range text {
		switch {
		case r == '&':
			b = append(b, `&amp;`...)
		case r == '<':
			b = append(b, `&lt;`...)
		case r == '>':
			b = append(b, `&gt;`...)
		case r == '"':
			b = append(b, `&quot;`...)
		case r == '_' && looksEscaped(text[i:]):
			b = append(b, `_x005F_`...)
		case isForbidden(r):
			b = fmt.Appendf(b, `_x%04X_`, r)
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return b
}

func looksEscaped(text string) bool {
	_, found := escape(text)
	return found
}

// isForbidden reports whether XML forbids a character, or, as a carriage return,
// changes it.
func isForbidden(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == '\uFFFE' || r == '\uFFFF'
}

// The widths of columns, in characters, that read well, and the air in them.
const (
	leastWidth = 6
	wideEnough = 60
	widthAir   = 2
)

// columnWidths returns widths in characters: the widest cell and some air,
// within what reads well.
func columnWidths(header []string, rows [][]Value) []int {
	widths := make([]int, len(header))
	for i, h := range header {
		widths[i] = zh.Width(h)
	}
	for _, row := range rows {
		for i, v := range row[:min(len(row), len(widths))] {
			if widths[i] < wideEnough { // a column of sentences need not be measured to its end
				widths[i] = max(widths[i], v.width())
			}
		}
	}
	for i := range widths {
		widths[i] = min(max(widths[i]+widthAir, leastWidth), wideEnough)
	}
	return widths
}
