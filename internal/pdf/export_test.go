package pdf

// Folded is the order of the pages of a booklet, with -1 for blank ones.
func Folded(n int) []int { return folded(n) }

// Upright is where a point of a page is when the page is upright.
func Upright(left, bottom, right, top float64, turn int, x, y float64) (float64, float64) {
	m := box{left, bottom, right, top}.upright(turn)
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// Mapped is what a table says that the codes of a font stand for.
func Mapped(table string) map[int][]rune { return mapped([]byte(table)) }
