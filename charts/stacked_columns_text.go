package charts

const partHeight = 18 // the least that a part holds its value in

// drawValues prints a part's value inside it where it fits: white on blue, and
// on a plain ground where the part is patterned.
func (c *columns) drawValues(s *svg) {
	s.group("fig-inside", `font-size="12" text-anchor="middle"`+s.unsaid())
	for i := range c.Series {
		for j := range c.Categories {
			v := c.value(i, j)
			lower, upper := c.span(i, j)
			l := mutedText.fit(v.Text, 1e6)
			if !v.Known || lower-upper < partHeight || l.width+6 > c.barW {
				continue
			}
			x, y := c.x(j), (lower+upper)/2
			color := paper
			if c.partFill(i, j) != solidBlue {
				color = ink
				s.rect(x-l.width/2-3, y-8, l.width+6, 16, ` fill="`+paper+`"`)
			}
			s.put("<text").attr("x", x).attr("y", y+4.5).put(` fill="`).put(color).put(`">`).escaped(l.shown).put("</text>")
		}
	}
	s.end()
}

// drawTotals prints the total over each column, or why there is none. Where
// columns stand close, a total may reach over the edges of its neighbours but
// never onto them, and of totals that would meet the later month's is printed.
// What the totals cover is returned.
func (c *columns) drawTotals(s *svg) (taken []box) {
	last := c.width
	s.texts(valueText, "middle")
	for j := len(c.Categories) - 1; j >= 0; j-- {
		left, right := c.left, c.width
		if j > 0 {
			left = c.x(j-1) + c.barW/2
		}
		if j < len(c.Categories)-1 {
			right = c.x(j+1) - c.barW/2
		}
		l := c.totalLabel(j, right-left)
		height, _ := c.sum(j)
		x := min(max(c.x(j), left+l.width/2), right-l.width/2)
		if l.width > 0 && x+l.width/2 <= last {
			s.label(x, c.y.at(height)-6, l)
			taken = append(taken, textBox(x, c.y.at(height)-6, l))
			last = x - l.width/2 - 2
		}
	}
	s.end()
	return taken
}

// totalLabel is what stands over a column: its total, else why a part is
// missing, else — where the column is too narrow for words; nothing rather
// than a number that is cut.
func (c *columns) totalLabel(j int, room float64) label {
	_, text := c.sum(j)
	missing := text == ""
	if missing {
		text = c.partReason(j)
	}
	l := valueText.fit(text, room)
	switch {
	case l.shown == l.full:
		return l
	case missing:
		return label{full: text, shown: "—", width: 13}
	}
	return label{}
}

// partReason is why a column's total is not known.
func (f *Figure) partReason(j int) string {
	for i := range f.Series {
		if v := f.value(i, j); !v.Known {
			return v.missing()
		}
	}
	return ""
}
