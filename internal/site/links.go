package site

import (
	"bytes"
	"cmp"
	"fmt"
	"html"
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
	found sync.Pool // of *[]found, for whoever reads

	mu    sync.Mutex
	pages map[string]*page
	texts map[string]*text
}

// page is what is kept of a file: its addresses and anchors.
type page struct {
	path  string
	refs  []ref    // each once
	ids   []string // sorted
	twice []string // ids that stand there more than once
}

// text is an address or an anchor, kept once: pages share most of theirs.
type text struct {
	said string
	page *page // the one on which it was found last
	uses use   // that it has there
}

// use is what an address or an anchor is for; a text may have several uses.
type use uint8

const (
	loads   use = 1 << iota // what it leads to is loaded with the page
	isLink                  // it waits for a click
	isPlace                 // it can be led to
)

// found is a text as it stands in a file.
type found struct {
	value []byte
	use   use
}

// NewLinks returns one that has read nothing.
func NewLinks() *Links {
	return &Links{
		found: sync.Pool{New: func() any { return new([]found) }},
		pages: map[string]*page{}, texts: map[string]*text{},
	}
}

// Read takes in a file. It may be called from several goroutines, and keeps
// nothing of the body. A file of which only the path is known is there as well.
func (l *Links) Read(f File) {
	scratch := l.found.Get().(*[]found)
	defer l.found.Put(scratch)
	all := (*scratch)[:0]
	switch path.Ext(f.Path) {
	case ".html":
		all = scanHTML(all, f.Body)
	case ".css":
		all = scanCSS(all, f.Body)
	}
	*scratch = all
	l.mu.Lock()
	defer l.mu.Unlock()
	l.pages[f.Path] = l.page(f.Path, all)
	clear(all) // of the body
}

// page keeps what was found in a file.
func (l *Links) page(path string, all []found) *page {
	places := 0
	for i := range all {
		if all[i].use == isPlace {
			places++
		}
	}
	p := &page{path: path, refs: make([]ref, 0, len(all)-places), ids: make([]string, 0, places)}
	for i := range all {
		t, use := l.text(all[i].value), all[i].use
		if t.page != p {
			t.page, t.uses = p, 0
		}
		known := t.uses
		t.uses |= use
		switch {
		case use == isPlace && known&isPlace != 0:
			p.twice = append(p.twice, t.said)
		case use == isPlace:
			p.ids = append(p.ids, t.said)
		case known&(loads|use) == 0:
			p.refs = append(p.refs, ref{t.said, use == isLink})
		}
	}
	slices.Sort(p.ids)
	return p
}

// text finds what a value means among the texts that are known.
func (l *Links) text(value []byte) *text {
	if bytes.IndexByte(value, '&') >= 0 {
		value = []byte(html.UnescapeString(string(value)))
	}
	t := l.texts[string(value)]
	if t == nil {
		t = &text{said: string(value)}
		l.texts[t.said] = t
	}
	return t
}

// Has reports whether a file was read.
func (l *Links) Has(path string) bool { return l.pages[path] != nil }

// Broken follows every address in every page and style sheet that was read.
// Those that load something (src, stylesheets) have to be relative and exist
// among the files; a link may besides lead to http, https, mailto or tel. An
// anchor has to exist on the page it leads to, once. The result is in the order
// of pages, then of the text.
func (l *Links) Broken() (broken []Broken) {
	ways := map[wayFrom]way{}
	for _, name := range slices.Sorted(maps.Keys(l.pages)) {
		p := l.pages[name]
		folder := path.Dir(p.path)
		for _, ref := range p.refs {
			from := wayFrom{folder, ref}
			way, known := ways[from]
			if !known {
				way = l.follow(folder, ref)
				ways[from] = way
			}
			if reason := way.fault(p); reason != "" {
				broken = append(broken, Broken{p.path, ref.href, reason})
			}
		}
		for _, id := range p.twice {
			broken = append(broken, Broken{p.path, "#" + id, "在页面上有两处"})
		}
	}
	return broken
}

// ref is one address. A link waits for a click; anything else loads at once.
type ref struct {
	href   string
	isLink bool
}

// scanHTML appends what is found in a page.
func scanHTML(all []found, body []byte) []found {
	tags := tagScanner{text: body}
	for tags.next() {
		for name, value, ok := tags.attribute(); ok; name, value, ok = tags.attribute() {
			if use := useOf(name, tags.tag); use != 0 {
				all = append(all, found{value, use})
			}
		}
	}
	return all
}

// useOf is what the value of an attribute is for, if it is an address or an anchor.
func useOf(attribute, tag []byte) use {
	switch string(attribute) {
	case "id":
		return isPlace
	case "href", "xlink:href":
		if string(tag) == "a" || string(tag) == "area" {
			return isLink
		}
		return loads
	case "src", "poster", "data", "action", "background", "srcset":
		return loads
	}
	return 0
}

// scanCSS appends what a style sheet would load: url(…) and @import.
func scanCSS(all []found, text []byte) []found {
	for _, opening := range []string{"url(", "@import"} {
		for rest := text; ; {
			_, after, ok := bytes.Cut(rest, []byte(opening))
			if !ok {
				break
			}
			href, _, _ := bytes.Cut(after, []byte(")"))
			href, _, _ = bytes.Cut(href, []byte(";"))
			all = append(all, found{bytes.Trim(href, ` "'`), loads})
			rest = after
		}
	}
	return all
}

// wayFrom is an address on the pages of a folder, most of which have the same
// ones.
type wayFrom struct {
	folder string
	ref
}

// way is where an address leads.
type way struct {
	reason string // why it is broken whatever page it stands on, or ""
	target *page  // nil: the page it stands on, or another site
	anchor string
}

// fault says why an address is broken on a page, or "".
func (w way) fault(from *page) string {
	target := cmp.Or(w.target, from)
	if w.reason == "" && w.anchor != "" && path.Ext(target.path) == ".html" && !target.has(w.anchor) {
		return "指向的位置不存在"
	}
	return w.reason
}

// follow goes where an address leads from a folder.
func (l *Links) follow(folder string, r ref) way {
	if strings.ContainsFunc(r.href, func(c rune) bool { return c > '~' }) {
		return way{reason: "含有 ASCII 以外的字符"}
	}
	switch scheme(r.href) {
	case "":
		return l.followRelative(folder, r.href)
	case "data":
		if !r.isLink {
			return way{}
		}
	case "http", "https", "mailto", "tel":
		if r.isLink {
			return way{}
		}
	}
	return way{reason: "不是站内的相对地址"}
}

func (l *Links) followRelative(folder, href string) way {
	if strings.HasPrefix(href, "/") || strings.HasPrefix(href, `\`) {
		return way{reason: "不是相对地址，双击打开时找不到"}
	}
	file, anchor, _ := strings.Cut(href, "#")
	file, _, _ = strings.Cut(file, "?")
	file, fileErr := url.PathUnescape(file)
	anchor, anchorErr := url.PathUnescape(anchor)
	switch {
	case fileErr != nil || anchorErr != nil:
		return way{reason: "写法有误"}
	case href == "":
		return way{reason: "是空的"}
	case file == "":
		return way{anchor: anchor}
	}
	target := l.pages[path.Join(folder, file)]
	if target == nil || strings.HasSuffix(file, "/") {
		return way{reason: "指向的文件不存在"}
	}
	return way{target: target, anchor: anchor}
}

func (p *page) has(id string) bool {
	_, found := slices.BinarySearch(p.ids, id)
	return found
}
