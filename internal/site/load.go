package site

import (
	"bytes"
	"errors"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Fixed places in the site.
const (
	homePath   = "index.html"
	stylePath  = "assets/site.css"
	scriptPath = "assets/site.js"
)

// ChartsPath is the script that makes figures live, among the files of a site
// whose theme has it. `make assets` builds that of the default theme; without
// it a site is complete, only not interactive.
const ChartsPath = "assets/echarts.js"

// look is a theme that was read: its templates by name (a component's is its
// own name, a layout's layouts/<layout>) and the files it adds to every site.
type look struct {
	words     catalog
	templates *template.Template
	files     []File
	search    []byte // the script of the search page
	hasScript bool
	hasCharts bool
}

// load reads a theme whole, so that what is missing or misspelt in it shows
// before the first page is made.
func load(theme fs.FS) (*look, error) {
	words, err := loadStrings(theme)
	if err != nil {
		return nil, err
	}
	l := &look{words: words, templates: template.New("").Funcs(template.FuncMap{"str": words.say})}
	if err := l.parse(theme); err != nil {
		return nil, err
	}
	if err := l.checkComplete(); err != nil {
		return nil, err
	}
	if err := placeWords(l.templates, l.roots()); err != nil {
		return nil, err
	}
	if err := l.addJoined(theme); err != nil {
		return nil, err
	}
	return l, l.addAssets(theme)
}

// themeFiles are the layouts and components with an extension, in the order of
// their names. A component's file has the name of its folder; others, such as
// the copies that people make before they change something, do not count.
func themeFiles(theme fs.FS, extension string) ([]string, error) {
	layouts, err := fs.Glob(theme, "layouts/*"+extension)
	if err != nil {
		return nil, err
	}
	components, err := fs.Glob(theme, "components/*/*"+extension)
	if err != nil {
		return nil, err
	}
	isCopy := func(file string) bool {
		return path.Base(path.Dir(file))+extension != path.Base(file)
	}
	return append(layouts, slices.DeleteFunc(components, isCopy)...), nil
}

// parse adds all templates.
func (l *look) parse(theme fs.FS) error {
	files, err := themeFiles(theme, ".html")
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := readText(theme, file)
		if err != nil {
			return err
		}
		name := templateName(file)
		if _, err := l.templates.New(name).Parse(unindent(text)); err != nil {
			return themeError(err, name)
		}
	}
	return nil
}

// templateName is what a theme's template is called by: masthead for
// components/masthead/masthead.html, layouts/base for layouts/base.html.
func templateName(file string) string {
	name := strings.TrimSuffix(file, ".html")
	if strings.HasPrefix(name, "components/") {
		return path.Base(name)
	}
	return name
}

// templateFile is the file that templateName named.
func templateFile(name string) string {
	if strings.HasPrefix(name, "layouts/") {
		return name + ".html"
	}
	return "components/" + name + "/" + name + ".html"
}

var indent = regexp.MustCompile(`\n[ \t]+`)

// unindent takes away the indentation of a template's lines and the line end
// behind the last, which a page would only carry; lines keep their numbers.
func unindent(text []byte) string {
	return string(bytes.TrimRight(indent.ReplaceAll(text, []byte("\n")), "\n"))
}

// readText reads a text of the theme as people save it: with or without a byte
// order mark, with either kind of line end.
func readText(theme fs.FS, name string) ([]byte, error) {
	text, err := fs.ReadFile(theme, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, missing(name)
	}
	if err != nil {
		return nil, &ThemeError{File: name, Reason: err.Error()}
	}
	if !utf8.Valid(text) {
		return nil, &ThemeError{File: name, Reason: "不是 UTF-8 编码，请另存为 UTF-8。"}
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	return bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), nil
}
