package table_test

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"jianbao/internal/table"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

func TestWriteCSVOpensInExcel(t *testing.T) {
	var b bytes.Buffer
	err := table.WriteCSV(&b, []string{"地区", "整改率"}, [][]string{
		{"青石镇", "96.8%"}, {"山口,乡", "—"}, {"云\"溪\"", ""}, {" x", "a\nb"},
	})
	want := "\uFEFF地区,整改率\r\n青石镇,96.8%\r\n\"山口,乡\",—\r\n\"云\"\"溪\"\"\",\r\n\" x\",\"a\r\nb\"\r\n"
	if err != nil || b.String() != want {
		t.Errorf("%v %q, want %q", err, b.String(), want)
	}
}

func TestWriteCSVRunsNoFormula(t *testing.T) {
	for cell, want := range map[string]string{
		"=1+1": "'=1+1", "=HYPERLINK(\"x\")": "'=HYPERLINK(\"x\")", "+cmd|' /C calc'!A0": "'+cmd|' /C calc'!A0", "-1+cmd": "'-1+cmd", "@SUM(A1)": "'@SUM(A1)",
		"　=1": "'　=1", "＝1": "'＝1", "\t=1": "'\t=1",
		"-3": "-3", "+250%": "+250%", "-0.5": "-0.5", "-": "-", "—": "—", "青石镇": "青石镇", "": "",
	} {
		var b bytes.Buffer
		if err := table.WriteCSV(&b, []string{"x", cell}, nil); err != nil {
			t.Fatal(err)
		}
		got := readOne(t, "a.csv", append(b.Bytes(), "\r\n地区,隐患数\r\n"...))
		text := ""
		if len(got.Titles) > 1 {
			text = got.Titles[1].Text
		}
		if text != strings.TrimSpace(want) {
			t.Errorf("%q is written %q, want %q", cell, text, want)
		}
	}
}

func sample() ([]string, [][]table.Value) {
	return []string{"地区", "隐患排查数", "整改率", "得分", "说明"}, [][]table.Value{
		{table.Text("青石镇"), table.Number(141911, 0), table.Percent(968, 1), table.Number(9020, 2), table.Text("=1+1")},
		{table.Text("山口乡"), table.Number(0, 0), table.Text("—"), table.Number(-5, 1), {}},
	}
}

func TestWriteXLSXHoldsNumbers(t *testing.T) {
	header, rows := sample()
	var b bytes.Buffer
	if err := table.WriteXLSX(&b, "2026年10月", header, rows); err != nil {
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

func TestWriteXLSXGivesTheSameBytes(t *testing.T) {
	header, rows := sample()
	var first []byte
	for range 5 {
		var b bytes.Buffer
		if err := table.WriteXLSX(&b, "表", header, rows); err != nil {
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

func TestWriteXLSXMakesASheetName(t *testing.T) {
	for name, want := range map[string]string{
		"":                       "Sheet1",
		"乡镇/街道[1]":               "乡镇-街道-1-",
		"'表'":                    "表",
		strings.Repeat("统计", 20): strings.Repeat("统计", 15) + "统",
	} {
		var b bytes.Buffer
		if err := table.WriteXLSX(&b, name, []string{"地区", "隐患数"}, nil); err != nil {
			t.Fatal(err)
		}
		if got := readOne(t, "a.xlsx", b.Bytes()).Place.Sheet; got != want {
			t.Errorf("%q is named %q, want %q", name, got, want)
		}
	}
}

func TestValueShowsWhatIsWritten(t *testing.T) {
	for want, v := range map[string]table.Value{
		"": {}, "—": table.Text("—"), "12": table.Number(12, 0), "90.20": table.Number(9020, 2), "96.8%": table.Percent(968, 1), "-0.05": table.Number(-5, 2),
	} {
		if got := v.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func BenchmarkWriteXLSX(b *testing.B) {
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
	for b.Loop() {
		if err := table.WriteXLSX(io.Discard, "表", header, rows); err != nil {
			b.Fatal(err)
		}
	}
}
