package table

import (
	"strconv"
	"strings"
)

// parseReference reads A1, also as aa10 or $A$1.
func parseReference(ref string) (row, column int, ok bool) {
	letters := 0
	for ; letters < len(ref); letters++ {
		c := ref[letters]
		if lower := c | 0x20; lower >= 'a' && lower <= 'z' {
			column = column*26 + int(lower-'a') + 1
		} else if c != '$' {
			break
		}
		if column > lastColumn {
			return 0, 0, false
		}
	}
	row, err := strconv.Atoi(ref[letters:])
	return row, column, err == nil && column > 0 && row > 0 && row <= lastRow
}

// parseRange reads A1:C2.
func parseRange(ref string) (span, bool) {
	from, to, _ := strings.Cut(ref, ":")
	top, left, ok := parseReference(from)
	if !ok {
		return span{}, false
	}
	bottom, right, ok := parseReference(to)
	return span{top, left, bottom, right}, ok && right >= left && bottom >= top
}
