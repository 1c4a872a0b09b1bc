package charts

// drawLevels draws the level grid lines of a value axis with their ticks left
// of the plot.
func drawLevels(s *svg, y scale, unit string, left, right float64) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range y.ticks() {
		at := y.at(y.tick(i))
		s.line(left, at, right, at)
	}
	s.end()
	s.group("fig-rule", `stroke="`+rule+`" fill="none"`)
	s.line(left, y.from, right, y.from)
	s.end()
	s.texts(axisText, "end")
	for i := range y.ticks() {
		s.label(left-4, y.at(y.tick(i))+4, axisText.fit(y.text(i, unit), 80))
	}
	s.end()
}

// drawMonths prints category labels under a plot. Where not all fit, every
// second or third is printed, counted back from the last, which is the month
// the figure is about.
func drawMonths(s *svg, categories []Category, x func(int) float64, baseline, width float64) {
	n := len(categories)
	pitch := width
	if n > 1 {
		pitch = x(1) - x(0)
	}
	widest := 0.0
	for _, c := range categories {
		widest = max(widest, axisText.fit(c.Label, 90).width)
	}
	every := 1
	for pitch*float64(every) < widest+6 && every < n {
		every++
	}
	s.texts(axisText, "middle")
	for i := (n - 1) % every; i < n; i += every {
		room := 2 * min(x(i), width-x(i))
		s.linked(x(i), baseline, axisText.fit(categories[i].Label, min(room, 90)), categories[i].Href)
	}
	s.end()
}
