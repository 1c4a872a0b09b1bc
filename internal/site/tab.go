package site

import (
	"strings"

	"jianbao/internal/briefing"
)

// tabNames are what the browser calls each page, by its path: in tabs,
// bookmarks and the list of pages gone back to, where two of one name are no
// use. The front page is the site; of others that share a title each says its
// day, or else under which page it stands, or else its address.
func tabNames(s *briefing.Site) map[string]string {
	names := make(map[string]string, len(s.Pages))
	for _, more := range [...]func(*briefing.Page) string{nothingMore, dayOf, above, addressOf} {
		shared := sharedNames(s, names)
		for i := range s.Pages {
			if p := &s.Pages[i]; shared[names[p.Path]] {
				names[p.Path] = tabName(p, more(p))
			}
		}
	}
	return names
}

// sharedNames are those that more than one page has; at first they all have none.
func sharedNames(s *briefing.Site, names map[string]string) map[string]bool {
	seen := map[string]int{}
	for i := range s.Pages {
		seen[names[s.Pages[i].Path]]++
	}
	shared := map[string]bool{"": true}
	for name, n := range seen {
		if n > 1 {
			shared[name] = true
		}
	}
	return shared
}

func tabName(p *briefing.Page, more string) string {
	if p.Path == homePath {
		return strings.TrimSpace(p.Masthead.Title + " " + p.Masthead.Number)
	}
	title := p.Title
	if more != "" {
		title += "（" + more + "）"
	}
	if title == "" {
		return p.Masthead.Title
	}
	return title + " — " + p.Masthead.Title
}

func nothingMore(*briefing.Page) string { return "" }

func dayOf(p *briefing.Page) string { return p.Date }

func above(p *briefing.Page) string {
	if n := len(p.Trail); n > 0 {
		return p.Trail[n-1].Text
	}
	return ""
}

func addressOf(p *briefing.Page) string { return p.Path }
