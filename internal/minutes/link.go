package minutes

import (
	"strings"

	"github.com/yuin/goldmark/util"
)

// safeLink returns the address of a link, or ok false for one that is not
// rendered: only http, https, mailto and relative addresses are, so neither
// javascript: nor data: nor a file on somebody's disk.
//
// A relative address of another .md file leads to the page made of it: minutes
// become meetings/….html, pages stay in pages/.
func safeLink(destination string) (href string, ok bool) {
	href = strings.TrimSpace(unescape(destination))
	if href == "" || strings.HasPrefix(href, "//") || strings.ContainsRune(href, '\\') {
		return "", false
	}
	head, _, hasScheme := strings.Cut(href, ":")
	if hasScheme && !strings.ContainsAny(head, "/?#") {
		switch strings.ToLower(head) {
		case "http", "https", "mailto":
			return string(util.URLEscape([]byte(href), false)), true
		}
		return "", false
	}
	path, fragment, hasFragment := strings.Cut(href, "#")
	if page, isMarkdown := strings.CutSuffix(path, ".md"); isMarkdown {
		path = strings.Replace(page, "minutes/", "meetings/", 1) + ".html"
	}
	if hasFragment {
		path += "#" + fragment
	}
	return string(util.URLEscape([]byte(path), false)), true
}
