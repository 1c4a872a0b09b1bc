package build_test

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"

	"jianbao/internal/county"
)

// A site is read by double-click, from a USB stick, on old browsers, without a
// network: these tests walk all pages of the demonstration county as parsed HTML.

// demo is the demonstration county's site, built once for the tests that only
// look at it.
var demo struct {
	sync.Once
	files map[string][]byte
}

func demoFiles(t *testing.T) map[string][]byte {
	t.Helper()
	demo.Do(func() { demo.files = siteFiles(t, contentOf(county.Demo())) })
	if demo.files == nil {
		t.Fatal("the demonstration county was not built")
	}
	return demo.files
}

// page is one parsed page.
type page struct {
	name string
	root *html.Node
}

// demoPages are the pages of the demonstration county by name, and all files.
func demoPages(t *testing.T) (pages []page, files map[string][]byte) {
	t.Helper()
	files = demoFiles(t)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if path.Ext(name) != ".html" {
			continue
		}
		root, err := html.Parse(strings.NewReader(string(files[name])))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		pages = append(pages, page{name, root})
	}
	if len(pages) < 50 {
		t.Fatalf("only %d pages", len(pages))
	}
	return pages, files
}

// elements are all elements of the page, or those with one of the names.
func (p page) elements(names ...string) (found []*html.Node) {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && (len(names) == 0 || slices.Contains(names, n.Data)) {
			found = append(found, n)
		}
	}
	return found
}

