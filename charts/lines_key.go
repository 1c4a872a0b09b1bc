package charts

// keyRows draws the key of lines above the plot and returns its height; with
// no svg it only measures.
func (c *lineChart) keyRows(s *svg) float64 {
	x, y := 2.0, 14.0
	if s != nil {
		s.texts(keyText, "start")
		defer s.end()
	}
	for i := range c.Series {
		l := keyText.fit(c.Series[i].Name, c.width-42)
		if x > 2 && x+34+l.width > c.width-2 {
			x, y = 2, y+20
		}
		if s != nil {
			c.keyLine(s, i, x, y)
			s.label(x+34, y, l)
		}
		x += 34 + l.width + 16
	}
	return y + 8
}

func (c *lineChart) keyLine(s *svg, i int, x, y float64) {
	p := penOf(i)
	s.put(`<g fill="`).put(p.color).put(`" stroke="`).put(p.color).put(`" stroke-width="2"`)
	if p.dash != "" {
		s.put(` stroke-dasharray="`).put(p.dash).put(`"`)
	}
	s.put(">")
	s.line(x, y-5, x+28, y-5)
	s.marker(p.marker, x+14, y-5)
	s.end()
}
