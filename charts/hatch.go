package charts

// On paper a pattern would become a picture: what a browser repeats it stores as
// points, coarse ones. So the paper face draws each stripe, cross and dot of a
// filled rectangle as an outline of its own.

// point is a corner of an outline.
type point struct{ x, y float64 }

// hatch draws the pattern of a fill over a rectangle, on paper.
func (s *svg) hatch(f fill, x, y, w, h float64) {
	_, ink := f.ground()
	if !s.paper || ink == "" || w <= 0 || h <= 0 {
		return
	}
	s.put(`<path fill="`).put(ink).put(`" d="`)
	box := []point{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
	const period = 6
	const diagonal = 8.5 // between stripes at 45° that are 6 apart
	switch f {
	case amberStripes:
		s.bands(box, 1, diagonal, 4.2)
	case emptyCell:
		s.bands(box, 1, diagonal, 1.4)
	case redCrosses:
		s.bands(box, 1, period, 1.4)
		s.bands(box, -1, period, 1.4)
	case blueLines:
		for at := y + 0.3; at+1.4 <= y+h; at += period / 2 {
			s.outline([]point{{x, at}, {x + w, at}, {x + w, at + 1.4}, {x, at + 1.4}})
		}
	case greyDots:
		for dy := y + 3; dy+1.4 <= y+h; dy += period {
			for dx := x + 3; dx+1.4 <= x+w; dx += period {
				s.put("M").num(dx - 1.4).put(" ").num(dy).put("a1.4 1.4 0 1 0 2.8 0a1.4 1.4 0 1 0-2.8 0z")
			}
		}
	}
	s.put(`"/>`)
}

// bands draws what of a box lies in bands at 45°, of a width and a distance
// measured along the edge; way is 1 for rising ones, -1 for falling ones.
func (s *svg) bands(box []point, way, distance, width float64) {
	place := func(p point) float64 { return p.x + float64(way*p.y) }
	lo, hi := place(box[0]), place(box[0])
	for _, p := range box {
		lo, hi = min(lo, place(p)), max(hi, place(p))
	}
	var rest, band []point // used again for each band
	for from := lo; from < hi; from += distance {
		rest = cut(rest[:0], box, func(p point) float64 { return place(p) - from })
		band = cut(band[:0], rest, func(p point) float64 { return from + width - place(p) })
		if len(band) > 2 {
			s.outline(band)
		}
	}
}

// cut appends the part of an outline on whose side a linear function is not negative.
func cut(kept, outline []point, side func(point) float64) []point {
	for i, p := range outline {
		q := outline[(i+1)%len(outline)]
		a, b := side(p), side(q)
		if a >= 0 {
			kept = append(kept, p)
		}
		if a < 0 != (b < 0) {
			t := a / (a - b)
			kept = append(kept, point{p.x + float64(t*(q.x-p.x)), p.y + float64(t*(q.y-p.y))})
		}
	}
	return kept
}

func (s *svg) outline(points []point) {
	for i, p := range points {
		if i == 0 {
			s.put("M")
		} else {
			s.put("L")
		}
		s.num(p.x).put(" ").num(p.y)
	}
	s.put("z")
}
