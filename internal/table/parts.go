package table

import (
	"bytes"
	"encoding/xml"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// The parts of a workbook that excelize does not tell without loading a whole
// sheet as objects are looked up here in the XML that it has unpacked. Where a
// part is not as expected, nothing is found, and the sheet is read like a CSV.

const (
	maxStrings = 3 << 20 // different texts of a workbook: each is an object
	maxMerges  = 1 << 17 // merged ranges of a sheet
)

// part returns the XML of a part.
func part(f *excelize.File, name string) ([]byte, bool) {
	content, ok := f.Pkg.Load(name)
	if !ok {
		return nil, false
	}
	data, ok := content.([]byte)
	return data, ok
}

// tooManyStrings counts shared texts before they become objects of a hundred
// bytes each, of which a part could declare one in five bytes.
func tooManyStrings(f *excelize.File) bool {
	data, _ := part(f, "xl/sharedStrings.xml")
	return bytes.Count(data, []byte("<si")) > maxStrings || bytes.Count(data, []byte("<r>")) > maxStrings
}

// sheetPaths returns the part of each worksheet by the sheet's name.
func sheetPaths(f *excelize.File) map[string]string {
	var book struct {
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"`
		} `xml:"sheets>sheet"`
	}
	var rels struct {
		Relationships []struct {
			ID     string `xml:"Id,attr"`
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	paths := map[string]string{}
	bookXML, _ := part(f, "xl/workbook.xml")
	relsXML, _ := part(f, "xl/_rels/workbook.xml.rels")
	if xml.Unmarshal(bookXML, &book) != nil || xml.Unmarshal(relsXML, &rels) != nil {
		return paths
	}
	for _, s := range book.Sheets {
		for _, r := range rels.Relationships {
			if r.ID == s.ID && strings.HasSuffix(r.Type, "/worksheet") {
				paths[s.Name] = partName(r.Target)
			}
		}
	}
	return paths
}

// partName resolves a target of xl/_rels/workbook.xml.rels.
func partName(target string) string {
	if absolute, found := strings.CutPrefix(target, "/"); found {
		return path.Clean(absolute)
	}
	return path.Join("xl", target)
}

// mergedRanges reads the <mergeCell ref="A1:C2"/> behind the rows.
func mergedRanges(sheetXML []byte) []span {
	_, tail, found := bytes.Cut(sheetXML, []byte("</sheetData>"))
	if !found {
		return nil
	}
	var spans []span
	for len(spans) < maxMerges {
		_, after, found := bytes.Cut(tail, []byte("mergeCell "))
		if !found {
			break
		}
		tag, rest, _ := bytes.Cut(after, []byte(">"))
		tail = rest
		if s, ok := parseRange(attribute(tag, "ref")); ok {
			spans = append(spans, s)
		}
	}
	return spans
}

// attribute returns the value of an attribute in a start tag, "" without it.
func attribute(tag []byte, name string) string {
	for _, quote := range [...]string{`"`, `'`} {
		for rest := tag; ; {
			before, after, found := bytes.Cut(rest, []byte(name+"="+quote))
			if !found {
				break
			}
			if len(before) == 0 || before[len(before)-1] == ' ' {
				value, _, _ := bytes.Cut(after, []byte(quote))
				return string(value)
			}
			rest = after
		}
	}
	return ""
}

// parseRange reads A1:C2.
func parseRange(ref string) (span, bool) {
	from, to, found := strings.Cut(ref, ":")
	if !found {
		return span{}, false
	}
	left, top, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return span{}, false
	}
	right, bottom, err := excelize.CellNameToCoordinates(to)
	if err != nil || right < left || bottom < top {
		return span{}, false
	}
	return span{top, left, bottom, right}, true
}

// lastRow returns the number of the last row in the XML, 0 when it has none.
func lastRow(sheetXML []byte) int {
	i := bytes.LastIndex(sheetXML, []byte("<row "))
	if i < 0 {
		return 0
	}
	tag, _, _ := bytes.Cut(sheetXML[i:], []byte(">"))
	n, _ := strconv.Atoi(attribute(tag, "r"))
	return n
}

// formulaWithoutValue finds the first cell with a formula and no result, as
// programs write them that do not calculate. It would read as a blank.
func formulaWithoutValue(sheetXML []byte) (row, column int, found bool) {
	for offset := 0; ; {
		i := bytes.Index(sheetXML[offset:], []byte("</c>"))
		if i < 0 {
			return 0, 0, false
		}
		end := offset + i
		offset = end + len("</c>")
		cell := sheetXML[max(0, end-maxFormula):end]
		if !endsInFormula(cell) {
			continue
		}
		if start := bytes.LastIndex(cell, []byte("<c ")); start >= 0 {
			tag, _, _ := bytes.Cut(cell[start:], []byte(">"))
			column, row, err := excelize.CellNameToCoordinates(attribute(tag, "r"))
			return row, column, err == nil
		}
	}
}

const maxFormula = 1 << 14 // bytes of a formula: Excel allows 8,192 characters

// endsInFormula reports whether the XML ends with </f> or <f …/>.
func endsInFormula(cell []byte) bool {
	if bytes.HasSuffix(cell, []byte("</f>")) {
		return true
	}
	if !bytes.HasSuffix(cell, []byte("/>")) {
		return false
	}
	start := bytes.LastIndexByte(cell, '<')
	return bytes.HasPrefix(cell[start:], []byte("<f ")) || bytes.HasPrefix(cell[start:], []byte("<f/"))
}
