package table_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"strings"
	"testing"

	"jianbao/internal/table"
	"jianbao/internal/zh"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func sample() ([]string, [][]table.Value) {
	return []string{"地区", "隐患排查数", "整改率", "得分", "说明"}, [][]table.Value{
		{table.Text("青石镇"), table.Number(141911, 0), table.Percent(968, 1), table.Number(9020, 2), table.Text("=1+1")},
		{table.Text("山口乡"), table.Number(0, 0), table.Text("—"), table.Number(-5, 1), {}},
	}
}

func TestXLSXHoldsNumbers(t *testing.T) {
	header, rows := sample()
	var b bytes.Buffer
	if err := new(table.XLSX).Write(&b, "2026年10月", header, rows); err != nil {
		t.Fatal(err)
	}
	raw := readOne(t, "a.xlsx", b.Bytes())
	want := [][]string{{"青石镇", "141911", "0.968", "90.2", "=1+1"}, {"山口乡", "0", "—", "-0.5", ""}}
	if diff := cmp.Diff(want, [][]string{raw.Rows[0].Cells, raw.Rows[1].Cells}); diff != "" {
		t.Errorf("raw (-want +got):\n%s", diff)
	}
	f, err := excelize.OpenReader(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	shown, err := f.GetRows("2026年10月")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"青石镇", "141911", "96.8%", "90.20", "=1+1"}, shown[1]); diff != "" {
		t.Errorf("shown (-want +got):\n%s", diff)
	}
	panes, err := f.GetPanes("2026年10月")
	if err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("panes %+v, %v", panes, err)
	}
	if formula, _ := f.GetCellFormula("2026年10月", "E2"); formula != "" {
		t.Errorf("formula %q", formula)
	}
	if width, _ := f.GetColWidth("2026年10月", "B"); width != 12 {
		t.Errorf("column B is %v wide, want 12", width)
	}
}

func TestXLSXGivesTheSameBytes(t *testing.T) {
	header, rows := sample()
	var first []byte
	for range 5 {
		var b bytes.Buffer
		if err := new(table.XLSX).Write(&b, "表", header, rows); err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = b.Bytes()
		}
		if !bytes.Equal(first, b.Bytes()) {
			t.Fatal("two workbooks of one table differ")
		}
	}
}

func TestXLSXMakesASheetName(t *testing.T) {
	for name, want := range map[string]string{
		"":                       "Sheet1",
		"乡镇/街道[1]":               "乡镇-街道-1-",
		"'表'":                    "表",
		strings.Repeat("统计", 20): strings.Repeat("统计", 15) + "统",
	} {
		var b bytes.Buffer
		if err := new(table.XLSX).Write(&b, name, []string{"地区", "隐患数"}, nil); err != nil {
			t.Fatal(err)
		}
		if got := readOne(t, "a.xlsx", b.Bytes()).Place.Sheet; got != want {
			t.Errorf("%q is named %q, want %q", name, got, want)
		}
	}
}

// TestXLSXIsReadByExcelize holds that another program finds what was
// written: values as they are shown and stored, styles, widths.
func TestXLSXIsReadByExcelize(t *testing.T) {
	header := []string{"地区", "<&\"'>", " 空格 ", ""}
	var rows [][]table.Value
	for decimals := range 10 {
		rows = append(rows, []table.Value{table.Text("x"), table.Number(-1234567890123, decimals), table.Percent(1234567890123, decimals)})
	}
	rows = append(rows, []table.Value{}, []table.Value{{}, {}, {}, {}, {}, table.Number(1, 0)}, []table.Value{table.Text("=1+1"), table.Number(-123456789012345, 0), table.Percent(5, 9)})
	f := openWritten(t, header, rows)
	for i, row := range append([][]table.Value{{table.Text(header[0]), table.Text(header[1]), table.Text(header[2]), {}}}, rows...) {
		for j, v := range row {
			cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
			if got, err := f.GetCellValue("表", cell); err != nil || got != v.String() {
				t.Errorf("%s shows %q, want %q, %v", cell, got, v.String(), err)
			}
			if formula, err := f.GetCellFormula("表", cell); err != nil || formula != "" {
				t.Errorf("%s is the formula %q, %v", cell, formula, err)
			}
		}
	}
	style, err := f.GetCellStyle("表", "A1")
	if err != nil {
		t.Fatal(err)
	}
	if s, err := f.GetStyle(style); err != nil || !s.Font.Bold || s.Alignment.Horizontal != "center" {
		t.Errorf("header has style %+v, %v", s, err)
	}
	if style, err := f.GetCellStyle("表", "A2"); err != nil || style != 0 {
		t.Errorf("a text has style %d, %v", style, err)
	}
}

func TestXLSXMakesColumnsAsWideAsTheirCells(t *testing.T) {
	values := []table.Value{{}, table.Text("隐患整改数"), table.Text(strings.Repeat("甲", 40)), table.Number(1234567, 0), table.Number(-1234567, 0),
		table.Number(1234567, 2), table.Number(5, 7), table.Number(-5, 7), table.Percent(12345, 1), table.Percent(-5, 6), table.Number(math.MinInt64, 9)}
	f := openWritten(t, make([]string, len(values)), [][]table.Value{values})
	for i, v := range values {
		want := min(max(zh.Width(v.String())+2, 6), 60)
		letters, _ := excelize.ColumnNumberToName(i + 1)
		if got, err := f.GetColWidth("表", letters); err != nil || got != float64(want) {
			t.Errorf("column of %q is %v wide, want %v, %v", v, got, want, err)
		}
	}
}

// TestXLSXKeepsEveryDigit holds numbers that are none of binary floating point.
func TestXLSXKeepsEveryDigit(t *testing.T) {
	var b bytes.Buffer
	row := []table.Value{table.Number(9007199254740993, 0), table.Number(math.MinInt64, 0), table.Percent(100, 0), table.Number(1234567890123, 9)}
	if err := new(table.XLSX).Write(&b, "表", nil, [][]table.Value{row}); err != nil {
		t.Fatal(err)
	}
	got, problems := table.Sheets(b.Bytes())
	want := map[int][]string{2: {"9007199254740993", "-9223372036854775808", "1", "1234.567890123"}}
	if len(got) != 1 || !cmp.Equal(want, got[0].Rows) {
		t.Errorf("%v %v", got, problems)
	}
}

// openWritten writes a table and opens it with excelize.
func openWritten(t *testing.T, header []string, rows [][]table.Value) *excelize.File {
	t.Helper()
	var b bytes.Buffer
	if err := new(table.XLSX).Write(&b, "表", header, rows); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func BenchmarkXLSXWrite(b *testing.B) {
	header := make([]string, 20)
	for i := range header {
		header[i] = "隐患排查数"
	}
	rows := make([][]table.Value, 200)
	for i := range rows {
		rows[i] = []table.Value{table.Text("青石镇")}
		for j := range 19 {
			if j%3 == 0 {
				rows[i] = append(rows[i], table.Percent(int64(i+j), 1))
			} else {
				rows[i] = append(rows[i], table.Number(int64(i*j), 0))
			}
		}
	}
	for _, size := range []int{15, 200} { // a county's month, and a year of it
		b.Run(fmt.Sprintf("%d rows", size), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := new(table.XLSX).Write(io.Discard, "表", header, rows[:size]); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
