package pagetest_test

import (
	"os"
	"testing"

	"jianbao/internal/chromium"
)

// Accessibility as far as a machine can tell: axe-core, all of its rules, finds
// nothing on one page of every kind, with all that can be opened open. The
// browser runs it; nothing of it is in the site.
func TestPagesAreAccessible(t *testing.T) {
	need(t, "axe")
	axe, err := os.ReadFile(packages + "/axe-core/axe.min.js")
	do(t, err)
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
					t.Errorf("%s: %s: %s %s", v.ID, v.Help, v.Target, v.HTML)
				}
			})
		})
	}
}
