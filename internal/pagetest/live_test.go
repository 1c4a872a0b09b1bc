package pagetest_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

// What a live chart prints stands on a canvas; ECharts tells what it drew there.
const liveTools = `(() => {
	window.chartOf = f => echarts.getInstanceByDom(f.querySelector(".figure-chart"));
	window.drawnOf = f => chartOf(f).getZr().storage.getDisplayList(true).filter(e => !e.invisible && e.style.opacity !== 0);
	window.textsOf = f => drawnOf(f).filter(e => e.style.text).map(e => {
		const r = e.getBoundingRect().clone();
		if (e.getComputedTransform()) r.applyTransform(e.getComputedTransform());
		return { text: e.style.text.trim(), left: r.x, top: r.y, right: r.x + r.width, bottom: r.y + r.height };
	});
	window.linesOf = f => drawnOf(f).filter(e => e.type === "ec-polyline" && e.style.stroke !== "rgba(0,0,0,0)").map(e => [...e.shape.points].join(" "));
})()`

// printedText is a text in a live chart, and the box that it covers.
type printedText struct {
	Text                     string
	Left, Top, Right, Bottom float64
}

func (p printedText) overlaps(o printedText) bool {
	const slack = 1
	return p.Left+slack < o.Right && o.Left+slack < p.Right && p.Top+slack < o.Bottom && o.Top+slack < p.Bottom
}

// comeAlive makes all figures of a page live.
func comeAlive(t *testing.T, tab *chromium.Tab) {
	t.Helper()
	const each = `[...document.querySelectorAll(".figure-switch")]` // none on what is only printed
	do(t, tab.Eval(`for (const b of `+each+`) b.click()`, nil))
	do(t, tab.Wait(each+`.map(b => b.closest(".figure")).every(f => f.classList.contains("is-live") && f.querySelector("canvas"))`))
	do(t, tab.Eval(liveTools, nil))
}

// twoFaces is what a figure prints as a drawing, and live.
type twoFaces struct {
	ID, Form             string
	Width                float64
	Ticks, Names, Values []string // of the drawing
	Live                 []printedText
	Lines                []string // the ways of the live lines
}

const facesOfFigures = `[...document.querySelectorAll("main .figure.is-live")].map(f => {
	const texts = kind => [...f.querySelectorAll(".figure-wide " + kind + " text")].map(e => e.textContent);
	return {
		ID: f.id, Form: f.classList[1], Width: f.querySelector(".figure-chart").offsetWidth,
		Ticks: texts(".fig-axis").filter(s => /^-?[\d.]+%?$/.test(s)), Names: texts(".fig-name"), Values: texts(".fig-value"),
		Live: textsOf(f), Lines: linesOf(f),
	};
})`

// prints reports whether a text stands in the live chart, by itself or in another.
func (f *twoFaces) prints(text string) bool {
	return slices.ContainsFunc(f.Live, func(l printedText) bool { return strings.Contains(l.Text, text) })
}

// Numbers, names and axes of a live chart are those of the drawing, to the
// letter, and none is cut off.
func TestLiveChartsPrintWhatTheDrawingsPrint(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	tab := open(t, "index.html", chromium.View{Width: 1440, Height: 900})
	seen := map[string]bool{}
	for _, page := range append(kinds(), "areas/qingshi.html") {
		do(t, tab.Visit(fileBase()+page))
		comeAlive(t, tab)
		for _, f := range eval[[]twoFaces](t, tab, facesOfFigures) {
			seen[f.Form] = true
			want := slices.Concat(f.Ticks, f.Names, f.Values)
			switch f.Form {
			case "figure-lines": // values are in the tooltip, names in the legend
				want = f.Ticks
			case "figure-heat-map": // the key says its steps in other words
				want = f.Names
			case "figure-rank-change": // of the names at both ends the live chart has those at the right
				want = f.Values
			}
			for _, text := range want {
				if !f.prints(text) {
					t.Errorf("%s: %s, live, does not print %q", page, f.ID, text)
				}
			}
			for _, l := range f.Live {
				if l.Left < -1 || l.Right > f.Width+1 {
					t.Errorf("%s: %s, live: %q stands from %.0f to %.0f of %.0f", page, f.ID, l.Text, l.Left, l.Right, f.Width)
				}
			}
		}
	}
	for _, form := range []string{"lines", "stacked-columns", "heat-map", "pareto", "rank-change", "ageing", "small-multiples"} {
		if !seen["figure-"+form] {
			t.Errorf("no page has %s", form)
		}
	}
	quiet(t, tab, fileBase())
}

