package site

import "strings"

// badAddress takes the place of an address with a scheme that a page may not
// have; there is no such place on any page, so Links reports it.
const badAddress = "#bad-address"

// rootOf is the way from a page's folder to the site's root: "" or "../" for
// every folder.
func rootOf(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// address turns an address relative to the site's root into one relative to a
// page: root is the way up. Anchors and links to other sites stay.
func address(root, href string) string {
	if href == "" || href[0] == '#' || href[0] == '/' {
		return href
	}
	switch scheme(href) {
	case "":
		return root + href
	case "http", "https", "mailto", "tel":
		return href
	}
	return badAddress
}

// scheme is the lower-case part before a colon, if that makes the address an
// absolute one. Like browsers it does not mind control characters and spaces.
func scheme(href string) string {
	colon := strings.IndexAny(href, ":/?#")
	if colon < 0 || href[colon] != ':' {
		return ""
	}
	visible := func(r rune) rune {
		if r <= ' ' {
			return -1
		}
		return r
	}
	return strings.ToLower(strings.Map(visible, href[:colon]))
}
