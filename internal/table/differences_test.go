package table_test

import (
	"strings"
	"testing"

	"jianbao/internal/table"

	"github.com/google/go-cmp/cmp"
)

// TestReadingDiffersFromExcelize holds where this room reads on purpose what
// excelize does not, or the other way round.
func TestReadingDiffersFromExcelize(t *testing.T) {
	parts := bookParts()
	tests := []struct {
		name, why string
		replaced  []string
		want      map[int][]string // nil: damaged
	}{
		{"cells in another order", "excelize puts a figure under another column, behind the last",
			[]string{sheet1, sheetXML(`<row r="1"><c r="B1"><v>2</v></c><c r="A1"><v>1</v></c></row>`)}, map[int][]string{1: {"1", "2"}}},
		{"rows in another order", "excelize puts the cells of row 1 behind those of row 2",
			[]string{sheet1, sheetXML(`<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`)}, map[int][]string{1: {"1"}, 2: {"2"}}},
		{"a cell twice", "excelize moves the second to the next column; Excel calls the file damaged",
			[]string{sheet1, sheetXML(`<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`)}, nil},
		{"a row twice", "excelize puts one behind the other; Excel calls the file damaged",
			[]string{sheet1, sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1"><c r="B1"><v>2</v></c></row>`)}, nil},
		{"a row 0", "excelize takes it for a row without a number", []string{sheet1, sheetXML(`<row r="0"><c r="A1"><v>1</v></c></row>`)}, nil},
		{"a text that is not there", "excelize reads its number, which would pass for a count",
			[]string{sheet1, sheetXML(`<row r="1"><c r="A1" t="s"><v>7</v></c></row>`)}, nil},
		{"a text without a number", "excelize reads the first text", []string{sheet1, sheetXML(`<row r="1"><c r="A1" t="s"><v>x</v></c></row>`)}, nil},
		{"a style that is no number", "excelize reads the cell as blank", []string{sheet1, sheetXML(`<row r="1"><c r="A1" s="x"><v>1</v></c></row>`)}, map[int][]string{1: {"1"}}},
		{"a column within a cell", "excelize ends the cell where the inner one ends, and takes its value",
			[]string{sheet1, sheetXML(`<row r="1"><c r="A1"><x><v>2</v></x><v>1</v><x><v>3</v></x></c></row>`)}, map[int][]string{1: {"1"}}},
		{"rows that are no data", "excelize takes any element row",
			[]string{sheet1, sheetXML(`<x><row r="3"><c r="A3"><v>9</v></c></row></x><row r="4"><c r="A4"><v>1</v></c></row>`)}, map[int][]string{4: {"1"}}},
		{"cut off behind the rows", "excelize does not read on; merged ranges are missing",
			[]string{sheet1, strings.TrimSuffix(parts[sheet1], "</worksheet>") + `<mergeCells><mergeCell ref="A1:A2"/>`}, nil},
		{"a bad entity behind the rows", "the same", []string{sheet1, strings.Replace(parts[sheet1], "</worksheet>", "<x>&nbsp;</x></worksheet>", 1)}, nil},
		{"GBK", "excelize decodes it; nobody writes it, and Excel refuses it",
			[]string{sheet1, `<?xml version="1.0" encoding="GBK"?><worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`}, nil},
		{"a DTD", "excelize passes over it; Excel refuses it", []string{sheet1, `<!DOCTYPE worksheet>` + sheetXML(`<row r="1"><c r="A1"><v>1</v></c></row>`)}, nil},
		{"a sheet that is not there", "excelize leaves it out, and a township's figures with it", []string{"-" + sheet1, ""}, nil},
		{"a sheet that nothing leads to", "the same", []string{"xl/_rels/workbook.xml.rels", `<Relationships/>`}, nil},
		{"an empty part", "the same", []string{sheet1, ""}, nil},
		{"a long name", "excelize refuses the name, and reads nothing", []string{"xl/workbook.xml", strings.Replace(parts["xl/workbook.xml"], "10月", strings.Repeat("月", 40), 1)},
			map[int][]string{1: {"零", "一"}, 2: {"", "0.97199999999999998"}}},
		{"two sheets of one name", "excelize reads one of them twice", []string{
			"xl/workbook.xml", strings.Replace(parts["xl/workbook.xml"], "</sheets>", `<sheet name="10月" sheetId="2" r:id="rId3"/></sheets>`, 1),
			"xl/_rels/workbook.xml.rels", strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Rel", `<Relationship Id="rId3" Type="/worksheet" Target="worksheets/sheet2.xml"/></Rel`, 1),
			"xl/worksheets/sheet2.xml", parts[sheet1]}, nil},
		{"one part for two sheets", "excelize reads it twice, which can be made a thousand times",
			[]string{"xl/workbook.xml", strings.Replace(parts["xl/workbook.xml"], "</sheets>", `<sheet name="11月" sheetId="2" r:id="rId1"/></sheets>`, 1)}, nil},
		{"a bad date system", "excelize says so too, in its way", []string{"xl/workbook.xml", strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="x"/><sheets>`, 1)}, nil},
		{"elements without end", "excelize takes memory for each", []string{sheet1, strings.Repeat("<a>", 1<<16)}, nil},
		{"attributes without end", "the same", []string{sheet1, sheetXML(`<row ` + strings.Repeat(`a="" `, 1<<16) + `/><row r="1"><c r="A1"><v>1</v></c></row>`)}, nil},
		{"folders in other letters", "excelize wants them as they are written; names of parts are alike in all letters",
			[]string{"-" + sheet1, "", "XL/Worksheets/Sheet1.XML", parts[sheet1]}, map[int][]string{1: {"零", "一"}, 2: {"", "0.97199999999999998"}}},
	}
	for _, tt := range tests {
		data := bookOf(t, tt.replaced...)
		got, problems := table.Sheets(data)
		if tt.want == nil {
			if len(got) > 0 || len(problems) != 1 || !strings.Contains(problems[0].Message, "已损坏") {
				t.Errorf("%s: %v\n%s", tt.name, got, text(problems))
			}
		} else if len(got) != 1 || len(problems) > 0 {
			t.Errorf("%s: %d sheets\n%s", tt.name, len(got), text(problems))
		} else if diff := cmp.Diff(tt.want, got[0].Rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
		if theirs, err := sheetsOfExcelize(data, false); err == nil && len(theirs) == 1 && cmp.Equal(theirs[0].Rows, tt.want) {
			t.Errorf("%s: excelize reads the same; %q is no longer so", tt.name, tt.why)
		}
	}
}

// TestDamagedXMLIsNotRead holds that no XML which is not well-formed is read, in
// whatever part of a sheet, and by whose judgement it is not.
func TestDamagedXMLIsNotRead(t *testing.T) {
	for _, xml := range []string{
		"", " ", "x", "<", "<worksheet", "<worksheet/", "<worksheet>", "</worksheet>", "<worksheet></worksheets>", "<worksheet/><worksheet/>", "<worksheet/>x", "x<worksheet/>",
		"<worksheet><![CDATA[x</worksheet>", "<worksheet><!-- x</worksheet>", "<worksheet><?x</worksheet>", "<![CDATA[ ]]><worksheet/>", "<worksheet/>\x00",
		"<worksheet x/>", "<worksheet x=/>", "<worksheet x=y/>", "<worksheet x='y/>", "<worksheet x='<'/>", "<worksheet x='&y'/>", "<worksheet x='\x01'/>", "<worksheet 1='y'/>", "<worksheet / >",
		"<worksheet>&x;</worksheet>", "<worksheet>&amp</worksheet>", "<worksheet>&;</worksheet>", "<worksheet>&#;</worksheet>", "<worksheet>&#x;</worksheet>", "<worksheet>&#xG;</worksheet>",
		"<worksheet>&#0;</worksheet>", "<worksheet>&#8;</worksheet>", "<worksheet>&#xD800;</worksheet>", "<worksheet>&#xFFFE;</worksheet>", "<worksheet>&#xFFFF;</worksheet>", "<worksheet>&#x110000;</worksheet>",
		"<worksheet>]]></worksheet>", "<worksheet>\x0b</worksheet>", "<worksheet>\xff</worksheet>", "<worksheet>\uFFFE</worksheet>", "<worksheet>\uFFFF</worksheet>", "<worksheet><![CDATA[\x00]]></worksheet>",
		"<worksheet><-/></worksheet>", "<worksheet>< x/></worksheet>", "<worksheet><x></x y></worksheet>", "<worksheet><!x></worksheet>", "<worksheet><a><b></a></b></worksheet>",
		"<?xml version='1.1'?><worksheet/>", "<?xml version='1.0' encoding='UTF-16'?><worksheet/>", "<?xml version='1.0'><worksheet/>", "<chartsheet/>",
		"<worksheet>" + strings.Repeat("<a>", 300) + strings.Repeat("</a>", 300) + "</worksheet>",
	} {
		_, problems := table.Sheets(bookOf(t, sheet1, xml))
		if len(problems) != 1 || !strings.Contains(problems[0].Message, "已损坏") {
			t.Errorf("%q: %s", xml, text(problems))
		}
	}
	for _, xml := range []string{
		"<worksheet/>", "\uFEFF<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n<worksheet ></worksheet >\n<!-- x --><?x?>", "<worksheet a='\"' b=\"'>\">]] ></worksheet>",
		"<worksheet>\t&#9;&#xA;&#13;&#x10FFFF;&#xE000;&#xFFFD;</worksheet>", "<a:worksheet><a:b/></a:worksheet>", "<worksheet><表 列='甲'/></worksheet>",
	} {
		if _, problems := table.Sheets(bookOf(t, sheet1, xml)); len(problems) != 1 || !strings.Contains(problems[0].Message, "没有内容") {
			t.Errorf("%q: %s", xml, text(problems))
		}
	}
}

// TestMergedRangesAreWhatTheySay holds which references are ranges.
func TestMergedRangesAreWhatTheySay(t *testing.T) {
	list := []string{"A1:B2", "$C$4:d5", "A1", "A1:", ":B2", "B1:A2", "A2:B1", "A0:B2", "A1:XFE1", "A1:A1048577", "A1:XFD1048576", "A:B", "1:2", "A1:B2:C3", ""}
	behind := ""
	for _, ref := range list {
		behind += `<mergeCell ref="` + ref + `"/>`
	}
	xml := sheetXML(`<row r="1">` + inline("A1", "x") + `</row>`)
	of := func(ranges string) []string {
		got, problems := table.Sheets(bookOf(t, sheet1, strings.Replace(xml, "</worksheet>", "<mergeCells>"+ranges+"</mergeCells></worksheet>", 1)))
		if len(got) != 1 {
			t.Fatal(text(problems))
		}
		return got[0].Merges
	}
	if diff := cmp.Diff([]string{"A1:B2", "C4:D5", "A1:XFD1048576"}, of(behind)); diff != "" {
		t.Error(diff)
	}
	if got := len(of(strings.Repeat(`<mergeCell ref="A1:B2"/>`, 1<<17+1))); got != 1<<17 {
		t.Errorf("%d ranges are kept", got)
	}
}
