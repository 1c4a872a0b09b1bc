package site

import (
	"cmp"
	"slices"

	"jianbao/internal/briefing"
)

// # Search
//
// A site that has a search page (search.html) gets a folder assets/search/.
// Over file:// nothing can be fetched, so every file there is a classic script
// that assigns a value, and the page's own script, the theme's, adds those that
// a query needs and no others:
//
//	assets/search/search.js     looks words up and shows what it finds
//	assets/search/head.js       first: how many pages, lines and files there are, and how text is folded
//	assets/search/words-N.js    postings: in which lines a bigram stands
//	assets/search/texts-N.js    the lines themselves, of the pages that stand in the list of results
//
// What can be found is a line: a sentence, a heading, an action item, the names
// and texts in a row of a table. Numbers in tables are not: they have tables.
// Pages are in the order of results, newest first and those without a date
// last, and lines are numbered through in that order, so that a list of lines
// is already sorted. The first lines of a page are its title and its names.
//
// Lines are folded as zh.Fold does, and letters to lower case. Of each line, all
// pairs of neighbouring characters are indexed, and by itself the character
// that stands at the end or before a space: so the bigrams that begin with a
// character are all the places where it stands, and they are in one file, since
// the file is chosen by the first character. A word of a query is looked up by
// all its pairs; whether it really stands in a line is seen from the text.
//
// A list of lines is written as the distances from one to the next, less one
// (the first from -1), each a number to the base 46: characters from '#' to 'P'
// are the last digit, 'Q' to '~' the digits before it, with ' ' for '<' and '!'
// for '\'.
//
//	jianbaoSearch["head"] = {v: version, words: number of files, lines: lines of each page,
//	  titles: how many of them are titles and the length of each, texts: pages in each file,
//	  fold: [characters, what they become], drop: characters that are left out}
//	jianbaoSearch["words-0"] = {v: version, t: {"整改": list, "改": list of lines with 改 at an end}}
//	jianbaoSearch["texts-0"] = {v: version, p: [[path, kind, date, number of titles,
//	  lines, [from line, anchor, line of its heading, …]], …]}
//
// The version is a sum of the whole index; one file of an older site among
// newer ones, as a browser may have kept it, is noticed by it.

const (
	searchPath   = "search.html"
	searchFolder = "assets/search/"
	searchScript = "components/search/search.js" // of the theme
)

// searchIndex gathers the lines of all pages while they are rendered.
type searchIndex struct {
	menu   []briefing.Link
	script []byte // of the search page
	fold   *folding
	pages  []searchPage // in the order of the briefing's pages
}

// newSearchIndex returns nil for a site without a search page. A nil index
// reads nothing and has no files.
func newSearchIndex(s *briefing.Site, script []byte) *searchIndex {
	if !hasSearch(s) {
		return nil
	}
	return &searchIndex{menu: s.Menu, script: script, fold: newFolding(), pages: make([]searchPage, len(s.Pages))}
}

func hasSearch(s *briefing.Site) bool {
	return slices.ContainsFunc(s.Pages, func(p briefing.Page) bool { return p.Path == searchPath })
}

// reader returns what one goroutine reads pages with.
func (x *searchIndex) reader() *searchReader {
	if x == nil {
		return nil
	}
	return &searchReader{fold: x.fold, seen: map[string]bool{}}
}

// read takes in the site's page i.
func (x *searchIndex) read(r *searchReader, i int, p *briefing.Page, sections []briefing.Section) {
	if x == nil || p.Path == searchPath {
		return
	}
	x.pages[i] = r.page(p, sections)
	x.pages[i].kind = x.kind(p)
}

// kind is what a reader calls a page's sort by: the list it belongs to, else
// the entry of the menu that it is.
func (x *searchIndex) kind(p *briefing.Page) string {
	if n := len(p.Trail); n > 1 {
		return p.Trail[n-1].Text
	}
	for _, link := range x.menu {
		if link.Href == p.Path {
			return link.Text
		}
	}
	return ""
}

// files makes the index of all pages that were read.
func (x *searchIndex) files() []File {
	if x == nil {
		return nil
	}
	pages := slices.DeleteFunc(x.pages, func(p searchPage) bool { return p.lines == 0 })
	slices.SortStableFunc(pages, func(a, b searchPage) int { return cmp.Compare(b.date, a.date) })
	words := wordFiles(pages, x.fold)
	texts, counts := textFiles(pages)
	head := headFile(pages, len(words), counts, x.fold)
	files := stamped(slices.Concat([]File{head}, words, texts))
	return append(files, File{searchFolder + "search.js", x.script})
}
