package pagetest_test

import (
	"flag"
	"os"
	"strings"
	"sync"
	"testing"

	"jianbao/internal/chromium"
)

// known is what axe finds and is yet to be mended: the rule, the beginning of
// the element, and what is the matter. What is mended comes off the list.
var known = []struct{ rule, html, why string }{
	{"nested-interactive", "<svg ", "a drawing has role=img and links in it, which a screen reader then does not tell"},
	{"landmark-unique", `<div class="scroll" `, "the data of a figure and the table under it have one name, tables without a caption another"},
	{"scrollable-region-focusable", "<table>", "a wide table in minutes scrolls by the keyboard in new browsers only"},
	{"scrollable-region-focusable", "<pre>", "so do long lines in a text"},
}

// Accessibility as far as a machine can tell: axe-core, all of its rules, on
// one page of every kind, with all that can be opened open. The browser runs
// it; nothing of it is in the site.
func TestPagesAreAccessible(t *testing.T) {
	need(t, "axe")
	axe, err := os.ReadFile(packages + "/axe-core/axe.min.js")
	do(t, err)
	var mu sync.Mutex
	found := map[int]bool{}
	for name, view := range map[string]chromium.View{"desk": {}, "phone": {Width: 360, Height: 640}} {
		t.Run(name, func(t *testing.T) {
			visitEach(t, fileBase(), kinds(), view, func(t *testing.T, tab *chromium.Tab, page string) {
				do(t, tab.Eval(string(axe)+";0", nil))
				type violation struct{ ID, Help, Target, HTML string }
				for _, v := range eval[[]violation](t, tab, `(() => {
					for (const d of document.querySelectorAll("details")) d.open = true;
					return axe.run(document, { resultTypes: ["violations"] }).then(r => r.violations.flatMap(v =>
						v.nodes.map(n => ({ ID: v.id, Help: v.help, Target: n.target.join(" "), HTML: n.html.slice(0, 120) }))));
				})()`) {
					if i := knownAs(v.ID, v.HTML); i >= 0 {
						mu.Lock()
						found[i] = true
						mu.Unlock()
						continue
					}
					t.Errorf("%s: %s: %s %s", v.ID, v.Help, v.Target, v.HTML)
				}
			})
		})
	}
	if strings.Contains(flag.Lookup("test.run").Value.String(), "/") {
		return // not all pages were looked at
	}
	for i, k := range known {
		if !found[i] {
			t.Errorf("%s at %s is mended: take it off the list", k.rule, k.html)
		}
	}
}

// knownAs returns the place of a finding in known, or -1.
func knownAs(rule, html string) int {
	for i, k := range known {
		if k.rule == rule && strings.HasPrefix(html, k.html) {
			return i
		}
	}
	return -1
}
