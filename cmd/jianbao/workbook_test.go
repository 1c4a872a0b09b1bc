package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"html"
	"strconv"
	"strings"
	"testing"
)

// A workbook is made by hand here, part by part, because what has to be tried is
// what no library writes.

// sheet is one worksheet: lines of cells between |.
//
//	青石镇      text
//	98          a number
//	=B2/C2      a formula whose result was not saved
//	=B2/C2→12   a formula with its result
//	#DIV/0!     an error value
type sheet struct {
	name   string
	state  string // "", hidden, veryHidden
	lines  []string
	merges []string // A2:A3
}

func (s sheet) xml() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>`)
	for i, line := range s.lines {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for j, text := range strings.Split(line, "|") {
			b.WriteString(cellXML(fmt.Sprintf("%c%d", 'A'+j, i+1), text))
		}
		b.WriteString("</row>")
	}
	b.WriteString("</sheetData>")
	if len(s.merges) > 0 {
		b.WriteString("<mergeCells>")
		for _, m := range s.merges {
			fmt.Fprintf(&b, `<mergeCell ref="%s"/>`, m)
		}
		b.WriteString("</mergeCells>")
	}
	return b.String() + "</worksheet>"
}

func cellXML(ref, text string) string {
	text = html.EscapeString(text)
	if formula, isFormula := strings.CutPrefix(text, "="); isFormula {
		formula, result, saved := strings.Cut(formula, "→")
		if !saved {
			return fmt.Sprintf(`<c r="%s"><f>%s</f></c>`, ref, formula)
		}
		return fmt.Sprintf(`<c r="%s"><f>%s</f><v>%s</v></c>`, ref, formula, result)
	}
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		return fmt.Sprintf(`<c r="%s"><v>%s</v></c>`, ref, text)
	}
	switch {
	case text == "":
		return ""
	case strings.HasPrefix(text, "#"):
		return fmt.Sprintf(`<c r="%s" t="e"><v>%s</v></c>`, ref, text)
	}
	return fmt.Sprintf(`<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, text)
}

// part is one file in a ZIP.
type part struct{ name, body string }

// workbook makes an .xlsx of the sheets.
func workbook(t *testing.T, sheets ...sheet) []byte {
	t.Helper()
	return archive(t, workbookParts("", sheets...)...)
}

