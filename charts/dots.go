package charts

// drawDots draws a dot for each row at the end of a thin line, a diamond where
// it misses the target. A mark before the dot gets a plain ground.
func (b *rankedBars) drawDots(s *svg) {
	s.group("fig-guide", `stroke="`+rule+`" stroke-dasharray="1 3" fill="none"`)
	for i, r := range b.rows {
		if y := b.barTop(i) + barHeight/2; r.Known {
			s.line(b.start(), y, b.bars.at(r.Number), y)
		}
	}
	s.end()
	for i, r := range b.rows {
		if r.inside {
			mark := r.line[1]
			s.rect(mark.x-4, b.barTop(i)+1, mark.width+8, barHeight-2, ` class="fig-ground" fill="`+paper+`"`)
		}
	}
}

// drawDotMarks draws the dots themselves, over the line of the target.
func (b *rankedBars) drawDotMarks(s *svg) {
	s.group("fig-dot", `fill="`+blue+`"`)
	for i, r := range b.rows {
		if r.Known && !r.missed {
			s.put("<circle").attr("cx", b.bars.at(r.Number)).attr("cy", b.barTop(i)+barHeight/2).put(` r="4.6"/>`)
		}
	}
	s.end()
	openMissed(s)
	for i, r := range b.rows {
		if r.missed {
			s.diamond(b.bars.at(r.Number), b.barTop(i)+barHeight/2)
		}
	}
	s.put(`"/>`)
}
