package charts

// paretoBars is the layout of falling bars: a row for each category, the share
// in a column of its own, and the line running down across the rows.
type paretoBars struct {
	pareto
	nameEnd float64
	cumWord label
	top     float64
	bottom  float64
}

func (b *paretoBars) place() {
	room := 168.0
	if b.narrow {
		room = 100
	}
	cum, tail := 0.0, 0.0
	for j := range b.rows {
		r := &b.rows[j]
		r.name = nameText.fit(b.Categories[j].Label, room)
		b.nameEnd = max(b.nameEnd, r.name.width+2)
		cum = max(cum, r.cum.width)
	}
	if len(b.Series) > 1 {
		b.cumWord = axisText.fit(b.Series[1].Name, max(cum, 60))
	}
	b.shares.from = b.nameEnd + wordGap
	b.shares.to = b.width - 2 - max(cum, b.cumWord.width) - wordGap
	b.top = b.key(nil) + 22
	b.bottom = b.top + float64(len(b.rows))*24
	for j := range b.rows { // counts end before the shares
		r := &b.rows[j]
		tail = b.shares.to - b.shares.from - 4
		if r.value.Known {
			tail = b.shares.to - b.shares.at(r.part) - barGap
			if b.inside(j) {
				tail = 120
			}
		}
		kind := valueText
		if !r.value.Known {
			kind = mutedText
		}
		r.count = kind.fit(r.count.full, max(tail, 0))
	}
}

// inside reports whether a count stands in its bar, at its end: the line
// starts where the first bar ends, and a long bar leaves no room behind it.
func (b *paretoBars) inside(j int) bool {
	r := &b.rows[j]
	length := b.shares.at(r.part) - b.shares.from
	return r.value.Known && length > r.count.width+2*barGap && (j == 0 || length > (b.shares.to-b.shares.from)/2)
}

// y is the upper edge of a bar.
func (b *paretoBars) y(j int) float64 { return b.top + float64(24*j) + 4 }

func (b *paretoBars) draw(s *svg) {
	b.head(s, b.width, b.bottom+22)
	b.key(s)
	b.drawUnit(s, b.top-4, b.nameEnd)
	if b.cumWord.shown != "" {
		s.texts(axisText, "end")
		s.label(b.width-2, b.top-4, b.cumWord)
		s.end()
	}
	b.drawGrid(s)
	b.drawRows(s)
	b.drawTarget(s)
	b.drawLine(s, func(j int) (x, y float64) { return b.shares.at(b.rows[j].share.Number), b.y(j) + barHeight/2 })
	b.drawCounts(s)
}

func (b *paretoBars) drawGrid(s *svg) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range b.shares.ticks() {
		x := b.shares.at(b.shares.tick(i))
		s.line(x, b.top, x, b.bottom)
	}
	s.end()
	drawTicksBelow(s, b.shares, "%", b.bottom+16, b.width)
}

// drawRows draws names, bars and shares.
func (b *paretoBars) drawRows(s *svg) {
	s.names(nameText, "end", linksOf(b.Categories))
	for j, r := range b.rows {
		s.linked(b.nameEnd, b.y(j)+13, r.name, b.Categories[j].Href)
	}
	s.end()
	for j, r := range b.rows {
		if to := b.shares.at(r.part); to > b.shares.from {
			kind := b.fillOf(j)
			s.put(`<rect class="fig-`).put(kind.part()).put(`"`)
			s.attr("x", b.shares.from).attr("y", b.y(j)).attr("width", to-b.shares.from).attr("height", barHeight)
			s.put(` fill="`).paint(kind).put(`"/>`)
			s.hatch(kind, b.shares.from, b.y(j), to-b.shares.from, barHeight)
		}
	}
	s.texts(mutedText, "end")
	for j, r := range b.rows {
		s.label(b.width-2, b.y(j)+13, r.cum)
	}
	s.end()
}

func (b *paretoBars) drawTarget(s *svg) {
	t, ok := b.target()
	if !ok {
		return
	}
	x := b.shares.at(t.Number)
	openTarget(s)
	s.line(x, b.top, x, b.bottom)
	s.end()
}

// drawCounts prints the counts behind the bars, in them, or why there is none.
func (b *paretoBars) drawCounts(s *svg) {
	for j, r := range b.rows {
		x, y := b.shares.at(r.part)+barGap, b.y(j)+13
		kind, color, edge := valueText, ink, paper
		switch {
		case !r.value.Known:
			x, kind, color = b.shares.from+4, mutedText, muted
		case b.inside(j):
			x -= r.count.width + 2*barGap
			color, edge = onFill(b.fillOf(j))
		}
		openOver(s, kind, "start", color, edge)
		s.label(x, y, r.count)
		s.end()
	}
}
