package charts

import (
	"cmp"
	"fmt"
	"slices"
)

// rankChange is the layout of ranks over time: the first rank at the top, each
// line named at both ends.
type rankChange struct {
	*Figure
	face
	lines       []rankLine // by series
	note        string     // which lines are left out
	focus       bool       // some line is strong, and the others step back
	y           scale
	left, right float64
	top, bottom float64
	floor       float64 // of the labels at the right, unranked areas among them
	starts      rankEnds
	ends        rankEnds
}

// rankLine is one area.
type rankLine struct {
	series int
	strong bool
	pen    int
	points []rankPoint // by month
}

// rankPoint is where a line passes a month.
type rankPoint struct {
	Value
	x, y float64
}

// rankEnds are the labels at one end of the lines.
type rankEnds struct {
	labels []endLabel // series is the line's index
	ranks  []label    // by line
	names  []label
	rank   float64 // the widest
	name   float64
}

const (
	mostLines = 30 // more are drawn only as far as they matter
	edgeLines = 10 // of those at the top and at the bottom
	tieHair   = 4  // between lines that share a rank
)

func drawRankChange(s *svg, f *Figure, room face) {
	c := rankChange{Figure: f, face: room}
	c.choose()
	c.place()
	c.draw(s)
}

// choose finds the lines that are drawn, and which of them are strong.
func (c *rankChange) choose() {
	shown, note := c.shownRanks()
	c.note = note
	c.focus = slices.ContainsFunc(c.Series, func(s Series) bool { return s.Highlight })
	strong := 0
	for _, i := range shown {
		l := rankLine{series: i, strong: c.Series[i].Highlight || !c.focus, pen: strong}
		if l.strong {
			strong++
		}
		for j := range c.Categories {
			l.points = append(l.points, rankPoint{Value: c.value(i, j)})
		}
		c.lines = append(c.lines, l)
	}
}

// shownRanks are the series that are drawn, in their order: all while they can
// be told apart, otherwise the strong ones and those at the top and at the
// bottom of the last month, and a note that says so.
func (f *Figure) shownRanks() (shown []int, note string) {
	for i := range f.Series {
		shown = append(shown, i)
	}
	n := len(shown)
	if n <= mostLines {
		return shown, ""
	}
	last := len(f.Categories) - 1
	slices.SortStableFunc(shown, func(a, b int) int { return cmp.Compare(f.rankIn(a, last), f.rankIn(b, last)) })
	ranked := slices.IndexFunc(shown, func(i int) bool { return !f.value(i, last).Known })
	if ranked < 0 {
		ranked = n
	}
	keep := map[int]bool{}
	for k, i := range shown {
		if f.Series[i].Highlight || k < edgeLines || ranked-edgeLines <= k && k < ranked {
			keep[i] = true
		}
	}
	shown = slices.DeleteFunc(shown, func(i int) bool { return !keep[i] })
	slices.Sort(shown)
	note = fmt.Sprintf("共%d条线，画出%s最前和最后各%d条", n, f.Categories[last].Label, edgeLines)
	if slices.ContainsFunc(f.Series, func(s Series) bool { return s.Highlight }) {
		note += "以及突出显示的"
	}
	return shown, note
}

// rankIn orders series by their rank in a month, the unranked last.
func (f *Figure) rankIn(i, month int) float64 {
	if v := f.value(i, month); v.Known {
		return v.Number
	}
	return 2 * largest
}

// rankAxis reaches from the first rank to the last.
func (f *Figure) rankAxis() axis {
	lo, hi, _ := f.bounds()
	lo = min(lo, 1)
	return axis{lo, max(hi, lo+1), 1}
}

// place measures the texts at both ends and gives the rest to the lines.
func (c *rankChange) place() {
	c.y.axis = c.rankAxis()
	c.measureEnds()
	unranked := 0
	for _, l := range c.lines {
		if !l.points[len(l.points)-1].Known {
			unranked++
		}
	}
	ranked := len(c.lines) - unranked
	ranks := c.y.hi - c.y.lo
	pitch := min(max(200/ranks, endPitch+1), 44)
	height := max(min(ranks*pitch, mostLines*(endPitch+1)), float64(max(ranked, len(c.starts.labels))-1)*endPitch, 44)
	c.top = 18
	c.bottom = c.top + height
	c.y.from, c.y.to = c.top, c.bottom
	c.floor = c.bottom
	if unranked > 0 {
		c.floor += float64(unranked)*endPitch + 6
	}
	c.right = c.width - 2 - c.ends.width() - 12
	c.left = c.starts.width() + 14
	if len(c.Categories) == 1 {
		c.right = c.left
	}
	for i := range c.lines {
		for j := range c.lines[i].points {
			p := &c.lines[i].points[j]
			p.x, p.y = c.x(j), c.y.at(p.Number)
		}
	}
	for j := range c.Categories {
		c.separate(j)
	}
	c.placeEnds()
}

// x is the place of a month.
func (c *rankChange) x(j int) float64 {
	if len(c.Categories) == 1 {
		return c.right
	}
	return c.left + float64((c.right-c.left)*float64(j)/float64(len(c.Categories)-1))
}

// separate sets lines that share a rank a hair apart, in the order of the
// series, as far as the next rank leaves room.
func (c *rankChange) separate(j int) {
	var at []*rankPoint
	for i := range c.lines {
		if p := &c.lines[i].points[j]; p.Known {
			at = append(at, p)
		}
	}
	slices.SortStableFunc(at, func(a, b *rankPoint) int { return cmp.Compare(a.Number, b.Number) })
	for from := 0; from < len(at); {
		to := from + 1
		for to < len(at) && at[to].Number == at[from].Number {
			to++
		}
		room := (c.y.to - c.y.from) / (c.y.hi - c.y.lo)
		if to < len(at) {
			room = at[to].y - at[from].y
		}
		hair := min(tieHair, max(room-6, 0)/float64(max(to-from-1, 1)))
		for k := from; k < to; k++ {
			at[k].y += float64(hair * float64(k-from))
		}
		from = to
	}
}
