package table

import (
	"strings"
	"unicode"
)

// columns names the columns of the header, blank names among them.
func (h *header) columns(s *sheet) []Column {
	grid := h.grid(s)
	columns := make([]Column, h.width)
	for i := range columns {
		columns[i].Index = i + 1
		for _, row := range grid {
			columns[i].add(row[i])
		}
	}
	return columns
}

// add puts the next name, from the outside in, into the path. A name that is
// merged down comes more than once; a unit in brackets belongs to the name over it.
func (c *Column) add(name string) {
	if name == "" || name == c.Name {
		return
	}
	if isBracketed(name) && len(c.Path) > 0 {
		c.Name += name
		c.Path[len(c.Path)-1] = c.Name
		return
	}
	c.Name = name
	c.Path = append(c.Path, name)
}

// grid returns the texts of the header's rows, each over all columns it is for.
func (h *header) grid(s *sheet) [][]string {
	grid := make([][]string, 0, headerDepth)
	for _, l := range s.lines[h.top : h.bottom+1] {
		row := make([]string, h.width)
		for i := range row {
			row[i] = tidy(l.at(i + 1))
		}
		grid = append(grid, row)
	}
	covered := h.fillMerges(s, grid)
	for i := range grid {
		spread(grid, covered, i)
	}
	return grid
}

// fillMerges writes the text of each merged range into all of its cells, and
// returns which cells are in one.
func (h *header) fillMerges(s *sheet, grid [][]string) [][]bool {
	covered := make([][]bool, len(grid))
	for i := range covered {
		covered[i] = make([]bool, h.width)
	}
	for _, m := range h.merges {
		text := ""
		for i, l := range s.lines[h.top : h.bottom+1] {
			if l.number == m.top {
				text = tidy(l.at(m.left))
			}
			if l.number < m.top || l.number > m.bottom || text == "" {
				continue
			}
			for c := m.left; c <= min(m.right, h.width); c++ {
				grid[i][c-1], covered[i][c-1] = text, true
			}
		}
	}
	return covered
}

// spread writes names of groups over the blanks to their right, which is what
// merging leaves in a CSV file. The group must have a name of its own below, as
// must the column, and both the same group above.
func spread(grid [][]string, covered [][]bool, i int) {
	row := grid[i]
	for c := 1; c < len(row); c++ {
		if row[c] != "" || row[c-1] == "" || covered[i][c-1] { // a range says itself where it ends
			continue
		}
		if !namedBelow(grid, i, c) || !namedBelow(grid, i, c-1) || i > 0 && grid[i-1][c] != grid[i-1][c-1] {
			continue
		}
		row[c] = row[c-1]
	}
}

// namedBelow reports whether column c has a name of its own in a row under i.
func namedBelow(grid [][]string, i, c int) bool {
	for _, row := range grid[i+1:] {
		if row[c] != "" && row[c] != grid[i][c] && !isBracketed(row[c]) {
			return true
		}
	}
	return false
}

// tidy closes a name that was broken or spread to fit its cell: all white space
// goes from a name with Chinese characters, runs of it become one space in
// another. Nothing else is changed: the name is quoted to the author.
func tidy(name string) string {
	if !strings.ContainsFunc(name, unicode.IsSpace) {
		return name
	}
	parts := strings.Fields(name)
	if strings.ContainsFunc(name, isHan) {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }
