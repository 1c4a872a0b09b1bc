package table

import (
	"strings"

	"jianbao/internal/zh"
)

// isNumbering reports whether the first row of the body numbers the columns,
// as official forms do: 1 2 3 …, (1) (2) …, ① ② …, 甲 乙 1 2 …, 栏次 1 2 3=2/1.
// A row of data may be 1 2 3 too (month 1: 2 found, 3 rectified), so plain
// digits count only over a column whose next cell is no number, or without a
// row below, four of them.
func isNumbering(body []line) bool {
	next, numbers, marks := 0, 0, 0
	for _, c := range body[0].cells {
		c = zh.Join(c)
		if c == "" || zh.None(c) == zh.Dash {
			continue
		}
		if strings.Contains("甲乙丙丁戊己庚辛", c) || c == "栏次" || c == "列次" || c == "栏目" {
			marks++
			continue
		}
		n, marked, ok := columnNumber(c)
		if !ok || numbers > 0 && n != next || numbers == 0 && n > 3 {
			return false
		}
		next = n + 1
		numbers++
		if marked {
			marks++
		}
	}
	if marks > 0 {
		return numbers >= 2
	}
	if len(body) == 1 {
		return numbers >= 4
	}
	return numbers >= 2 && overText(body[0], body[1])
}

// columnNumber reads 3, (3), ③ and 3=2/1; marked says that it can be nothing but
// a column's number.
func columnNumber(c string) (n int, marked, ok bool) {
	if r := []rune(c); r[0] >= '①' && r[0] <= '⑳' {
		return int(r[0]-'①') + 1, true, len(r) == 1 || r[1] == '='
	}
	if before, _, found := strings.Cut(c, "="); found {
		c, marked = before, true
	}
	if inner, found := strings.CutPrefix(c, "("); found {
		c, marked = strings.TrimSuffix(inner, ")"), true
	}
	number, ok := zh.ParseNumber(c)
	if !ok || number.Decimals > 0 || number.Percent || number.Unit != "" || number.Units < 0 || number.Units > maxColumns {
		return 0, false, false
	}
	return int(number.Units), marked, true
}

// overText reports whether some number stands over a cell that is no value.
func overText(numbers, below line) bool {
	for _, column := range numbers.filled() {
		if c := below.at(column); c != "" && !isValue(c) && zh.None(c) == zh.NotNone {
			return true
		}
	}
	return false
}
