package charts

// ageFill is the look of the i-th grade in the j-th span. The span's meaning
// gives the colour. Of two grades the lighter has the pattern that the meaning
// has everywhere, the graver is solid and darker.
func (f *Figure) ageFill(i, j int) fill {
	grave := len(f.Series) == 2 && i == 1
	if len(f.Series) > 2 {
		return f.seriesFill(i)
	}
	switch f.Categories[j].Meaning {
	case Done:
		if grave || len(f.Series) == 1 {
			return solidBlue
		}
		return paleBlue
	case Pending:
		if grave {
			return solidAmber
		}
		return amberStripes
	case Overdue:
		if grave {
			return solidRed
		}
		return redCrosses
	}
	return f.seriesFill(i)
}

// drawSmallValues prints the values of parts that are too low to hold them
// beside their columns, clear of the totals: one grave hazard is not left to be
// guessed. The only part of a column is its total.
func (c *columns) drawSmallValues(s *svg, taken []box) {
	s.texts(mutedText, "start")
	for j := range c.Categories {
		x := c.x(j) + c.barW/2 + 3
		room := min(c.pitch()-c.barW-6, c.width-2-x)
		total, _ := c.sum(j)
		floor := c.y.from - 3
		for i := range c.Series {
			v := c.value(i, j)
			lower, upper := c.span(i, j)
			l := mutedText.fit(v.Text, 1e6)
			if v.Number <= 0 || v.Number == total || l.width > room || lower-upper >= partHeight && l.width+6 <= c.barW {
				continue
			}
			y := min((lower+upper)/2+4.5, floor)
			floor = y - 15
			if b := textBox(x+l.width/2, y, l); y > c.y.to && !b.meetsAny(taken) {
				s.label(x, y, l)
				taken = append(taken, b)
			}
		}
	}
	s.end()
}
