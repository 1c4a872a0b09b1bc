package pagetest_test

import (
	"slices"
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

// Tab goes through everything that can be clicked, typed into or scrolled, in
// the order of the page, and shows where it is.
func TestKeyboardReachesEverything(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"index.html", "tasks.html"} {
		t.Run(page, func(t *testing.T) {
			tab := open(t, page, chromium.View{})
			want := eval[[]string](t, tab, `(() => {
				window.nameOf = e => e.tagName.toLowerCase() + (e.className && e.className.baseVal === undefined ? "." + e.className : "") + " " +
					(e.getAttribute("aria-label") || e.textContent).trim().slice(0, 20);
				return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
					.filter(e => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })).map(nameOf);
			})()`)
			var got []string
			for range len(want) + 20 {
				do(t, tab.Press("Tab"))
				at := eval[struct {
					Name    string
					Outline string
					Seen    bool
				}](t, tab, `(() => {
					const e = document.activeElement, r = e.getBoundingClientRect();
					return {
						Name: e === document.body ? "" : nameOf(e), Outline: getComputedStyle(e).outlineStyle,
						Seen: r.right > 0 && r.bottom > 0 && r.left < innerWidth && r.top < innerHeight,
					};
				})()`)
				if at.Name == "" || len(got) > 0 && at.Name == got[0] && len(got) >= len(want) {
					break // through, and at the browser's own
				}
				got = append(got, at.Name)
				if at.Outline == "none" {
					t.Errorf("%q has the focus and does not show it", at.Name)
				}
				if !at.Seen {
					t.Errorf("%q has the focus and is out of sight", at.Name)
				}
			}
			if !slices.Equal(want, got) {
				t.Errorf("in the page:\n%s\nby keyboard:\n%s", strings.Join(want, "\n"), strings.Join(got, "\n"))
			}
			if len(got) == 0 || !strings.HasPrefix(got[0], "a.skip ") {
				t.Error("the first is not the link to the text")
			}
		})
	}
}

func TestTheFirstLinkLeadsToTheText(t *testing.T) {
	t.Parallel()
	tab := open(t, "index.html", chromium.View{})
	do(t, tab.Press("Tab"))
	do(t, tab.Press("Enter"))
	do(t, tab.Wait(`location.hash === "#main"`))
	do(t, tab.Press("Tab"))
	if !eval[bool](t, tab, `document.activeElement.closest("main") !== null`) {
		t.Error("the next after the link to the text is not in the text")
	}
}

// A table that is too wide for a phone is scrolled by the arrow keys.
func TestWideTablesScrollByKeyboard(t *testing.T) {
	t.Parallel()
	tab := open(t, "months/2026-10.html", chromium.View{Width: 360, Height: 640})
	do(t, tab.Eval(`(() => {
		window.wide = [...document.querySelectorAll(".scroll")].find(e => e.scrollWidth > e.clientWidth && e.checkVisibility());
		wide.focus();
	})()`, nil))
	do(t, tab.Press("ArrowRight"))
	do(t, tab.Wait(`wide.scrollLeft > 0`))
}
