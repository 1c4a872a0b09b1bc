package charts

func (b *rankedBars) draw(s *svg) {
	bottom := b.top + float64(len(b.rows))*b.rowHeight
	height := bottom + 22
	cut := b.Kind == Dots && b.bars.lo != 0
	if b.missed || cut {
		height += 20
	}
	b.head(s, b.width, height)
	if b.missed && b.Kind != Dots {
		s.define([fills]bool{amberStripes: true})
	}
	b.drawGrid(s, bottom)
	if b.Kind == Dots {
		b.drawDots(s)
	} else {
		b.drawBars(s)
	}
	b.drawTarget(s, bottom)
	if b.Kind == Dots {
		b.drawDotMarks(s)
	}
	b.drawNames(s)
	b.drawMovements(s)
	for _, k := range [...]textKind{valueText, markText, mutedText} {
		b.drawPieces(s, k)
	}
	b.drawKey(s, height-4, cut)
}

// drawKey says what stripes or diamonds mean, and where an axis starts that
// leaves zero out.
func (b *rankedBars) drawKey(s *svg, y float64, cut bool) {
	x := 2.0
	if b.missed {
		s.texts(keyText, "start")
		word := keyText.fit(b.missWord(), b.width)
		if b.Kind == Dots {
			openMissed(s)
			s.diamond(x+6, y-5)
			s.put(`"/>`)
			s.label(x+17, y, word)
		} else {
			s.swatch(x, y, amberStripes, word)
		}
		s.end()
		x += 17 + word.width + 16
	}
	if cut {
		s.texts(mutedText, "start")
		s.label(x, y, mutedText.fit("横轴不从0起，从"+b.bars.text(0, b.tickUnit())+"起", b.width-2-x))
		s.end()
	}
}

// barTop is the upper edge of a row's bar.
func (b *rankedBars) barTop(i int) float64 {
	y := b.top + float64(i)*b.rowHeight
	if b.stacked {
		return y + 22
	}
	return y + 4
}

// textLine is the baseline of the texts in a bar's line.
func (b *rankedBars) textLine(i int) float64 { return b.barTop(i) + 13 }

// nameLine is the baseline of a row's name.
func (b *rankedBars) nameLine(i int) float64 {
	if b.stacked {
		return b.barTop(i) - 6
	}
	return b.textLine(i)
}

func (b *rankedBars) drawGrid(s *svg, bottom float64) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range b.bars.ticks() {
		x := b.bars.at(b.bars.tick(i))
		s.line(x, b.top, x, bottom)
	}
	s.end()
	drawTicksBelow(s, b.bars, b.tickUnit(), bottom+16, b.width)
}

// drawBars draws the bars from zero. A mark in a bar gets a plain ground.
func (b *rankedBars) drawBars(s *svg) {
	zero := b.bars.at(0)
	for i := range b.rows {
		r := &b.rows[i]
		if !r.Known {
			continue
		}
		end := b.bars.at(r.Number)
		kind := solidBlue
		if r.missed {
			kind = amberStripes
		}
		s.put(`<rect class="fig-`).put(kind.part()).put(`"`)
		s.attr("x", min(zero, end)).attr("y", b.barTop(i)).attr("width", max(zero, end)-min(zero, end)).attr("height", barHeight)
		s.put(` fill="`).paint(kind).put(`"/>`)
		s.hatch(kind, min(zero, end), b.barTop(i), max(zero, end)-min(zero, end), barHeight)
		if r.inside {
			mark := r.line[1]
			s.rect(mark.x-4, b.barTop(i)+1, mark.width+8, barHeight-2, ` class="fig-ground" fill="`+paper+`"`)
		}
	}
}

// drawTarget draws the line across the bars, on a pale edge that keeps it
// visible on blue; it stops where a text stands, so that none is struck through.
func (b *rankedBars) drawTarget(s *svg, bottom float64) {
	t, ok := b.target()
	if !ok {
		return
	}
	holes := b.holes()
	s.group("fig-target-edge", `stroke="`+paper+`" stroke-width="3.2" stroke-opacity="0.85" fill="none"`)
	s.brokenLine(true, b.targetX, b.top-4, bottom, holes)
	s.end()
	s.group("fig-target", `stroke="`+bad+`" stroke-width="1.4" stroke-dasharray="4 2" fill="none"`)
	s.brokenLine(true, b.targetX, b.top-4, bottom, holes)
	s.end()
	room := b.moveStart - wordGap
	l := targetText.fit(t.Text, room)
	s.texts(targetText, "middle")
	s.label(clampText(b.targetX, l.width, room), b.top-9, l)
	s.end()
}

// holes are the stretches of the target line that texts stand on.
func (b *rankedBars) holes() []hole {
	holes := make([]hole, 0, len(b.rows)+2)
	for i := range b.rows {
		y := b.barTop(i)
		if b.stacked {
			holes = append(holes, hole{y - b.rowHeight + 18, y - 2})
		}
		for _, p := range b.rows[i].line {
			if p.width > 0 && p.x-4 < b.targetX && b.targetX < p.x+p.width+4 {
				holes = append(holes, hole{y - 1, y + barHeight + 1})
				break
			}
		}
	}
	return holes
}

// drawNames draws the columns of ranks and names.
func (b *rankedBars) drawNames(s *svg) {
	s.texts(rankText, "end")
	for i := range b.rows {
		s.label(b.rankEnd, b.nameLine(i), b.rows[i].rank)
	}
	s.end()
	s.texts(mutedText, "start")
	for i, c := range b.Categories {
		if c.Tied {
			s.label(b.tieStart, b.nameLine(i), label{tieWord, tieWord, tieWidth})
		}
	}
	s.end()
	x, anchor := b.nameEnd, "end"
	if b.stacked {
		x, anchor = b.nameStart, "start"
	}
	s.names(nameText, anchor, linksOf(b.Categories))
	for i, c := range b.Categories {
		s.linked(x, b.nameLine(i), b.rows[i].name, c.Href)
	}
	s.end()
}

func (b *rankedBars) drawMovements(s *svg) {
	if b.moveStart >= b.width-2 {
		return
	}
	s.texts(axisText, "end")
	s.label(b.width-2, b.top-9, label{moveWord, moveWord, moveWidth})
	s.end()
	s.texts(moveText, "end")
	for i := range b.rows {
		s.label(b.width-2, b.nameLine(i), b.rows[i].move)
	}
	s.end()
}

// drawPieces draws the texts of one role in the lines of the bars.
func (b *rankedBars) drawPieces(s *svg, k textKind) {
	s.texts(k, "start")
	for i := range b.rows {
		for _, p := range b.rows[i].line {
			if p.kind == k {
				s.label(p.x, b.textLine(i), p.label)
			}
		}
	}
	s.end()
}
