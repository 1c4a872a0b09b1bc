// Package site turns the pages of a briefing through a theme into the files of
// a website, one after the other.
//
// [Render] takes a [briefing.Site], which says everything and looks like
// nothing, and a theme (a folder as package themes describes it), and makes
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
//     html/template; rows of tables and entries of lists, which are many, are written by one
//     appending writer that escapes every text (rows.go), because a template
//     costs 80 times as much for each row. Only [briefing.Prose] is taken as
//     HTML, since package minutes made it from Markdown and escaped every text.
//   - An address may be relative, http, https, mailto or tel. Any other scheme
//     becomes #bad-address, which [Links] then reports.
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
//	links := site.NewLinks()
//	_, err := site.Render(b, look, func(f site.File) error { links.Read(f); return write(f) })
//	for _, broken := range links.Broken() { … }
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
	Body []byte // lent: the next file may be written over it
}

// Render makes the files of the website and gives each to put as soon as it is
// made, from several goroutines at once and in no order. Figures is how many the
// pages show. The error is the first that put returns, or a [*ThemeError] when the
// theme is at fault; any other is a fault of the program: two files of one name, a
// name that is not ASCII, a figure that cannot be drawn.
//
// Render uses the briefing up: each page is told when its turn comes and let go
// when it is rendered, so that a large site never stands in memory whole.
func Render(s briefing.Site, theme fs.FS, put func(File) error) (figures int, err error) {
	l, err := load(theme)
	if err != nil {
		return 0, err
	}
	index := newSearchIndex(&s, l.search)
	if err := checkPaths(paths(&s, l)); err != nil {
		return 0, err
	}
	if figures, err = renderPages(s, l, index, put); err != nil {
		return 0, err
	}
	rest := slices.Concat(l.files, index.files())
	return figures, sideBySide(len(rest), func() func(int) error {
		return func(i int) error { return put(rest[i]) }
	})
}

// renderPages writes pages, handouts and downloads, and reads the pages for the
// index.
func renderPages(s briefing.Site, l *look, index *searchIndex, put func(File) error) (figures int, err error) {
	shared, tabs := newDrawings(), tabNames(&s)
	order := byDay(s.Pages)
	var shown atomic.Int64
	err = sideBySide(len(s.Pages)+len(s.Handouts)+len(s.Downloads), func() func(i int) error {
		w := writer{site: &s, look: l, find: index != nil, drawings: shared, tabs: tabs, sourceRows: map[briefing.Source][]byte{}}
		reader := index.reader()
		return func(i int) error {
			if i < len(s.Pages) {
				i = order[i]
				p := &s.Pages[i]
				sections := p.Sections()
				p.Sections = nil
				shown.Add(int64(countFigures(sections)))
				index.read(reader, i, p, sections)
				body, err := w.page(p, sections)
				if err != nil {
					return err
				}
				return put(File{p.Path, body})
			}
			if i -= len(s.Pages); i < len(s.Handouts) {
				h := &s.Handouts[i]
				body, err := w.handout(h)
				h.Parts = nil
				if err != nil {
					return err
				}
				return put(File{h.Path, body})
			}
			return download(&s.Downloads[i-len(s.Handouts)], put)
		}
	})
	return int(shown.Load()), err
}

// byDay is the order in which pages are written: those of one month after the
// other, since they share figures.
func byDay(pages []briefing.Page) []int {
	order := make([]int, len(pages))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return strings.Compare(pages[i].Date, pages[j].Date) })
	return order
}

func download(d *briefing.Download, put func(File) error) error {
	bodies, err := d.Bodies()
	d.Bodies = nil
	for i := range bodies {
		if err == nil {
			err = put(File{d.Paths[i], bodies[i]})
		}
	}
	return err
}

// countFigures counts the charts of a page.
func countFigures(sections []briefing.Section) (n int) {
	for _, s := range sections {
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case briefing.FigureBlock:
				n++
			case briefing.Prose:
				n += len(block.Figures)
			}
		}
	}
	return n
}

// sideBySide shares n pieces of work out among the processors; worker makes what
// one of them works with. The error is that of the first piece that has one;
// pieces are begun in their order, and none after an error.
func sideBySide(n int, worker func() func(i int) error) error {
	faults := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		workers.Go(func() {
			do := worker()
			for !failed.Load() {
				i := next.Add(1) - 1
				if i >= int64(n) {
					return
				}
				if faults[i] = do(int(i)); faults[i] != nil {
					failed.Store(true)
				}
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

// inParallel is sideBySide for work that needs nothing and cannot fail.
func inParallel(n int, do func(i int)) {
	sideBySide(n, func() func(int) error {
		return func(i int) error { do(i); return nil }
	})
}

// paths are those of all files but the index's, which the program names.
func paths(s *briefing.Site, l *look) (all []string) {
	for i := range s.Pages {
		all = append(all, s.Pages[i].Path)
	}
	for i := range s.Handouts {
		all = append(all, s.Handouts[i].Path)
	}
	for _, f := range l.files {
		all = append(all, f.Path)
	}
	for _, d := range s.Downloads {
		all = append(all, d.Paths...)
	}
	slices.Sort(all)
	return all
}

// checkPaths wants sorted names that every file system takes and tells apart.
func checkPaths(all []string) error {
	seen := make(map[string]string, len(all))
	for _, path := range all {
		if !fs.ValidPath(path) || path == "." || strings.ContainsFunc(path, notPortable) {
			return fmt.Errorf("site: 文件名 %q 不能用于网站", path)
		}
		switch other, taken := seen[strings.ToLower(path)]; {
		case taken && other == path:
			return fmt.Errorf("site: 两个文件同名：%s", path)
		case taken:
			return fmt.Errorf("site: 两个文件名只有大小写不同：%s、%s", other, path)
		}
		seen[strings.ToLower(path)] = path
	}
	return nil
}

func notPortable(r rune) bool {
	return r <= ' ' || r > '~' || strings.ContainsRune(`\:*?"<>|#%`, r)
}
