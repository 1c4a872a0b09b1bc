package site

import (
	"cmp"
	"fmt"
	"net/url"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// Broken is an address on a page that leads nowhere, or that a page of this
// site may not have.
type Broken struct {
	Page   string // the file it stands in
	Href   string // as it stands there
	Reason string
}

func (b Broken) String() string {
	return fmt.Sprintf("%s：地址“%s”%s", b.Page, b.Href, b.Reason)
}

// CheckLinks follows every address in every page and style sheet. Those that
// load something (src, stylesheets) have to be relative and exist among the
// files; a link may besides lead to http, https, mailto or tel. An anchor has
// to exist on the page it leads to, once. The result is in the order of pages,
// then of the text.
func CheckLinks(files []File) []Broken {
	pages := scanAll(files)
	known := make(map[string]*scanned, len(files))
	for i := range files {
		known[files[i].Path] = &pages[i]
	}
	var broken []Broken
	for i := range pages {
		page := &pages[i]
		for _, ref := range page.refs {
			if reason := ref.fault(page, known); reason != "" {
				broken = append(broken, Broken{page.path, ref.href, reason})
			}
		}
		for _, id := range page.twice {
			broken = append(broken, Broken{page.path, "#" + id, "在页面上有两处"})
		}
	}
	slices.SortStableFunc(broken, func(a, b Broken) int { return cmp.Compare(a.Page, b.Page) })
	return broken
}

// scanned is what CheckLinks wants to know of a file.
type scanned struct {
	path  string
	refs  []ref           // each once
	loads map[string]bool // addresses in refs, by whether they load at once
	ids   map[string]bool
	twice []string // ids that stand there more than once
}

// ref is one address. A link waits for a click; anything else loads at once.
type ref struct {
	href   string
	isLink bool
}

// scanAll shares the files out among the processors.
func scanAll(files []File) []scanned {
	all := make([]scanned, len(files))
	var next atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		workers.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(files)); i = next.Add(1) - 1 {
				all[i] = scanFile(files[i])
			}
		})
	}
	workers.Wait()
	return all
}

func scanFile(f File) scanned {
	page := scanned{path: f.Path, loads: map[string]bool{}, ids: map[string]bool{}}
	switch path.Ext(f.Path) {
	case ".html":
		page.scanHTML(f.Body)
	case ".css":
		page.scanCSS(string(f.Body))
	}
	return page
}

func (p *scanned) scanHTML(body []byte) {
	s := tagScanner{text: body}
	for s.next() {
		for name, value, ok := s.attribute(); ok; name, value, ok = s.attribute() {
			switch string(name) {
			case "id":
				p.addID(meant(value))
			case "href", "xlink:href":
				p.addRef(value, string(s.tag) == "a" || string(s.tag) == "area")
			case "src", "poster", "data", "action", "background", "srcset":
				p.addRef(value, false)
			}
		}
	}
}

func (p *scanned) addRef(value []byte, isLink bool) {
	if loads, seen := p.loads[string(value)]; seen && (loads || isLink) {
		return
	}
	p.loads[string(value)] = !isLink
	p.refs = append(p.refs, ref{meant(value), isLink})
}

func (p *scanned) addID(id string) {
	if p.ids[id] {
		p.twice = append(p.twice, id)
	}
	p.ids[id] = true
}

// scanCSS finds what a style sheet would load: url(…) and @import.
func (p *scanned) scanCSS(text string) {
	for _, opening := range []string{"url(", "@import"} {
		for rest := text; ; {
			_, after, found := strings.Cut(rest, opening)
			if !found {
				break
			}
			href, _, _ := strings.Cut(after, ")")
			href, _, _ = strings.Cut(href, ";")
			p.refs = append(p.refs, ref{strings.Trim(href, ` "'`), false})
			rest = after
		}
	}
}

// fault says why an address is broken, or "".
func (r ref) fault(page *scanned, known map[string]*scanned) string {
	if strings.ContainsFunc(r.href, func(c rune) bool { return c > '~' }) {
		return "含有 ASCII 以外的字符"
	}
	switch scheme(r.href) {
	case "":
		return relativeFault(r.href, page, known)
	case "data":
		if !r.isLink {
			return ""
		}
	case "http", "https", "mailto", "tel":
		if r.isLink {
			return ""
		}
	}
	return "不是站内的相对地址"
}

func relativeFault(href string, page *scanned, known map[string]*scanned) string {
	if strings.HasPrefix(href, "/") || strings.HasPrefix(href, `\`) {
		return "不是相对地址，双击打开时找不到"
	}
	file, anchor, _ := strings.Cut(href, "#")
	file, _, _ = strings.Cut(file, "?")
	file, fileErr := url.PathUnescape(file)
	anchor, anchorErr := url.PathUnescape(anchor)
	if fileErr != nil || anchorErr != nil {
		return "写法有误"
	}
	target := page
	if file != "" {
		target = known[path.Join(path.Dir(page.path), file)]
	}
	switch {
	case href == "":
		return "是空的"
	case target == nil || strings.HasSuffix(file, "/"):
		return "指向的文件不存在"
	case anchor != "" && path.Ext(target.path) == ".html" && !target.ids[anchor]:
		return "指向的位置不存在"
	}
	return ""
}
