package briefing

import (
	"bytes"
	"encoding/json"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/table"
	"jianbao/internal/zh"
)

// monthData is data/<YYYY-MM>.json, a contract with users' scripts.
type monthData struct {
	Period string     `json:"period"`
	Areas  []areaData `json:"areas"`
	Total  totalData  `json:"total"`
}

type totalData struct {
	Rates  map[string]rateData `json:"rates"`
	Counts map[string]int64    `json:"counts"` // by canonical column name; what nobody reported is not there
}

type areaData struct {
	Name     string              `json:"name"`
	ID       string              `json:"id"`
	Reported bool                `json:"reported"`
	State    string              `json:"state"` // 已报送, 零报告, 未填, 未报送
	Rates    map[string]rateData `json:"rates"`
	Counts   map[string]int64    `json:"counts"`
	Score    *string             `json:"score"` // as printed; null when the ranking has no score
	Rank     *int                `json:"rank"`  // null when not ranked
	Tied     bool                `json:"tied"`
	Veto     *string             `json:"veto"` // the reason; null
	Note     string              `json:"note"` // why the rank is what it is
}

// rateData is a rate: both counts are null when they were not reported, and
// text is what every page prints.
type rateData struct {
	Numerator   *int64 `json:"numerator"`
	Denominator *int64 `json:"denominator"`
	Text        string `json:"text"`
}

// monthDownload is one month's data as JSON, CSV and XLSX, all from the same rows.
func (b *book) monthDownload(m *month) Download {
	return Download{
		[]string{dataPath(m.Period, ".json"), dataPath(m.Period, ".csv"), dataPath(m.Period, ".xlsx")},
		func() ([][]byte, error) { return b.dataFiles(m) },
	}
}

func (b *book) dataFiles(m *month) ([][]byte, error) {
	body, err := json.Marshal(b.monthData(m))
	if err != nil {
		return nil, err
	}
	header, rows := b.dataRows(m)
	var csv, xlsx bytes.Buffer
	if err := table.WriteCSV(&csv, header, rows); err != nil {
		return nil, err
	}
	if err := b.workbooks.Write(&xlsx, b.spanOfYear(m.Period), header, cellsOf(rows)); err != nil {
		return nil, err
	}
	return [][]byte{append(body, '\n'), csv.Bytes(), xlsx.Bytes()}, nil
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
	n, ok := zh.ParseNumber(text)
	switch {
	case !ok || n.Unit != "":
		return table.Text(text)
	case n.Percent:
		return table.Percent(n.Units, n.Decimals)
	}
	return table.Number(n.Units, n.Decimals)
}

func (b *book) monthData(m *month) monthData {
	data := monthData{
		Period: m.Period.String(), Areas: []areaData{},
		Total: totalData{b.ratesData(&m.Total), countsData(&m.Total)},
	}
	for i := range m.standings {
		data.Areas = append(data.Areas, b.areaData(m, i))
	}
	return data
}

func (b *book) areaData(m *month, i int) areaData {
	s := &m.standings[i]
	f := &m.Areas[s.Area]
	state := f.State()
	data := areaData{
		Name: b.areaName(s.Area), ID: b.Areas[s.Area].ID, State: state.String(),
		Reported: state == indicator.Reported || state == indicator.NilReport,
		Rates:    b.ratesData(f), Counts: countsData(f), Tied: s.Tied, Note: b.explain(m, i),
	}
	if b.scored() && s.Value != nil {
		text := s.Text(b.decimals)
		data.Score = &text
	}
	if s.Rank > 0 {
		data.Rank = &s.Rank
	}
	if s.Veto != "" {
		data.Veto = &s.Veto
	}
	return data
}

func (b *book) ratesData(f *indicator.Figures) map[string]rateData {
	rates := map[string]rateData{}
	for _, i := range record.Indicators() {
		r := f.Rates[i]
		data := rateData{Text: b.rate(r)}
		if r.Known {
			data.Numerator, data.Denominator = &r.Numerator, &r.Denominator
		}
		rates[i.Key()] = data
	}
	return rates
}

func countsData(f *indicator.Figures) map[string]int64 {
	counts := map[string]int64{}
	for i, c := range f.Counts {
		if c.Known() {
			counts[record.Measure(i).String()] = c.N()
		}
	}
	return counts
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
	row := []string{m.Period.String(), b.areaName(s.Area), b.Areas[s.Area].Group, f.State().String(), rankText(s), ""}
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
	return append(row, b.explain(m, i))
}

func rankText(s *ranking.Standing) string {
	if s.Rank == 0 {
		return indicator.None
	}
	return count(record.CountOf(int64(s.Rank)))
}
