package site

import "strings"

// proseAttributes are those of the author's Markdown that hold an address.
// goldmark writes them so, and escapes every other quotation mark.
var proseAttributes = []string{` href="`, ` src="`}

// proseFrom gives the addresses of rendered Markdown their way up to the root.
func proseFrom(root, text string) string {
	if root == "" {
		return text
	}
	for _, attribute := range proseAttributes {
		text = rewrite(text, attribute, root)
	}
	return text
}

func rewrite(text, attribute, root string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, attribute)
		b.WriteString(before)
		if !found {
			return b.String()
		}
		href, rest, _ := strings.Cut(after, `"`)
		b.WriteString(attribute + address(root, href) + `"`)
		text = rest
	}
}
