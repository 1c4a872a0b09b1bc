package pdf

import "github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

// Entry is an entry of a file's outline.
type Entry struct {
	Title string
	Page  int // to which it leads, from 1; 0 if it leads nowhere
	Kids  []Entry
}

// Outline returns the outline, which is empty where there is none.
func (f *File) Outline() []Entry {
	pages := map[int]int{}
	for i, p := range f.pages {
		pages[p.number] = i + 1
	}
	delete(pages, 0)
	seen := map[int]bool{}
	d := f.document
	var entries func(first types.Object, depth int) []Entry
	entries = func(first types.Object, depth int) []Entry {
		var all []Entry
		for o := first; o != nil && depth < maxNesting; {
			ref, ok := o.(types.IndirectRef)
			if !ok || seen[int(ref.ObjectNumber)] {
				break
			}
			seen[int(ref.ObjectNumber)] = true
			dict := d.dict(ref)
			if dict == nil {
				break
			}
			all = append(all, Entry{d.text(dict["Title"]), pages[d.target(dict)], entries(dict["First"], depth+1)})
			o = dict["Next"]
		}
		return all
	}
	return entries(d.dict(d.dict(d.root)["Outlines"])["First"], 0)
}

// Place is a place on a page.
type Place struct {
	Page int     // from 1
	Y    float64 // in points, above the lower edge of the page
}

// Place finds a place that has a name: a browser names those within the file that
// a link leads to, by their ids.
func (f *File) Place(name string) (Place, bool) {
	d := f.document
	to := d.get(d.dict(d.dict(d.root)["Dests"])[name])
	if dict, ok := to.(types.Dict); ok {
		to = d.get(dict["D"])
	}
	place, ok := to.(types.Array) // [page /XYZ left top zoom]
	if !ok || len(place) < 4 {
		return Place{}, false
	}
	page, ok := place[0].(types.IndirectRef)
	if !ok {
		return Place{}, false
	}
	for i, p := range f.pages {
		if p.number == int(page.ObjectNumber) {
			return Place{i + 1, d.number(place[3])}, true
		}
	}
	return Place{}, false
}

// target is the number of the page object to which an entry leads, or 0.
func (d *document) target(entry types.Dict) int {
	to := d.get(entry["Dest"])
	if action := d.dict(entry["A"]); to == nil && d.name(action["S"]) == "GoTo" {
		to = d.get(action["D"])
	}
	if name, ok := to.(types.Name); ok { // a place with a name, as a browser has them for links
		to = d.get(d.dict(d.dict(d.root)["Dests"])[string(name)])
	}
	if dict, ok := to.(types.Dict); ok {
		to = d.get(dict["D"])
	}
	if place, ok := to.(types.Array); ok && len(place) > 0 {
		if ref, ok := place[0].(types.IndirectRef); ok {
			return int(ref.ObjectNumber)
		}
	}
	return 0
}

// setOutline gives a document an outline that leads to the pages.
func (d *document) setOutline(catalog types.Dict, entries []Entry, pages []types.IndirectRef) {
	if len(entries) == 0 {
		return
	}
	outlines := types.Dict{"Type": types.Name("Outlines")}
	ref := d.add(outlines)
	d.hang(outlines, ref, entries, pages)
	catalog["Outlines"] = ref
}

// hang puts entries under an entry, and returns how many they are with theirs.
func (d *document) hang(above types.Dict, aboveRef types.IndirectRef, entries []Entry, pages []types.IndirectRef) int {
	if len(entries) == 0 {
		return 0
	}
	total := len(entries)
	var before types.Dict
	var last types.IndirectRef
	for i, e := range entries {
		dict := types.Dict{"Title": types.NewHexLiteral([]byte(types.EncodeUTF16String(e.Title))), "Parent": aboveRef}
		if e.Page > 0 {
			dict["Dest"] = types.Array{pages[e.Page-1], types.Name("Fit")}
		}
		ref := d.add(dict)
		if i == 0 {
			above["First"] = ref
		} else {
			dict["Prev"] = last
			before["Next"] = ref
		}
		total += d.hang(dict, ref, e.Kids, pages)
		before, last = dict, ref
	}
	above["Last"] = last
	above["Count"] = types.Integer(total)
	return total
}
