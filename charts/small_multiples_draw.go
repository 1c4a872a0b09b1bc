package charts

func (p *panels) draw(s *svg) {
	p.head(s, p.width, p.height())
	p.key(s)
	p.drawGrid(s)
	p.drawMonths(s)
	if p.Whole != nil {
		s.put(`<path class="fig-back" stroke="` + back + `" stroke-width="1.2" fill="none" d="`)
		for i := range p.panel {
			p.path(s, &p.panel[i], p.Whole)
		}
		s.put(`"/>`)
	}
	p.drawTargets(s)
	s.put(`<path class="fig-line fig-line-1" stroke="` + blue + `" stroke-width="1.8" stroke-linejoin="round" fill="none" d="`)
	for i := range p.panel {
		p.path(s, &p.panel[i], &p.Series[i])
	}
	s.put(`"/>`)
	p.drawLone(s)
	p.drawLast(s)
	p.drawTexts(s)
}

// key says what the lines are and which axes they share; with no svg it only
// measures.
func (p *panels) key(s *svg) float64 {
	k := newKey(s, p.width)
	if p.Whole != nil {
		k.sample(24, p.Whole.Name, func(x, y float64) {
			s.group("fig-back", `stroke="`+back+`" stroke-width="1.2"`)
			s.line(x, y, x+24, y)
			s.end()
		})
	}
	if t, ok := p.target(); ok && t.Text != "" {
		k.sample(24, t.Text, func(x, y float64) {
			openTarget(s)
			s.line(x, y, x+24, y)
			s.end()
		})
	}
	if p.missed {
		k.sample(12, p.missWord(), func(x, y float64) {
			openMissed(s)
			s.diamond(x+6, y)
			s.put(`"/>`)
		})
	}
	height := k.close()
	if s != nil {
		s.texts(mutedText, "start")
		s.label(2, height+10, mutedText.fit(p.axes(), p.width-4))
		s.end()
	}
	return height
}

// axes says from where to where the panels reach.
func (p *panels) axes() string {
	text := "各图纵轴相同"
	if p.y.lo != 0 {
		text += "，不从0起，从" + p.y.text(0, p.tickUnit()) + "起"
	}
	if n := len(p.Categories); n > 1 && p.Categories[0].Label != "" {
		text += "；横轴从" + p.Categories[0].Label + "到" + p.Categories[n-1].Label
	}
	if p.Unit != "" && p.tickUnit() == "" {
		text += "；单位：" + p.Unit
	}
	return text
}

// drawGrid draws the level lines of all panels, with ticks left of each row.
func (p *panels) drawGrid(s *svg) {
	s.put(`<path class="fig-grid" stroke="` + hair + `" fill="none" d="`)
	for i := range p.panel {
		for k := range p.y.ticks() {
			p.level(s, &p.panel[i], p.y.tick(k))
		}
	}
	s.put(`"/>`)
	s.texts(axisText, "end")
	for i := 0; i < len(p.panel); i += p.columns {
		for k := range p.y.ticks() {
			_, y := p.at(&p.panel[i], 0, p.y.tick(k))
			s.label(p.left-5, y+4, axisText.fit(p.y.text(k, p.tickUnit()), 60))
		}
	}
	s.end()
}

// level appends a level line across a panel.
func (p *panels) level(s *svg, c *panel, v float64) {
	_, y := p.at(c, 0, v)
	s.put("M").num(c.x).put(" ").num(y).put("H").num(c.x + p.width1)
}

// drawMonths prints the first and the last month under the last panel of each column.
func (p *panels) drawMonths(s *svg) {
	n := len(p.Categories)
	for i := max(len(p.panel)-p.columns, 0); i < len(p.panel); i++ {
		c := &p.panel[i]
		last := axisText.fit(p.Categories[n-1].Label, p.width1)
		s.texts(axisText, "end")
		s.label(c.x+p.width1, c.floor()+16, last)
		s.end()
		if room := p.width1 - last.width - 8; n > 1 && room > 20 {
			s.texts(axisText, "start")
			s.label(c.x, c.floor()+16, axisText.fit(p.Categories[0].Label, room))
			s.end()
		}
	}
}

func (p *panels) drawTargets(s *svg) {
	t, ok := p.target()
	if !ok {
		return
	}
	s.put(`<path class="fig-target" stroke="` + bad + `" stroke-dasharray="2 2" fill="none" d="`)
	for i := range p.panel {
		p.level(s, &p.panel[i], t.Number)
	}
	s.put(`"/>`)
}

// path appends a series' line to a panel, broken where a month is missing.
func (p *panels) path(s *svg, c *panel, series *Series) {
	on := false
	for j := range p.Categories {
		v := series.value(j)
		if v.Known {
			x, y := p.at(c, j, v.Number)
			s.step(on, x, y)
		}
		on = v.Known
	}
}

// drawLone draws months between two gaps, which have no line, as dots.
func (p *panels) drawLone(s *svg) {
	s.group("fig-lone", `fill="`+blue+`"`)
	for i := range p.panel {
		for j := range len(p.Categories) - 1 {
			v := p.value(i, j)
			if v.Known && !p.value(i, j+1).Known && (j == 0 || !p.value(i, j-1).Known) {
				x, y := p.at(&p.panel[i], j, v.Number)
				s.put("<circle").attr("cx", x).attr("cy", y).put(` r="2.2"/>`)
			}
		}
	}
	s.end()
}

// drawLast marks the last month: a disc, or a diamond where it misses the target.
func (p *panels) drawLast(s *svg) {
	last := len(p.Categories) - 1
	s.group("fig-last", `fill="`+blue+`"`)
	for i := range p.panel {
		if c := &p.panel[i]; c.last.Known && !c.missed {
			x, y := p.at(c, last, c.last.Number)
			s.marker(0, x, y)
		}
	}
	s.end()
	if !p.missed {
		return
	}
	openMissed(s)
	for i := range p.panel {
		if c := &p.panel[i]; c.missed {
			s.diamond(p.at(c, last, c.last.Number))
		}
	}
	s.put(`"/>`)
}

// openMissed opens a path of diamonds, the mark of what misses its target.
func openMissed(s *svg) {
	s.put(`<path class="fig-missed" fill="` + amber + `" stroke="` + ink + `" stroke-width="0.8" d="`)
}

func (s *svg) diamond(x, y float64) {
	s.put("M").num(x).put(" ").num(y - 5.2).put("l5.2 5.2l-5.2 5.2l-5.2 -5.2z")
}

// drawTexts prints names, the last values and what is to be said of them.
func (p *panels) drawTexts(s *svg) {
	s.names(nameText, "start", p.linkedSeries())
	for i := range p.panel {
		c := &p.panel[i]
		s.linked(c.x, c.y+13, c.name, p.Series[i].Href)
	}
	s.end()
	s.texts(valueText, "start")
	for i := range p.panel {
		s.label(p.panel[i].x, p.panel[i].y+29, p.panel[i].value)
	}
	s.end()
	for _, missed := range [...]bool{true, false} {
		kind := mutedText
		if missed {
			kind = markText
		}
		s.texts(kind, "start")
		for i := range p.panel {
			if c := &p.panel[i]; c.missed == missed {
				s.label(c.x+c.value.width+4, c.y+29, c.word)
			}
		}
		s.end()
	}
}
