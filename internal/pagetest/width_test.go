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

// Where figures stand in two columns, neither has a hole: what follows fills
// the one that ends early.
func TestColumnsOfTheFirstPageHaveNoHoles(t *testing.T) {
	const most = 90
	const holes = `(() => {
		const all = [...document.querySelectorAll(".section-figures > h2, .section-figures .figure, .section-overdue-hazards, .section-overdue, .section-decisions")]
			.map(e => e.getBoundingClientRect()), end = Math.min(...[".section-overdue", ".section-decisions"].map(s => document.querySelector(s).getBoundingClientRect().bottom));
		return [1/4, 3/4].map(part => {
			const box = document.querySelector(".main").getBoundingClientRect(), x = box.left + box.width * part;
			let at = document.querySelector(".section-figures .figure").getBoundingClientRect().top, hole = 0;
			for (const r of all.filter(r => r.left < x && x < r.right && r.bottom > at).sort((a, b) => a.top - b.top)) {
				hole = Math.max(hole, r.top - at);
				at = Math.max(at, r.bottom);
			}
			return Math.max(hole, end - at);
		});
	})()`
	tab := open(t, "index.html", chromium.View{})
	for _, width := range []int{1280, 1440, 1920} {
		do(t, tab.Resize(chromium.View{Width: width}))
		for i, hole := range eval[[]float64](t, tab, holes) {
			if hole > most {
				t.Errorf("%d px: column %d has a hole of %.0f px", width, i+1, hole)
			}
		}
	}
}
