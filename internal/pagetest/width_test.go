package pagetest_test

import (
	"fmt"
	"testing"

	"jianbao/internal/chromium"
)

// Phones, tablets, desks and the projector. A scroll bar at the side takes its
// room, as it does on Windows.
var widths = []int{360, 768, 1280, 1920}

// A wide table scrolls in its box, never the page.
func TestNoPageScrollsSideways(t *testing.T) {
	const wide = `(() => {
		for (const d of document.querySelectorAll("details")) d.open = true;
		const room = document.documentElement.clientWidth;
		if (document.documentElement.scrollWidth <= room) return [];
		return [...document.querySelectorAll("body *")]
			.filter(e => e.getBoundingClientRect().right > room + .5 && !e.parentElement.closest(".scroll, svg"))
			.map(e => e.outerHTML.slice(0, 100) + " ends at " + e.getBoundingClientRect().right).concat("scrollWidth");
	})()`
	visitEach(t, fileBase(), kinds(), chromium.View{}, func(t *testing.T, tab *chromium.Tab, page string) {
		for _, width := range widths {
			do(t, tab.Resize(chromium.View{Width: width}))
			for _, element := range eval[[]string](t, tab, wide) {
				t.Errorf("%d px: %s", width, element)
			}
			if *pictures {
				picture(t, tab, fmt.Sprintf("%s-%d", page, width))
			}
		}
	})
}
