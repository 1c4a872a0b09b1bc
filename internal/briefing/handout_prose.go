package briefing

import (
	"regexp"
	"slices"
	"strings"
)

// Quotation marks are escaped in all text, so these stand in tags only.
var (
	idOf   = regexp.MustCompile(` (id|aria-labelledby|aria-describedby)="`)
	hrefOf = regexp.MustCompile(` href="([^"]*)"`)
)

// tableAir ends a table of minutes as the theme's component ends the others.
const tableAir = "<tfoot class=\"air\"><tr><td></td></tr></tfoot>\n"

// onPaper is a meeting's text for a page in handouts/. Links beside the meeting's
// own page are found from there; in a volume of several texts the ids of each get a
// prefix, and so do the links to them.
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
	p.HTML = HTML(strings.ReplaceAll(html, "</tbody>\n", "</tbody>\n"+tableAir))
	if prefix == "" {
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
