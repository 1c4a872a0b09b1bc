package charts

// heatMap is the layout of a heat map. Where the columns do not fit beside
// each other they are broken into blocks, which repeat the names.
type heatMap struct {
	Figure
	face
	steps    axis
	names    []label
	nameEnd  float64
	colWidth float64
	perBlock int // columns in a block
	headRows int // lines of the column labels
	fullest  float64
}

const (
	cellHeight  = 24
	headPitch   = 15
	widestFace  = 760 // of a heat map that has the page to itself
	widestShade = 7
)

func drawHeatMap(s *svg, f Figure, room face) {
	h := heatMap{Figure: f, face: room}
	h.place()
	h.draw(s)
}

func (h *heatMap) place() {
	lo, hi, _ := h.bounds()
	h.steps = h.shadeAxis(lo, hi)
	h.names = make([]label, len(h.Series))
	cap := 168.0
	if h.narrow {
		cap = 112
	}
	for i, series := range h.Series {
		h.names[i] = nameText.fit(series.Name, cap)
		h.nameEnd = max(h.nameEnd, h.names[i].width+2)
	}
	h.colWidth = 34
	for i := range h.Series {
		for j := range h.Categories {
			h.colWidth = max(h.colWidth, axisText.fit(h.cellText(i, j), 72).width+8)
		}
	}
	h.fitColumns()
	h.headRows = 1
	for _, c := range h.Categories {
		h.headRows = max(h.headRows, len(wrap(c.Label, 12, false, h.colWidth-4, 3)))
	}
}

// fitColumns finds how many columns stand side by side, and widens them to
// fill the face.
func (h *heatMap) fitColumns() {
	most := h.width
	if !h.narrow {
		most = widestFace
	}
	left := h.nameEnd + wordGap
	fit := max(int((most-left-2)/h.colWidth), 1)
	n := len(h.Categories)
	blocks := (n + fit - 1) / fit
	h.perBlock = (n + blocks - 1) / blocks
	h.width = max(h.width, left+float64(h.perBlock)*h.colWidth+2)
	h.colWidth = min((h.width-left-2)/float64(h.perBlock), 120)
}

// cellText is what a cell prints.
func (h *heatMap) cellText(i, j int) string {
	v := h.value(i, j)
	if v.Known {
		return v.Text
	}
	return v.missing()
}

// shadeAxis cuts the numbers into at most seven steps of round width.
func (f Figure) shadeAxis(lo, hi float64) axis {
	for n := 6; ; n-- {
		a := niceAxis(lo, hi, n, f.Scale == Counts)
		if f.Scale == Percents && hi <= 100 && a.hi > 100 {
			a.hi = 100
		}
		if a.ticks()-1 <= widestShade {
			return a
		}
	}
}

// shade is the step of a number: 0 is the lightest.
func shade(a axis, v float64) int {
	n := a.ticks() - 1
	k := min(max(int((v-a.lo)/a.step+1e-9), 0), n-1)
	if n <= 1 {
		return 0
	}
	return k * (widestShade - 1) / (n - 1)
}

// shadeColor is the ground of a step and the text that reads on it, at 4.5:1
// or better. One hue from light to dark, so that a grey copy keeps the order.
func shadeColor(k int) (ground, text string) {
	grounds := [widestShade]string{"#f1f6fb", "#d9e7f4", "#bcd5ec", "#97bce0", "#6b9fd0", "#2f6fa8", "#174a7c"}
	if k >= 5 {
		return grounds[k], paper
	}
	return grounds[k], ink
}
