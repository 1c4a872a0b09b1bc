package charts

// What the tests look at from outside the package.
var (
	Measure    = measure
	Truncate   = truncate
	Wrap       = wrap
	AppendNum  = appendNum
	ShadeColor = shadeColor
	Escaped    = func(text string) string { return string((&svg{}).escaped(text).buf) }
	PenOf      = func(i int) (string, string, int) { p := penOf(i); return p.color, p.dash, p.marker }
)

const (
	Shades = shades
	Ink    = ink
	Muted  = muted
	Bad    = bad
	Blue   = blue
	Paper  = paper
	Back   = back
	Amber  = amber
	Deep   = deep
	Pale   = pale
	Kinds  = int(kinds)
)

// Axis is the axis that a figure's kind chooses for numbers from lo to hi.
func Axis(f Figure, lo, hi float64) (from, to, step float64, ticks int) {
	a := f.zeroAxis(lo, hi, 5)
	switch f.Kind {
	case Dots:
		a = f.rankedAxis(lo, hi, 5)
	case Lines:
		a = f.fittedAxis(lo, hi, 5)
	case HeatMap:
		a = f.shadeAxis(lo, hi)
	}
	return a.lo, a.hi, a.step, a.ticks()
}
