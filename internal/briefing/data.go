package briefing

import (
	"bytes"
	"strings"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// monthDownload is one month's data as JSON, CSV and XLSX, all from the same rows.
func (b *book) monthDownload(m *month) Download {
	return Download{
		[]string{dataPath(m.Period, ".json"), dataPath(m.Period, ".csv"), dataPath(m.Period, ".xlsx")},
		func() ([][]byte, error) { return b.dataFiles(m) },
	}
}

func (b *book) dataFiles(m *month) ([][]byte, error) {
	header, rows := b.dataRows(m)
	var csv, xlsx bytes.Buffer
	if err := table.WriteCSV(&csv, header, rows); err != nil {
		return nil, err
	}
	if err := b.workbooks.Write(&xlsx, b.spanOfYear(m.Period), header, cellsOf(rows)); err != nil {
		return nil, err
	}
	return [][]byte{b.monthJSON(m), csv.Bytes(), xlsx.Bytes()}, nil
}

// cellsOf makes what is printed as a number a number in the workbook, with the
// same decimals.
func cellsOf(rows [][]string) [][]table.Value {
	cells := make([][]table.Value, len(rows))
	for i, row := range rows {
		cells[i] = make([]table.Value, len(row))
		for j, text := range row {
			cells[i][j] = cellOf(text)
		}
	}
	return cells
}

func cellOf(text string) table.Value {
	if text == "" || strings.IndexByte("0123456789-", text[0]) < 0 { // nothing that the program prints as a number
		return table.Text(text)
	}
	n, ok := zh.ParseNumber(text)
	switch {
	case !ok || n.Unit != "":
		return table.Text(text)
	case n.Percent:
		return table.Percent(n.Units, n.Decimals)
	}
	return table.Number(n.Units, n.Decimals)
}

// dataRows is the ranking as plain rows, and the total below.
func (b *book) dataRows(m *month) (header []string, rows [][]string) {
	figures := make([]*indicator.Figures, len(m.Areas))
	for i := range m.Areas {
		figures[i] = &m.Areas[i]
	}
	if len(figures) == 0 {
		figures = append(figures, &m.Total)
	}
	columns := b.columns(figures...)
	header = []string{"月份", "地区", "类别", "报送情况", "名次", "并列"}
	if b.banded() {
		header = append(header, "等次")
	}
	if b.scored() {
		header = append(header, b.rankedBy())
	}
	for _, c := range columns {
		header = append(header, c.name)
	}
	header = append(header, "说明")
	for i := range m.standings {
		rows = append(rows, b.dataRow(m, i, columns))
	}
	total := []string{m.Period.String(), b.Settings.Whole, "", "", "", ""}
	if b.banded() {
		total = append(total, "")
	}
	if b.scored() {
		total = append(total, "")
	}
	for _, c := range columns {
		total = append(total, c.cell(&m.Total).Text)
	}
	return header, append(rows, append(total, ""))
}

func (b *book) dataRow(m *month, i int, columns []column) []string {
	s := &m.standings[i]
	f := &m.Areas[s.Area]
	row := append(make([]string, 0, len(columns)+9), m.Period.String(), b.areaName(s.Area), b.Areas[s.Area].Group, f.State().String(), rankText(s), "")
	if s.Tied {
		row[5] = "并列"
	}
	if b.banded() {
		row = append(row, bandText(s))
	}
	if b.scored() {
		row = append(row, s.Text(b.decimals))
	}
	for _, c := range columns {
		row = append(row, c.cell(f).Text)
	}
	return append(row, m.why()[i])
}

func rankText(s *ranking.Standing) string {
	if s.Rank == 0 {
		return indicator.None
	}
	return count(record.CountOf(int64(s.Rank)))
}
