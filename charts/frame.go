package charts

// tickLabels are the texts of an upright value axis and the width of the widest.
func tickLabels(a axis, unit string) (labels []label, widest float64) {
	labels = make([]label, a.ticks())
	for i := range labels {
		labels[i] = axisText.fit(a.text(i, unit), 80)
		widest = max(widest, labels[i].width)
	}
	return labels, widest
}

// drawLevels draws the level grid lines of a value axis with their ticks left
// of the plot.
func drawLevels(s *svg, y scale, ticks []label, left, right float64) {
	s.group("fig-grid", `stroke="`+hair+`" fill="none"`)
	for i := range ticks {
		at := y.at(y.tick(i))
		s.line(left, at, right, at)
	}
	s.end()
	s.group("fig-rule", `stroke="`+rule+`" fill="none"`)
	s.line(left, y.from, right, y.from)
	s.end()
	s.texts(axisText, "end")
	for i, tick := range ticks {
		s.label(left-4, y.at(y.tick(i))+4, tick)
	}
	s.end()
}

// drawMonths prints category labels under a plot. Where not all fit, every
// second or third is printed, counted back from the last, which is the month
// the figure is about.
func drawMonths(s *svg, categories []Category, x func(int) float64, baseline, width float64) {
	n := len(categories)
	widest := 0.0
	for _, c := range categories {
		widest = max(widest, axisText.fit(c.Label, 90).width)
	}
	every := stride(n, x, widest+6)
	free := width
	s.names(axisText, "middle", linksOf(categories))
	for i := n - 1; i >= 0; i -= every {
		l := axisText.fit(categories[i].Label, 90)
		middle := clampText(x(i), l.width, width)
		if middle+l.width/2 <= free {
			s.linked(middle, baseline, l, categories[i].Href)
			free = middle - l.width/2 - 4
		}
	}
	s.end()
}

// stride is how many of n places lie between two labels of a width.
func stride(n int, x func(int) float64, width float64) int {
	if n < 2 {
		return 1
	}
	every := 1
	for (x(1)-x(0))*float64(every) < width && every < n {
		every++
	}
	return every
}

// drawTicksBelow prints the ticks of a level value axis, as many as fit.
func drawTicksBelow(s *svg, x scale, unit string, baseline, width float64) {
	s.texts(axisText, "middle")
	free := 0.0
	for i := range x.ticks() {
		l := axisText.fit(x.text(i, unit), 120)
		middle := clampText(x.at(x.tick(i)), l.width, width)
		if middle-l.width/2 >= free {
			s.label(middle, baseline, l)
			free = middle + l.width/2 + 4
		}
	}
	s.end()
}
