package site

import (
	"bytes"
	"html/template"
	"slices"
	"strconv"
)

// slots keeps the long stretches of a page (rows, drawings, the author's
// prose) out of the templates that place them: going through component,
// layout and frame would copy each eight times, which takes longer than all
// else. A template is given a mark instead; fill puts the stretches in at the
// end. A mark is a number between two NULs, which no text that was escaped
// can hold.
type slots struct {
	text []byte // everything kept, appended to by whoever writes
	ends []int  // of each stretch in text
}

func (s *slots) reset() { s.text, s.ends = s.text[:0], s.ends[:0] }

// mark ends the stretch that was appended to text since the last mark, and
// returns what stands for it; "" if nothing was appended.
func (s *slots) mark() template.HTML {
	start := 0
	if n := len(s.ends); n > 0 {
		start = s.ends[n-1]
	}
	if len(s.text) == start {
		return ""
	}
	s.ends = append(s.ends, len(s.text))
	return template.HTML("\x00" + strconv.Itoa(len(s.ends)-1) + "\x00")
}

// keep is mark for text that was written elsewhere.
func keep[T string | []byte](s *slots, text T) template.HTML {
	s.text = append(s.text, text...)
	return s.mark()
}

// fill appends the frame with every mark replaced.
func (s *slots) fill(page, frame []byte) []byte {
	page = slices.Grow(page, len(frame)+len(s.text)+1)
	for {
		before, rest, found := bytes.Cut(frame, []byte{0})
		page = append(page, before...)
		if !found {
			return page
		}
		number, after, _ := bytes.Cut(rest, []byte{0})
		page = append(page, s.stretch(string(number))...)
		frame = after
	}
}

func (s *slots) stretch(number string) []byte {
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(s.ends) {
		return nil
	}
	start := 0
	if i > 0 {
		start = s.ends[i-1]
	}
	return s.text[start:s.ends[i]]
}
