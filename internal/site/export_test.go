package site

import (
	"io/fs"
	"slices"
	"strings"
	"sync"

	"jianbao/internal/briefing"
)

// RenderAll returns all files of a website, sorted by path.
func RenderAll(s briefing.Site, theme fs.FS) (files []File, err error) {
	var mu sync.Mutex
	_, err = Render(s, theme, func(f File) error {
		mu.Lock()
		defer mu.Unlock()
		files = append(files, File{f.Path, slices.Clone(f.Body)})
		return nil
	})
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, err
}

// PlaceWords puts fixed words into templates, and leaves one named Alone behind.
var PlaceWords = placeWords

const Alone = alone

// CheckLinks follows the addresses of files.
func CheckLinks(files []File) []Broken {
	links := NewLinks()
	for _, f := range files {
		links.Read(f)
	}
	return links.Broken()
}
