package site_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// node is an element of a parsed page, to ask questions of in tests.
type node struct{ *html.Node }

func parse(t *testing.T, body []byte) node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	return node{root}
}

// all returns the elements that match a selector: tag, .class, tag.class or
// #id, and a space between for "somewhere inside".
func (n node) all(selector string) []node {
	first, rest, deeper := strings.Cut(selector, " ")
	var found []node
	for d := range n.Descendants() {
		if d.Type != html.ElementNode || !(node{d}).matches(first) {
			continue
		}
		if deeper {
			found = append(found, node{d}.all(rest)...)
		} else {
			found = append(found, node{d})
		}
	}
	return found
}

func (n node) matches(simple string) bool {
	if id, ok := strings.CutPrefix(simple, "#"); ok {
		return n.attr("id") == id
	}
	tag, class, _ := strings.Cut(simple, ".")
	return (tag == "" || tag == n.Data) && (class == "" || slices.Contains(strings.Fields(n.attr("class")), class))
}

// one returns the only element that matches.
func (n node) one(t *testing.T, selector string) node {
	t.Helper()
	found := n.all(selector)
	if len(found) != 1 {
		t.Fatalf("%d elements match %q, want one", len(found), selector)
	}
	return found[0]
}

func (n node) attr(name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// text is all text inside.
func (n node) text() string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return strings.TrimSpace(b.String())
}

// in fails unless an element that matches passes every check.
func in(t *testing.T, page node, selector string, checks ...func(node) bool) {
	t.Helper()
	for _, n := range page.all(selector) {
		if !slices.ContainsFunc(checks, func(check func(node) bool) bool { return !check(n) }) {
			return
		}
	}
	t.Errorf("no %q passes", selector)
}

func hasText(want string) func(node) bool {
	return func(n node) bool { return strings.Contains(n.text(), want) }
}

func hasAttr(name, value string) func(node) bool {
	return func(n node) bool { return n.attr(name) == value }
}
