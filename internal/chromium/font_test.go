package chromium_test

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"
)

// typeface makes a TrueType font of a name, in which "0" is a box. It has the
// tables without which a browser takes none.
func typeface(name string) []byte {
	type table struct {
		tag  string
		body []byte
	}
	words := func(all ...int) []byte { // of 16 bits
		var b []byte
		for _, w := range all {
			b = binary.BigEndian.AppendUint16(b, uint16(w))
		}
		return b
	}
	box := slices.Concat(
		words(1, 0, 0, 500, 700, 3, 0), // one outline, its bounds, its last point, no instructions
		[]byte{1, 1, 1, 1},             // four points on it
		words(0, 0, 500, 0), words(0, 700, 0, -700),
	)
	names := [][]rune{1: []rune(name), 2: []rune("Regular"), 3: []rune(name), 4: []rune(name), 5: []rune("Version 1"), 6: []rune(name)}
	var list, texts []byte
	for id := 1; id < len(names); id++ {
		text := words()
		for _, unit := range utf16.Encode(names[id]) {
			text = binary.BigEndian.AppendUint16(text, unit)
		}
		list = append(list, words(3, 1, 0x409, id, len(text), len(texts))...)
		texts = append(texts, text...)
	}
	tables := []table{
		{"OS/2", slices.Concat(
			words(4, 500, 400, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), // to the class of the family
			make([]byte, 10+16), []byte("none"),
			words(0x40, '0', '0', 700, 0, 0, 700, 0), make([]byte, 8), words(500, 700, 0, 32, 1),
		)},
		{"cmap", words(0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, '0', 0xFFFF, 0, '0', 0xFFFF, 1-'0', 1, 0, 0)},
		{"glyf", box},
		{"head", slices.Concat(
			words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000), make([]byte, 16), words(0, 0, 500, 700, 0, 8, 2, 0, 0),
		)},
		{"hhea", words(1, 0, 700, 0, 0, 600, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 2)},
		{"hmtx", words(600, 0, 600, 0)},
		{"loca", words(0, 0, len(box)/2)},
		{"maxp", words(1, 0, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", slices.Concat(words(0, len(names)-1, 6+len(list)), list, texts)},
		{"post", slices.Concat(words(3, 0), make([]byte, 28))},
	}
	font := slices.Concat(words(1, 0, len(tables), 128, 3, len(tables)*16-128))
	at := len(font) + 16*len(tables)
	var bodies []byte
	for _, t := range tables {
		font = append(font, t.tag...)
		body := slices.Concat(t.body, make([]byte, -len(t.body)&3))
		sum := uint32(0)
		for n := 0; n < len(body); n += 4 {
			sum += binary.BigEndian.Uint32(body[n:])
		}
		font = binary.BigEndian.AppendUint32(font, sum)
		font = binary.BigEndian.AppendUint32(font, uint32(at+len(bodies)))
		font = binary.BigEndian.AppendUint32(font, uint32(len(t.body)))
		bodies = append(bodies, body...)
	}
	return append(font, bodies...)
}
