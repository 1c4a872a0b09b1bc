package minutes

import (
	"fmt"
	"strings"

	"jianbao/internal/problem"
)

const (
	// maxDepth is how many quotes and lists may stand in one another. goldmark's
	// time grows with its square: 100,000 take minutes.
	maxDepth = 64
	// maxColumns is how many columns a table may have, for the same reason, and
	// maxCells its rows times its columns: short rows are filled up.
	maxColumns = 100
	maxCells   = 200_000
	// maxWork bounds the marks in a paragraph times its bytes, added up over a
	// file: how long goldmark may look for the ends of emphasis and links. It is
	// some tenths of a second; minutes have a thousandth of it.
	maxWork = 50_000_000
)

// checkLimits reports a text that would take too long to parse; it is not parsed.
func (s *source) checkLimits() []problem.Problem {
	l := limits{first: 1}
	for row, start := range s.lines {
		line := s.text[start:lineEnd(s.text, start)]
		if len(line) > maxDepth && depth(line) > maxDepth {
			return s.tooMuch(row+1, fmt.Sprintf("这一行的列表或引用超过 %d 层，读不出结构。", maxDepth), "请删去行首多余的“>”“-”“*”、编号或空格。")
		}
		l.line(row+1, line)
		switch {
		case l.columns > maxColumns || l.columns*l.rows > maxCells:
			return s.tooMuch(row+1, fmt.Sprintf("这张表太大（%d 列，%d 行以上），读不出来。", l.columns, l.rows), "请把表格拆开，或删去多余的“|”。")
		case l.work > maxWork:
			return s.tooMuch(l.first, fmt.Sprintf("从这一行开始的一段有 %d 个“*”“_”“[”之类的符号，读不出结构。", l.marks), "请删去多余的符号，或用空行把这一段分开。")
		}
	}
	return nil
}

// limits measures a text line by line.
type limits struct {
	work          int // of the file
	marks, size   int // of the paragraph
	first         int // its first line
	columns, rows int // of the table
}

func (l *limits) line(row int, line string) {
	columns := strings.Count(line, "|")
	if columns == 0 {
		l.columns, l.rows = 0, 0
	} else {
		l.columns, l.rows = max(l.columns, columns), l.rows+1
	}
	if columns > 0 || strings.TrimSpace(line) == "" { // each row of a table is read alone
		l.marks, l.size, l.first = 0, 0, row+1
	}
	more := countMarks(line)
	l.work += more*(l.size+len(line)) + l.marks*len(line)
	l.marks, l.size = l.marks+more, l.size+len(line)
}

func (s *source) tooMuch(row int, message, advice string) []problem.Problem {
	return []problem.Problem{{
		Code: problem.UnreadableFile, Severity: problem.Error, Place: s.place.At(min(row, len(s.lines)), 0),
		Message: message, Advice: advice,
	}}
}

// countMarks counts what may begin or end emphasis, a link, code or a call.
func countMarks(line string) (n int) {
	for _, mark := range [...]string{"*", "_", "[", "]", "`", "{"} {
		n += strings.Count(line, mark)
	}
	return n
}

// depth counts the marks that a line begins with, and two spaces before the
// first one as a level of the lists around it. A row of spaced dashes is a rule
// and has none.
func depth(line string) (n int) {
	if strings.Trim(line, "-*_ \t\n") == "" {
		return 0
	}
	if _, ok := cutMark(strings.TrimLeft(line, " \t")); ok {
		n = (len(line) - len(strings.TrimLeft(line, " \t"))) / 2
	}
	for {
		rest, ok := cutMark(strings.TrimLeft(line, " \t"))
		if !ok {
			return n
		}
		line = rest
		n++
	}
}

// cutMark takes one > or the mark of a list item off a line.
func cutMark(line string) (rest string, ok bool) {
	if rest, ok = strings.CutPrefix(line, ">"); ok {
		return rest, true
	}
	rest = strings.TrimLeft(line, "0123456789")
	marks := "-*+"
	if len(rest) < len(line) {
		marks = ".)"
	}
	if rest == "" || !strings.ContainsRune(marks, rune(rest[0])) {
		return line, false
	}
	rest = rest[1:]
	return rest, rest == "" || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\n'
}
