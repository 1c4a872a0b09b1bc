package charts

// heatMap is the layout of a heat map. Where the columns do not fit beside
// each other they are broken into blocks, which repeat the names.
type heatMap struct {
	*Figure
	face
	steps    axis
	cells    []heatCell // row by row
	names    []label
	nameEnd  float64
	colWidth float64
	perBlock int // columns in a block
	headRows int // lines of the column labels
	empty    bool
	missed   bool
}

// heatCell is what one cell prints on which ground.
type heatCell struct {
	text   string
	width  float64
	step   int // its shade; -1 without a number
	missed bool
}

const (
	cellHeight = 24
	headPitch  = 15
	heatWidth  = 760 // of a wide heat map at most: it has the page to itself
	shades     = 7
	firstDark  = 5 // the first shade that takes white text
)

func drawHeatMap(s *svg, f *Figure, room face) {
	h := heatMap{Figure: f, face: room}
	h.place()
	h.draw(s)
}

func (h *heatMap) place() {
	lo, hi, _ := h.bounds()
	h.steps = h.shadeAxis(lo, hi)
	room := 168.0
	if h.narrow {
		room = 112
	}
	h.names = make([]label, len(h.Series))
	for i, series := range h.Series {
		h.names[i] = nameText.fit(series.Name, room)
		h.nameEnd = max(h.nameEnd, h.names[i].width+2)
	}
	h.colWidth = 34
	h.cells = make([]heatCell, 0, len(h.Series)*len(h.Categories))
	for i := range h.Series {
		for j := range h.Categories {
			c := h.cell(i, j)
			c.width = measure(c.text, axisText.spec().px, false)
			h.cells = append(h.cells, c)
			h.colWidth = max(h.colWidth, min(c.width, 72)+8)
			h.empty, h.missed = h.empty || c.step < 0, h.missed || c.missed
		}
	}
	h.fitColumns()
	h.headRows = 1
	for _, c := range h.Categories {
		h.headRows = max(h.headRows, len(wrap(c.Label, 12, h.colWidth-4, 3)))
	}
}

func (h *heatMap) cell(i, j int) heatCell {
	v := h.value(i, j)
	if !v.Known {
		return heatCell{text: v.missing(), step: -1}
	}
	return heatCell{text: v.Text, step: shade(h.steps, v.Number), missed: h.misses(v)}
}

// at is a cell by row and column.
func (h *heatMap) at(i, j int) *heatCell { return &h.cells[i*len(h.Categories)+j] }

// fitColumns finds how many columns stand side by side, and widens them to
// fill the face.
func (h *heatMap) fitColumns() {
	most := h.width
	if !h.narrow {
		most = heatWidth
	}
	left := h.nameEnd + wordGap
	fit := max(int((most-left-2)/h.colWidth), 1)
	n := len(h.Categories)
	blocks := (n + fit - 1) / fit
	h.perBlock = (n + blocks - 1) / blocks
	h.width = max(h.width, left+float64(float64(h.perBlock)*h.colWidth)+2)
	h.colWidth = min((h.width-left-2)/float64(h.perBlock), 120)
}

// shadeAxis cuts the numbers into at most seven steps of round width.
func (f *Figure) shadeAxis(lo, hi float64) axis {
	for n := shades; ; n-- {
		a := niceAxis(lo, hi, n, f.Scale == Counts)
		if f.Scale == Percents && hi <= 100 && a.hi > 100 {
			a.lo, a.hi = a.lo-(a.hi-100), 100
		}
		if a.ticks()-1 <= shades || n == 1 {
			return a
		}
	}
}

// shade is the step of a number: 0 is the lightest. Few steps are spread over
// all shades.
func shade(a axis, v float64) int {
	n := a.ticks() - 1
	if n <= 1 {
		return 1
	}
	k := min(max(int((v-a.lo)/a.step+1e-9), 0), n-1)
	return k * (shades - 1) / (n - 1)
}

// shadeColor is the ground of a step and the text that reads on it, at 4.5:1
// or better. One hue from light to dark, so that a grey copy keeps the order.
func shadeColor(k int) (ground, text string) {
	grounds := [shades]string{"#f1f6fb", "#d9e7f4", "#bcd5ec", "#97bce0", "#6b9fd0", "#2f6fa8", "#174a7c"}
	if k >= firstDark {
		return grounds[k], paper
	}
	return grounds[k], ink
}
