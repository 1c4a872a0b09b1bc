package table

import (
	"fmt"
	"strings"
)

const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	relationTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	mainNames     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
)

// file is a part of a workbook that is written.
type file struct{ name, content string }

// partsOfAll are the parts that all workbooks have alike: all but the list of
// sheets and the sheet. They are as few as the standard allows: Excel makes up the
// theme and the properties of the document. The list of content types comes first,
// as it does in the files of Excel: some programs know a workbook by it.
func partsOfAll() []file {
	return []file{
		{"[Content_Types].xml", xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` +
			`<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`},
		{"_rels/.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relationTypes + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/_rels/workbook.xml.rels", xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relationTypes + `/worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + relationTypes + `/styles" Target="styles.xml"/></Relationships>`},
		{"xl/styles.xml", stylesXML()},
	}
}

// workbookXML lists the sheets: one, of the given name.
func workbookXML(sheet string) string {
	return xmlHead + `<workbook xmlns="` + mainNames + `" xmlns:r="` + relationTypes + `">` +
		`<bookViews><workbookView/></bookViews>` +
		`<sheets><sheet name="` + string(appendText(nil, sheet)) + `" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

// The styles of cells, by their place in the list of stylesXML: none, that of the
// header, and one for each number of decimals, as numbers and as rates.
const (
	headerStyle  = 1
	numberStyle  = 2
	percentStyle = numberStyle + maxDecimals + 1
	firstFormat  = 164 // number formats below are Excel's own
)

// style returns the number of a cell's style.
func (v Value) style() int {
	switch v.kind {
	case numberValue:
		return numberStyle + v.decimals
	case percentValue:
		return percentStyle + v.decimals
	}
	return 0
}

// stylesXML lists all styles that cells can have, whether or not they do.
func stylesXML() string {
	var formats, cells strings.Builder
	for percent := range 2 {
		for decimals := range maxDecimals + 1 {
			id := firstFormat + percent*(maxDecimals+1) + decimals
			code := strings.TrimSuffix("0."+strings.Repeat("0", decimals), ".") + strings.Repeat("%", percent)
			fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, id, code)
			fmt.Fprintf(&cells, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, id)
		}
	}
	const count = 2 * (maxDecimals + 1)
	return xmlHead + `<styleSheet xmlns="` + mainNames + `">` +
		fmt.Sprintf(`<numFmts count="%d">%s</numFmts>`, count, &formats) +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>` +
		`<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">`, numberStyle+count) +
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
		`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment horizontal="center" vertical="center"/></xf>` +
		cells.String() + `</cellXfs>` +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}
