package pdf

import (
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// Pad adds a blank page, of the size of the last, to a file with an odd number
// of pages, so that what is printed behind it on both sides begins on a sheet of
// its own.
func Pad(pdf []byte) (out []byte, err error) {
	defer rescue(&err)
	file, err := Read(pdf)
	if err != nil {
		return nil, err
	}
	d := file.document
	if len(file.pages)%2 != 0 {
		node := d.dict(d.dict(d.root)["Pages"])
		blank := d.blank(file.pages[len(file.pages)-1])
		blank["Parent"] = d.dict(d.root)["Pages"]
		node["Kids"] = append(d.array(node["Kids"]), d.add(blank))
		node["Count"] = types.Integer(len(file.pages) + 1)
	}
	out, err = d.write()
	return out, wrap(err)
}

// blank is an empty page of the size of another.
func (d *document) blank(like page) types.Dict {
	blank := types.Dict{"Type": types.Name("Page"), "Resources": types.Dict{}}
	for _, key := range []string{"MediaBox", "CropBox", "Rotate", "UserUnit"} {
		if like.dict[key] != nil {
			blank[key] = like.dict[key]
		}
	}
	return blank
}

// Copies makes n copies of a file, one after the other. On the first page of
// each lies a page of numbers, which has n of them, their upper left corners on
// each other. Padded, each copy has an even number of pages, so that on a
// printer of both sides every copy begins on a sheet of its own.
//
// The copies share all that is drawn, so the file has hardly more than one of
// them.
func Copies(pdf []byte, n int, numbers []byte, padded bool) (out []byte, err error) {
	defer rescue(&err)
	file, err := Read(pdf)
	if err != nil {
		return nil, err
	}
	d := file.document
	over, err := Read(numbers)
	if err != nil {
		return nil, err
	}
	if n < 1 || len(over.pages) != n {
		return nil, fmt.Errorf("pdf: %d pages of numbers for %d copies", len(over.pages), n)
	}
	pages := file.pages
	if padded && len(pages)%2 != 0 {
		pages = append(pages, page{0, d.blank(pages[len(pages)-1])})
	}
	first, err := d.draw(pages[0], map[drawingKey]*drawing{})
	if err != nil {
		return nil, wrap(err)
	}
	d.share(pages)
	numberPages := d.absorb(over)
	var all []types.IndirectRef
	for i := range n {
		number, err := d.draw(numberPages[i], map[drawingKey]*drawing{})
		if err != nil {
			return nil, wrap(err)
		}
		all = append(all, d.add(d.numbered(pages[0], first, number)))
		for _, p := range pages[1:] {
			all = append(all, d.add(plain(p)))
		}
	}
	preferences := types.Dict{}
	if padded {
		preferences["Duplex"] = types.Name("DuplexFlipLongEdge")
	}
	d.setPages(all, preferences)
	out, err = d.write()
	return out, wrap(err)
}

// share gives the pages parts that copies of them can refer to.
func (d *document) share(pages []page) {
	for _, p := range pages {
		for _, key := range []string{"Resources", "Contents"} {
			if _, ok := p.dict[key].(types.IndirectRef); !ok && p.dict[key] != nil {
				p.dict[key] = d.add(p.dict[key])
			}
		}
	}
}

// plain is a page without what a copy of it cannot have too: links, and its
// place in the structure.
func plain(p page) types.Dict {
	dict := types.Dict{"Type": types.Name("Page")}
	for _, key := range []string{"MediaBox", "CropBox", "Rotate", "UserUnit", "Resources", "Contents", "Group"} {
		if p.dict[key] != nil {
			dict[key] = p.dict[key]
		}
	}
	return dict
}

// numbered is a page with a number on it; either may be blank.
func (d *document) numbered(p page, first, number *drawing) types.Dict {
	b := d.box(p)
	width, height := b.width(), b.height()
	if d.turn(p)%180 != 0 {
		width, height = height, width
	}
	var content []byte
	named := types.Dict{}
	if first != nil {
		named["P"] = first.ref
		content = matrix{1, 0, 0, 1, 0, 0}.appendTo(content, "P")
	}
	if number != nil {
		named["N"] = number.ref
		content = matrix{1, 0, 0, 1, 0, height - number.height}.appendTo(content, "N")
	}
	return types.Dict{
		"Type": types.Name("Page"), "MediaBox": box{0, 0, width, height}.array(),
		"Resources": types.Dict{"XObject": named}, "Contents": d.addContent(content),
	}
}

// absorb takes over the objects of another file, and returns its pages.
func (d *document) absorb(other *File) []page {
	by := d.last
	for number, o := range other.document.objects {
		d.objects[number+by] = shifted(o, by)
		d.last = max(d.last, number+by)
	}
	var pages []page
	for _, p := range other.pages {
		pages = append(pages, page{p.number + by, shifted(p.dict, by).(types.Dict)})
	}
	return pages
}

// shifted is an object that refers to others by numbers higher by so much.
func shifted(o types.Object, by int) types.Object {
	switch o := o.(type) {
	case types.IndirectRef:
		o.ObjectNumber += types.Integer(by)
		return o
	case types.Array:
		a := make(types.Array, len(o))
		for i, each := range o {
			a[i] = shifted(each, by)
		}
		return a
	case types.Dict:
		dict := make(types.Dict, len(o))
		for key, each := range o {
			dict[key] = shifted(each, by)
		}
		return dict
	case types.StreamDict:
		o.Dict = shifted(o.Dict, by).(types.Dict)
		return o
	}
	return o
}
