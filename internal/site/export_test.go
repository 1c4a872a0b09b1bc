package site

import (
	"fmt"
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

// Attributes are those of all tags of a page that are addresses or anchors,
// "tag name=value", as the scanner finds them, and as it would looking at each
// byte of each attribute.
func Attributes(body []byte) (found, plainly []string) {
	attributes := func(next func(*tagScanner) (name, value []byte, ok bool)) (all []string) {
		tags := tagScanner{text: body}
		for tags.next() {
			for name, value, ok := next(&tags); ok; name, value, ok = next(&tags) {
				if useOf(name, tags.tag) != 0 {
					all = append(all, fmt.Sprintf("%s %s=%s", tags.tag, name, value))
				}
			}
		}
		return all
	}
	return attributes((*tagScanner).attribute), attributes((*tagScanner).anyAttribute)
}
