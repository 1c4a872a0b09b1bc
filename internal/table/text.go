package table

import (
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// readText reads a CSV file as one sheet.
func readText(place problem.Place, data []byte, known func(string) bool) ([]sheet, []problem.Problem) {
	text, err := zh.Decode(data)
	if err != nil {
		return nil, []problem.Problem{badText(place, err)}
	}
	s := sheet{place: place, text: true}
	if bad := s.readCSV(text, delimiter(text, known)); bad != nil {
		return nil, bad
	}
	if len(s.lines) == 0 {
		return nil, []problem.Problem{emptyFile(place)}
	}
	return []sheet{s}, nil
}

// readCSV reads records. Without quotes, as nearly all files are, these are lines
// that commas part.
func (s *sheet) readCSV(text string, comma rune) []problem.Problem {
	text, guarded := guardErrorValues(text)
	if !guarded && !strings.Contains(text, `"`) {
		return s.readLines(text, string(comma))
	}
	return s.readQuoted(text, comma, guarded)
}

// readLines reads records without quotes. A line that begins with # is a comment.
func (s *sheet) readLines(text, comma string) []problem.Problem {
	var record []string
	number, cells := 0, 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		record = cutLine(record[:0], line, comma)
		cells += len(record)
		if bad := s.addRecord(number, record, cells); bad != nil {
			return bad
		}
	}
	return nil
}

// cutLine appends the pieces of a line between the commas.
func cutLine(pieces []string, line, comma string) []string {
	if len(comma) > 1 {
		return slices.AppendSeq(pieces, strings.SplitSeq(line, comma))
	}
	start, one := 0, comma[0]
	for i := range len(line) {
		if line[i] == one {
			pieces = append(pieces, line[start:i])
			start = i + 1
		}
	}
	return append(pieces, line[start:])
}

// readQuoted reads records with quotes. A quote that is not closed swallows the
// rest of the file, so nothing behind it is used.
func (s *sheet) readQuoted(text string, comma rune, guarded bool) []problem.Problem {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.Comment = comma, '#'
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	cells := 0
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		var syntax *csv.ParseError
		if errors.As(err, &syntax) {
			return []problem.Problem{badQuote(s.place, text, syntax)}
		}
		number, _ := r.FieldPos(0)
		for i := 0; guarded && i < len(record); i++ {
			record[i] = strings.ReplaceAll(record[i], "\x00", "#")
		}
		cells += len(record)
		if bad := s.addRecord(number, record, cells); bad != nil {
			return bad
		}
	}
}

// addRecord appends a record, with which the file has so many cells, unless it
// goes beyond what is read.
func (s *sheet) addRecord(number int, record []string, cells int) []problem.Problem {
	switch {
	case cells > maxCells:
		return []problem.Problem{tooManyCells(s.place)}
	case len(record) > maxColumns:
		return []problem.Problem{tooWide(s.place.At(number, 0), len(record))}
	}
	s.add(number, record)
	return nil
}

// delimiter returns the one of , ; tab and ， that shows the most known names in
// a line near the top; without any, the one that occurs most there.
func delimiter(text string, known func(string) bool) rune {
	best, bestScore := ',', 0
	for _, d := range ",;\t，" {
		if score := delimiterScore(text, string(d), known); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// delimiterScore is the greatest number of known names in one of the first
// lines, then the number of pieces.
func delimiterScore(text, d string, known func(string) bool) int {
	best, seen := 0, 0
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, "#") || zh.Trim(line) == "" {
			continue
		}
		if seen++; seen > headRows {
			break
		}
		names, pieces := 0, 0
		for piece := range strings.SplitSeq(line, d) {
			pieces++
			if pieces > maxColumns {
				break
			}
			if known(zh.Join(strings.Trim(zh.Trim(piece), `"`))) {
				names++
			}
		}
		if pieces > 1 {
			best = max(best, names*(maxColumns+1)+pieces)
		}
	}
	return best
}

// guardErrorValues writes a NUL, which no text has, for the # of error values
// like #N/A at the beginning of lines, so that they are not taken for comments.
func guardErrorValues(text string) (string, bool) {
	guarded := false
	if !strings.Contains(text, "\n#") {
		return text, false
	}
	for _, e := range errorValues() {
		if strings.Contains(text, "\n"+e) {
			text, guarded = strings.ReplaceAll(text, "\n"+e, "\n\x00"+e[1:]), true
		}
	}
	return text, guarded
}
