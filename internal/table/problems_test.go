package table_test

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"jianbao/internal/problem"
	"jianbao/internal/table"

	"github.com/xuri/excelize/v2"
)

// archive makes a ZIP of parts, in order: name, content, name, content …
func archive(t testing.TB, parts ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(parts); i += 2 {
		p, err := w.Create(parts[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Write([]byte(parts[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// forged makes a workbook with a part that declares to unpack to size bytes,
// and unpacks to a million.
func forged(t testing.TB, part string, size uint64) []byte {
	t.Helper()
	var packed, b bytes.Buffer
	deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(deflate, strings.Repeat(" ", 1<<20))
	deflate.Close()
	w := zip.NewWriter(&b)
	if _, err := w.Create("[Content_Types].xml"); err != nil {
		t.Fatal(err)
	}
	p, err := w.CreateRaw(&zip.FileHeader{Name: part, Method: zip.Deflate, CompressedSize64: uint64(packed.Len()), UncompressedSize64: size})
	if err != nil {
		t.Fatal(err)
	}
	p.Write(packed.Bytes())
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// replacePart puts another content into a part of a workbook.
func replacePart(t testing.TB, data []byte, name, content string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := []string{}
	for _, f := range r.File {
		p, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		if _, err := b.ReadFrom(p); err != nil {
			t.Fatal(err)
		}
		parts = append(parts, f.Name, b.String())
		if f.Name == name {
			parts[len(parts)-1] = content
		}
	}
	return archive(t, parts...)
}

// stored packs the parts of a workbook anew without making them smaller.
func stored(t testing.TB, data []byte) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.Copy(to, from); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func utf16le(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

const small = `
地区|隐患排查数|隐患整改数
青石镇|12|11
山口乡|3|3`

const sheet1 = "xl/worksheets/sheet1.xml"

func sheetXML(rows string) string {
	return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

func inline(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

const headerXML = `<row r="1"><c r="A1" t="inlineStr"><is><t>地区</t></is></c><c r="B1" t="inlineStr"><is><t>隐患排查数</t></is></c></row>`

// TestProblemsAreWorded holds every message of this room.
func TestProblemsAreWorded(t *testing.T) {
	good := book(t, "10月", small)
	encrypted := excelize.NewFile()
	var protected bytes.Buffer
	if err := encrypted.Write(&protected, excelize.Options{Password: "1"}); err != nil {
		t.Fatal(err)
	}
	date1904 := excelize.NewFile()
	yes := true
	if err := date1904.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &yes}); err != nil {
		t.Fatal(err)
	}
	fill(t, date1904, "Sheet1", small)
	formula := excelize.NewFile()
	fill(t, formula, "Sheet1", small)
	if err := formula.SetCellFormula("Sheet1", "C4", "SUM(C2:C3)"); err != nil {
		t.Fatal(err)
	}
	notes := excelize.NewFile()
	fill(t, notes, "Sheet1", small)
	for _, name := range []string{"封面", "上年"} {
		if _, err := notes.NewSheet(name); err != nil {
			t.Fatal(err)
		}
	}
	fill(t, notes, "封面", "云溪县安委办\n2026年10月")
	fill(t, notes, "上年", "甲镇|1|2\n乙镇|3|4")

	wide := sheetXML(strings.Repeat(`<row><c r="ALL1"><v>1</v></c></row>`, 5001)) // 1000 columns

	tests := []struct {
		name, file string
		data       []byte
	}{
		{"empty", "a.csv", nil},
		{"blank", "a.csv", []byte(" \r\n\n")},
		{"comments only", "a.csv", []byte("# 说明\n#\n")},
		{"blank workbook", "a.xlsx", bytesOf(t, excelize.NewFile())},
		{"old workbook", "a.xls", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + utf16le("Workbook"))},
		{"old workbook renamed", "a.xlsx", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + utf16le("Workbook"))},
		{"old workbook renamed to CSV", "a.csv", []byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")},
		{"password", "a.xlsx", protected.Bytes()},
		{"web page", "a.xls", []byte("\r\n<html><table><tr><td>地区</td></tr></table></html>")},
		{"XML", "a.xlsx", []byte(`<?xml version="1.0"?><Workbook/>`)},
		{"text", "a.xls", []byte("地区\t隐患排查数\n")},
		{"Word", "a.xlsx", archive(t, "[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>")},
		{"ZIP", "a.xlsx", archive(t, "../../etc/passwd", "x")},
		{"nothing in it", "a.xlsx", archive(t)},
		{"binary workbook", "a.xlsb", archive(t, "[Content_Types].xml", "<Types/>", "xl/workbook.bin", "x")},
		{"cut off", "a.xlsx", good[:len(good)/2]},
		{"no parts", "a.xlsx", archive(t, "[Content_Types].xml", "<Types/>")},
		{"parts that are no XML", "a.xlsx", replacePart(t, good, "xl/workbook.xml", "\x00<")},
		{"rows cut off", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="2"><c r="A2"><v>1</x></c></row><row r="3"><c r="A3"><v>1</v></c></row>`))},
		{"a text that is not there", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="2"><c r="A2" t="s"><v>-1</v></c></row>`))},
		{"a byte of a part that is not packed changed", "a.xlsx", bytes.Replace(stored(t, good), []byte("<v>12</v>"), []byte("<v>92</v>"), 1)},
		{"too many cells in two sheets", "a.xlsx", bookOf(t,
			"xl/workbook.xml", `<workbook><sheets><sheet name="甲" id="rId1"/><sheet name="乙" id="rId3"/></sheets></workbook>`,
			"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId3" Type="/worksheet" Target="worksheets/sheet2.xml"/></Relationships>`,
			sheet1, wide, "xl/worksheets/sheet2.xml", wide)},
		{"too many texts", "a.xlsx", bookOf(t, "xl/sharedStrings.xml", "<sst>"+strings.Repeat("<si/>", 3<<20+1)+"</sst>")},
		{"formulas without result", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="2"><c r="A2" t="str"><f>"a"</f><v>甲</v></c><c r="B2" t="str"><f>""</f><v/></c>`+
			`<c r="C2" t="inlineStr"><f/><is/></c><c r="D2"><f>1</f></c><c><f ref="E2:E9" t="shared" si="0"/></c></row>`))},
		{"cell out of range", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="2"><c r="AAAA2"><v>1</v></c></row>`))},
		{"row out of range", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="999999999"><c r="A2"><v>1</v></c></row>`))},
		{"too wide", "a.xlsx", replacePart(t, good, sheet1, sheetXML(headerXML+`<row r="2">`+inline("XFD2", "x")+`</row>`))},
		{"too wide as text", "a.csv", []byte("地区,隐患排查数\n" + strings.Repeat(",", 2000) + "1\n")},
		{"bomb", "a.xlsx", forged(t, sheet1, 201<<20)},
		{"bomb of styles", "a.xlsx", forged(t, "xl/styles.xml", 20<<20)},
		{"a bomb that declares little", "a.xlsx", forged(t, "xl/styles.xml", 10)},
		{"1904", "a.xlsx", bytesOf(t, date1904)},
		{"formula without result", "a.xlsx", bytesOf(t, formula)},
		{"no header", "2026-10.csv", []byte("# 说明\n会议,议定事项数,完成数\n党组会议,39,39\n")},
		{"no header in a workbook", "a.xlsx", book(t, "10月", "云溪县\n名称|个数\n甲|1")},
		{"a sheet of numbers without a header", "a.xlsx", bytesOf(t, notes)},
		{"binary text", "a.csv", []byte("地区\x00,1\n")},
		{"damaged UTF-8", "a.csv", []byte("地区,隐患排查数\n青\xE7\x9F镇,12\n")},
		{"no encoding", "a.csv", []byte("a,b\n\xC7\xE0\xFF\xFF,1\n")},
		{"quote not closed", "a.csv", []byte("地区,隐患排查数\n\"青石镇,12\n山口乡,3\n")},
		{"quote not closed in the last line", "a.csv", []byte("地区,隐患排查数\n青石镇,\"12")},
		{"quote inside", "a.csv", []byte("地区,隐患描述\n青石镇,通道堆放\"杂物\"未清理\n")},
		{"text behind a quote", "a.csv", []byte("地区,隐患描述\n青石镇,\"杂物\"未清理\n")},
		{"longer than the header", "a.csv", []byte("地区,隐患排查数,隐患整改数\n青石镇,1,234,1,230\n山口乡,3,3\n")},
		{"many longer than the header", "a.csv", []byte("地区,隐患排查数\n" + strings.Repeat("青石镇,1,234\n", 13))},
		{"a folder", "folder", nil},
	}
	var b strings.Builder
	for _, tt := range tests {
		fsys := fstest.MapFS{tt.file: {Data: tt.data}, "folder/x": {}}
		if tt.file == "folder" {
			delete(fsys, "folder")
		}
		tables, problems := table.Read(fsys, tt.file, known)
		fmt.Fprintf(&b, "-- %s --\n%s", tt.name, text(problems))
		if len(tables) > 0 {
			fmt.Fprintf(&b, "(%d table, %d rows)\n", len(tables), len(tables[0].Rows))
		}
		for _, p := range problems {
			if !strings.HasSuffix(p.Message, "。") || !strings.HasSuffix(p.Advice, "。") || p.Place.File != tt.file {
				t.Errorf("%s: %+v", tt.name, p)
			}
		}
	}
	golden(t, "problems.golden", b.String())
}

func TestAMissingFileIsAProblem(t *testing.T) {
	tables, problems := table.Read(fstest.MapFS{}, "a.xlsx", known)
	if tables != nil || len(problems) != 1 || problems[0].Code != problem.UnreadableFile {
		t.Errorf("%v, %v", tables, problems)
	}
}
