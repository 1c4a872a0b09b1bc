package table

import (
	"encoding/csv"
	"io"
	"strings"

	"jianbao/internal/zh"
)

// WriteCSV writes a table that Chinese Excel and WPS open by double-click:
// UTF-8 with BOM, without which they show rubbish, and CRLF. A cell that they
// would run as a formula (it begins with = + - @ and is no number) gets an
// apostrophe before it.
func WriteCSV(w io.Writer, header []string, rows [][]string) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	record := []string{}
	for i := range len(rows) + 1 {
		cells := header
		if i > 0 {
			cells = rows[i-1]
		}
		record = record[:0]
		for _, c := range cells {
			record = append(record, harmless(c))
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// harmless returns the cell so that no program runs it as a formula.
func harmless(cell string) string {
	start := zh.Fold(cell)
	if start == "" || !strings.ContainsRune("=+-@", rune(start[0])) || zh.None(start) == zh.Dash {
		return cell
	}
	if _, ok := zh.ParseNumber(start); ok {
		return cell
	}
	return "'" + cell
}
