package pdf

import (
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
			if shown != nil {
				name := "P" + strconv.Itoa(side+1)
				named[name] = shown.ref
				content = shown.appendTo(content, half(side), name)
			}
		}
		all = append(all, d.add(types.Dict{
			"Type": types.Name("Page"), "MediaBox": box{0, 0, a4.top, a4.right}.array(),
			"Resources": types.Dict{"XObject": named}, "Contents": d.addContent(content),
		}))
	}
	return all, nil
}

// half is the left (0) or the right (1) of a sheet.
func half(side int) box {
	width := a4.top / 2
	return box{float64(side) * width, 0, float64(side+1) * width, a4.right}
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