// workbookParts are the parts of a workbook; properties is the XML before its
// list of sheets.
func workbookParts(properties string, sheets ...sheet) []part {
	const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var list, rels, types strings.Builder
	parts := []part{}
	for i, s := range sheets {
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="rId%d"`, s.name, i+1, i+1)
		if s.state != "" {
			fmt.Fprintf(&list, ` state="%s"`, s.state)
		}
		list.WriteString("/>")
		fmt.Fprintf(&rels, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relationships, i+1)
		fmt.Fprintf(&types, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`, i+1)
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), s.xml()})
	}
	return append([]part{
		{"[Content_Types].xml", `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>` + types.String() + `</Types>`},
		{"_rels/.rels", `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="rId1" Type="` + relationships + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="` + relationships + `">` +
			properties + `<sheets>` + list.String() + `</sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` + rels.String() + `</Relationships>`},
	}, parts...)
}

func archive(t *testing.T, parts ...part) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range parts {
		w, err := z.Create(p.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(p.body)); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bomb is a workbook whose sheet unpacks to a number of megabytes, and says that
// it unpacks to declared bytes.
func bomb(t *testing.T, megabytes int, declared uint64) []byte {
	t.Helper()
	block := bytes.Repeat([]byte(" "), 1<<20)
	var packed, b bytes.Buffer
	sum := crc32.NewIEEE()
	deflate, err := flate.NewWriter(&packed, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	for range megabytes {
		sum.Write(block)
		if _, err := deflate.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := deflate.Close(); err != nil {
		t.Fatal(err)
	}
	z := zip.NewWriter(&b)
	for _, p := range workbookParts("", sheet{name: "10月"}) {
		header := &zip.FileHeader{Name: p.name, Method: zip.Deflate, UncompressedSize64: declared, CompressedSize64: uint64(packed.Len()), CRC32: sum.Sum32()}
		body := packed.Bytes()
		if !strings.HasSuffix(p.name, "sheet1.xml") {
			body = []byte(p.body)
			header = &zip.FileHeader{Name: p.name, Method: zip.Store, UncompressedSize64: uint64(len(body)), CompressedSize64: uint64(len(body)), CRC32: crc32.ChecksumIEEE(body)}
		}
		w, err := z.CreateRaw(header)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

var plainLines = []string{"地区|隐患排查数|隐患整改数", "青石镇|98|97", "桥头乡|12|12"}

func workbookCases(t *testing.T) map[string]madeCase {
	good := workbook(t, sheet{name: "10月", lines: plainLines})
	ole := "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + strings.Repeat("\x00", 504)
	damaged := bytes.Clone(good)
	for i := len(damaged) / 2; i < len(damaged)/2+64; i++ {
		damaged[i] ^= 0x55
	}
	three := "areas: [青石镇, 桥头乡, 沙溪镇]\n"
	rates := []string{"地区|隐患排查数|隐患整改数|整改率"}
	township := func(unit string, found string) []byte {
		return workbook(t, sheet{name: "Sheet1", lines: []string{"填报单位：" + unit, "行业领域|隐患排查数|隐患整改数", "建筑施工|" + found + "|" + found, "危险化学品|3|3"}})
	}
	return map[string]madeCase{
		"workbooks/old-format":      one("A workbook of Excel 97, renamed.", octoberBook, append([]byte(ole), utf16Bytes("Workbook")...)),
		"workbooks/old-name":        one("A workbook of Excel 97 under its own name.", "statistics/2026-10.xls", append([]byte(ole), utf16Bytes("Workbook")...)),
		"workbooks/wps-format":      one("A workbook of old WPS.", "statistics/2026-10.et", append([]byte(ole), utf16Bytes("Workbook")...)),
		"workbooks/password":        one("A workbook with a password.", octoberBook, append([]byte(ole), utf16Bytes("EncryptedPackage")...)),
		"workbooks/damaged":         one("A workbook with bytes changed in its middle.", octoberBook, damaged),
		"workbooks/truncated":       one("A workbook whose copying was broken off.", octoberBook, good[:len(good)*2/3]),
		"workbooks/word-document":   one("A Word document, renamed.", octoberBook, archive(t, part{"[Content_Types].xml", "<Types/>"}, part{"word/document.xml", "<w/>"})),
		"workbooks/web-page":        one("A web page that some system exports under the name of a workbook.", "statistics/2026-10.xls", []byte("<html><body><table><tr><td>地区</td></tr></table></body></html>")),
		"workbooks/csv-renamed":     one("A CSV file, renamed.", octoberBook, []byte(plainCSV)),
		"workbooks/picture":         one("A picture, renamed.", octoberBook, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")),
		"workbooks/zip":             one("The workbooks of all townships in one ZIP, renamed.", octoberBook, archive(t, part{"青石镇.xlsx", string(good)})),
		"workbooks/bomb-declared":   one("A sheet that says it unpacks to 300 MB.", octoberBook, bomb(t, 1, 300<<20)),
		"workbooks/bomb":            one("A sheet that does unpack to 300 MB.", octoberBook, bomb(t, 300, 300<<20)),
		"workbooks/bomb-in-hiding":  one("A sheet that unpacks to 300 MB and says a thousand bytes.", octoberBook, bomb(t, 300, 1000)),
		"workbooks/empty":           one("A workbook with an empty sheet.", octoberBook, workbook(t, sheet{name: "Sheet1"})),
		"workbooks/no-sheets":       one("A workbook without a sheet.", octoberBook, workbook(t)),
		"workbooks/hidden-sheets":   one("All sheets are hidden.", octoberBook, workbook(t, sheet{name: "10月", state: "hidden", lines: plainLines}, sheet{name: "汇总", state: "veryHidden", lines: plainLines})),
		"workbooks/hidden-template": one("A hidden sheet beside the one that counts: left alone, with nothing to say.", octoberBook, workbook(t, sheet{name: "10月", lines: plainLines}, sheet{name: "模板", state: "hidden", lines: []string{"地区|隐患排查数|隐患整改数", "青石镇|x|y"}})),
		"workbooks/formula-without-result": one("A formula whose result was not saved.", octoberBook,
			workbook(t, sheet{name: "10月", lines: append(plainLines[:3:3], "合计|=SUM(B2:B3)|=SUM(C2:C3)")})),
		"workbooks/formulas": one("Formulas with their results: a total, which is wrong, and a rate of nothing, which Excel cannot divide.", octoberBook,
			workbook(t, sheet{name: "10月", lines: append(rates, "青石镇|98|97|=C2/B2→0.98979591836734693", "桥头乡|0|0|#DIV/0!", "合计|=SUM(B2:B3)→99|97|")})),
		"workbooks/error-values": one("Counts that are Excel's error values.", octoberBook,
			workbook(t, sheet{name: "10月", lines: []string{plainLines[0], "青石镇|#REF!|#N/A", "桥头乡|#VALUE!|12"}})),
		"workbooks/months-as-serials": one("Months that Excel has made dates of: serials in the file, 2026年10月 on the screen. Read, with nothing to say.", "statistics/2026年.xlsx",
			workbook(t, sheet{name: "Sheet1", lines: []string{"月份|地区|隐患排查数|隐患整改数", "46296|青石镇|98|97", "46296|桥头乡|12|12"}})),
		"workbooks/day-as-serial": {"An accident's day as a serial: read, and its area found unknown.", map[string][]byte{octoberBook: good,
			"accidents/2026.xlsx": workbook(t, sheet{name: "Sheet1", lines: []string{"日期|地区|事故名称|死亡人数", "46296|青石乡|触电|1"}})}},
		"workbooks/1904": one("A workbook of a Mac, whose days are four years off.", octoberBook,
			archive(t, workbookParts(`<workbookPr date1904="1"/>`, sheet{name: "10月", lines: plainLines})...)),
		"workbooks/merged-area": one("An area merged down over the rows of its sectors: read, and a wrong number in it found.", octoberBook,
			workbook(t, sheet{name: "10月", lines: []string{"地区|行业领域|隐患排查数|隐患整改数", "青石镇|建筑施工|98|97", "|危险化学品|12|x"}, merges: []string{"A2:A3"}})),
		"workbooks/sheet-without-header": one("A second sheet of figures without a header.", octoberBook,
			workbook(t, sheet{name: "10月", lines: plainLines}, sheet{name: "上年", lines: []string{"青石镇|80|79", "桥头乡|10|10"}})),
		"workbooks/month-twice": one("Two sheets for one month.", octoberBook,
			workbook(t, sheet{name: "10月", lines: plainLines}, sheet{name: "10月 (2)", lines: plainLines})),
		"workbooks/lock-file": {"The file that Excel keeps beside an open workbook: passed over, with nothing to say.", map[string][]byte{octoberBook: good, "statistics/~$2026-10.xlsx": []byte("\x05admin")}},
		"workbooks/township-under-another-name": {"One workbook a township; that of 沙溪镇 was made from that of 青石镇 and says so still.", map[string][]byte{"jianbao.yaml": []byte(three),
			"statistics/2026-10/青石镇.xlsx": township("青石镇", "98"), "statistics/2026-10/桥头乡.xlsx": township("桥头乡", "12"), "statistics/2026-10/沙溪镇.xlsx": township("青石镇", "7")}},
		"workbooks/township-alone-under-another-name": {"The same, and 青石镇 has not reported: its figures would be those of 沙溪镇.", map[string][]byte{"jianbao.yaml": []byte(three),
			"statistics/2026-10/桥头乡.xlsx": township("桥头乡", "12"), "statistics/2026-10/沙溪镇.xlsx": township("青石镇", "7")}},
		"workbooks/township-unknown": {"A workbook of a township that there is not.", map[string][]byte{"jianbao.yaml": []byte(three),
			"statistics/2026-10/青石镇.xlsx": township("青石镇", "98"), "statistics/2026-10/桥头乡.xlsx": township("桥头镇", "12"), "statistics/2026-10/沙溪镇.xlsx": township("沙溪镇", "7")}},
		"workbooks/township-copied": {"The same workbook twice, as a browser names a second download.", map[string][]byte{"jianbao.yaml": []byte(three),
			"statistics/2026-10/青石镇.xlsx": good, "statistics/2026-10/青石镇(1).xlsx": good}},
		"workbooks/township-twice": {"A township's workbook, and the same by its office's name.", map[string][]byte{"jianbao.yaml": []byte(three),
			"statistics/2026-10/青石镇.xlsx":     workbook(t, sheet{name: "Sheet1", lines: []string{"行业领域|隐患排查数|隐患整改数", "建筑施工|98|97"}}),
			"statistics/2026-10/青石镇人民政府.xlsx": workbook(t, sheet{name: "Sheet1", lines: []string{"行业领域|隐患排查数|隐患整改数", "建筑施工|98|97"}})}},
	}
}
