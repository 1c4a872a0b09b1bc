package charts

import "unicode/utf8"

// measure gives an upper bound of the width of a text in pixels: no widely
// installed sans-serif face (Noto Sans CJK, Microsoft YaHei, PingFang,
// WenQuanYi, DejaVu Sans) sets it wider. Room is reserved by it, so a label
// that fits here fits on every reader's machine.
func measure(text string, px int, bold bool) float64 {
	total := 0
	for _, r := range text {
		w := milliEm(r)
		if bold && r < 0x2E80 {
			w += w / 10
		}
		total += w
	}
	return float64(total*px) / 1000
}

// milliEm is the width of one character in thousandths of the type size.
func milliEm(r rune) int {
	switch {
	case r >= 0x3000 && r < 0xA000:
		return 1000 // nearly all there is to measure
	case r < 0x7F:
		return asciiMilliEm(r)
	case r < 0xA0:
		return 1000 // controls, which are drawn as U+FFFD or as a box
	case r >= 0x300 && r < 0x370, r >= 0x200B && r < 0x2010, r >= 0xFE00 && r < 0xFE10:
		return 0 // combining marks, joiners and variation selectors
	case r >= 0xFF61 && r < 0xFFA0:
		return 600 // half-width katakana
	case r == 0x2E3A:
		return 2000
	case r == 0x2E3B:
		return 3000
	case r == 0xFDFD:
		return 12000
	case r < 0x2000:
		return 1300 // other alphabets, whose widest letters pass one em
	case r >= 0x12000 && r < 0x13000:
		return 3000 // cuneiform
	case r >= 0x1F000 && r < 0x20000:
		return 1400 // pictographs
	case r >= 0xA000 && r < 0xAC00, r >= 0xFB00 && r < 0xFE00, r >= 0x10000 && r < 0x1F000:
		return 1500
	}
	return 1000
}

func asciiMilliEm(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return 640
	case r < ' ':
		return 1000
	}
	switch r {
	case ' ', '!', '\'', '(', ')', ',', '-', '.', '/', ':', ';', '[', '\\', ']', '`', '|', 'I', 'f', 'i', 'j', 'l', 't':
		return 460
	case '"', '*', 'r', 's', '?':
		return 560
	case '#', '+', '<', '=', '>', '^', '~', '&', 'w':
		return 900
	case '%', '@', 'M', 'W', 'm':
		return 1060
	case '$', '_', '{', '}':
		return 640
	}
	if r >= 'A' && r <= 'Z' {
		return 870
	}
	return 650
}

// truncate shortens a text to at most room pixels, ending in … where it was
// cut, and reports the width of the result. It is empty when not even … fits.
func truncate(text string, px int, bold bool, room float64) (string, float64) {
	if w := measure(text, px, bold); w <= room {
		return text, w
	}
	const ellipsis = "…"
	w := measure(ellipsis, px, bold)
	if w > room {
		return "", 0
	}
	end := 0
	for i, r := range text {
		step := measure(string(r), px, bold)
		if w+step > room {
			break
		}
		w += step
		end = i + runeLen(text[i:])
	}
	return text[:end] + ellipsis, w
}

// wrap breaks a text into at most lines lines of at most room pixels each, of
// about the same length where all of it fits. A Chinese label may break between
// any two characters, but a number stays whole and with the word behind it;
// what does not fit into the last line is cut with ….
func wrap(text string, px int, room float64, lines int) []string {
	out, _ := wrapWhole(text, px, room, lines)
	return out
}

// wrapWhole is wrap, and reports whether nothing had to be cut.
func wrapWhole(text string, px int, room float64, lines int) (out []string, whole bool) {
	total := measure(text, px, false)
	for n := 1; n <= lines; n++ {
		for _, most := range [...]float64{min(room, total/float64(n)+float64(px)/2), room} {
			if out, whole := breakLines(text, px, most, n); whole {
				return out, true
			}
		}
	}
	return breakLines(text, px, room, lines)
}

// breakLines fills lines one after the other; whole reports whether nothing
// had to be cut.
func breakLines(text string, px int, room float64, lines int) (out []string, whole bool) {
	for len(out) < lines-1 && measure(text, px, false) > room {
		end, hard, w := 0, 0, 0.0
		before := rune(' ')
		for i, r := range text {
			if !joined(before, r) {
				end = i
			}
			if w += measure(string(r), px, false); w > room {
				break
			}
			hard = i + runeLen(text[i:])
			before = r
		}
		if end == 0 {
			end = hard
		}
		if end == 0 {
			break // one character is wider than a line
		}
		out = append(out, text[:end])
		text = text[end:]
	}
	last, _ := truncate(text, px, false, room)
	return append(out, last), last == text
}

// joined reports whether no line may end between two characters.
func joined(a, b rune) bool {
	if digit := a >= '0' && a <= '9'; digit && b > ' ' {
		return true
	}
	return inNumber(a) && inNumber(b)
}

func inNumber(r rune) bool { return r > ' ' && r < 0x7F || r == '–' }

// runeLen is the length of the first character; a broken byte counts one.
func runeLen(text string) int {
	_, size := utf8.DecodeRuneInString(text)
	return size
}
