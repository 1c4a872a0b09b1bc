package charts

// rankedBars is the layout of one ranking: where its columns stand. Every
// width is measured, so no text runs into the next column.
type rankedBars struct {
	Figure
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
	rank, name, move, text, mark, reason label
	missed                               bool
	inside                               bool // the mark stands in the bar, at its end
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

func drawRankedBars(s *svg, f Figure, room face) {
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
	b.bars = scale{b.zeroAxis(lo, hi, int((end-from)/70)), from, end}
	for i := range b.rows {
		b.fitTail(&b.rows[i], b.Categories[i].Mark, end-from)
	}
	for b.shrink(end) {
	}
	if t, ok := b.target(); ok {
		b.targetX = b.bars.at(t.Number)
	}
}

// fitTail makes the texts behind a bar fit into what the bars can spare, the
// value before the mark and the mark before the reason.
func (b *rankedBars) fitTail(r *barRow, mark string, room float64) {
	if r.Known {
		room -= barsRoom + barGap
		r.text = valueText.fit(r.Text, room)
		room -= r.text.width + wordGap
	} else {
		r.Reason = r.missing()
		room -= 4
	}
	r.mark = markText.fit(mark, room)
	r.inside = r.Known && r.mark.width > 0
	r.reason = mutedText.fit(r.Reason, room-r.mark.width-wordGap)
}

// shrink sets how far the axis reaches so that the texts behind every bar end
// at end. A mark that its bar is too short for moves behind the value; then
// shrink reports that it has to be asked again.
func (b *rankedBars) shrink(end float64) (again bool) {
	b.bars.to = end
	for i := range b.rows {
		r := &b.rows[i]
		share := (max(r.Number, 0) - b.bars.lo) / (b.bars.hi - b.bars.lo)
		if r.Known && share > 0 {
			b.bars.to = min(b.bars.to, b.bars.from+(end-b.bars.from-b.tail(r))/share)
		}
	}
	for i := range b.rows {
		r := &b.rows[i]
		if r.inside && b.bars.at(r.Number)-b.bars.at(0) < r.mark.width+2*wordGap {
			r.inside, again = false, true
		}
	}
	return again
}

// tail is the room that a row takes behind its bar.
func (b *rankedBars) tail(r *barRow) float64 {
	end := 0.0
	for _, p := range b.pieces(r, 0) {
		end = max(end, p.x+p.width)
	}
	return end
}

// piece is a text in the bar's line.
type piece struct {
	label
	kind textKind
	x    float64
}

// pieces are the texts in the line of a bar that ends at x: value, mark, reason.
func (b *rankedBars) pieces(r *barRow, x float64) [3]piece {
	var out [3]piece
	next := x + barGap
	for k, p := range [3]piece{{r.text, valueText, 0}, {r.mark, markText, 0}, {r.reason, mutedText, 0}} {
		switch {
		case p.width == 0:
			continue
		case p.kind == markText && r.inside:
			p.x = x - p.width - wordGap
		default:
			p.x = next
			next += p.width + wordGap
		}
		out[k] = p
	}
	return out
}

// line are the texts of a row where they stand.
func (b *rankedBars) line(i int) [3]piece {
	r := &b.rows[i]
	if !r.Known {
		return b.pieces(r, b.bars.from-2)
	}
	return b.pieces(r, b.bars.at(max(r.Number, 0)))
}
