package charts

// key sets the samples of a key beside each other, in as many lines as they
// need. With no svg it only measures.
type key struct {
	s     *svg
	width float64
	x, y  float64
	any   bool
}

// newKey opens a key at the top of a face.
func newKey(s *svg, width float64) key {
	if s != nil {
		s.texts(keyText, "start")
	}
	return key{s: s, width: width, x: 2, y: 14}
}

// sample adds a word behind a sample that is wide pixels long; draw gets the
// place where it starts and the middle of its line.
func (k *key) sample(wide float64, word string, draw func(x, y float64)) {
	l := keyText.fit(word, k.width-wide-8)
	if k.x > 2 && k.x+wide+5+l.width > k.width-2 {
		k.x, k.y = 2, k.y+20
	}
	if k.s != nil {
		draw(k.x, k.y-5)
		k.s.label(k.x+wide+5, k.y, l)
	}
	k.x += wide + 5 + l.width + 16
	k.any = true
}

// swatch adds a filled square and its word.
func (k *key) swatch(f fill, word string) { k.swatches([]fill{f}, word) }

// swatches adds filled squares that share a word.
func (k *key) swatches(fills []fill, word string) {
	k.sample(float64(14*len(fills)-2), word, func(x, y float64) {
		for n, f := range fills {
			k.s.square(x+float64(14*n), y-6, f)
		}
	})
}

// close ends the key and returns its height.
func (k *key) close() float64 {
	if k.s != nil {
		k.s.end()
	}
	if !k.any {
		return 0
	}
	return k.y + 8
}

// square appends a filled square of a key.
func (s *svg) square(x, y float64, f fill) {
	s.put("<rect").attr("x", x).attr("y", y).attr("width", 12).attr("height", 12).put(` fill="`).paint(f).put(`"/>`)
	s.hatch(f, x, y, 12, 12)
}

// openTarget opens the group of a target line.
func openTarget(s *svg) {
	s.group("fig-target", `stroke="`+bad+`" stroke-width="1.4" stroke-dasharray="4 2" fill="none"`)
}

// step appends a point of a path: where a line goes on or a new one starts.
func (s *svg) step(on bool, x, y float64) {
	command := "M"
	if on {
		command = "L"
	}
	s.put(command).num(x).put(" ").num(y)
}
