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
}

const (
	barGap   = 6  // between a bar's end and its value
	wordGap  = 8  // between two texts
	barsRoom = 60 // the least that is left for bars when texts are long
	tieWord  = "并列"
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
	if rank > 0 || tied {
		b.nameStart = b.rankEnd + wordGap
	}
	if tied {
		b.nameStart = b.tieStart + 24 + wordGap
	}
	b.moveStart = b.width - 2
	if move > 0 {
		b.moveStart -= max(move, movementHead.width)
	}
	b.nameEnd = b.nameStart + name
	b.stacked = b.narrow && b.nameEnd > 120
	if b.stacked {
		b.nameEnd = b.moveStart - wordGap
		for i := range b.rows {
			b.rows[i].name = nameText.fit(b.Categories[i].Label, b.nameEnd-b.nameStart)
		}
	}
}

// movementHead stands over the column of movements.
var movementHead = label{"较上月", "较上月", 36}

// place fits the bars between the columns: the longest bar leaves room for the
// texts behind it, and a short bar's texts may take what is free.
func (b *rankedBars) place() {
	b.rowHeight, b.top = 24, 24
	if b.stacked {
		b.rowHeight = 42
	}
	from, end := b.nameEnd+wordGap, b.moveStart-wordGap
	if b.stacked {
		from, end = 2, b.width-2
	}
	lo, hi, _ := b.bounds()
	b.bars = scale{b.zeroAxis(lo, hi, int((end-from)/70)), from, end}
	for i := range b.rows {
		r := &b.rows[i]
		tail := b.tail(r, i, end-from)
		if r.Known {
			b.bars.to = min(b.bars.to, b.endFor(r.Number, tail, end))
		}
	}
	if t, ok := b.target(); ok {
		b.targetX = b.bars.at(t.Number)
	}
}

// tail makes the texts behind a bar fit and returns the room they take.
func (b *rankedBars) tail(r *barRow, i int, room float64) float64 {
	if !r.Known {
		r.mark = markText.fit(b.Categories[i].Mark, room/2)
		r.reason = mutedText.fit(r.missing(), room-r.mark.width-wordGap)
		return 0
	}
	room -= barsRoom + barGap
	r.text = valueText.fit(r.Text, room)
	tail := barGap + r.text.width
	if mark := b.Categories[i].Mark; mark != "" {
		r.mark = markText.fit(mark, room-tail-wordGap)
		tail += wordGap + r.mark.width
	}
	if r.Reason != "" {
		r.reason = mutedText.fit(r.Reason, room-tail-wordGap)
		tail += wordGap + r.reason.width
	}
	return tail
}

// endFor is how far the axis may reach if a bar and its tail are to end at end.
func (b *rankedBars) endFor(v, tail, end float64) float64 {
	share := (max(v, 0) - b.bars.lo) / (b.bars.hi - b.bars.lo)
	if share <= 0 {
		return end
	}
	return b.bars.from + (end-b.bars.from-tail)/share
}

func (b *rankedBars) draw(s *svg) {
	bottom := b.top + float64(len(b.rows))*b.rowHeight
	height := bottom + 22
	if b.missed {
		height += 20
	}
	b.head(s, b.width, height)
	if b.missed {
		s.define([fills]bool{amberStripes: true})
	}
	b.drawGrid(s, bottom)
	b.drawBars(s)
	b.drawTarget(s, bottom)
	b.drawNames(s)
	b.drawTails(s)
	if b.missed {
		s.texts(keyText, "start")
		s.swatch(2, height-4, amberStripes, keyText.fit(b.missWord(), b.width))
		s.end()
	}
}

// barTop is the upper edge of a row's bar.
func (b *rankedBars) barTop(i int) float64 {
	y := b.top + float64(i)*b.rowHeight
	if b.stacked {
		return y + 22
	}
	return y + 5
}

func (b *rankedBars) drawGrid(s *svg, bottom float64) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range b.bars.ticks() {
		x := b.bars.at(b.bars.tick(i))
		s.line(x, b.top, x, bottom)
	}
	s.end()
	s.texts(axisText, "middle")
	last := -1e9
	for i := range b.bars.ticks() {
		l := axisText.fit(b.bars.text(i, b.tickUnit()), 120)
		x := min(max(b.bars.at(b.bars.tick(i)), l.width/2), b.width-l.width/2)
		if x-l.width/2 < last+4 {
			continue
		}
		s.label(x, bottom+16, l)
		last = x + l.width/2
	}
	s.end()
}

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
		s.attr("x", min(zero, end)).attr("y", b.barTop(i)).attr("width", max(zero, end)-min(zero, end)).attr("height", 14)
		s.put(` fill="`).paint(kind).put(`"/>`)
	}
}
