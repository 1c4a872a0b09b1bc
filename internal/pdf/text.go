package pdf

import (
	"bytes"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Text is which characters a file shows.
type Text struct {
	// Runes are the characters that can be copied out of the file, and be found
	// in it. Where a face draws 一 and the radical ⼀ alike, a browser may say the
	// radical (U+2F00 to U+2FD5), by which no reader finds the word.
	Runes map[rune]bool

	// Missing are the characters, sorted, that are printed as an empty box, as no
	// face on the machine has a glyph for them. A browser draws glyph 0 of a face
	// for each, and mostly says for what it stands; where it does not, there is
	// U+FFFD.
	Missing []rune
}

// Text reads what the pages show, and the drawings and patterns on them.
func (f *File) Text() (text Text, err error) {
	defer rescue(&err)
	r := reader{document: f.document, seen: map[int]bool{}, fonts: map[types.IndirectRef]*font{}, shown: map[rune]bool{}, boxes: map[rune]bool{}}
	for _, p := range f.pages {
		content, err := f.document.content(p)
		if err == nil {
			err = r.read(content, p.dict["Resources"])
		}
		if err != nil {
			return text, wrap(err)
		}
	}
	for len(r.waiting) > 0 {
		stream := r.waiting[0]
		r.waiting = r.waiting[1:]
		content, err := f.document.data(stream)
		if err == nil {
			err = r.read(content, f.document.dict(stream)["Resources"])
		}
		if err != nil {
			return text, wrap(err)
		}
	}
	return Text{r.shown, slices.Sorted(maps.Keys(r.boxes))}, nil
}

// content unpacks what draws a page, which may be cut into several streams.
func (d *document) content(p page) ([]byte, error) {
	streams := d.array(p.dict["Contents"])
	if streams == nil {
		return d.data(p.dict["Contents"])
	}
	var all [][]byte
	for _, each := range streams {
		data, err := d.data(each)
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return bytes.Join(all, []byte("\n")), nil
}

// reader reads what pages, and the drawings and patterns on them, show as text.
type reader struct {
	document     *document
	fonts        map[types.IndirectRef]*font // by their references
	seen         map[int]bool
	waiting      []types.Object // drawings and patterns that are not yet read
	shown, boxes map[rune]bool
}

// read reads the content of a page or a drawing.
func (r *reader) read(content []byte, resources types.Object) error {
	names := r.document.dict(resources)
	r.wait(names["XObject"])
	r.wait(names["Pattern"])
	l := &lexer{text: content}
	current := &font{}
	var marked [][]rune  // what is drawn stands for, the innermost last
	var operands []token // before an operator
	for t := l.next(); t.kind != atEnd; t = l.next() {
		if t.kind != word || bytes.IndexByte([]byte("0123456789+-."), content[t.start]) >= 0 {
			operands = append(operands, t)
			continue
		}
		switch string(content[t.start:t.end]) {
		case "Tf":
			if len(operands) > 0 {
				var err error
				if current, err = r.font(r.document.dict(names["Font"])[string(l.raw(operands[0]))]); err != nil {
					return err
				}
			}
		case "BMC", "BDC":
			marked = append(marked, l.actualText(operands))
		case "EMC":
			marked = marked[:max(0, len(marked)-1)]
		case "Tj", "TJ", "'", "\"":
			for _, o := range operands {
				r.show(l.bytes(o), current, innermost(marked))
			}
		case "ID":
			l.skipImage()
		}
		operands = operands[:0]
	}
	return nil
}

// show takes notice of a string that is shown: of what it is said to stand for,
// if that is said, or else of what its codes stand for.
func (r *reader) show(codes []byte, f *font, marked []rune) {
	for char := range slices.Chunk(codes, f.width()) {
		text, known := f.texts[code(char)]
		isBox := !known && code(char) == 0
		if marked != nil {
			text = marked
		} else if isBox {
			text = []rune{'\uFFFD'}
		}
		for _, c := range text {
			if isBox {
				r.boxes[c] = true
			} else {
				r.shown[c] = true
			}
		}
	}
}

func innermost(marked [][]rune) []rune {
	for _, text := range slices.Backward(marked) {
		if len(text) > 0 {
			return text
		}
	}
	return nil
}

// wait puts drawings and patterns on the list of what is to be read.
func (r *reader) wait(named types.Object) {
	for _, o := range r.document.dict(named) {
		ref, ok := o.(types.IndirectRef)
		if !ok || r.seen[int(ref.ObjectNumber)] {
			continue
		}
		r.seen[int(ref.ObjectNumber)] = true
		if dict := r.document.dict(ref); r.document.name(dict["Subtype"]) == "Form" || r.document.number(dict["PatternType"]) == 1 {
			r.waiting = append(r.waiting, ref)
		}
	}
}

// actualText is the text that what follows stands for, if the operands of a mark
// say so.
func (l *lexer) actualText(operands []token) []rune {
	for i, o := range operands {
		if i > 0 && string(l.raw(operands[i-1])) == "ActualText" {
			if text, isWide := bytes.CutPrefix(l.bytes(o), []byte("\xFE\xFF")); isWide {
				return decode(text)
			} else {
				return []rune(string(text))
			}
		}
	}
	return nil
}

// skipImage passes over the bytes of a picture that is written within a page.
func (l *lexer) skipImage() {
	for {
		n := bytes.Index(l.text[l.at:], []byte("EI"))
		if n < 0 {
			l.at = len(l.text)
			return
		}
		l.at += n + len("EI")
		before, after := l.at-len("EI")-1, l.at
		if isSpace(l.text[before]) && (after == len(l.text) || isSpace(l.text[after])) {
			return
		}
	}
}
