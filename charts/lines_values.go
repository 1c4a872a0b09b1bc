package charts

// box is a rectangle that a text covers.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) meetsAny(others []box) bool {
	for _, o := range others {
		if b.meets(o) {
			return true
		}
	}
	return false
}

// textBox is what a text in the middle of x with its baseline at y covers.
func textBox(x, y float64, l label) box {
	return box{x - l.width/2 - 1, y - 12, x + l.width/2 + 1, y + 3}
}

// drawPointValues prints the values along a single line, beside those reasons
// that stand there already, and leaves out what would cover a text or a line.
// The last value is printed at the line's end.
func (c *lineChart) drawPointValues(s *svg, taken []box) {
	if len(c.Series) != 1 {
		return
	}
	_, last, _ := c.lastOf(0)
	s.texts(mutedText, "middle")
	for j := last - 1; j >= 0; j-- {
		v := c.value(0, j)
		if !v.Known {
			continue
		}
		l := mutedText.fit(v.Text, 90)
		x := min(max(c.x(j), c.left-12+l.width/2), c.right+10-l.width/2)
		for _, y := range [...]float64{c.y.at(v.Number) - 8, c.y.at(v.Number) + 17} {
			if b := textBox(x, y, l); c.free(j, b, taken) {
				s.label(x, y, l)
				taken = append(taken, b)
				break
			}
		}
	}
	s.end()
}

// free reports whether a box beside the j-th point covers no text, neither
// line and nothing below the plot.
func (c *lineChart) free(j int, b box, taken []box) bool {
	if b.bottom > c.bottom || b.top < c.top-12 {
		return false
	}
	if t, ok := c.target(); ok {
		if y := c.y.at(t.Number); b.top < y && y < b.bottom {
			return false
		}
	}
	for _, o := range taken {
		if b.meets(o) {
			return false
		}
	}
	return !c.crosses(j, j-1, b) && !c.crosses(j, j+1, b)
}

// crosses reports whether the line from the j-th point to its neighbour runs
// through a box.
func (c *lineChart) crosses(j, neighbour int, b box) bool {
	if neighbour < 0 || neighbour >= len(c.Categories) {
		return false
	}
	v, n := c.value(0, j), c.value(0, neighbour)
	if !n.Known {
		return false
	}
	x1, y1, x2, y2 := c.x(j), c.y.at(v.Number), c.x(neighbour), c.y.at(n.Number)
	for _, part := range [...]float64{0.2, 0.4, 0.6, 0.8, 1} {
		x, y := x1+float64((x2-x1)*part), y1+float64((y2-y1)*part)
		if b.left < x && x < b.right && b.top < y && y < b.bottom {
			return true
		}
	}
	return false
}

// drawReasons prints why a month has no value in any series, where that is
// known and there is room, and returns what it covered.
func (c *lineChart) drawReasons(s *svg) []box {
	var taken []box
	s.texts(mutedText, "middle")
	free := 0.0
	for j := range c.Categories {
		l := mutedText.fit(c.reason(j), min(100, c.right-c.left))
		x := min(max(c.x(j), c.left-12+l.width/2), c.right+10-l.width/2)
		if l.width > 0 && x-l.width/2 >= free {
			s.label(x, c.bottom-6, l)
			taken = append(taken, textBox(x, c.bottom-6, l))
			free = x + l.width/2 + 4
		}
	}
	s.end()
	return taken
}

// reason is why no series has a value in a month, or "".
func (c *lineChart) reason(j int) string {
	reason := ""
	for i := range c.Series {
		v := c.value(i, j)
		if v.Known {
			return ""
		}
		if reason == "" {
			reason = v.Reason
		}
	}
	return reason
}
