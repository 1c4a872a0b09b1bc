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
	maxIndex = 16 << 20 // bytes of a part that is read as a whole on opening: styles, lists of parts
)

// checkArchive looks at what a workbook's ZIP declares, before anything is
// unpacked. Declared sizes can be relied on: archive/zip stops with an error
// where a part unpacks to more. Names are never used as paths.
func checkArchive(place problem.Place, data []byte) []problem.Problem {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && z == nil {
		return []problem.Problem{damaged(place)}
	}
	if len(z.File) > maxParts {
		return []problem.Problem{damaged(place)}
	}
	var total uint64
	parts := map[string]bool{}
	for _, f := range z.File {
		name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))
		parts[name] = true
		if isIndexPart(name) && f.UncompressedSize64 > maxIndex {
			return []problem.Problem{tooManyStyles(place)}
		}
		if total += min(f.UncompressedSize64, 1<<50); total > maxFile {
			return []problem.Problem{tooBig(place, total)}
		}
	}
	return notWorkbook(place, parts)
}

// isIndexPart reports whether excelize reads a part into objects on opening.
func isIndexPart(name string) bool {
	return path.Ext(name) == ".rels" || name == "[content_types].xml" || name == "xl/calcchain.xml" ||
		path.Dir(name) == "xl" && name != "xl/sharedstrings.xml" && path.Ext(name) == ".xml" ||
		strings.HasPrefix(name, "xl/theme/")
}

// notWorkbook says what else a ZIP is.
func notWorkbook(place problem.Place, parts map[string]bool) []problem.Problem {
	switch {
	case parts["xl/workbook.bin"]:
		return []problem.Problem{binaryWorkbook(place)}
	case parts["word/document.xml"], parts["ppt/presentation.xml"]:
		return []problem.Problem{wordFile(place)}
	case !parts["[content_types].xml"]:
		return []problem.Problem{archiveFile(place)}
	}
	return nil
}
