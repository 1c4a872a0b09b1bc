package publish

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// ManifestName is the file in the site's root by which a folder is known as ours.
const ManifestName = "manifest.json"

// manifestFormat tells our manifest.json from those of other programs.
const manifestFormat = "jianbao-site-1"

// Input is one file that the site was made from.
type Input struct {
	Path   string // relative to the content folder
	SHA256 string // lower-case hex
}

// manifest is manifest.json.
type manifest struct {
	Format    string  `json:"format"`
	Generator string  `json:"generator"`
	Inputs    []entry `json:"inputs"`
	Outputs   []entry `json:"outputs"`
}

type entry struct {
	Path   string `json:"path"`
	SHA256 string `json:"sha256"`
}

// manifestOf returns manifest.json: which program made the site, from which
// files, and the SHA-256 of every file, so that an office can check a copy. It
// has no time in it: the same inputs and program give the same bytes.
func manifestOf(generator string, inputs []Input, outputs []entry) []byte {
	m := manifest{Format: manifestFormat, Generator: generator, Inputs: []entry{}, Outputs: append([]entry{}, outputs...)}
	for _, in := range inputs {
		m.Inputs = append(m.Inputs, entry(in))
	}
	byPath := func(a, b entry) int { return strings.Compare(a.Path, b.Path) }
	slices.SortFunc(m.Inputs, byPath)
	slices.SortFunc(m.Outputs, byPath)
	return m.encode()
}

// encode writes one file a line, for people who compare two manifests.
func (m manifest) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(m); err != nil {
		panic("publish: " + err.Error()) // strings always encode
	}
	oneLine := strings.NewReplacer("{\n   \"path\"", "{\"path\"", ",\n   \"sha256\"", ", \"sha256\"", "\"\n  }", "\"}")
	return []byte(oneLine.Replace(b.String()))
}

// readManifest returns the paths that the manifest in dir lists, itself
// included; ours is false when there is none of ours.
func readManifest(dir string) (listed map[string]bool, ours bool) {
	b, err := os.ReadFile(filepath.Join(dir, ManifestName))
	if err != nil {
		return nil, false
	}
	var m manifest
	if json.Unmarshal(b, &m) != nil || m.Format != manifestFormat {
		return nil, false
	}
	listed = map[string]bool{ManifestName: true}
	for _, e := range m.Outputs {
		listed[e.Path] = true
	}
	return listed, true
}
