package pagetest_test

import (
	"slices"
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

const liveScript = "assets/echarts.js"

// The script of the live charts is large: it is asked for by the first touch.
func TestAFigureComesAliveByTouchAndGoesBack(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	tab := open(t, "index.html", chromium.View{})
	if slices.Contains(tab.Requests(), fileBase()+liveScript) {
		t.Error("the live charts are loaded with the page")
	}
	const drawn = `getComputedStyle(document.querySelector("main .figure .figure-wide")).display`
	for name, touch := range map[string]func() error{
		"the drawing": func() error { return tab.Click("main .figure .figure-wide svg") },
		"the button":  func() error { return tab.Click("main .figure .figure-switch") },
		"the button, by keyboard": func() error {
			do(t, tab.Eval(`document.querySelector("main .figure .figure-switch").focus()`, nil))
			return tab.Press("Enter")
		},
	} {
		do(t, touch())
		do(t, tab.Wait(`document.querySelector("main .figure.is-live canvas")`))
		if got := eval[string](t, tab, drawn); got != "none" {
			t.Errorf("%s: the drawing is %s beside the live chart", name, got)
		}
		if !eval[bool](t, tab, `document.querySelector("main .figure .figure-switch").getAttribute("aria-pressed") === "true"`) {
			t.Errorf("%s: the button does not say that it is live", name)
		}
		do(t, tab.Press("Escape"))
		do(t, tab.Wait(`!document.querySelector("main .figure canvas")`))
		if got := eval[string](t, tab, drawn); got == "none" {
			t.Errorf("%s: the drawing is not back", name)
		}
	}
	if !slices.Contains(tab.Requests(), fileBase()+liveScript) {
		t.Error("the live charts were not loaded")
	}
	quiet(t, tab, fileBase())
}

// Every kind of figure there is comes alive, without a word to the console.
func TestAllFiguresComeAlive(t *testing.T) {
	need(t, "live charts")
	alive := func(t *testing.T, tab *chromium.Tab, page string) {
		comeAlive(t, tab)
		quiet(t, tab, fileBase())
	}
	t.Run("desk", func(t *testing.T) { visitEach(t, fileBase(), kinds(), chromium.View{}, alive) })
	t.Run("phone", func(t *testing.T) {
		visitEach(t, fileBase(), []string{"index.html", "months/2026-10.html"}, chromium.View{Width: 360, Height: 640}, alive)
	})
}

// A live chart is left on paper as it was drawn.
func TestALiveFigurePrintsItsDrawing(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	tab := open(t, "index.html", chromium.View{})
	words := strings.Join(eval[[]string](t, tab, `[...document.querySelectorAll("main .figure .figure-wide text")].map(e => e.textContent)`), " ")
	comeAlive(t, tab)
	p := printed(t, tab)
	if len(p.images) > 0 {
		t.Errorf("pictures on paper: %q", p.images)
	}
	all := squeezed(strings.Join(p.sheets, ""))
	for _, w := range strings.Fields(words) {
		if !strings.Contains(all, w) {
			t.Errorf("%q is not on paper", w)
		}
	}
}
