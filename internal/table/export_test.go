package table

import (
	"fmt"

	"jianbao/internal/problem"
)

// Sheet is what is read of a worksheet before its layout is looked for.
type Sheet struct {
	Name   string
	Rows   map[int][]string // without blank ones and comments
	Merges []string         // A1:C2
}

// Sheets reads the worksheets of a workbook.
func Sheets(data []byte) (list []Sheet, problems []problem.Problem) {
	sheets, problems := readWorkbook(problem.Place{File: "a.xlsx"}, data)
	for _, s := range sheets {
		rows := map[int][]string{}
		for i, l := range s.lines {
			if i > 0 && l.number <= s.lines[i-1].number {
				panic("rows are not in their order")
			}
			rows[l.number] = l.cells
		}
		var merges []string
		for _, m := range s.merges {
			merges = append(merges, fmt.Sprintf("%s%d:%s%d", problem.ColumnLetters(m.left), m.top, problem.ColumnLetters(m.right), m.bottom))
		}
		list = append(list, Sheet{s.place.Sheet, rows, merges})
	}
	return list, problems
}

// IsComment reports whether a row that begins with the cell is left out.
func IsComment(cell string) bool { return isComment(cell) }
