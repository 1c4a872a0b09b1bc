package table

import (
	"archive/zip"
	"bytes"
	"path"
	"strings"

	"jianbao/internal/problem"
)

const (
	maxParts = 5000     // files in a workbook; one with a picture in each row has some hundreds
	maxIndex = 16 << 20 // bytes of a part that is neither a sheet nor texts nor a picture: styles, lists of parts
)

// parts are the files in a workbook's ZIP, by their names in lower case and with
// slashes: programs write them differently in the parts that refer to them.
// Names are never used as paths.
type parts map[string]*zip.File

// openArchive lists the parts of a workbook. It looks at what the ZIP declares,
// before anything is unpacked. Declared sizes can be relied on: archive/zip
// stops with an error where a part unpacks to more.
func openArchive(place problem.Place, data []byte) (parts, []problem.Problem) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && z == nil || len(z.File) > maxParts {
		return nil, []problem.Problem{damaged(place)}
	}
	var total uint64
	p := parts{}
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		p[name] = f
		if isIndexPart(name) && f.UncompressedSize64 > maxIndex {
			return nil, []problem.Problem{tooManyStyles(place)}
		}
		if total += min(f.UncompressedSize64, 1<<50); total > maxFile {
			return nil, []problem.Problem{tooBig(place, total)}
		}
	}
	return p, p.notWorkbook(place)
}

// isIndexPart reports whether a part is small in every workbook that a person
// has made.
func isIndexPart(name string) bool {
	return path.Ext(name) == ".rels" || name == "[content_types].xml" || name == "xl/calcchain.xml" ||
		path.Dir(name) == "xl" && name != "xl/sharedstrings.xml" && path.Ext(name) == ".xml" ||
		strings.HasPrefix(name, "xl/theme/")
}

// notWorkbook says what else a ZIP is.
func (p parts) notWorkbook(place problem.Place) []problem.Problem {
	switch {
	case p.has("xl/workbook.bin"):
		return []problem.Problem{binaryWorkbook(place)}
	case p.has("word/document.xml"), p.has("ppt/presentation.xml"):
		return []problem.Problem{wordFile(place)}
	case !p.has("[content_types].xml"):
		return []problem.Problem{archiveFile(place)}
	}
	return nil
}

func (p parts) has(name string) bool { return p[name] != nil }

// read unpacks a part. Of one that is not there, or has not the length and the
// checksum that the ZIP declares, there is nothing, which is no XML either.
func (p parts) read(name string) []byte {
	if !p.has(name) {
		return nil
	}
	r, err := p[name].Open()
	if err != nil {
		return nil
	}
	defer r.Close()
	var b bytes.Buffer
	b.Grow(int(p[name].UncompressedSize64) + bytes.MinRead)
	if _, err := b.ReadFrom(r); err != nil {
		return nil
	}
	return b.Bytes()
}

// relationship is how a part names another: by an id, with what the other is
// for the part.
type relationship struct{ id, kind, target string }

// relationships reads what the part refers to, nothing if that is damaged; ""
// is the workbook as a whole.
func (p parts) relationships(of string) (list []relationship) {
	folder, base := path.Split(of)
	x := newScanner(p.read(folder + "_rels/" + base + ".rels"))
	x.begin("Relationships")
	for range x.children() {
		list = append(list, relationship{
			id:     string(x.attribute("Id")),
			kind:   path.Base(string(x.attribute("Type"))), // Transitional and Strict have the same last word
			target: partName(folder, string(x.attribute("Target"))),
		})
	}
	if !x.finish() {
		return nil
	}
	return list
}

// partName resolves the target of a relationship of a part in the folder.
func partName(folder, target string) string {
	target = strings.ToLower(strings.ReplaceAll(target, `\`, "/"))
	if !strings.HasPrefix(target, "/") {
		target = path.Join("/", folder, target)
	}
	return strings.TrimPrefix(path.Clean(target), "/")
}

// target returns the part that is the first of a kind.
func target(list []relationship, kind string) string {
	for _, r := range list {
		if r.kind == kind {
			return r.target
		}
	}
	return ""
}
