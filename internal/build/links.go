package build

import (
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"unicode/utf8"

	"jianbao/internal/briefing"
	"jianbao/internal/problem"
	"jianbao/internal/site"
	"jianbao/internal/zh"
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

func brokenLink(inputs *inputs, file string, link site.Broken) problem.Problem {
	written, place := whereWritten(inputs, file, link.Href)
	return problem.Problem{
		Code: problem.BrokenLink, Severity: problem.Error, Place: place,
		Message: "链接" + problem.Quote(written) + "没有去处：" + link.Reason + "。",
		Advice:  "请核对链接的地址，或删去这个链接。",
	}
}

// whereWritten finds an address of a page in the text that it comes from, where it
// may be written with Chinese characters, and lead to another text (.md). What is not
// found is told as it stands on the page, of the whole file. Personal numbers in it
// are masked, as everywhere.
func whereWritten(inputs *inputs, file, href string) (string, problem.Place) {
	place := problem.Place{File: file}
	plain, err := url.PathUnescape(href)
	if err != nil {
		plain = href
	}
	body, err := fs.ReadFile(inputs.FS, file)
	if err != nil {
		return masked(plain), place
	}
	for _, written := range []string{href, plain, strings.Replace(href, ".html", ".md", 1), strings.Replace(plain, ".html", ".md", 1)} {
		for _, end := range []string{")", " "} { // a title may follow
			before, _, found := strings.Cut(string(body), "("+written+end)
			if written == "" || !found {
				continue
			}
			lines := strings.Count(before, "\n")
			line := before[strings.LastIndexByte(before, '\n')+1:]
			return masked(written), place.At(lines+1, utf8.RuneCountInString(line)+2)
		}
	}
	return masked(plain), place
}

func masked(text string) string {
	text, _ = zh.Mask(text)
	return text
}
