package table_test

import (
	"strings"
	"testing"
)

const (
	mainSpace = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relSpace  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
)

// bookParts are the parts of a workbook of one sheet, 10月, by name.
func bookParts() map[string]string {
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relSpace + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relSpace + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relSpace + `/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
		"xl/workbook.xml":      `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relSpace + `"><sheets><sheet name="10月" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/sharedStrings.xml": `<sst xmlns="` + mainSpace + `"><si><t>零</t></si><si><t>一</t></si></sst>`,
		sheet1:                 sheetXML(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row><row r="2"><c r="B2"><v>0.97199999999999998</v></c></row>`),
	}
}

// bookOf makes a workbook of bookParts, with some replaced: name, content, name …
// A name with - before it takes the part away.
func bookOf(t testing.TB, replaced ...string) []byte {
	t.Helper()
	all := bookParts()
	for i := 0; i < len(replaced); i += 2 {
		all[replaced[i]] = replaced[i+1]
		if gone, found := strings.CutPrefix(replaced[i], "-"); found {
			delete(all, replaced[i])
			delete(all, gone)
		}
	}
	list := []string{}
	for name, content := range all {
		list = append(list, name, content)
	}
	return archive(t, list...)
}

// TestVariantsAreReadAsByExcelize reads what programs write in different ways.
func TestVariantsAreReadAsByExcelize(t *testing.T) {
	parts := bookParts()
	rows := func(xml string) []string { return []string{sheet1, sheetXML(xml)} }
	texts := func(items string) []string {
		return []string{"xl/sharedStrings.xml", `<sst xmlns="` + mainSpace + `">` + items + `</sst>`}
	}
	of := func(part, from, to string) []string {
		if !strings.Contains(parts[part], from) {
			t.Fatalf("%s has no %s", part, from)
		}
		return []string{part, strings.ReplaceAll(parts[part], from, to)}
	}
	prefixed := strings.NewReplacer("<?", "<?", "</", "</x:", "<", "<x:", "xmlns=", "xmlns:x=").Replace
	strict := strings.NewReplacer(mainSpace, "http://purl.oclc.org/ooxml/spreadsheetml/main", relSpace, "http://purl.oclc.org/ooxml/officeDocument/relationships").Replace
	tests := []struct {
		name     string
		replaced []string
	}{
		{"as it is", nil},
		{"all types", rows(`<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="d"><v>2026-10-03T00:00:00</v></c>` +
			`<c r="D1" t="str"><f>A1</f><v>_x0041_甲</v></c><c r="E1" t="n"><v>1E-3</v></c><c r="F1" t="x"><v>y</v></c><c r="G1" t="s"><v> 1 </v></c>` + inline("H1", "乙_x0041_") + `</row>`)},
		{"digits as stored", rows(`<row r="1"><c r="A1"><v>0.97199999999999998</v></c><c r="B1"><v>12345678901234567890</v></c><c r="C1"><v>007</v></c><c r="D1"><v> 1.50 </v></c></row>`)},
		{"inline without text", rows(`<row r="1"><c r="A1" t="inlineStr"><v>1</v></c><c r="B1" t="inlineStr"><is/></c><c r="C1"><is><t>x</t></is></c><c r="D1" t="inlineStr"><is><t/></is><v>3</v></c><c r="E1"><v>2</v></c></row>`)},
		{"without references", rows(`<row><c><v>1</v></c><c/><c r="E9"><v>2</v></c><c r=""><v>3</v></c></row><row r="5"/><row><c><v>4</v></c></row>`)},
		{"references in small letters and with $", rows(`<row r="1"><c r="b1"><v>1</v></c><c r="$d$1"><v>2</v></c><c r="aA1"><v>3</v></c></row>`)},
		{"styled blanks to the last column", rows(`<row r="1" spans="1:16384" s="3" customFormat="1"><c r="A1" s="1"><v>1</v></c><c s="1"></c><c r="XFD1" s="1"/></row>`)},
		{"blank rows between", rows(`<row r="3"><c r="C3"><v>1</v></c></row><row r="1000"><c r="A1000"><v>2</v></c></row>`)},
		{"tags with spaces", rows("<row\n r = '1'\t><c r='A1' ><v >1</v ></c\n></row >")},
		{"instructions and comments", rows(`<!-- <row r="9"> --><?x <row?><row r="1"><!----><c r="A1"><v>1<!-- 2 -->3<?x?></v></c></row>`)},
		{"extensions in rows and cells", rows(`<row r="1"><c r="A1"><v>1</v><extLst><ext uri="x"><y/></ext></extLst></c><extLst/></row>`)},
		{"entities", rows(`<row r="1">` + inline("A1", `&lt;&gt;&amp;&quot;&apos;&#65;&#x4E00;&#x1F600;`) + inline("B1", `x<![CDATA[<&amp;]]>y`) + `<c r="&#67;1"><v>&#49;</v></c></row>`)},
		{"ends of lines", rows("<row r=\"1\">" + inline("A1", "a\r\nb\rc&#13;d&#10;e") + inline("B1", "<![CDATA[a\r\nb]]>") + "</row>")},
		{"space kept", rows(`<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a  b </t></is></c></row>`)},
		{"runs", texts(`<si><r><t>甲</t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve"> 乙</t></r><rPh sb="0" eb="1"><t>jia</t></rPh><phoneticPr fontId="1"/></si><si/>`)},
		{"readings of a plain text", texts(`<si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si><si><t/></si>`)},
		{"escapes", texts(`<si><t>a_x000D_b_x005F_x000D_c_x0041_x0042_</t></si><si><t>_xD83D__xde00_ _x12_ _xZZZZ_ _x4e00_</t></si>`)},
		{"escape over runs", texts(`<si><r><t>_x00</t></r><r><t>41_</t></r></si><si><t>x_</t></si>`)},
		{"BOM", []string{sheet1, "\uFEFF" + parts[sheet1], "xl/workbook.xml", "\uFEFF" + parts["xl/workbook.xml"]}},
		{"prefixes", []string{sheet1, prefixed(parts[sheet1]), "xl/sharedStrings.xml", prefixed(parts["xl/sharedStrings.xml"]), "xl/workbook.xml", prefixed(parts["xl/workbook.xml"])}},
		{"Strict", []string{sheet1, strict(parts[sheet1]), "xl/sharedStrings.xml", strict(parts["xl/sharedStrings.xml"]), "xl/workbook.xml", strict(parts["xl/workbook.xml"]),
			"_rels/.rels", strict(parts["_rels/.rels"]), "xl/_rels/workbook.xml.rels", strict(parts["xl/_rels/workbook.xml.rels"])}},
		{"absolute targets", []string{"_rels/.rels", strings.ReplaceAll(parts["_rels/.rels"], "xl/work", "/xl/work"),
			"xl/_rels/workbook.xml.rels", strings.ReplaceAll(parts["xl/_rels/workbook.xml.rels"], "worksheets/", "/xl/worksheets/")}},
		{"targets with dots", of("xl/_rels/workbook.xml.rels", "worksheets/", "../xl/./worksheets/")},
		{"targets with backslashes", of("xl/_rels/workbook.xml.rels", "worksheets/", `worksheets\`)},
		{"names with backslashes", []string{"-" + sheet1, "", `xl\worksheets\sheet1.xml`, parts[sheet1], "-xl/sharedStrings.xml", "", `xl\sharedStrings.xml`, parts["xl/sharedStrings.xml"]}},
		{"names in other letters", []string{"-xl/sharedStrings.xml", "", "xl/SharedStrings.xml", parts["xl/sharedStrings.xml"], "-[Content_Types].xml", "", "[content_types].xml", parts["[Content_Types].xml"]}},
		{"texts that nothing refers to", of("xl/_rels/workbook.xml.rels", "/sharedStrings", "/somethingElse")},
		{"another folder", []string{"_rels/.rels", strings.ReplaceAll(parts["_rels/.rels"], "xl/workbook.xml", "book/b.xml"), "-xl/workbook.xml", "", "book/b.xml", parts["xl/workbook.xml"],
			"-xl/_rels/workbook.xml.rels", "", "book/_rels/b.xml.rels", strings.ReplaceAll(parts["xl/_rels/workbook.xml.rels"], `Target="`, `Target="/xl/`)}},
		{"name with entities", of("xl/workbook.xml", "10月", "&#49;0月&amp;&lt;甲&gt;")},
		{"a sheet of a chart", []string{
			"xl/workbook.xml", strings.Replace(parts["xl/workbook.xml"], "<sheets>", `<sheets><sheet name="图" sheetId="2" r:id="rId3"/>`, 1),
			"xl/_rels/workbook.xml.rels", strings.Replace(parts["xl/_rels/workbook.xml.rels"], "</Rel", `<Relationship Id="rId3" Type="`+relSpace+`/chartsheet" Target="chartsheets/sheet1.xml"/></Rel`, 1),
			"xl/chartsheets/sheet1.xml", `<chartsheet xmlns="` + mainSpace + `"><sheetViews><sheetView workbookViewId="0"/></sheetViews><drawing r:id="rId1"/></chartsheet>`}},
		{"other elements among the sheets", of("xl/workbook.xml", "</sheets>", `<x name="11月" r:id="rId1"/></sheets>`)},
		{"hidden", of("xl/workbook.xml", `r:id="rId1"`, `r:id="rId1" state="hidden"`)},
		{"very hidden", of("xl/workbook.xml", `r:id="rId1"`, `r:id="rId1" state="veryHidden"`)},
		{"visible", of("xl/workbook.xml", `r:id="rId1"`, `r:id="rId1" state="visible"`)},
		{"no dates of 1904", of("xl/workbook.xml", `<sheets>`, `<workbookPr date1904="false"/><sheets>`)},
		{"attributes twice", rows(`<row r="2" r="1"><c r="A1" x:r="B1" t="n" t="b"><v>1</v></c></row>`)},
		{"elements in a value", rows(`<row r="1"><c r="A1"><v>1<x>2</x>3</v></c></row>`)},
		{"merged ranges", of(sheet1, `</sheetData>`, `</sheetData><mergeCells count="3"><mergeCell ref="A1:B2"/><x/><mergeCell ref="C4:D5"></mergeCell></mergeCells>`)},
		{"characters in a header", of(sheet1, `</sheetData>`, `</sheetData><headerFooter><oddHeader>&amp;C&lt;row r="9"/&gt;</oddHeader></headerFooter>`)},
	}
	for _, tt := range tests {
		wantSame(t, tt.name, bookOf(t, tt.replaced...))
	}
}
