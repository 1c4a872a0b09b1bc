package charts

// The colours of every face, in one place. Contrast is against white; text
// needs 4.5:1, marks 3:1. None is told from another by hue alone: fills differ
// by pattern, lines by dashes and markers, and the steps of a heat map by
// lightness, so a grey copy says the same.
const (
	ink   = "#1b1f24" // 16.5:1, names and values
	muted = "#5b6570" // 6.0:1, axes, reasons
	hair  = "#e6e9ed" // grid lines; decoration only
	rule  = "#9aa3ad" // axis lines
	back  = "#8d97a1" // 3.0:1, lines that step back behind one that is read
	paper = "#ffffff"
	blue  = "#1f5f99" // 6.6:1, rectified
	amber = "#b87400" // 3.7:1, stripes of what is below target or not yet due
	sand  = "#f6e3bd" // ground under amber stripes
	pale  = "#a9c6e2" // beside blue; lighter by far, so that grey tells them apart
	bad   = "#b3261e" // 6.5:1, overdue, vetoes, the target line
	deep  = "#7d1712" // 10.6:1, grave and overdue, beside red crosses
	rose  = "#e9a19b" // ground under dark red crosses
)

// textKind is a role that text plays; each has one size and weight everywhere.
type textKind int

const (
	nameText textKind = iota
	rankText
	valueText
	moveText
	mutedText
	markText
	axisText
	targetText
	keyText
)

type textSpec struct {
	class string
	px    int
	bold  bool
	fill  string
}

// spec is the look of a role.
func (k textKind) spec() textSpec {
	px, bold := k.size()
	switch k {
	case rankText:
		return textSpec{"fig-rank", px, bold, ink}
	case valueText:
		return textSpec{"fig-value", px, bold, ink}
	case moveText:
		return textSpec{"fig-move", px, bold, muted}
	case mutedText:
		return textSpec{"fig-muted", px, bold, muted}
	case markText:
		return textSpec{"fig-mark", px, bold, bad}
	case axisText:
		return textSpec{"fig-axis", px, bold, muted}
	case targetText:
		return textSpec{"fig-target-text", px, bold, bad}
	case keyText:
		return textSpec{"fig-key", px, bold, ink}
	}
	return textSpec{"fig-name", px, bold, ink}
}

// size is what a text of a role is measured by. None is below 12, which is the
// smallest type that reads on a phone and on paper.
func (k textKind) size() (px int, bold bool) {
	switch k {
	case nameText:
		return 14, false
	case rankText:
		return 14, true
	case valueText:
		return 13, true
	case moveText, keyText:
		return 13, false
	case markText:
		return 12, true
	}
	return 12, false
}

// label is a text that has been made to fit.
type label struct {
	full, shown string
	width       float64
}

// fit makes a text fit into room pixels.
func (k textKind) fit(text string, room float64) label {
	px, bold := k.size()
	shown, width := truncate(text, px, bold, room)
	return label{full: text, shown: shown, width: width}
}

// texts opens a group of texts of one role; anchor is start, middle or end.
func (s *svg) texts(k textKind, anchor string) { s.openTexts(k, anchor, s.unsaid()) }

// names is texts for what may be links; said where any of them is.
func (s *svg) names(k textKind, anchor string, links bool) {
	unsaid := ""
	if !links {
		unsaid = s.unsaid()
	}
	s.openTexts(k, anchor, unsaid)
}

// unsaid is the attribute of texts in a drawing with links: a screen reader
// reads such a drawing's links, and its numbers in the table, in their order.
func (s *svg) unsaid() string {
	if s.links {
		return ` aria-hidden="true"`
	}
	return ""
}

func (s *svg) openTexts(k textKind, anchor, unsaid string) {
	spec := k.spec()
	s.put(`<g class="`).put(spec.class).put(`"`).put(unsaid).put(` font-size="`).num(float64(spec.px)).put(`"`)
	if spec.bold {
		s.put(` font-weight="700"`)
	}
	if anchor != "start" {
		s.put(` text-anchor="`).put(anchor).put(`"`)
	}
	s.put(` fill="`).put(spec.fill).put(`">`)
}

