// Package site turns the pages of a briefing through a theme into the files of
// a website, in memory.
//
// [Render] takes a [briefing.Site], which says everything and looks like
// nothing, and a theme (a folder as package themes describes it), and returns
// every file of the website: the pages, the joined style sheet and script, the
// theme's own assets and the downloads. It reads no clock and writes to no
// disk; the same site and theme give the same bytes, whatever the number of
// processors.
//
// # The rules of a page
//
//   - It opens over file:// by double-click on Chromium 64: every address is
//     relative to the page's own folder, scripts are classic, and nothing is
//     fetched. Addresses in a briefing are relative to the site's root; here
//     they get their "../". Those in prose are relative to the page already.
//   - No text of the author's becomes markup. Frames and small blocks are
//     html/template; rows of tables, which are many, are written by one
//     appending writer that escapes every text (rows.go), because a template
//     costs 80 times as much for each row. Only [briefing.Prose] is taken as
//     HTML, since package minutes made it from Markdown and escaped every text.
//   - An address may be relative, http, https, mailto or tel. Any other scheme
//     becomes #bad-address, which [CheckLinks] then reports.
//   - A Content-Security-Policy in the theme's frame allows the site's own
//     style sheet and script and nothing else, neither inline nor remote. For a
//     page opened over file://, 'self' matches the files beside it.
//
// # Search
//
// A site with a page search.html gets an index of what its blocks say, in
// scripts that a query loads a few of; search.go has the format and the rules.
//
// # Themes
//
// An office's own theme holds only the files that differ; [Theme] lays it over
// the default one, file by file. What is wrong in it is a [*ThemeError] that
// names file and line.
//
//	look := site.Theme(os.DirFS("our-theme"), themes.Default())
//	files, err := site.Render(b, look)
//	for _, broken := range site.CheckLinks(files) { … }
package site

import (
	"fmt"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"jianbao/internal/briefing"
)

// File is one file of the website.
type File struct {
	Path string // ASCII, slash-separated, relative to the site's root
	Body []byte
}

// Render returns the files of the website, sorted by path. The error is a
// [*ThemeError] when the theme is at fault; any other error is a fault of the
// program: two files of one name, a name that is not ASCII, a figure that
// cannot be drawn.
//
// Render uses the briefing up: the sections of each page are let go as soon as
// they are rendered, so that a large site does not stand in memory twice.
func Render(s briefing.Site, theme fs.FS) ([]File, error) {
	l, err := load(theme)
	if err != nil {
		return nil, err
	}
	index := newSearchIndex(&s, l.search)
	pages, err := renderPages(s, l, index)
	if err != nil {
		return nil, err
	}
	files := slices.Concat(pages, l.files, index.files())
	for _, d := range s.Downloads {
		files = append(files, File(d))
	}
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	return files, checkPaths(files)
}

// renderPages writes the pages, and reads each for the index.
func renderPages(s briefing.Site, l *look, index *searchIndex) ([]File, error) {
	shared, tabs := sharedDrawings(&s), tabNames(&s)
	files := make([]File, len(s.Pages)+len(s.Handouts))
	return files, sideBySide(len(files), func() func(i int) error {
		w := writer{site: &s, look: l, find: index != nil, drawings: shared, tabs: tabs}
		reader := index.reader()
		return func(i int) error {
			if n := i - len(s.Pages); n >= 0 {
				h := &s.Handouts[n]
				body, err := w.handout(h)
				files[i] = File{h.Path, body}
				return err
			}
			p := &s.Pages[i]
			body, err := w.page(p)
			files[i] = File{p.Path, body}
			index.read(reader, i, p)
			p.Sections = nil
			return err
		}
	})
}

// sideBySide shares n pieces of work out among the processors; worker makes what
// one of them works with. The error is that of the first piece that has one.
func sideBySide(n int, worker func() func(i int) error) error {
	faults := make([]error, n)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			do := worker()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				faults[i] = do(int(i))
			}
		})
	}
	workers.Wait()
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}

// checkPaths wants sorted files with names that every file system takes.
func checkPaths(files []File) error {
	for i, f := range files {
		if !fs.ValidPath(f.Path) || f.Path == "." || strings.ContainsFunc(f.Path, notPortable) {
			return fmt.Errorf("site: 文件名 %q 不能用于网站", f.Path)
		}
		if i > 0 && files[i-1].Path == f.Path {
			return fmt.Errorf("site: 两个文件同名：%s", f.Path)
		}
	}
	return nil
}

func notPortable(r rune) bool {
	return r <= ' ' || r > '~' || strings.ContainsRune(`\:*?"<>|#%`, r)
}
