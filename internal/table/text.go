package table

import (
	"encoding/csv"
	"errors"
	"io"
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

// readCSV reads records. A quote that is not closed swallows the rest of the
// file, so nothing behind it is used.
func (s *sheet) readCSV(text string, comma rune) []problem.Problem {
	text, guarded := guardErrorValues(text)
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
		if cells += len(record); cells > maxCells {
			return []problem.Problem{tooManyCells(s.place)}
		}
		if len(record) > maxColumns {
			return []problem.Problem{tooWide(s.place.At(number, 0), len(record))}
		}
		s.add(number, record)
	}
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
