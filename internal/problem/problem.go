// Package problem says what is wrong in the author's files.
//
// A [Problem] has a stable [Code], a [Severity], a [Place], a Message and an
// Advice. Every other room returns its result together with a []Problem and
// never prints, logs or panics about the author's input. The zero value of a
// returned slice means that nothing was found.
//
// # Wording
//
// Messages are read by a secretary an hour before her meeting. They are in
// Chinese, plain and polite, without a programmer's words:
//
//   - Message states the fact and quotes the value as it was written:
//     “整改率”写的是“97.28%”，按排查 141911 项、整改 137354 项计算应为 96.79%。
//   - Advice says what to do, as a sentence that begins with a verb:
//     请核对这一行的三个数，改正写错的一个。
//   - The place is not repeated inside the message.
//   - Both end with a full stop. Quoted values stand in “”. Use [Quote], which
//     bounds their length and makes invisible characters visible.
//
// # Places
//
// Rows and columns count from 1, in characters for a text file and in cells
// for a table; 0 means the whole of the next larger thing. A message may never
// be without a File, unless the environment is at fault (and then it is an
// error value, not a Problem).
package problem

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Severity says whether a site may be written all the same.
type Severity int

// A Warning is shown and the site is written. With an Error nothing is written.
const (
	Warning Severity = iota
	Error
)

// String returns "warning" or "error", as the JSON of `jianbao check` has it.
func (s Severity) String() string {
	if s == Error {
		return "error"
	}
	return "warning"
}

// Place is where the author has to look.
type Place struct {
	File   string // slash-separated, relative to the content folder: statistics/2026-10.xlsx
	Sheet  string // the worksheet's name; empty for text and CSV
	Row    int    // line or row, from 1; 0 for the whole file or sheet
	Column int    // character or cell in the row, from 1; 0 for the whole row
}

// At returns the place of one cell or character in p's file and sheet.
func (p Place) At(row, column int) Place {
	p.Row, p.Column = row, column
	return p
}

// IsTable reports whether columns are cells, which people name by letters.
func (p Place) IsTable() bool {
	return p.Sheet != "" || strings.HasSuffix(strings.ToLower(p.File), ".csv")
}

// String renders the place for people:
// statistics/2026-10.xlsx 工作表“10月” 第5行 C列, minutes/2026-10-22.md 第12行 第3字.
func (p Place) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Sheet != "" {
		b.WriteString(" 工作表“" + p.Sheet + "”")
	}
	if p.Row > 0 {
		b.WriteString(" 第" + strconv.Itoa(p.Row) + "行")
	}
	if p.Column > 0 {
		if p.IsTable() {
			b.WriteString(" " + ColumnLetters(p.Column) + "列")
		} else {
			b.WriteString(" 第" + strconv.Itoa(p.Column) + "字")
		}
	}
	return b.String()
}

// ColumnLetters names a spreadsheet column as Excel and WPS do: 1 is A, 27 is AA.
// It returns "" for n < 1.
func ColumnLetters(n int) string {
	var b []byte
	for ; n > 0; n = (n - 1) / 26 {
		b = append(b, byte('A'+(n-1)%26))
	}
	slices.Reverse(b)
	return string(b)
}

// Problem is one thing that is wrong, or looks wrong, in one place.
type Problem struct {
	Code     Code
	Severity Severity
	Place    Place
	Message  string // the fact, with the value quoted
	Advice   string // what to do
}

// Sort orders problems by place (file, sheet, row, column), then code, then
// message, so that the same content always gives the same list, and drops
// problems that are equal in everything.
func Sort(list []Problem) []Problem {
	slices.SortFunc(list, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.Place.File, b.Place.File),
			cmp.Compare(a.Place.Sheet, b.Place.Sheet),
			cmp.Compare(a.Place.Row, b.Place.Row),
			cmp.Compare(a.Place.Column, b.Place.Column),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Message, b.Message),
			cmp.Compare(a.Advice, b.Advice),
		)
	})
	return slices.Compact(list)
}

// Count returns how many of the problems are errors and how many warnings.
func Count(list []Problem) (errors, warnings int) {
	for _, p := range list {
		if p.Severity == Error {
			errors++
		} else {
			warnings++
		}
	}
	return errors, warnings
}

// Quote puts a value from the author's files between “ and ”, shortened to 40
// characters, with control and invisible characters written as <U+200B>.
func Quote(value string) string {
	const most = 40
	var b strings.Builder
	b.WriteString("“")
	n := 0
	for _, r := range value {
		if n == most {
			b.WriteString("…")
			break
		}
		n++
		switch {
		case r == '\n' || r == '\r' || r == '\t':
			b.WriteByte(' ')
		case r == unicode.ReplacementChar || r != ' ' && r != '\u3000' && !unicode.IsGraphic(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString("”")
	return b.String()
}
