package pdf

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// File is a PDF file that has been read. Its methods may be called at the same
// time.
type File struct {
	document *document
	pages    []page
}

// Read reads a file.
func Read(pdf []byte) (file *File, err error) {
	defer rescue(&err)
	d, err := open(pdf)
	if err != nil {
		return nil, wrap(err)
	}
	pages, err := d.pages()
	if err != nil {
		return nil, wrap(err)
	}
	return &File{d, pages}, nil
}

// Pages is how many pages the file has.
func (f *File) Pages() int { return len(f.pages) }

// Face is a typeface in which something is printed.
type Face struct {
	Name     string // its PostScript name, as NotoSerifCJKsc-Regular
	Embedded bool   // the file has its outlines: it looks the same everywhere
	Type3    bool   // as drawings, of which the printer knows no name and no hints
}

// Faces lists the typefaces, sorted, each once. A browser that cannot embed a
// face draws it as many fonts of Type 3; so one name may be there in two ways.
func (f *File) Faces() []Face {
	var all []Face
	for _, dict := range f.dicts() {
		if kind := f.document.name(dict["Subtype"]); f.document.name(dict["Type"]) == "Font" && !strings.HasPrefix(kind, "CIDFont") {
			all = append(all, f.document.face(dict, kind))
		}
	}
	slices.SortFunc(all, func(a, b Face) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), compare(a.Type3, b.Type3), compare(a.Embedded, b.Embedded))
	})
	return slices.Compact(all)
}

// dicts goes through the dictionaries of all that the pages lead to, with the
// object that each is, or is the dictionary of.
func (f *File) dicts() iter.Seq2[types.Object, types.Dict] {
	return func(yield func(types.Object, types.Dict) bool) {
		var pages []types.Object
		for _, p := range f.pages {
			pages = append(pages, p.dict)
		}
		each := func(o types.Object) bool {
			on := true
			inside(o, func(o types.Object) {
				switch o := o.(type) {
				case types.Dict:
					on = on && yield(o, o)
				case types.StreamDict:
					on = on && yield(o, o.Dict)
				}
			})
			return on
		}
		for _, p := range pages {
			if !each(p) {
				return
			}
		}
		for _, o := range f.document.reach(pages...) {
			if !each(o) {
				return
			}
		}
	}
}

func (d *document) face(font types.Dict, kind string) Face {
	if kind == "Type0" {
		if below := d.array(font["DescendantFonts"]); len(below) > 0 {
			font = d.dict(below[0])
		}
	}
	descriptor := d.dict(font["FontDescriptor"])
	face := Face{Name: d.name(font["BaseFont"]), Type3: kind == "Type3", Embedded: kind == "Type3"}
	for _, key := range []string{"FontFile", "FontFile2", "FontFile3"} {
		face.Embedded = face.Embedded || descriptor[key] != nil
	}
	if face.Name == "" {
		face.Name = cmp.Or(d.name(descriptor["FontName"]), d.name(font["Name"]))
	}
	face.Name = withoutTag(face.Name)
	return face
}

// withoutTag cuts off the six letters that a part of a face is marked with.
func withoutTag(name string) string {
	tag, rest, found := strings.Cut(name, "+")
	if found && len(tag) == 6 && strings.Trim(tag, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		return rest
	}
	return name
}

// compare puts no before yes.
func compare(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// Images is how many pictures made of points the file has, also those in
// patterns, and those that say where another is transparent. A picture that is
// shown twice counts once.
func (f *File) Images() int {
	n := 0
	for o, dict := range f.dicts() {
		if _, ok := o.(types.StreamDict); ok && f.document.name(dict["Subtype"]) == "Image" {
			n++
		}
	}
	return n
}

// Links lists where the links of the pages lead, outside of the file, sorted and
// each once. A browser makes a link to another page complete with the address of
// the page that it prints, which is of no use on another machine.
func (f *File) Links() []string {
	var all []string
	for _, dict := range f.dicts() {
		if f.document.name(dict["S"]) == "URI" {
			all = append(all, f.document.text(dict["URI"]))
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
