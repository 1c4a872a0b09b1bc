package pdf

import (
	"maps"
	"math"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// drawing is a page made into something that can be drawn on another.
type drawing struct {
	ref           types.IndirectRef
	width, height float64 // as it is read
}

// drawingKey tells pages that look alike: numbered copies do.
type drawingKey struct {
	contents, resources types.IndirectRef
	box                 box
	turn                int
}

// draw makes a drawing of a page, or none if it is blank. What it shows is
// upright and begins at 0, whatever the page's box and turn.
func (d *document) draw(p page, drawn map[drawingKey]*drawing) (*drawing, error) {
	b, turn := d.box(p), d.turn(p)
	contents, one := p.dict["Contents"].(types.IndirectRef)
	resources, shared := p.dict["Resources"].(types.IndirectRef)
	key := drawingKey{contents, resources, b, turn}
	if found := drawn[key]; found != nil && one && shared {
		return found, nil
	}
	stream, ok := d.get(p.dict["Contents"]).(types.StreamDict)
	if !ok {
		content, err := d.content(p)
		if err != nil {
			return nil, err
		}
		if len(content) == 0 {
			return nil, nil
		}
		stream = newStream(content)
	}
	stream.Dict = maps.Clone(stream.Dict)
	maps.Copy(stream.Dict, types.Dict{
		"Type": types.Name("XObject"), "Subtype": types.Name("Form"),
		"BBox": b.array(), "Matrix": b.upright(turn).array(), "Resources": p.dict["Resources"],
	})
	if group := p.dict["Group"]; group != nil {
		stream.Dict["Group"] = group // how what is transparent is mixed
	}
	made := &drawing{d.add(stream), b.width(), b.height()}
	if turn%180 != 0 {
		made.width, made.height = made.height, made.width
	}
	if one && shared {
		drawn[key] = made
	}
	return made, nil
}

// appendTo appends to a content what draws the drawing in the middle of a box,
// as large as it fits in. A drawing that lies on its side is put upright with
// its head to the left, as GB/T 9704-2012 wants tables that are wider than the
// page.
func (g *drawing) appendTo(content []byte, in box, name string) []byte {
	m, width, height := matrix{1, 0, 0, 1, 0, 0}, g.width, g.height
	if (width > height) != (in.width() > in.height()) {
		m, width, height = matrix{0, 1, -1, 0, height, 0}, height, width
	}
	scale := min(in.width()/width, in.height()/height)
	left, bottom := in.left+(in.width()-scale*width)/2, in.bottom+(in.height()-scale*height)/2
	return m.then(matrix{scale, 0, 0, scale, left, bottom}).appendTo(content, name)
}

// matrix is how coordinates are changed: x to ax+cy+e, y to bx+dy+f.
type matrix [6]float64

// upright brings a box that is turned to where it begins at 0.
func (b box) upright(turn int) matrix {
	switch turn {
	case 90:
		return matrix{0, -1, 1, 0, -b.bottom, b.right}
	case 180:
		return matrix{-1, 0, 0, -1, b.right, b.top}
	case 270:
		return matrix{0, 1, -1, 0, b.top, -b.left}
	}
	return matrix{1, 0, 0, 1, -b.left, -b.bottom}
}

// then is one change after another.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func (m matrix) array() types.Array {
	var a types.Array
	for _, v := range m {
		a = append(a, types.Float(v))
	}
	return a
}

// appendTo appends what draws the named drawing with the change.
func (m matrix) appendTo(content []byte, name string) []byte {
	content = append(content, "q "...)
	for _, v := range m {
		rounded := math.Round(v*1e5)/1e5 + 0 // no -0
		content = append(strconv.AppendFloat(content, rounded, 'f', -1, 64), ' ')
	}
	return append(append(append(content, "cm /"...), name...), " Do Q\n"...)
}

// addContent adds what draws a page, once if several pages are drawn alike.
func (d *document) addContent(content []byte) types.IndirectRef {
	ref, ok := d.contents[string(content)]
	if !ok {
		ref = d.add(newStream(content))
		d.contents[string(content)] = ref
	}
	return ref
}

func newStream(data []byte) types.StreamDict {
	return types.StreamDict{Dict: types.Dict{"Filter": types.Name("FlateDecode")}, Raw: deflate(data)}
}
