package charts

// drawTarget draws the line through the bars; it stops where a value or a name
// stands, so that no text is struck through.
func (b *rankedBars) drawTarget(s *svg, bottom float64) {
	t, ok := b.target()
	if !ok {
		return
	}
	s.group("fig-target", `stroke="`+bad+`" stroke-width="1.2" stroke-dasharray="4 3" fill="none"`)
	s.brokenLine(true, b.targetX, b.top-4, bottom, b.holes())
	s.end()
	room := b.moveStart - wordGap
	l := targetText.fit(t.Text, room)
	s.texts(targetText, "middle")
	s.label(min(max(b.targetX, l.width/2+1), room-l.width/2), b.top-9, l)
	s.end()
}

// holes are the stretches of the target line that texts stand on.
func (b *rankedBars) holes() []hole {
	var holes []hole
	for i := range b.rows {
		y := b.barTop(i)
		if b.stacked {
			holes = append(holes, hole{y - b.rowHeight + 16, y - 2})
		}
		start, end := b.tailSpan(&b.rows[i])
		if start-3 < b.targetX && b.targetX < end+3 {
			holes = append(holes, hole{y - 1, y + 15})
		}
	}
	return holes
}

// tailStart is where the first text behind a bar begins.
func (b *rankedBars) tailStart(r *barRow) float64 {
	if !r.Known {
		return b.bars.at(0) + 4
	}
	return b.bars.at(max(r.Number, 0)) + barGap
}

func (b *rankedBars) tailSpan(r *barRow) (start, end float64) {
	start = b.tailStart(r)
	end = start
	for _, l := range [...]label{r.text, r.mark, r.reason} {
		if l.width > 0 {
			end += l.width + wordGap
		}
	}
	return start, end - wordGap
}

// drawNames draws the columns of ranks, names and movements.
func (b *rankedBars) drawNames(s *svg) {
	s.texts(rankText, "end")
	for i := range b.rows {
		s.label(b.rankEnd, b.nameLine(i), b.rows[i].rank)
	}
	s.end()
	s.texts(mutedText, "start")
	for i, c := range b.Categories {
		if c.Tied {
			s.label(b.tieStart, b.nameLine(i), label{tieWord, tieWord, 24})
		}
	}
	s.end()
	x, anchor := b.nameEnd, "end"
	if b.stacked {
		x, anchor = b.nameStart, "start"
	}
	s.texts(nameText, anchor)
	for i, c := range b.Categories {
		s.linked(x, b.nameLine(i), b.rows[i].name, c.Href)
	}
	s.end()
	b.drawMovements(s)
}

func (b *rankedBars) drawMovements(s *svg) {
	if b.moveStart >= b.width-2 {
		return
	}
	s.texts(axisText, "end")
	s.label(b.width-2, b.top-9, movementHead)
	s.end()
	s.texts(moveText, "end")
	for i := range b.rows {
		s.label(b.width-2, b.nameLine(i), b.rows[i].move)
	}
	s.end()
}

// nameLine is the baseline of a row's name.
func (b *rankedBars) nameLine(i int) float64 {
	if b.stacked {
		return b.barTop(i) - 6
	}
	return b.barTop(i) + 12
}

// drawTails draws what stands behind the bars, one role after the other.
func (b *rankedBars) drawTails(s *svg) {
	for _, k := range [...]textKind{valueText, markText, mutedText} {
		s.texts(k, "start")
		for i := range b.rows {
			r := &b.rows[i]
			x := b.tailStart(r)
			for _, part := range [...]struct {
				textKind
				label
			}{{valueText, r.text}, {markText, r.mark}, {mutedText, r.reason}} {
				if part.width == 0 {
					continue
				}
				if part.textKind == k {
					s.label(x, b.barTop(i)+12, part.label)
				}
				x += part.width + wordGap
			}
		}
		s.end()
	}
}
