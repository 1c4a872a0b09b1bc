package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Bounds for hostile files; a year's volume of a large county has a tenth.
const (
	maxStream  = 256 << 20 // bytes of a stream, packed or not
	maxObjects = 4 << 20
	maxNesting = 100 // of dictionaries and arrays in each other
)

// limits are pdfcpu's settings. They are spelled out, because its own function
// for them makes a folder in the user's home.
func limits() *model.Configuration {
	return &model.Configuration{
		Reader15:       true,
		Offline:        true,
		ValidationMode: model.ValidationRelaxed,
		Limits: model.ResourceLimits{
			MaxStreamBytes: maxStream, MaxDecodeBytes: maxStream, MaxImagePixels: maxStream, MaxImageBytes: maxStream,
			MaxObjectCount: maxObjects, MaxXRefEntries: maxObjects, MaxObjectStreamCount: maxObjects, MaxObjectStreamFirst: maxStream,
			MaxRecursionDepth: maxNesting,
		},
	}
}

// document is a PDF file as its objects, by their numbers.
type document struct {
	objects map[int]types.Object
	last    int               // the highest number
	root    types.IndirectRef // the catalog
	info    types.Object      // title, dates, and what wrote the file; or nil

	contents map[string]types.IndirectRef // of pages that were added, by what they draw
}

func open(pdf []byte) (*document, error) {
	ctx, err := pdfcpu.Read(bytes.NewReader(pdf), limits())
	if err != nil {
		return nil, err
	}
	if ctx.Encrypt != nil {
		return nil, errors.New("encrypted")
	}
	if ctx.Root == nil {
		return nil, errors.New("no catalog")
	}
	d := &document{objects: make(map[int]types.Object, len(ctx.Table)), root: *ctx.Root, contents: map[string]types.IndirectRef{}}
	if ctx.Info != nil {
		d.info = *ctx.Info
	}
	for number, entry := range ctx.Table {
		if entry == nil || entry.Free {
			continue
		}
		object, err := ctx.Dereference(types.IndirectRef{ObjectNumber: types.Integer(number)})
		if err != nil {
			return nil, fmt.Errorf("object %d: %w", number, err)
		}
		if object != nil {
			d.objects[number] = object
			d.last = max(d.last, number)
		}
	}
	if d.dict(d.root) == nil {
		return nil, errors.New("no catalog")
	}
	return d, nil
}

// add adds an object, and returns what it is referred to by.
func (d *document) add(o types.Object) types.IndirectRef {
	d.last++
	d.objects[d.last] = o
	return types.IndirectRef{ObjectNumber: types.Integer(d.last)}
}

// get follows references. Of what is not there, there is nil.
func (d *document) get(o types.Object) types.Object {
	for range maxNesting {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			return o
		}
		o = d.objects[int(ref.ObjectNumber)]
	}
	return nil
}

// dict returns a dictionary, also that of a stream; of anything else, nil.
func (d *document) dict(o types.Object) types.Dict {
	switch o := d.get(o).(type) {
	case types.Dict:
		return o
	case types.StreamDict:
		return o.Dict
	}
	return nil
}

func (d *document) array(o types.Object) types.Array {
	a, _ := d.get(o).(types.Array)
	return a
}

func (d *document) name(o types.Object) string {
	n, _ := d.get(o).(types.Name)
	return string(n)
}

func (d *document) number(o types.Object) float64 {
	switch o := d.get(o).(type) {
	case types.Integer:
		return float64(o)
	case types.Float:
		return float64(o)
	}
	return 0
}

// text returns a string as it is read, in whatever way it is encoded.
func (d *document) text(o types.Object) string {
	s, err := types.StringOrHexLiteral(d.get(o))
	if err != nil || s == nil {
		return ""
	}
	return *s
}

// data unpacks a stream. Of what is no stream there is nothing.
func (d *document) data(o types.Object) ([]byte, error) {
	stream, ok := d.get(o).(types.StreamDict) // a copy: what is unpacked into it is not kept
	if !ok {
		return nil, nil
	}
	err := stream.DecodeWithLimit(maxStream)
	return stream.Content, err
}

// reach goes through the numbered objects that the given ones lead to, each
// once: those that an object names before what these name in turn, and the keys
// of dictionaries sorted. The order depends on nothing but the contents.
func (d *document) reach(from ...types.Object) iter.Seq2[int, types.Object] {
	return func(yield func(int, types.Object) bool) {
		seen := map[int]bool{}
		var queue []int
		note := func(o types.Object) {
			if ref, ok := o.(types.IndirectRef); ok && !seen[int(ref.ObjectNumber)] {
				number := int(ref.ObjectNumber)
				seen[number] = true
				if _, exists := d.objects[number]; exists {
					queue = append(queue, number)
				}
			}
		}
		for _, o := range from {
			inside(o, note)
		}
		for len(queue) > 0 {
			number := queue[0]
			queue = queue[1:]
			if !yield(number, d.objects[number]) {
				return
			}
			inside(d.objects[number], note)
		}
	}
}

// inside calls f for an object and all that is written within it.
func inside(o types.Object, f func(types.Object)) {
	f(o)
	switch o := o.(type) {
	case types.Array:
		for _, each := range o {
			inside(each, f)
		}
	case types.Dict:
		insideDict(o, f)
	case types.StreamDict:
		insideDict(o.Dict, f)
	}
}

func insideDict(dict types.Dict, f func(types.Object)) {
	for _, key := range slices.Sorted(maps.Keys(dict)) {
		inside(dict[key], f)
	}
}
