// Package jsontext quotes texts for those who append JSON instead of having
// encoding/json marshal it: points of charts and the months' data, nearly all of
// whose texts are short and need no escaping.
//
// It can go when encoding/json/jsontext, whose AppendQuote this is, leaves its
// experiment.
package jsontext

import (
	"encoding/json"
	"unicode/utf8"
)

// AppendQuote appends a text as encoding/json writes it: in quotes, with <, > and &
// escaped, so that none can end a script element.
func AppendQuote(b []byte, text string) []byte {
	if !plain(text) {
		quoted, _ := json.Marshal(text) // no text fails
		return append(b, quoted...)
	}
	b = append(b, '"')
	b = append(b, text...)
	return append(b, '"')
}

// plain reports whether nothing in a text has to be escaped, as in nearly all.
func plain(text string) bool {
	for _, r := range text {
		switch {
		case r < ' ', r == '"', r == '\\', r == '<', r == '>', r == '&':
			return false
		case r == '\u2028', r == '\u2029', r == utf8.RuneError: // line ends of scripts, and a broken byte
			return false
		}
	}
	return true
}
