package briefing

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// Quotation marks are escaped in all text, so these stand in tags only.
var (
	idOf   = regexp.MustCompile(` (id|aria-labelledby|aria-describedby)="`)
	hrefOf = regexp.MustCompile(` href="([^"]*)"`)
)

// tablesOnPaper makes the tables of minutes what they are on paper.
func tablesOnPaper(html string) string {
	const begin, end = "<div class=\"scroll\" tabindex=\"0\">\n<table>", "</table>"
	var done strings.Builder
	for {
		before, table, found := strings.Cut(html, begin)
		table, after, closed := strings.Cut(table, end)
		if !found || !closed {
			done.WriteString(html)
			return done.String()
		}
		done.WriteString(before + tableOnPaper(begin+table+end))
		html = after
	}
}

// tableOnPaper ends a table of minutes as the theme's component ends the others:
// with an empty row that keeps it inside of the text area where it goes on over
// the page. Its box is told if the table is turned.
func tableOnPaper(box string) string {
	head, _, _ := strings.Cut(box, "</thead>")
	columns := strings.Count(head, "<th>") + strings.Count(head, "<th ")
	if turn := turnOf(box, columns); turn != Upright {
		box = strings.Replace(box, `class="scroll"`, fmt.Sprintf(`class="scroll %s"`, turn), 1)
	}
	return strings.Replace(box, "</tbody>\n", fmt.Sprintf("</tbody>\n<tfoot class=\"air\"><tr><td colspan=\"%d\"></td></tr></tfoot>\n", columns), 1)
}

// onPaper is a meeting's text for a page in handouts/, with its tables made for
// sheets. Links beside the meeting's own page are found from there; in a volume of
// several texts the ids of each get a prefix, and so do the links to them.
func (p Prose) onPaper(prefix string) Prose {
	html := hrefOf.ReplaceAllStringFunc(string(p.HTML), func(link string) string {
		address := link[len(` href="`) : len(link)-1]
		switch {
		case strings.HasPrefix(address, "#"):
			return ` href="#` + prefix + address[1:] + `"`
		case strings.HasPrefix(address, "../"), strings.Contains(address, ":"):
			return link
		}
		return ` href="../meetings/` + address + `"`
	})
	html = tablesOnPaper(html)
	if prefix == "" {
		p.HTML = HTML(html)
		p.Figures = slices.Clone(p.Figures)
		return p
	}
	p.HTML = HTML(idOf.ReplaceAllString(html, `${0}`+prefix))
	figures := make([]FigureBlock, len(p.Figures))
	for i, f := range p.Figures {
		figure := *f.Figure
		figure.ID = prefix + figure.ID
		figures[i] = FigureBlock{Number: f.Number, Figure: &figure}
	}
	p.Figures = figures
	return p
}
