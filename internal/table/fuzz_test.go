package table_test

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/internal/table"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// FuzzSheet puts hostile XML where a township's workbook has its rows. Where it
// is a sheet as the standard wants it, it must be read as excelize reads it.
func FuzzSheet(f *testing.F) {
	good := book(f, "10月", small)
	const texts = 5 // in good
	f.Add(sheetXML(headerXML))
	f.Add(sheetXML(headerXML+`<row r="2">`+inline("B2", "1")+`</row>`) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`)
	f.Add(sheetXML(`<row r="1"><c r="A1"><f>1</f></c></row>`))
	f.Add(sheetXML(`<row><c t="s"><v>4</v></c><c r="D1" t="inlineStr"><is><r><t>_x0041_</t></r></is></c><c t="b"><v>1</v></c></row><row r="7"/>`))
	f.Add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<x:worksheet xmlns:x='y'><!-- x --><x:sheetData><x:row><x:c><x:v><![CDATA[1]]>&#50;&amp;\r\n</x:v></x:c></x:row></x:sheetData></x:worksheet>")
	f.Fuzz(func(t *testing.T, content string) {
		data := replacePart(t, good, sheet1, content)
		tables, _ := read(t, "a.xlsx", data)
		consistent(t, tables)
		if isOrderly(content, texts) {
			compare(t, data)
		}
	})
}

// FuzzParts puts hostile XML into the other parts that are read.
func FuzzParts(f *testing.F) {
	p := bookParts()
	f.Add(p["_rels/.rels"], p["xl/_rels/workbook.xml.rels"], p["xl/workbook.xml"], p["xl/sharedStrings.xml"])
	f.Add(p["_rels/.rels"], p["xl/_rels/workbook.xml.rels"], p["xl/workbook.xml"],
		`<sst xmlns="`+mainSpace+`"><si><r><t>_x000D_&lt;</t></r><r><t xml:space="preserve"> </t></r><rPh><t>x</t></rPh></si><si><t>y</t></si></sst>`)
	f.Fuzz(func(t *testing.T, root, rels, workbook, texts string) {
		data := bookOf(t, "_rels/.rels", root, "xl/_rels/workbook.xml.rels", rels, "xl/workbook.xml", workbook, "xl/sharedStrings.xml", texts)
		tables, _ := read(t, "a.xlsx", data)
		consistent(t, tables)
		if root == p["_rels/.rels"] && rels == p["xl/_rels/workbook.xml.rels"] && workbook == p["xl/workbook.xml"] && areOrderly(texts) {
			compare(t, data)
		}
	})
}

// compare wants a workbook that excelize reads to be read so.
func compare(t *testing.T, data []byte) {
	t.Helper()
	want, err := sheetsOfExcelize(data, false)
	if err != nil {
		return
	}
	got, problems := table.Sheets(data)
	for _, p := range problems {
		if strings.Contains(p.Message, "列的上限") { // excelize has no bounds of ours
			return
		}
	}
	for i := range got {
		got[i].Merges = nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-excelize +ours):\n%s%s", diff, text(problems))
	}
}

// isOrderly reports whether XML is a sheet that excelize can be relied on for:
// well-formed, every element in its place and once where it can be but once,
// rows and cells in their order. TestReadingDiffersFromExcelize has the rest.
func isOrderly(content string, texts int) bool {
	row, column, index := 0, 0, false
	return walk(content, func(path []string, e xml.StartElement, counts map[string]int) bool {
		place := strings.Join(path, "/")
		inner, isData := strings.CutPrefix(place, "worksheet/sheetData")
		switch {
		case !isData:
			return path[0] == "worksheet" && !slices.Contains([]string{"row", "c", "v", "f", "is", "t", "r", "sheetData"}, e.Name.Local)
		case inner == "/row":
			n, ok := next(e, "r", row, func(v string) (int, error) { return strconv.Atoi(v) })
			row, column = n, 0
			return ok && row <= excelize.TotalRows
		case inner == "/row/c":
			n, ok := next(e, "r", column, func(v string) (int, error) {
				if v == "" {
					return column + 1, nil
				}
				n, _, err := excelize.CellNameToCoordinates(v)
				return n, err
			})
			column = n
			_, err := strconv.Atoi(attr(e, "s", "0"))
			index = attr(e, "t", "") == "s"
			return ok && err == nil
		case inner == "/row/c/f":
			return len(e.Attr) == 0 && counts["f"] == 1
		case inner == "", inner == "/row/c/v", inner == "/row/c/is", inner == "/row/c/is/t", inner == "/row/c/is/r/t":
			return counts[e.Name.Local] == 1 && (inner != "/row/c/is/t" || counts["r"] == 0)
		}
		return inner == "/row/c/is/r" && counts["t"] == 0
	}, func(path []string, text string) bool {
		if !index || path[len(path)-1] != "v" || text == "" {
			return true
		}
		n, err := strconv.Atoi(strings.TrimSpace(text))
		return err == nil && n >= 0 && n < texts
	})
}

// areOrderly reports the same of shared texts.
func areOrderly(content string) bool {
	return walk(content, func(path []string, e xml.StartElement, counts map[string]int) bool {
		switch strings.Join(path, "/") {
		case "sst":
			return len(e.Attr) == 1 && e.Attr[0].Name.Local == "xmlns"
		case "sst/si":
			return len(e.Attr) == 0
		case "sst/si/t", "sst/si/r/t", "sst/si/rPh/t":
			return counts["t"] == 1 && counts["r"] == 0
		}
		place := strings.Join(path, "/")
		return place == "sst/si/r" && counts["t"] == 0 || place == "sst/si/rPh" && len(e.Attr) == 0
	}, func([]string, string) bool { return true })
}

// next returns the number of a row or column, which must be behind the last.
func next(e xml.StartElement, name string, last int, parse func(string) (int, error)) (int, bool) {
	value := attr(e, name, "none")
	if value == "none" {
		return last + 1, true
	}
	n, err := parse(value)
	return n, err == nil && n > last
}

func attr(e xml.StartElement, name, otherwise string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			otherwise = a.Value
		}
	}
	return otherwise
}

// walk reads XML with encoding/xml, and reports whether it is well-formed and
// begin and end allow everything in it. begin is told the path of an element and
// how often its parent has had each name so far; end, the text in an element.
func walk(content string, begin func(path []string, e xml.StartElement, counts map[string]int) bool, end func(path []string, text string) bool) bool {
	if !utf8.ValidString(content) || strings.ContainsAny(content, "\uFFFE\uFFFF") {
		return false // which encoding/xml does not look for in comments and the like
	}
	content = strings.TrimPrefix(content, "\uFEFF")
	d := xml.NewDecoder(strings.NewReader(content))
	var path, texts []string
	counts := []map[string]int{{}}
	for from := int64(0); ; from = d.InputOffset() {
		token, err := d.Token()
		if err != nil {
			return errors.Is(err, io.EOF) && len(counts[0]) == 1
		}
		switch e := token.(type) {
		case xml.StartElement:
			if len(path) == 0 && len(counts[0]) > 0 || len(path) > 200 || len(e.Attr) > 200 || strings.Contains(e.Name.Local, ":") {
				return false
			}
			names := map[string]bool{}
			for _, a := range e.Attr {
				if names[a.Name.Local] || !isText(a.Value) || strings.Contains(a.Name.Local, ":") {
					return false
				}
				names[a.Name.Local] = true
			}
			counts[len(path)][e.Name.Local]++
			path, texts = append(path, e.Name.Local), append(texts, "")
			if !begin(path, e, counts[len(path)-1]) {
				return false
			}
			counts = append(counts[:len(path)], map[string]int{})
		case xml.EndElement:
			if !end(path, texts[len(path)-1]) {
				return false
			}
			path, texts = path[:len(path)-1], texts[:len(path)-1]
		case xml.CharData:
			if len(path) == 0 && strings.Trim(content[from:d.InputOffset()], " \t\r\n") != "" || !isText(string(e)) {
				return false
			}
			if len(path) > 0 {
				texts[len(path)-1] += string(e)
			}
		case xml.ProcInst:
			if e.Target == "xml" && string(e.Inst) != `version="1.0"` && string(e.Inst) != `version="1.0" encoding="UTF-8"` {
				return false // encoding/xml looks only for two words in it
			}
		case xml.Directive:
			return false
		}
	}
}

// isText reports whether there is no character that could be half of a pair,
// which encoding/xml lets pass.
func isText(s string) bool { return !strings.ContainsRune(s, utf8.RuneError) }