// Of areas that share a rank every line and every name is seen.
func TestLiveRanksDoNotHideEachOther(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	for _, view := range []chromium.View{{Width: 1440, Height: 900}, {Width: 360, Height: 640}} {
		tab := open(t, "areas/index.html", view)
		comeAlive(t, tab)
		for _, f := range eval[[]twoFaces](t, tab, facesOfFigures) {
			if f.Form != "figure-rank-change" {
				continue
			}
			slices.Sort(f.Lines)
			if lines := slices.Compact(slices.Clone(f.Lines)); len(lines) < len(f.Lines) || len(lines) < 10 {
				t.Errorf("%d px: %d lines go %d ways", view.Width, len(f.Lines), len(lines))
			}
			for i, a := range f.Live {
				for _, b := range f.Live[i+1:] {
					if a.overlaps(b) {
						t.Errorf("%d px: %q covers %q", view.Width, a.Text, b.Text)
					}
				}
			}
		}
	}
}

// Small panels stay panels: each has its place, its name and its last value.
func TestLivePanelsStandInAGrid(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	for width, columns := range map[int]int{1440: 4, 360: 2} {
		tab := open(t, "areas/index.html", chromium.View{Width: width, Height: 900})
		comeAlive(t, tab)
		rects := eval[[]struct{ X, Y, Width, Height float64 }](t, tab, `(m => m.queryComponents({ mainType: "grid" }).map(g => g.coordinateSystem.getRect()))(chartOf(document.querySelector(".figure-small-multiples")).getModel())`)
		left := map[float64]bool{}
		for i, a := range rects {
			left[a.X] = true
			for _, b := range rects[i+1:] {
				if a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height {
					t.Errorf("%d px: two panels cover each other: %v %v", width, a, b)
				}
			}
		}
		if len(rects) != 14 || len(left) != columns {
			t.Errorf("%d px: %d panels in %d columns", width, len(rects), len(left))
		}
	}
}

// Whoever hides a line has not hidden the target with it.
func TestTheTargetStaysWhereALineIsHidden(t *testing.T) {
	t.Parallel()
	need(t, "live charts")
	tab := open(t, "index.html", chromium.View{})
	comeAlive(t, tab)
	do(t, tab.Eval(`window.trend = document.querySelector(".figure-lines"); 0`, nil))
	names := eval[[]string](t, tab, `chartOf(trend).getOption().legend[0].data`)
	if want := eval[[]string](t, tab, `[...trend.querySelectorAll("thead th")].slice(1).map(e => e.textContent)`); !slices.Equal(names, want) {
		t.Errorf("the legend has %q", names)
	}
	do(t, tab.Eval(`window.before = linesOf(trend).length`, nil))
	for _, name := range names {
		do(t, tab.Eval(`chartOf(trend).dispatchAction({ type: "legendToggleSelect", name: `+strconv.Quote(name)+` })`, nil))
	}
	do(t, tab.Wait(fmt.Sprintf(`linesOf(trend).length === before - %d`, len(names))))
	if n := eval[int](t, tab, `textsOf(trend).filter(l => l.text.startsWith("目标")).length`); n != 1 {
		t.Errorf("the target stands %d times", n)
	}
}