func attribute(n *html.Node, key string) (value string, ok bool) {
	for _, a := range n.Attr {
		if a.Key == key || a.Namespace+":"+a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// textOf is the text in an element, with single spaces.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func TestEveryPageHasItsHead(t *testing.T) {
	pages, _ := demoPages(t)
	titles := map[string]string{}
	for _, p := range pages {
		root := p.elements("html")[0]
		if lang, _ := attribute(root, "lang"); lang != "zh-CN" {
			t.Errorf("%s: lang %q", p.name, lang)
		}
		title := p.elements("title")[0]
		if title.Parent.Data != "head" || textOf(title) == "" {
			t.Errorf("%s has no title", p.name)
		}
		if other := titles[textOf(title)]; other != "" && p.name != "index.html" && other != "index.html" { // the first page is the latest one again
			t.Errorf("%s and %s are both titled %q", p.name, other, textOf(title))
		}
		titles[textOf(title)] = p.name
		isHandout := strings.HasPrefix(p.name, "handouts/") // of several papers; without scripts
		if h1 := p.elements("h1"); len(h1) != 1 && !isHandout || len(h1) == 0 || textOf(h1[0]) == "" {
			t.Errorf("%s has %d headings of the first level", p.name, len(h1))
		}
		metas := map[string]string{}
		for _, meta := range p.elements("meta") {
			name, _ := attribute(meta, "name")
			equivalent, _ := attribute(meta, "http-equiv")
			metas[name+strings.ToLower(equivalent)], _ = attribute(meta, "content")
			if charset, ok := attribute(meta, "charset"); ok {
				metas["charset"] = charset
			}
		}
		if metas["charset"] != "utf-8" || !strings.Contains(metas["viewport"], "width=device-width") {
			t.Errorf("%s: charset %q, viewport %q", p.name, metas["charset"], metas["viewport"])
		}
		policy := metas["content-security-policy"]
		for _, want := range []string{"default-src 'none'", "style-src 'self'", "script-src 'self'"} {
			if has := slices.Contains(strings.Split(policy, "; "), want); has == (isHandout && strings.HasPrefix(want, "script")) {
				t.Errorf("%s: the policy %q, and %q", p.name, policy, want)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
			t.Errorf("%s: the policy %q lets too much in", p.name, policy)
		}
	}
}

func TestEveryPageSaysThatItIsADemonstrationAndWhatItIsMadeFrom(t *testing.T) {
	pages, _ := demoPages(t)
	sums := map[string]string{}
	for name, body := range county.Demo() {
		sum := sha256.Sum256(body)
		sums[name] = hex.EncodeToString(sum[:])
	}
	source := regexp.MustCompile(`(\S+\.(?:csv|xlsx|md|yaml)) 校验码 ([0-9a-f]{8,64})`)
	for _, p := range pages {
		body := p.elements("body")[0]
		text := textOf(body)
		if !strings.Contains(text, "演示数据") {
			t.Errorf("%s does not say that it is a demonstration", p.name)
		}
		named := source.FindAllStringSubmatch(text, -1)
		if len(named) == 0 && !strings.HasPrefix(p.name, "handouts/") { // their page names them
			t.Errorf("%s does not name a source with its check code", p.name)
		}
		for _, m := range named {
			if sum, ok := sums[m[1]]; !ok || !strings.HasPrefix(sum, m[2]) {
				t.Errorf("%s: source %s has the check code %s, want %s", p.name, m[1], m[2], sum)
			}
		}
	}
}

// loads are the attributes by which a page fetches something.
var loads = []string{"href", "xlink:href", "src", "srcset", "poster", "data", "action", "background", "formaction", "cite", "ping", "manifest"}

// Every address is relative, in ASCII, and leads to a file of the site and, with
// a fragment, to an element there. Nothing is fetched from elsewhere, and no
// link leads out of the demonstration.
func TestEveryAddressLeadsSomewhereOnTheStick(t *testing.T) {
	pages, files := demoPages(t)
	ids := map[string]map[string]bool{}
	for _, p := range pages {
		ids[p.name] = map[string]bool{}
		for _, n := range p.elements() {
			if id, ok := attribute(n, "id"); ok && ids[p.name][id] {
				t.Errorf("%s: id %q is there twice", p.name, id)
			} else if ok {
				ids[p.name][id] = true
			}
		}
	}
	followed := 0
	for _, p := range pages {
		for _, n := range p.elements() {
			for _, key := range loads {
				href, ok := attribute(n, key)
				if !ok || href == "data:," && n.Data == "link" { // no icon, and none asked for
					continue
				}
				followed++
				if fault := follow(p.name, href, files, ids); fault != "" {
					t.Errorf("%s: <%s %s=%q> %s", p.name, n.Data, key, href, fault)
				}
			}
			for _, key := range []string{"aria-labelledby", "aria-describedby", "aria-controls", "for", "headers"} {
				list, _ := attribute(n, key)
				for _, id := range strings.Fields(list) {
					if !ids[p.name][id] {
						t.Errorf("%s: <%s %s=%q> names nothing", p.name, n.Data, key, list)
					}
				}
			}
		}
	}
	if followed < 2000 {
		t.Errorf("only %d addresses were followed", followed)
	}
}

// follow says what is wrong with an address on a page, or "".
func follow(from, href string, files map[string][]byte, ids map[string]map[string]bool) string {
	if strings.ContainsFunc(href, func(r rune) bool { return r <= ' ' || r > '~' }) {
		return "is not ASCII"
	}
	u, err := url.Parse(href)
	switch {
	case err != nil:
		return err.Error()
	case u.Scheme != "" || u.Host != "" || strings.HasPrefix(href, "/") || strings.HasPrefix(href, `\`):
		return "leads out of the site"
	case u.RawQuery != "":
		return "has a query, which a file does not answer"
	}
	to := from
	if u.Path != "" {
		to = path.Join(path.Dir(from), u.Path)
	}
	if strings.HasPrefix(to, "..") || files[to] == nil {
		return "leads to no file"
	}
	if u.Fragment != "" && !ids[to][u.Fragment] {
		return "leads to no place on " + to
	}
	return ""
}

// Opened as a file, a page can fetch nothing and run nothing of its own: scripts
// and styles are files of the site, in the classic form.
func TestNothingIsInline(t *testing.T) {
	pages, files := demoPages(t)
	for _, p := range pages {
		for _, n := range p.elements() {
			kind, _ := attribute(n, "type")
			src, hasSource := attribute(n, "src")
			switch {
			case n.Data == "style":
				t.Errorf("%s has a style of its own", p.name)
			case n.Data == "script" && kind == "application/json":
				if strings.Contains(textOf(n), "<") {
					t.Errorf("%s: data with a tag in it: %.80q", p.name, textOf(n))
				}
			case n.Data == "script" && (!hasSource || kind == "module" || textOf(n) != ""):
				t.Errorf("%s: script of type %q from %q with %.80q in it", p.name, kind, src, textOf(n))
			case n.Data == "iframe" || n.Data == "object" || n.Data == "embed" || n.Data == "base":
				t.Errorf("%s has an <%s>", p.name, n.Data)
			}
			for _, a := range n.Attr {
				if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.Contains(strings.ToLower(a.Val), "javascript:") {
					t.Errorf("%s: <%s %s=%q>", p.name, n.Data, a.Key, a.Val)
				}
			}
		}
	}
	address := regexp.MustCompile(`(?i)url\(\s*['"]?([^'")]*)|@import`)
	for name, body := range files {
		if path.Ext(name) != ".css" {
			continue
		}
		for _, m := range address.FindAllStringSubmatch(string(body), -1) {
			if strings.HasPrefix(m[1], "data:") {
				continue
			}
			if fault := follow(name, m[1], files, nil); m[1] == "" || fault != "" {
				t.Errorf("%s: %s %s", name, m[0], fault)
			}
		}
	}
}

// Scripts of the site ask nobody for anything: what fails on file:// (fetch,
// XMLHttpRequest, modules, workers) is not in them.
func TestScriptsAskForNothing(t *testing.T) {
	_, files := demoPages(t)
	for name, body := range files {
		if path.Ext(name) != ".js" {
			continue
		}
		for _, word := range []string{"fetch(", "XMLHttpRequest", "importScripts(", "new Worker(", "EventSource(", "sendBeacon(", "WebSocket("} {
			if strings.Contains(string(body), word) {
				t.Errorf("%s has %s in it", name, word)
			}
		}
	}
}

// Whoever opens index.html can reach every page, and every download.
func TestEveryFileIsReachedFromTheFirstPage(t *testing.T) {
	pages, files := demoPages(t)
	byName := map[string]page{}
	for _, p := range pages {
		byName[p.name] = p
	}
	reached := map[string]bool{"index.html": true}
	for queue := []string{"index.html"}; len(queue) > 0; queue = queue[1:] {
		p, isPage := byName[queue[0]]
		if !isPage {
			continue
		}
		for _, n := range p.elements() {
			for _, key := range []string{"href", "src"} {
				href, _ := attribute(n, key)
				href, _, _ = strings.Cut(href, "#")
				to := path.Join(path.Dir(p.name), href)
				if href != "" && files[to] != nil && !reached[to] {
					reached[to] = true
					queue = append(queue, to)
				}
			}
		}
	}
	for name := range files {
		inner := name == "manifest.json" || strings.HasPrefix(name, "assets/") // loaded by scripts, or for checking a copy
		if !reached[name] && !inner {
			t.Errorf("no link leads to %s", name)
		}
	}
}

// Every page of the demonstration county, papers among them, has a title that
// no other has.
func TestTitlesAreUnique(t *testing.T) {
	title := regexp.MustCompile(`<head>(?s:.*?)<title>([^<]*)</title>`)
	first := map[string]string{}
	for name, body := range demoFiles(t) {
		if path.Ext(name) != ".html" {
			continue
		}
		m := title.FindSubmatch(body)
		if m == nil || len(m[1]) == 0 {
			t.Errorf("%s has no title", name)
			continue
		}
		if other := first[string(m[1])]; other != "" {
			t.Errorf("%s and %s are both called %s", name, other, m[1])
		}
		first[string(m[1])] = name
	}
}
