package table

import "jianbao/internal/problem"

// Table is one worksheet or one CSV file, with its header found.
type Table struct {
	Place     problem.Place // file and sheet; Row and Column are 0
	Titles    []Cell        // what stands above the header: title, 填报单位, 截止日期, units
	HeaderRow int           // the row of the innermost column names, from 1
	Columns   []Column      // left to right; columns without a name are left out unless they hold values
	Rows      []Row         // the data rows, without blank rows, numbering row, comments and signatures
	Notes     []Cell        // what stands below the data: signatures, remarks
}

// Column is one column under a header that may be merged over several rows.
type Column struct {
	Name  string   // the innermost name, as written, without line breaks: 整改率(%)
	Path  []string // all names from the outermost to the innermost: 一般隐患, 整改率(%)
	Index int      // the column's number in the sheet, from 1
}

// Row is one data row.
type Row struct {
	Number int      // the row's number in the sheet, or the line in a CSV file, from 1
	Cells  []string // one for each of the table's Columns, with spaces around them taken off; "" for blank
}

// Cell is a text that stands alone.
type Cell struct {
	Text   string
	Row    int
	Column int
}

// Cell returns the place of the cell in row r under column c.
func (t *Table) Cell(r Row, c int) problem.Place {
	return t.Place.At(r.Number, t.Columns[c].Index)
}