// openOver opens a group of texts that may stand on a line: an edge in the
// colour of their ground keeps them readable.
func openOver(s *svg, k textKind, anchor, color, ground string) {
	spec := k.spec()
	s.put("<g").put(s.unsaid()).attr("font-size", float64(spec.px)).put(` class="`).put(spec.class)
	if spec.bold {
		s.put(`" font-weight="700`)
	}
	if anchor != "start" {
		s.put(`" text-anchor="`).put(anchor)
	}
	s.put(`" fill="`).put(color).put(`" stroke="`).put(ground).put(`" stroke-width="3" stroke-linejoin="round" paint-order="stroke">`)
}

// label appends a text at its baseline. A shortened one carries the whole as
// its title.
func (s *svg) label(x, y float64, l label) {
	if l.shown == "" {
		return
	}
	b := appendNum(append(s.buf, `<text x="`...), x)
	b = appendNum(append(b, `" y="`...), y)
	s.buf = append(b, `">`...)
	if l.shown != l.full {
		s.put("<title>").escaped(l.full).put("</title>")
	}
	s.escaped(l.shown).put("</text>")
}

// fill is a colour with a pattern.
type fill int

const (
	solidBlue fill = iota
	amberStripes
	redCrosses
	greyDots
	paleBlue
	solidAmber
	solidRed
	blueLines
	emptyCell
	fills // their number
)

// part names the pattern among the ids of a face.
func (f fill) part() string {
	return [...]string{"blue", "stripes", "crosses", "dots", "pale", "amber", "red", "lines", "empty"}[f]
}

// paint is the value of a fill attribute.
func (s *svg) paint(f fill) *svg {
	switch f {
	case solidBlue:
		return s.put(blue)
	case paleBlue:
		return s.put(pale)
	case solidAmber:
		return s.put(amber)
	case solidRed:
		return s.put(deep)
	}
	if s.paper {
		ground, _ := f.ground()
		return s.put(ground)
	}
	return s.put("url(#").ref(f.part()).put(")")
}

// define appends the patterns that a face uses.
func (s *svg) define(used [fills]bool) {
	if s.paper {
		return
	}
	s.put("<defs>")
	for f := range fills {
		if used[f] {
			s.pattern(f)
		}
	}
	s.put("</defs>")
}

// ground is the colour under a fill's pattern; ink that of the pattern itself.
func (f fill) ground() (ground, ink string) {
	switch f {
	case amberStripes:
		return sand, amber
	case redCrosses:
		return bad, rose
	case greyDots:
		return "#d5dae0", muted
	case blueLines:
		return "#eaf1f8", blue
	case emptyCell:
		return "#fbfbfc", "#d9dde2"
	}
	return "", ""
}

func (s *svg) pattern(f fill) {
	const head = `" width="6" height="6" patternUnits="userSpaceOnUse`
	body := ""
	ground, ink := f.ground()
	switch f {
	case amberStripes:
		body = `" patternTransform="rotate(45)"><path d="M0 0h6v6h-6z" fill="` + ground + `"/><path d="M0 0h3v6h-3z" fill="` + ink + `"/>`
	case redCrosses:
		body = `"><path d="M0 0h6v6h-6z" fill="` + ground + `"/><path d="M0 0l6 6M6 0l-6 6" stroke="` + ink + `"/>`
	case greyDots:
		body = `"><path d="M0 0h6v6h-6z" fill="` + ground + `"/><circle cx="3" cy="3" r="1.4" fill="` + ink + `"/>`
	case blueLines:
		body = `"><path d="M0 0h6v6h-6z" fill="` + ground + `"/><path d="M0 1h6M0 4h6" stroke="` + ink + `" stroke-width="1.4"/>`
	case emptyCell:
		body = `" patternTransform="rotate(45)"><path d="M0 0h6v6h-6z" fill="` + ground + `"/><path d="M0 0h1v6h-1z" fill="` + ink + `"/>`
	default:
		return
	}
	s.put(`<pattern id="`).ref(f.part()).put(head).put(body).put("</pattern>")
}
