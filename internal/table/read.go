package table

import (
	"bytes"
	"io/fs"
	"path"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// The bounds of what is read. A township's workbook has some hundred kilobytes,
// a county's ledger of a year some megabytes.
const (
	maxFile    = 200 << 20  // bytes of a file, and of all that a workbook unpacks to
	maxCells   = 10_000_000 // cells of a file, blank ones before the last of a row among them
	maxColumns = 1024       // columns of a sheet
)

// Read reads the tables of one file: one of a CSV file, one of each worksheet
// with a header. known says whether a name, as zh.Join leaves it, is that of a
// column. A file that cannot be read gives no tables and one problem of code
// unreadable-file; damaged rows of a CSV file give one each, and the table has
// the rest. A header without rows under it gives a table without rows.
func Read(fsys fs.FS, name string, known func(name string) bool) ([]Table, []problem.Problem) {
	place := problem.Place{File: name}
	data, bad := load(fsys, place)
	if bad != nil {
		return nil, bad
	}
	sheets, problems := split(place, data, known)
	return layOut(sheets, known, problems)
}

// load reads the file as a whole, unless it is too big.
func load(fsys fs.FS, place problem.Place) ([]byte, []problem.Problem) {
	info, err := fs.Stat(fsys, place.File)
	if err != nil || info.IsDir() {
		return nil, []problem.Problem{cannotOpen(place)}
	}
	if info.Size() > maxFile {
		return nil, []problem.Problem{tooBig(place, uint64(info.Size()))}
	}
	data, err := fs.ReadFile(fsys, place.File)
	if err != nil {
		return nil, []problem.Problem{cannotOpen(place)}
	}
	return data, nil
}

// split reads the sheets of a file by what its first bytes say it is.
func split(place problem.Place, data []byte, known func(string) bool) ([]sheet, []problem.Problem) {
	switch {
	case len(bytes.TrimSpace(data)) == 0:
		return nil, []problem.Problem{emptyFile(place)}
	case bytes.HasPrefix(data, []byte("PK")):
		return readWorkbook(place, data)
	case bytes.HasPrefix(data, []byte("\xD0\xCF\x11\xE0")):
		return nil, []problem.Problem{oleFile(place, data)}
	case isMarkup(data):
		return nil, []problem.Problem{markupFile(place)}
	case isWorkbookName(place.File):
		return nil, []problem.Problem{textFile(place)}
	}
	return readText(place, data, known)
}

// isMarkup reports whether data begins as HTML or XML does, which many systems
// export under the name of a workbook.
func isMarkup(data []byte) bool {
	head := bytes.ToLower(bytes.TrimLeft(data[:min(len(data), 512)], "\xEF\xBB\xBF \t\r\n"))
	for _, tag := range [...]string{"<!doctype", "<html", "<head", "<meta", "<table", "<?xml", "<workbook"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return true
		}
	}
	return false
}

func isWorkbookName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm", ".xls", ".et", ".xlsb":
		return true
	}
	return false
}

// secrecyMarks reports marks of secrecy above and below a table, where paper has them.
func secrecyMarks(t *Table) (problems []problem.Problem) {
	for _, cells := range [][]Cell{t.Titles, t.Notes} {
		for _, c := range cells {
			if grade, _ := zh.SecrecyMark(c.Text); grade != "" {
				problems = append(problems, problem.Secret(grade, t.Place.At(c.Row, c.Column)))
			}
		}
	}
	return problems
}

// layOut finds the table of each sheet.
func layOut(sheets []sheet, known func(string) bool, problems []problem.Problem) ([]Table, []problem.Problem) {
	var tables []Table
	var without []sheet
	for _, s := range sheets {
		h, found := findHeader(&s, known)
		if !found {
			without = append(without, s)
			continue
		}
		t, more := s.table(h)
		tables, problems = append(tables, t), append(problems, more...)
		problems = append(problems, secrecyMarks(&t)...)
	}
	for _, s := range without {
		if len(tables) > 0 && s.hasNumbers() {
			problems = append(problems, sheetWithoutHeader(&s))
		}
	}
	if len(tables) == 0 && len(without) > 0 {
		problems = append(problems, noHeader(&without[0]))
	}
	return tables, problem.Sort(problems)
}
