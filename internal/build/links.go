package build

import (
	"fmt"

	"jianbao/internal/briefing"
	"jianbao/internal/problem"
	"jianbao/internal/site"
)

// BrokenLinks is a fault of the theme or of the program: one of its own pages
// leads to a page that there is not.
type BrokenLinks struct{ Links []site.Broken }

// Error names the first of them.
func (e *BrokenLinks) Error() string {
	return fmt.Sprintf("网页里有 %d 个链接没有去处，第一个是 %v。", len(e.Links), e.Links[0])
}

// authorsFiles says which pages have text of the author's, and from which file:
// a link there that leads nowhere is the author's to mend. A handout repeats
// what a page says: it has no file.
func authorsFiles(told briefing.Site) map[string]string {
	files := map[string]string{}
	for _, p := range told.Pages {
		if p.File != "" {
			files[p.Path] = p.File
		}
	}
	for _, h := range told.Handouts {
		if h.Kind == briefing.MinutesHandout || h.Kind == briefing.YearHandout {
			files[h.Path] = "" // the same text as on its meeting's page, where it is reported
		}
	}
	return files
}

func brokenLink(file string, link site.Broken) problem.Problem {
	return problem.Problem{
		Code: problem.BrokenLink, Severity: problem.Error, Place: problem.Place{File: file},
		Message: "链接" + problem.Quote(link.Href) + "没有去处：" + link.Reason + "。",
		Advice:  "请核对链接的地址，或删去这个链接。",
	}
}
