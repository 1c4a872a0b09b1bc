package site

import "jianbao/internal/briefing"

// Rows of tables and entries of lists are nearly all the bytes of a site: they are
// appended here, escaped, instead of going through a template. The classes n (number), m
// (minor), d (date) and the tones are the theme's contract; its README names them.

// appendText appends text with the characters that could end a text or a
// quoted attribute replaced.
func appendText(b []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); i++ {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&#34;"
		case '\'':
			entity = "&#39;"
		case 0:
			entity = "\uFFFD"
		default:
			continue
		}
		b = append(append(b, text[from:i]...), entity...)
		from = i + 1
	}
	return append(b, text[from:]...)
}

// appendAddress appends an address for a quoted attribute, percent-encoding
// what may not stand in one.
func appendAddress(b []byte, root, href string) []byte {
	const hex = "0123456789ABCDEF"
	href = address(root, href)
	from := 0
	for i := 0; i < len(href); i++ {
		if c := href[i]; c <= ' ' || c >= 0x7f {
			b = append(appendText(b, href[from:i]), '%', hex[c>>4], hex[c&15])
			from = i + 1
		}
	}
	return appendText(b, href[from:])
}

// appendLinked appends text, as a link if there is an address.
func appendLinked(b []byte, root, href, text string) []byte {
	if href == "" {
		return appendText(b, text)
	}
	b = appendAddress(append(b, `<a href="`...), root, href)
	b = appendText(append(b, `">`...), text)
	return append(b, "</a>"...)
}

// appendRuns appends running text; strong runs are set in <b>.
func appendRuns(b []byte, root string, runs []briefing.Run) []byte {
	for _, r := range runs {
		if r.Strong {
			b = append(b, "<b>"...)
		}
		b = appendLinked(b, root, r.Href, r.Text)
		if r.Strong {
			b = append(b, "</b>"...)
		}
	}
	return b
}

// appendEntry appends a link as an element of a list. Current is the value of its
// aria-current, or "".
func appendEntry(b []byte, root string, link briefing.Link, current string) []byte {
	b = appendAddress(append(b, `<li><a href="`...), root, link.Href)
	if current != "" {
		b = appendText(append(b, `" aria-current="`...), current)
	}
	b = appendText(append(b, `">`...), link.Text)
	return append(b, "</a></li>\n"...)
}

// appendItem appends an item of a list.
func appendItem(b []byte, root string, item *briefing.ListItem) []byte {
	b = appendLinked(append(b, "<li>"...), root, item.Link.Href, item.Link.Text)
	if item.Remark != "" {
		b = append(appendText(append(b, " <span>"...), item.Remark), "</span>"...)
	}
	return append(b, "</li>\n"...)
}

// appendKeyFigure appends one of the numbers over a page.
func appendKeyFigure(b []byte, root string, f *briefing.KeyFigure) []byte {
	b = appendLinked(append(b, "<div>\n<dt>"...), root, f.Href, f.Label)
	b = appendText(append(b, "</dt>\n<dd class=\"key-figures-value\"><b>"...), f.Value)
	b = append(b, "</b>"...)
	if f.Small != "" {
		b = append(appendText(append(b, " <small>"...), f.Small), "</small>"...)
	}
	b = append(b, "</dd>\n"...)
	if f.Change != "" {
		b = append(appendClass(append(b, "<dd"...), "key-figures-change", f.Tone), '>')
		b = append(appendText(b, f.Change), "</dd>\n"...)
	}
	return append(b, "</div>\n"...)
}

// appendTask appends an action item as an element of a list.
func appendTask(b []byte, root string, t *briefing.Task, origin string) []byte {
	b = append(b, "<li"...)
	if t.ID != "" {
		b = append(appendText(append(b, ` id="`...), t.ID), '"')
	}
	b = appendLinked(append(b, ">\n<p class=\"tasks-text\">"...), root, t.Href, t.Text)
	b = append(b, "</p>\n<p class=\"tasks-facts\">"...)
	for _, fact := range [...]string{t.Who, t.When, origin} {
		if fact != "" {
			b = append(appendText(append(b, "<span>"...), fact), "</span>"...)
		}
	}
	b = append(b, "</p>\n"...)
	if t.State != "" {
		b = append(appendClass(append(b, "<p"...), "tasks-state", t.Tone), '>')
		b = append(appendText(b, t.State), "</p>\n"...)
	}
	return append(b, "</li>\n"...)
}

// appendTaskOnPaper appends an action item as a row of a table.
func appendTaskOnPaper(b []byte, t *briefing.Task) []byte {
	b = appendText(append(b, `<tr><th scope="row">`...), t.Text)
	b = appendText(append(b, "</th><td>"...), t.Who)
	b = appendText(append(b, "</td><td>"...), t.When)
	b = append(appendClass(append(b, "</td><td"...), "", t.Tone), '>')
	return append(appendText(b, t.State), "</td></tr>\n"...)
}

// appendHead appends the head row of a table.
func appendHead(b []byte, columns []briefing.TableColumn) []byte {
	b = append(b, "<tr>"...)
	for _, c := range columns {
		b = appendClass(append(b, `<th scope="col"`...), columnClass(c), "")
		if c.Filter {
			b = append(b, " data-filter"...)
		}
		b = appendText(append(b, '>'), c.Name)
		b = append(b, "</th>"...)
	}
	return append(b, "</tr>\n"...)
}

// appendRows appends rows; the first cell of each is its head. A row with
// fewer cells than columns is filled up, so that its rule goes all the way.
func appendRows(b []byte, root string, columns []briefing.TableColumn, rows []briefing.TableRow) []byte {
	for _, r := range rows {
		b = append(b, "<tr"...)
		if r.ID != "" {
			b = append(appendText(append(b, ` id="`...), r.ID), '"')
		}
		b = append(appendClass(b, "", r.Tone), '>')
		for i, c := range r.Cells {
			class := ""
			if i < len(columns) {
				class = columnClass(columns[i])
			}
			b = appendCell(b, root, class, c, i == 0)
		}
		for range len(columns) - len(r.Cells) {
			b = append(b, "<td></td>"...)
		}
		b = append(b, "</tr>\n"...)
	}
	return b
}

func appendCell(b []byte, root, class string, c briefing.TableCell, isHead bool) []byte {
	opening, closing := "<td", "</td>"
	if isHead {
		opening, closing = `<th scope="row"`, "</th>"
	}
	if class == "" && isDate(c.Text) {
		class = "d"
	}
	b = append(appendClass(append(b, opening...), class, c.Tone), '>')
	b = appendLinked(b, root, c.Href, c.Text)
	if c.Hint != "" {
		b = appendText(append(b, " <small>"...), c.Hint)
		b = append(b, "</small>"...)
	}
	return append(b, closing...)
}

// isDate reports whether a cell is 2026-10-22, which may not break at a hyphen.
func isDate(text string) bool {
	return len(text) == len("2026-10-22") && text[4] == '-' && text[7] == '-' && text[0] >= '0' && text[0] <= '9'
}

// columnClass is what the cells of a column share.
func columnClass(c briefing.TableColumn) string {
	switch {
	case c.Numeric && c.Minor:
		return "n m"
	case c.Numeric:
		return "n"
	case c.Minor:
		return "m"
	}
	return ""
}

func appendClass(b []byte, class string, tone briefing.Tone) []byte {
	if class == "" && tone == briefing.Plain {
		return b
	}
	b = append(append(b, ` class="`...), class...)
	if class != "" && tone != briefing.Plain {
		b = append(b, ' ')
	}
	return append(appendText(b, string(tone)), '"')
}
