package pdf

import (
	"maps"
	"math"
	"strconv"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// TwoUp puts two pages side by side on each sheet of A4, in the order in which
// they are read.
func TwoUp(pdf []byte) (out []byte, err error) {
	defer rescue(&err)
	file, err := Read(pdf)
	if err != nil {
		return nil, err
	}
	d := file.document
	var order []int
	for i := range file.pages {
		order = append(order, i)
	}
	sheets, err := d.sheets(file.pages, append(order, nobody))
	if err != nil {
		return nil, wrap(err)
	}
	outline := file.Outline()
	halve(outline)
	d.setOutline(d.setPages(sheets, types.Dict{"PrintScaling": types.Name("None")}), outline, sheets)
	out, err = d.write()
	return out, wrap(err)
}

// halve makes the pages of an outline the sheets they are on.
func halve(entries []Entry) {
	for i := range entries {
		entries[i].Page = (entries[i].Page + 1) / 2
		halve(entries[i].Kids)
	}
}

// Booklet puts two pages side by side on each side of sheets of A4, so that the
// sheets, printed on both sides and turned over the short edge, laid on each
// other as they come and folded in the middle, are a booklet of A5. What is
// wanting to four pages a sheet is blank, at the end.
func Booklet(pdf []byte) (out []byte, err error) {
	defer rescue(&err)
	file, err := Read(pdf)
	if err != nil {
		return nil, err
	}
	d := file.document
	sheets, err := d.sheets(file.pages, folded(len(file.pages)))
	if err != nil {
		return nil, wrap(err)
	}
	d.setPages(sheets, types.Dict{"PrintScaling": types.Name("None"), "Duplex": types.Name("DuplexFlipShortEdge")})
	out, err = d.write()
	return out, wrap(err)
}

// nobody is the page of an empty place.
const nobody = -1

// folded is the order of n pages, counted from 0, in a booklet: the last page
// is left of the first, behind them are the second and the last but one.
func folded(n int) []int {
	page := func(i int) int {
		if i < n {
			return i
		}
		return nobody
	}
	var order []int
	for first, last := 0, (n+3)/4*4-1; first < last; first, last = first+2, last-2 {
		order = append(order, page(last), page(first), page(first+1), page(last-1))
	}
	return order
}

// sheets draws pages two by two, in the order, on sheets of A4 that lie on their
// side. One that is left over at the end of the order is not drawn.
func (d *document) sheets(pages []page, order []int) ([]types.IndirectRef, error) {
	var all []types.IndirectRef
	drawn := map[drawingKey]*drawing{}
	for i := 0; i+1 < len(order); i += 2 {
		sheet := types.Dict{
			"Type": types.Name("Page"), "MediaBox": box{0, 0, a4.top, a4.right}.array(),
		}
		var content []byte
		named := types.Dict{}
		for side, number := range order[i : i+2] {
			if number == nobody {
				continue
			}
			shown, err := d.draw(pages[number], drawn)
			if err != nil {
				return nil, err
			}
			if shown == nil {
				continue
			}
			half := box{float64(side) * a4.top / 2, 0, float64(side+1) * a4.top / 2, a4.right}
			name := "P" + strconv.Itoa(side+1)
			named[name] = shown.ref
			content = shown.appendTo(content, half, name)
		}
		sheet["Resources"] = types.Dict{"XObject": named}
		sheet["Contents"] = d.addContent(content)
		all = append(all, d.add(sheet))
	}
	return all, nil
}

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

// setPages gives the document a new catalog with the pages, and how they are
// shown and printed. Of the old one it has the language, and that the window
// bears the title.
func (d *document) setPages(pages []types.IndirectRef, preferences types.Dict) types.Dict {
	node := types.Dict{"Type": types.Name("Pages"), "Count": types.Integer(len(pages))}
	ref := d.add(node)
	var kids types.Array
	for _, p := range pages {
		d.dict(p)["Parent"] = ref
		kids = append(kids, p)
	}
	node["Kids"] = kids
	old := d.dict(d.root)
	if title := d.dict(old["ViewerPreferences"])["DisplayDocTitle"]; title != nil {
		preferences["DisplayDocTitle"] = title
	}
	catalog := types.Dict{"Type": types.Name("Catalog"), "Pages": ref, "ViewerPreferences": preferences}
	if old["Lang"] != nil {
		catalog["Lang"] = old["Lang"]
	}
	d.root = d.add(catalog)
	return catalog
}
