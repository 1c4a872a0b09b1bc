package charts

// rankedBars is the layout of one ranking: where its columns stand. Every
// width is measured, so no text runs into the next column.
type rankedBars struct {
	*Figure
	face
	rows      []barRow
	stacked   bool    // names stand above the bars
	rankEnd   float64 // right edge of the rank numbers
	tieStart  float64
	nameStart float64
	nameEnd   float64
	moveStart float64
	rowHeight float64
	top       float64 // of the first row
	bars      scale
	targetX   float64
	missed    bool // some bar is on the wrong side of the target
}

// barRow is what one row prints.
type barRow struct {
	Value
	rank, name, move label
	line             [3]piece // value, mark and reason, in the bar's line
	missed           bool
	inside           bool    // the mark stands in the bar, at its end
	gap              float64 // that a dot takes behind its place
}

// piece is a text in the line of a bar.
type piece struct {
	label
	kind textKind
	x    float64
}

const (
	barHeight = 16
	barGap    = 6  // between a bar's end and its value
	wordGap   = 8  // between two texts
	barsRoom  = 60 // the least that is left for bars when texts are long
	tieWord   = "并列"
	tieWidth  = 24
	moveWord  = "较上月"
	moveWidth = 36
)

func drawRankedBars(s *svg, f *Figure, room face) {
	b := rankedBars{Figure: f, face: room}
	b.measure()
	b.place()
	b.draw(s)
}

// measure makes the texts of the columns fit and finds where the columns stand.
func (b *rankedBars) measure() {
	b.rows = make([]barRow, len(b.Categories))
	var rank, name, move float64
	tied := false
	for i, c := range b.Categories {
		r := &b.rows[i]
		r.Value = b.value(0, i)
		r.missed = b.misses(r.Value)
		if b.Kind == Dots && r.Known {
			r.gap = 4
		}
		b.missed = b.missed || r.missed
		r.rank = rankText.fit(c.Rank, 44)
		r.move = moveText.fit(c.Movement, 60)
		r.name = nameText.fit(c.Label, 168) // twelve characters
		rank, name, move = max(rank, r.rank.width), max(name, r.name.width), max(move, r.move.width)
		tied = tied || c.Tied
	}
	b.rankEnd = 2 + rank
	b.tieStart = b.rankEnd + 4
	b.nameStart = 2
	if rank > 0 {
		b.nameStart = b.rankEnd + wordGap
	}
	if tied {
		b.nameStart = b.tieStart + tieWidth + wordGap
	}
	b.moveStart = b.width - 2
	if move > 0 {
		b.moveStart -= max(move, moveWidth)
	}
	b.nameEnd = b.nameStart + name
	if b.narrow && b.nameEnd > 130 {
		b.stack()
	}
}

// stack puts the names above the bars, where they have the whole width.
func (b *rankedBars) stack() {
	b.stacked = true
	b.nameEnd = b.moveStart - wordGap
	for i := range b.rows {
		b.rows[i].name = nameText.fit(b.Categories[i].Label, b.nameEnd-b.nameStart)
	}
}

// place fits the bars between the columns.
func (b *rankedBars) place() {
	b.rowHeight, b.top = 24, 24
	from, end := b.nameEnd+wordGap, b.moveStart-wordGap
	if b.stacked {
		b.rowHeight = 44
		from, end = 2, b.width-2
	}
	lo, hi, _ := b.bounds()
	b.bars = scale{b.rankedAxis(lo, hi, int((end-from)/70)), from, end}
	for i := range b.rows {
		b.rows[i].fitTail(b.Categories[i].Mark, end-from)
	}
	for b.shrink(end) {
	}
	for i := range b.rows {
		r := &b.rows[i]
		if r.Known {
			r.place(b.bars.at(b.reach(r.Value)))
		} else {
			r.place(b.bars.from - 2)
		}
	}
	if t, ok := b.target(); ok {
		b.targetX = b.bars.at(t.Number)
	}
}

// fitTail makes the texts in a bar's line fit into what the bars can spare,
// the value before the mark and the mark before the reason.
func (r *barRow) fitTail(mark string, room float64) {
	var value, veto, reason label
	if r.Known {
		room -= barsRoom + barGap + r.gap
		value = valueText.fit(r.Text, room)
		room -= value.width + wordGap
	} else {
		r.Reason = r.missing()
		room -= 4
	}
	veto = markText.fit(mark, room)
	reason = mutedText.fit(r.Reason, room-veto.width-wordGap)
	r.line = [3]piece{{label: value, kind: valueText}, {label: veto, kind: markText}, {label: reason, kind: mutedText}}
	r.inside = r.Known && veto.width > 0
}

// shrink sets how far the axis reaches so that the texts behind every bar end
// at end. A mark that its bar is too short for moves behind the value; then
// shrink reports that it has to be asked again.
func (b *rankedBars) shrink(end float64) (again bool) {
	b.bars.to = end
	for i := range b.rows {
		r := &b.rows[i]
		share := (b.reach(r.Value) - b.bars.lo) / (b.bars.hi - b.bars.lo)
		if r.Known && share > 0 {
			b.bars.to = min(b.bars.to, b.bars.from+(end-b.bars.from-r.place(0))/share)
		}
	}
	for i := range b.rows {
		r := &b.rows[i]
		if r.inside && b.bars.at(r.Number)-b.start() < r.line[1].width+2*wordGap {
			r.inside, again = false, true
		}
	}
	return again
}

// rankedAxis starts at zero for bars, whose length is their value. Dots are
// read by their place, so theirs fits the numbers, over at least four points:
// less would make much of nothing.
func (f *Figure) rankedAxis(lo, hi float64, n int) axis {
	if f.Kind != Dots || f.Scale == Counts || lo < hi/2 {
		return f.zeroAxis(lo, hi, n)
	}
	return niceAxis(min(lo, hi-4), hi, n, false)
}

// reach is the number that texts stand behind.
func (f *Figure) reach(v Value) float64 {
	if f.Kind == Dots {
		return v.Number
	}
	return max(v.Number, 0)
}

// start is where bars and the lines to dots start.
func (b *rankedBars) start() float64 {
	if b.Kind == Dots {
		return b.bars.from
	}
	return b.bars.at(0)
}

// place sets the texts into the line of a bar that ends at x, and returns
// where the last of them ends.
func (r *barRow) place(x float64) (end float64) {
	end, next := x, x+barGap+r.gap
	for k := range r.line {
		p := &r.line[k]
		switch {
		case p.width == 0:
		case p.kind == markText && r.inside:
			p.x = x - p.width - wordGap
		default:
			p.x, end = next, next+p.width
			next = end + wordGap
		}
	}
	return end
}
