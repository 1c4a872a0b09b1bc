package pdf

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// packed is how many objects are packed into one stream. With more, a reader
// has more to unpack for one page.
const packed = 200

// writer writes a document whose bytes depend on nothing but its contents. The
// objects are numbered in the order in which they are reached from the catalog;
// what is reached from nowhere is left out. All but streams are packed, as a
// file of many copies is mostly page objects that are nearly alike.
type writer struct {
	out     []byte
	numbers map[int]int // of the objects, by their numbers in the document
	index   []place     // by the new numbers, from 1
}

// place is where an object is.
type place struct {
	in int // 0: in the file itself; else the number of the stream it is packed in
	at int // the offset, or which of the packed it is
}

func (d *document) write() ([]byte, error) {
	w := &writer{out: []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"), numbers: map[int]int{}}
	var objects []types.Object
	for number, object := range d.reach(d.root, d.info) {
		objects = append(objects, object)
		w.numbers[number] = len(objects)
	}
	w.index = make([]place, len(objects)+1)
	if err := w.streams(objects); err != nil {
		return nil, err
	}
	if err := w.others(objects); err != nil {
		return nil, err
	}
	err := w.trailer(types.Dict{"Root": d.root, "Info": d.info})
	return w.out, err
}

// streams writes the streams.
func (w *writer) streams(objects []types.Object) error {
	for i, o := range objects {
		if stream, ok := o.(types.StreamDict); ok {
			if err := w.stream(i+1, stream.Dict, stream.Raw); err != nil {
				return err
			}
		}
	}
	return nil
}

// stream writes a stream at the end of the file.
func (w *writer) stream(number int, dict types.Dict, data []byte) (err error) {
	dict = maps.Clone(dict)
	dict["Length"] = types.Integer(len(data))
	w.index[number] = place{0, len(w.out)}
	w.out = fmt.Appendf(w.out, "%d 0 obj\n", number)
	if w.out, err = w.object(w.out, dict); err != nil {
		return err
	}
	w.out = append(append(append(w.out, "\nstream\n"...), data...), "\nendstream\nendobj\n"...)
	return nil
}

// others packs the objects that are no streams.
func (w *writer) others(objects []types.Object) error {
	var numbers []int
	for i, o := range objects {
		if _, ok := o.(types.StreamDict); !ok {
			numbers = append(numbers, i+1)
		}
	}
	for group := range slices.Chunk(numbers, packed) {
		number := len(w.index)
		w.index = append(w.index, place{})
		var head, body []byte
		for i, n := range group {
			head = fmt.Appendf(head, "%d %d ", n, len(body))
			var err error
			if body, err = w.object(body, objects[n-1]); err != nil {
				return err
			}
			body = append(body, '\n')
			w.index[n] = place{number, i}
		}
		dict := types.Dict{"Type": types.Name("ObjStm"), "N": types.Integer(len(group)), "First": types.Integer(len(head)), "Filter": types.Name("FlateDecode")}
		if err := w.stream(number, dict, deflate(append(head, body...))); err != nil {
			return err
		}
	}
	return nil
}

// trailer writes the table of the objects. The file's identifier is made of all
// that comes before it.
func (w *writer) trailer(dict types.Dict) error {
	sum := sha256.Sum256(w.out)
	id := types.HexLiteral(hex.EncodeToString(sum[:16]))
	number, start := len(w.index), len(w.out)
	w.index = append(w.index, place{0, start})
	table := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF} // object 0 is never there
	for _, p := range w.index[1:] {
		if p.in == 0 {
			table = binary.BigEndian.AppendUint32(append(table, 1), uint32(p.at))
			table = append(table, 0, 0)
		} else {
			table = binary.BigEndian.AppendUint32(append(table, 2), uint32(p.in))
			table = binary.BigEndian.AppendUint16(table, uint16(p.at))
		}
	}
	maps.Copy(dict, types.Dict{
		"Type": types.Name("XRef"), "Size": types.Integer(len(w.index)), "ID": types.Array{id, id},
		"W": types.Array{types.Integer(1), types.Integer(4), types.Integer(2)}, "Filter": types.Name("FlateDecode"),
	})
	if err := w.stream(number, dict, deflate(table)); err != nil {
		return err
	}
	w.out = fmt.Appendf(w.out, "startxref\n%d\n%%%%EOF\n", start)
	return nil
}

// object appends an object as it is written.
func (w *writer) object(out []byte, o types.Object) (_ []byte, err error) {
	switch o := o.(type) {
	case nil:
		return append(out, "null"...), nil
	case types.IndirectRef:
		number, ok := w.numbers[int(o.ObjectNumber)]
		if !ok {
			return append(out, "null"...), nil // so says the standard of what is not there
		}
		return fmt.Appendf(out, "%d 0 R", number), nil
	case types.Boolean:
		return strconv.AppendBool(out, bool(o)), nil
	case types.Integer:
		return strconv.AppendInt(out, int64(o), 10), nil
	case types.Float:
		return strconv.AppendFloat(out, float64(o), 'f', -1, 64), nil
	case types.Name:
		return append(append(out, '/'), types.EncodeName(string(o))...), nil
	case types.StringLiteral:
		return append(append(append(out, '('), o...), ')'), nil
	case types.HexLiteral:
		return append(append(append(out, '<'), o...), '>'), nil
	case types.Array:
		out = append(out, '[')
		for i, each := range o {
			if i > 0 {
				out = append(out, ' ')
			}
			if out, err = w.object(out, each); err != nil {
				return nil, err
			}
		}
		return append(out, ']'), nil
	case types.Dict:
		return w.dict(out, o)
	}
	return nil, fmt.Errorf("an object of the type %T", o)
}

func (w *writer) dict(out []byte, dict types.Dict) (_ []byte, err error) {
	out = append(out, "<<"...)
	for _, key := range slices.Sorted(maps.Keys(dict)) {
		if dict[key] == nil {
			continue // is as if it were not there
		}
		out = append(append(append(out, '/'), types.EncodeName(key)...), ' ')
		if out, err = w.object(out, dict[key]); err != nil {
			return nil, err
		}
	}
	return append(out, ">>"...), nil
}

// deflate packs bytes.
func deflate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data) // a buffer takes everything
	z.Close()
	return b.Bytes()
}
