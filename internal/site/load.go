package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// Fixed places in the site.
const (
	homePath   = "index.html"
	stylePath  = "assets/site.css"
	scriptPath = "assets/site.js"
)

// look is a theme that was read: its templates by name (a component's is its
// own name, a layout's layouts/<layout>) and the files it adds to every site.
type look struct {
	templates *template.Template
	files     []File
	hasScript bool
}

// load reads a theme whole, so that what is missing or misspelt in it shows
// before the first page is made.
func load(theme fs.FS) (*look, error) {
	words, err := loadStrings(theme)
	if err != nil {
		return nil, err
	}
	l := &look{templates: template.New("").Funcs(template.FuncMap{"str": words.say})}
	for _, pattern := range []string{"components/*/*.html", "layouts/*.html"} {
		if err := l.parse(theme, pattern); err != nil {
			return nil, err
		}
	}
	if err := l.checkComplete(); err != nil {
		return nil, err
	}
	if err := l.addJoined(theme); err != nil {
		return nil, err
	}
	return l, l.addAssets(theme)
}

// parse adds the templates of all files that match the pattern.
func (l *look) parse(theme fs.FS, pattern string) error {
	names, err := fs.Glob(theme, pattern)
	if err != nil {
		return err
	}
	for _, file := range names {
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

// catalog is every fixed word of a theme by its key.
type catalog map[string]string

func loadStrings(theme fs.FS) (catalog, error) {
	const file = "strings.json"
	text, err := readText(theme, file)
	if err != nil {
		return nil, err
	}
	var words catalog
	if err := json.Unmarshal(text, &words); err != nil {
		line := 0
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			line = 1 + bytes.Count(text[:syntax.Offset], []byte("\n"))
		}
		return nil, &ThemeError{File: file, Line: line, Reason: err.Error()}
	}
	return words, nil
}

// say is the template function str: the words of a key, with arguments put in
// place of its %s and %d.
func (c catalog) say(key string, args ...any) (string, error) {
	text, ok := c[key]
	if !ok {
		return "", fmt.Errorf("strings.json 中没有“%s”", key)
	}
	if len(args) == 0 {
		return text, nil
	}
	return fmt.Sprintf(text, args...), nil
}
