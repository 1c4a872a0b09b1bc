package pdf

import (
	"slices"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// maxMapped bounds what a hostile table of characters unrolls to; a font has no
// more than 65536 glyphs.
const maxMapped = 1 << 20

// font is what is known of a font to read what is shown in it.
type font struct {
	isWide bool           // its codes have two bytes
	texts  map[int][]rune // what its codes stand for
}

func (f *font) width() int {
	if f.isWide {
		return 2
	}
	return 1
}

// font reads a font, or returns it if it has been read.
func (r *reader) font(o types.Object) (*font, error) {
	ref, isRef := o.(types.IndirectRef)
	if found := r.fonts[ref]; isRef && found != nil {
		return found, nil
	}
	dict := r.document.dict(o)
	table, err := r.document.data(dict["ToUnicode"])
	if err != nil {
		return nil, err
	}
	f := &font{r.document.name(dict["Subtype"]) == "Type0", mapped(table)}
	if isRef {
		r.fonts[ref] = f
	}
	return f, nil
}

// mapped reads a table of what the codes of a font stand for. It has sections of
// pairs (code, text), and of triples (first code, last code, text of the first,
// or an array of the texts of all).
func mapped(table []byte) map[int][]rune {
	texts := map[int][]rune{}
	l := &lexer{text: table}
	var strings [][]byte // since the section began
	left := maxMapped
	for t := l.next(); t.kind != atEnd; t = l.next() {
		switch {
		case l.is(t, "beginbfchar"), l.is(t, "beginbfrange"):
			strings = nil
		case l.is(t, "endbfchar"):
			for pair := range slices.Chunk(strings, 2) {
				if len(pair) == 2 {
					texts[code(pair[0])] = decode(pair[1])
				}
			}
			strings = nil
		case l.is(t, "endbfrange"):
			for triple := range slices.Chunk(strings, 3) {
				if len(triple) == 3 {
					left -= addRange(texts, code(triple[0]), code(triple[1]), decode(triple[2]), left)
				}
			}
			strings = nil
		case t.kind == literal, t.kind == hexadecimal:
			strings = append(strings, l.bytes(t))
		case t.kind == openArray && len(strings) >= 2:
			first := code(strings[len(strings)-2])
			strings = strings[:len(strings)-2]
			for t = l.next(); t.kind != closeArray && t.kind != atEnd; t = l.next() {
				texts[first] = decode(l.bytes(t))
				first++
			}
		}
	}
	return texts
}

// addRange adds what a range of codes stands for, and returns how many they are.
// The last character of the text is one further on from code to code.
func addRange(texts map[int][]rune, first, last int, text []rune, most int) int {
	if last < first || len(text) == 0 {
		return 0
	}
	n := min(last-first+1, most, 1<<16)
	for i := range n {
		each := slices.Clone(text)
		each[len(each)-1] += rune(i)
		texts[first+i] = each
	}
	return n
}

func code(bytes []byte) int {
	n := 0
	for _, b := range bytes[:min(4, len(bytes))] {
		n = n<<8 | int(b)
	}
	return n
}

// decode reads UTF-16, the high byte first.
func decode(text []byte) []rune {
	units := make([]uint16, 0, len(text)/2)
	for pair := range slices.Chunk(text, 2) {
		if len(pair) == 2 {
			units = append(units, uint16(pair[0])<<8|uint16(pair[1]))
		}
	}
	return utf16.Decode(units)
}
