package table_test

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/internal/table"
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

func TestValueShowsWhatIsWritten(t *testing.T) {
	for want, v := range map[string]table.Value{
		"": {}, "—": table.Text("—"), "12": table.Number(12, 0), "90.20": table.Number(9020, 2), "96.8%": table.Percent(968, 1), "-0.05": table.Number(-5, 2),
	} {
		if got := v.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
