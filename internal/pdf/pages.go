package pdf

import (
	"errors"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// page is a page of a document.
type page struct {
	number int        // of its object, or 0 if it is written within another
	dict   types.Dict // its own, with what it inherits
}

// inherited are the keys that pages have from the nodes above them.
var inherited = []string{"Resources", "MediaBox", "CropBox", "Rotate"}

// pages lists the pages in their order. A node is gone into once, so that nodes
// which name each other come to an end.
func (d *document) pages() ([]page, error) {
	var all []page
	seen := map[int]bool{}
	var descend func(node types.Object, above types.Dict, depth int)
	descend = func(node types.Object, above types.Dict, depth int) {
		number := 0
		if ref, ok := node.(types.IndirectRef); ok {
			number = int(ref.ObjectNumber)
			if seen[number] {
				return
			}
			seen[number] = true
		}
		dict := maps.Clone(d.dict(node))
		if dict == nil || depth > maxNesting {
			return
		}
		for _, key := range inherited {
			if dict[key] == nil && above[key] != nil {
				dict[key] = above[key]
			}
		}
		if dict["Kids"] == nil {
			all = append(all, page{number, dict})
			return
		}
		for _, kid := range d.array(dict["Kids"]) {
			descend(kid, dict, depth+1)
		}
	}
	descend(d.dict(d.root)["Pages"], nil, 0)
	if len(all) == 0 {
		return nil, errors.New("no pages")
	}
	return all, nil
}

// box is what is seen of a page, in its own coordinates.
type box struct{ left, bottom, right, top float64 }

// a4 is the paper of an office, upright; sheets lie on their side.
var a4 = box{0, 0, 595.276, 841.89}

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.top - b.bottom }

func (b box) array() types.Array {
	return types.Array{types.Float(b.left), types.Float(b.bottom), types.Float(b.right), types.Float(b.top)}
}

// box is the page's box, before it is turned.
func (d *document) box(p page) box {
	for _, key := range []string{"CropBox", "MediaBox"} {
		if a := d.array(p.dict[key]); len(a) == 4 {
			x0, y0, x1, y1 := d.number(a[0]), d.number(a[1]), d.number(a[2]), d.number(a[3])
			b := box{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)}
			if b.width() > 0 && b.height() > 0 {
				return b
			}
		}
	}
	return a4
}

// turn is by how many degrees, clockwise, the page is turned to be read: 0, 90,
// 180 or 270.
func (d *document) turn(p page) int {
	degrees := int(d.number(p.dict["Rotate"])) % 360
	return (degrees + 360) % 360 / 90 * 90
}
