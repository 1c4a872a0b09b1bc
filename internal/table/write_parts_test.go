package table_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"

	"jianbao/internal/table"

	"github.com/google/go-cmp/cmp"
)

// TestXLSXKeepsEveryCharacter holds that a text is read as it was written,
// but for bytes that are no text, here and by excelize.
func TestXLSXKeepsEveryCharacter(t *testing.T) {
	var all strings.Builder
	for r := rune(0); r < 0x250; r++ {
		all.WriteRune(r)
	}
	for text, want := range map[string]string{
		all.String():                           all.String(),
		"x\r\ny\rz":                            "x\r\ny\rz",
		"_x000D_ _x005F_ _x00":                 "_x000D_ _x005F_ _x00",
		"_x_x0041_x0042_":                      "_x_x0041_x0042_",
		"甲\uFFFE\uFFFF\uFFFD乙😀":                "甲\uFFFE\uFFFF\uFFFD乙😀",
		"a\xffb\xE4\xB8":                       "a\uFFFDb\uFFFD\uFFFD",
		"]]> <![CDATA[ &amp; <t>":              "]]> <![CDATA[ &amp; <t>",
		"x" + strings.Repeat("😀", 17_000):      "x" + strings.Repeat("😀", 16_383), // what Excel reads of a cell
		"x" + strings.Repeat("甲", 33_000):      "x" + strings.Repeat("甲", 32_766),
		"\n " + strings.Repeat("甲", 10) + "\t": "\n " + strings.Repeat("甲", 10) + "\t",
	} {
		f := openWritten(t, []string{text}, [][]table.Value{{table.Text(text)}})
		for _, cell := range []string{"A1", "A2"} {
			if got, err := f.GetCellValue("表", cell); err != nil || got != want {
				t.Errorf("%.40q is %.40q in %s, want %.40q, %v", text, got, cell, want, err)
			}
		}
		var b bytes.Buffer
		if err := new(table.XLSX).Write(&b, "表", []string{"x", "地区" + text + "地区"}, nil); err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(want, "甲") && !strings.HasSuffix(want, "😀") { // what was cut off
			if got, problems := table.Sheets(b.Bytes()); len(got) != 1 || got[0].Rows[1][1] != "地区"+want+"地区" {
				t.Errorf("%.40q is read as %v: %v", text, got, problems)
			}
		}
	}
}

// TestXLSXHasWhatAWorkbookNeeds looks at the parts as Excel does on opening:
// each is well-formed, has a type, and is where the others say.
func TestXLSXHasWhatAWorkbookNeeds(t *testing.T) {
	for _, header := range [][]string{nil, {"地区", " x"}} {
		var b bytes.Buffer
		if err := new(table.XLSX).Write(&b, "\x01甲&\"乙\n'", header, nil); err != nil {
			t.Fatal(err)
		}
		z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		parts := map[string]string{}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			content, err := io.ReadAll(r)
			if err != nil {
				t.Fatal(err)
			}
			names = append(names, f.Name)
			parts[f.Name] = string(content)
			for d := xml.NewDecoder(bytes.NewReader(content)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", f.Name, err)
				}
			}
		}
		want := []string{"[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}
		if diff := cmp.Diff(want, names); diff != "" {
			t.Error(diff)
		}
		for _, name := range names[2:] {
			if !strings.HasSuffix(name, ".rels") && !strings.Contains(parts[names[0]], `PartName="/`+name+`"`) {
				t.Errorf("%s has no type", name)
			}
		}
		for _, m := range regexp.MustCompile(`Target="([^"]*)"`).FindAllStringSubmatch(parts[names[3]], -1) {
			if parts["xl/"+m[1]] == "" {
				t.Errorf("%s is not there", m[1])
			}
		}
		if !strings.Contains(parts["xl/workbook.xml"], `<sheet name="-甲&amp;&quot;乙-" sheetId="1" r:id="rId1"/>`) {
			t.Error(parts["xl/workbook.xml"])
		}
		sheet := parts["xl/worksheets/sheet1.xml"]
		if has := len(header) > 0; strings.Contains(sheet, "<cols>") != has || strings.Contains(sheet, `<t>地区</t>`) != has || strings.Contains(sheet, `<t xml:space="preserve"> x</t>`) != has {
			t.Error(sheet)
		}
	}
}
