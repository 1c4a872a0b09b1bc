// Package table turns CSV files and workbooks into cells that know their place,
// and writes the downloads back.
//
// In comes a file, out come [Table]s: one for a CSV file, one for each worksheet
// that holds a table, and a problem for whatever cannot be read. What a column
// means is not known here; the caller passes a function that says whether a
// name is one of a column, and that is all the header is found by. What is left
// blank in a file is left blank here, but for cells that a workbook has merged.
//
//	tables, problems := table.Read(content, "statistics/2026-10.xlsx", known)
//	for _, t := range tables {
//		for _, row := range t.Rows {
//			fmt.Println(t.Columns[0].Name, row.Cells[0], t.Cell(row, 0))
//		}
//	}
//
// # Files
//
// A file is what its first bytes say, not its name. A ZIP is a workbook (.xlsx,
// .xlsm; macros are not looked at). An OLE file is an old .xls or .et, or a
// workbook with a password, and both get their advice. HTML and XML that call
// themselves workbooks are named as such. The rest is text in the encodings of
// zh.Decode, with the delimiter (comma, semicolon, tab, ，) under which the most
// column names are found. Lines that begin with # are comments.
//
// Workbooks are hostile until read: what a ZIP declares to unpack to is bounded
// before anything is unpacked (archive.go), rows, columns and merged ranges while
// they are read. A part that is not well-formed to its end, or has not the
// checksum that the ZIP has for it, makes the workbook a damaged one.
//
// Hidden worksheets are left out; hidden rows and columns are read as the others
// are, since filters left on hide what was reported.
//
// # Layout
//
// Sheets look like forms A and B of DOMAIN §4:
//
//	云溪县2026年10月安全生产隐患排查治理情况统计表        Titles
//	填报单位：青石镇                        单位：项
//	行业领域 │ 排查单位数 │      一般隐患              header, two to five rows
//	         │   （家）   │ 隐患数 │ 已整改 │ 整改率
//	  甲     │     1      │   2    │   3    │   4      numbering row, dropped
//	工矿商贸 │     12     │   34   │   33   │ 97.1%    Rows
//	填表人：张三            审核人：李四               Notes
//
// The header begins in the first row, of the first twenty that are not blank,
// that has two known names and no values (header.go). Names of groups stand over
// their columns: by the merged ranges of a workbook, in CSV by the blanks that
// merging leaves (names.go). A worksheet without a header is left out when
// another one has one; a warning says so if it has rows of numbers.
//
// Cells merged down over several rows have their value in each of them, marked
// in [Row.Repeated], because a count is to be counted once.
//
// # Workbooks are read and written here
//
// A workbook is read in one pass over the XML of each sheet (scanner.go,
// worksheet.go): rows, merged ranges, formulas without a result, and whatever
// is damaged are found where they stand, since every figure is named by its
// cell and none may be read wrongly without a word. One is written as five parts
// that are always the same, but for the sheet's name, and the sheet
// (write_parts.go, write_sheet.go).
//
// excelize is the library for both (BSD-3, kept up from 2016 to now). It reads
// rows one by one, but merged ranges only with the whole sheet as objects (an
// 18 MB file took 1.5 GB); it takes broken XML for the end of a sheet, does not
// look at checksums, and puts cells in another order under other columns; and to
// read or write anything it parses styles and themes. Measured on one machine:
//
//	                                   excelize    here
//	read a ledger of 12,000 rows       1.6 s       0.22 s   6,000,000 and 700 objects
//	read a township's workbook         3.5 ms      0.5 ms
//	write a month, 15 rows             3.9 ms      0.7 ms   6,700 and 190 objects
//	write 200 rows                     9 ms        2.4 ms   of which packing takes a half
//
// A workbook of excelize made once, of which only the sheet is written anew, was
// slower still. The tests read every workbook with both, and have excelize read
// what is written; differences_test.go has where the two differ, and why.
//
// encoding/csv reads text in which there are quotes. Without any a record is a
// line, and commas part it (text.go), which takes a third of the time.
package table

import "jianbao/internal/problem"

// Table is one worksheet or one CSV file, with its header found.
type Table struct {
	Place  problem.Place // file and sheet; Row and Column are 0
	Titles []Cell        // what stands above the header: title, 填报单位, 截止日期, units
	// HeaderRow is the row, or line, of the innermost column names, from 1.
	HeaderRow int
	Columns   []Column // left to right; columns without a name are left out unless they hold values
	Rows      []Row    // the data rows, without blank rows, numbering row, comments and signatures; may be empty
	Notes     []Cell   // what stands below the data: signatures, remarks
}

// Column is one column under a header that may be merged over several rows.
type Column struct {
	Name  string   // the innermost name, as written, without spaces and line breaks: 整改率(%); "" when it has none
	Path  []string // all names from the outermost to the innermost: 一般隐患, 整改率(%)
	Index int      // the column's number in the sheet, from 1
}

// Row is one data row.
type Row struct {
	Number int      // the row's number in the sheet, or the line in a CSV file, from 1
	Cells  []string // one for each of the table's Columns, with spaces around them taken off; "" for blank
	// Repeated marks cells whose value was filled in from a merged range that
	// begins in another row or column: an area merged down over its rows is the
	// area of each, but a count is counted where the range begins. Nil when no
	// cell of the row is.
	Repeated []bool
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
