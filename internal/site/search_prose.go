package site

import (
	"html"
	"strings"
)

// prose takes in the sentences of the author's text. It knows the HTML that
// package minutes writes: what is a block of its own ends a sentence, the cells
// of a row stand apart, headings have the ids that lines are found at.
func (r *searchReader) prose(text string) {
	id, heading := "", false
	for text != "" {
		before, rest, found := strings.Cut(text, "<")
		r.proseText(before)
		if !found {
			break
		}
		tag, after, _ := strings.Cut(rest, ">")
		text = after
		name, attributes, _ := strings.Cut(tag, " ")
		switch {
		case strings.HasPrefix(name, "!--"):
			r.sentences()
		case isHeading(name):
			r.sentences()
			heading = true
			_, id, _ = strings.Cut(attributes, `id="`)
			id, _, _ = strings.Cut(id, `"`)
		case heading && name[0] == '/' && isHeading(name[1:]):
			heading = false
			said := string(r.pending)
			r.pending = r.pending[:0]
			r.heading(strings.Clone(html.UnescapeString(id)), said, 0)
		case name == "td" || name == "th":
			if len(r.pending) > 0 {
				r.pending = append(r.pending, "　"...)
			}
		case isBlock(name):
			r.sentences()
		}
	}
	r.sentences()
}

func (r *searchReader) proseText(text string) {
	if strings.Contains(text, "&") {
		text = html.UnescapeString(text)
	}
	r.pending = append(r.pending, text...)
}

func isHeading(name string) bool {
	return len(name) == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6'
}

// isBlock reports whether a tag stands between two lines, not inside one.
func isBlock(name string) bool {
	switch strings.TrimPrefix(name, "/") {
	case "p", "li", "ul", "ol", "tr", "table", "thead", "tbody", "blockquote", "hr", "pre", "div", "br":
		return true
	}
	return false
}
