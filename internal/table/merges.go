package table

import "sort"

// widestFill is how many columns a merged range may have to be filled across:
// 合计 over 序号 and 乡镇 belongs to both, a heading over the whole row to none.
const widestFill = 3

// fillMerges writes the value of each merged range among the data into all its
// cells, in rows that are there, and returns the marks of Row.Repeated by the
// index of the row. Cells behind a range are hidden in a workbook, so what they
// hold is not used. The work is bounded by maxCells.
func (s *sheet) fillMerges(h header, data []line) map[int][]bool {
	repeated := map[int][]bool{}
	work := 0
	for _, m := range s.merges {
		if m.left > h.width {
			continue
		}
		right := min(m.right, h.width)
		if right-m.left+1 > widestFill {
			right = m.left
		}
		i := sort.Search(len(data), func(i int) bool { return data[i].number >= m.top })
		if i == len(data) || data[i].number != m.top {
			continue
		}
		value := data[i].at(m.left)
		for ; i < len(data) && data[i].number <= m.bottom && work < maxCells && value != ""; i++ {
			for c := m.left; c <= right; c++ {
				work++
				if data[i].number == m.top && c == m.left {
					continue
				}
				data[i].set(c, value)
				if repeated[i] == nil {
					repeated[i] = make([]bool, h.width)
				}
				repeated[i][c-1] = true
			}
		}
	}
	return repeated
}

// set writes a cell; the row's cells are its own.
func (l *line) set(column int, value string) {
	for len(l.cells) < column {
		l.cells = append(l.cells, "")
	}
	l.cells[column-1] = value
}
