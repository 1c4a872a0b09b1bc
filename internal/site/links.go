package site

import (
	"fmt"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"
	"sync"
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

// Links follows the addresses of a website's files.
type Links struct {
	mu    sync.Mutex
	pages map[string]*page
	texts map[string]string // addresses and anchors, each once: pages share most of theirs
}

// page is what is kept of a file: its addresses and anchors.
type page struct {
	path  string
	refs  []ref    // each once
	ids   []string // sorted
	twice []string // ids that stand there more than once
}

// NewLinks returns one that has read nothing.
func NewLinks() *Links {
	return &Links{pages: map[string]*page{}, texts: map[string]string{}}
}

// Read takes in a file. It may be called from several goroutines, and keeps
// nothing of the body. A file of which only the path is known is there as well.
func (l *Links) Read(f File) {
	s := scanned{loads: map[string]bool{}, ids: map[string]bool{}}
	switch path.Ext(f.Path) {
	case ".html":
		s.scanHTML(f.Body)
	case ".css":
		s.scanCSS(string(f.Body))
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	p := &page{path: f.Path, refs: slices.Clone(s.refs), ids: make([]string, 0, len(s.ids)), twice: s.twice}
	for i := range p.refs {
		p.refs[i].href = l.once(p.refs[i].href)
	}
	for id := range s.ids {
		p.ids = append(p.ids, l.once(id))
	}
	slices.Sort(p.ids)
	l.pages[f.Path] = p
}

func (l *Links) once(text string) string {
	if known, ok := l.texts[text]; ok {
		return known
	}
	l.texts[text] = text
	return text
}

// Has reports whether a file was read.
func (l *Links) Has(path string) bool { return l.pages[path] != nil }

// Broken follows every address in every page and style sheet that was read.
// Those that load something (src, stylesheets) have to be relative and exist
// among the files; a link may besides lead to http, https, mailto or tel. An
// anchor has to exist on the page it leads to, once. The result is in the order
// of pages, then of the text.
func (l *Links) Broken() (broken []Broken) {
	for _, name := range slices.Sorted(maps.Keys(l.pages)) {
		p := l.pages[name]
		for _, ref := range p.refs {
			if reason := ref.fault(p, l.pages); reason != "" {
				broken = append(broken, Broken{p.path, ref.href, reason})
			}
		}
		for _, id := range p.twice {
			broken = append(broken, Broken{p.path, "#" + id, "在页面上有两处"})
		}
	}
	return broken
}

// scanned is what a file is found to have.
type scanned struct {
	refs  []ref           // each once
	loads map[string]bool // addresses in refs, by whether they load at once
	ids   map[string]bool
	twice []string
}

// ref is one address. A link waits for a click; anything else loads at once.
type ref struct {
	href   string
	isLink bool
}

func (s *scanned) scanHTML(body []byte) {
	tags := tagScanner{text: body}
	for tags.next() {
		for name, value, ok := tags.attribute(); ok; name, value, ok = tags.attribute() {
			switch string(name) {
			case "id":
				s.addID(meant(value))
			case "href", "xlink:href":
				s.addRef(value, string(tags.tag) == "a" || string(tags.tag) == "area")
			case "src", "poster", "data", "action", "background", "srcset":
				s.addRef(value, false)
			}
		}
	}
}

func (s *scanned) addRef(value []byte, isLink bool) {
	if loads, seen := s.loads[string(value)]; seen && (loads || isLink) {
		return
	}
	s.loads[string(value)] = !isLink
	s.refs = append(s.refs, ref{meant(value), isLink})
}

func (s *scanned) addID(id string) {
	if s.ids[id] {
		s.twice = append(s.twice, id)
	}
	s.ids[id] = true
}

// scanCSS finds what a style sheet would load: url(…) and @import.
func (s *scanned) scanCSS(text string) {
	for _, opening := range []string{"url(", "@import"} {
		for rest := text; ; {
			_, after, found := strings.Cut(rest, opening)
			if !found {
				break
			}
			href, _, _ := strings.Cut(after, ")")
			href, _, _ = strings.Cut(href, ";")
			s.refs = append(s.refs, ref{strings.Trim(href, ` "'`), false})
			rest = after
		}
	}
}

// fault says why an address is broken, or "".
func (r ref) fault(from *page, known map[string]*page) string {
	if strings.ContainsFunc(r.href, func(c rune) bool { return c > '~' }) {
		return "含有 ASCII 以外的字符"
	}
	switch scheme(r.href) {
	case "":
		return relativeFault(r.href, from, known)
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

func relativeFault(href string, from *page, known map[string]*page) string {
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
	target := from
	if file != "" {
		target = known[path.Join(path.Dir(from.path), file)]
	}
	switch {
	case href == "":
		return "是空的"
	case target == nil || strings.HasSuffix(file, "/"):
		return "指向的文件不存在"
	case anchor != "" && path.Ext(target.path) == ".html" && !target.has(anchor):
		return "指向的位置不存在"
	}
	return ""
}

func (p *page) has(id string) bool {
	_, found := slices.BinarySearch(p.ids, id)
	return found
}
