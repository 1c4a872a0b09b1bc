// Package themes embeds the look of the site.
//
// A theme is a folder of plain files that package site reads:
//
//	layouts/base.html               the frame around every page
//	layouts/<layout>.html           what stands inside <main>: index, article, figures
//	layouts/*.css                   base.css first, print.css last
//	components/<name>/<name>.html   one for every kind of block and part of the frame
//	components/<name>/<name>.css    joined, in the order of names, to assets/site.css
//	components/<name>/<name>.js     joined likewise to assets/site.js, that of search apart
//	strings.json                    every fixed word
//	assets/                         files taken over as they are
//
// default/README.md says what a template is given. An office that wants
// another look writes only the files that differ; site.Theme lays them over
// the default ones.
package themes

import (
	"embed"
	"io/fs"
	"strings"
)

// The pattern names default/ and, once `make assets` has built the live
// charts, assets/. An absent folder that is named outright would not compile.
//
//go:embed [ad]*
var embedded embed.FS

// Default returns the theme in default/, with the built files of assets/ in it
// under that name where there are any.
func Default() fs.FS { return theme{} }

type theme struct{}

func (theme) Open(name string) (fs.File, error) {
	if name == "assets" || strings.HasPrefix(name, "assets/") {
		return embedded.Open(name)
	}
	if name == "." {
		return embedded.Open("default")
	}
	return embedded.Open("default/" + name)
}
