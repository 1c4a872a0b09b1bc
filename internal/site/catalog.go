package site

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
)

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
