package pagetest_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/chromium"
)

const (
	rankingPage = "months/2026-10.html"
	names       = `[...document.querySelectorAll("#ranking-table tbody tr")].filter(r => !r.hidden).map(r => r.cells[0].textContent)`
)

// One click on a head sorts, another turns round, the third has the order of
// the page again; what has no number stays at the end.
func TestRankingIsSortedByItsHeads(t *testing.T) {
	t.Parallel()
	tab := open(t, rankingPage, chromium.View{})
	head := func() string {
		return eval[string](t, tab, `document.querySelector("#ranking-table th.sorted-by-test").getAttribute("aria-sort") || ""`)
	}
	do(t, tab.Eval(`[...document.querySelectorAll("#ranking-table thead th")].find(th => th.textContent.startsWith("整改率")).classList.add("sorted-by-test")`, nil))
	rates := `[...document.querySelectorAll("#ranking-table tbody tr")].map(r => r.cells[document.querySelector(".sorted-by-test").cellIndex].firstChild.textContent).map(parseFloat).map(n => isNaN(n) ? -1 : n)`
	official := eval[[]string](t, tab, names)

	do(t, tab.Click("#ranking-table .sorted-by-test button"))
	down := eval[[]float64](t, tab, rates)
	if !slices.IsSortedFunc(down, func(a, b float64) int { return int(b*10) - int(a*10) }) || head() != "descending" {
		t.Errorf("sorted %s: %v", head(), down)
	}
	do(t, tab.Press("Enter")) // the button has the focus
	up := eval[[]float64](t, tab, rates)
	if up[len(up)-1] != -1 || !slices.IsSorted(up[:slices.Index(up, -1)]) || head() != "ascending" {
		t.Errorf("sorted %s: %v", head(), up)
	}
	do(t, tab.Press("Enter"))
	if diff := cmp.Diff(official, eval[[]string](t, tab, names)); diff != "" || head() != "" {
		t.Error(diff)
	}
	quiet(t, tab, fileBase())
}

// The own unit is marked, here and on the next page, until another is chosen.
func TestTheOwnUnitIsRemembered(t *testing.T) {
	t.Parallel()
	tab := open(t, rankingPage, chromium.View{})
	const mine = `[...document.querySelectorAll("tr.mine")].map(r => r.id)`
	do(t, tab.Eval(`(() => {
		const s = [...document.querySelectorAll("#ranking-table select")].find(s => [...s.options].some(o => o.text === "青石镇"));
		s.value = [...s.options].find(o => o.text === "青石镇").value;
		s.dispatchEvent(new Event("change"));
	})()`, nil))
	want := eval[[]string](t, tab, mine)
	if len(want) != 1 {
		t.Fatalf("marked are %q", want)
	}
	do(t, tab.Visit(fileBase()+"index.html"))
	if diff := cmp.Diff(want, eval[[]string](t, tab, mine)); diff != "" {
		t.Error(diff)
	}
}

// The projector shows slide after slide, and leaves the page as it was.
func TestProjectorLeavesThePageAsItWas(t *testing.T) {
	t.Parallel()
	tab := open(t, "meetings/2026-11-06.html", chromium.View{Width: 1920, Height: 1080})
	const whole = `document.body.innerHTML`
	before := eval[string](t, tab, whole)
	do(t, tab.Click(".projector-button"))
	do(t, tab.Wait(`document.querySelector(".projector-stage").firstChild`))
	seen := map[string]bool{}
	for {
		number := eval[string](t, tab, `document.querySelector(".projector-number").textContent`)
		if seen[number] {
			break
		}
		seen[number] = true
		if wide := eval[[]string](t, tab, `[...document.querySelectorAll(".projector-stage > *")]
			.filter(e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || r.top < -1; })
			.map(e => e.outerHTML.slice(0, 80))`); len(wide) > 0 {
			t.Errorf("%s: out of sight: %q", number, wide)
		}
		if *pictures {
			picture(t, tab, "projector-"+number)
		}
		do(t, tab.Press("ArrowRight"))
	}
	if len(seen) < 4 {
		t.Errorf("the meeting is %d slides", len(seen))
	}
	do(t, tab.Press("Escape"))
	do(t, tab.Wait(`!document.querySelector(".projector")`))
	if diff := cmp.Diff(before, eval[string](t, tab, whole)); diff != "" {
		t.Errorf("the page is another: %s", diff)
	}
	quiet(t, tab, fileBase())
}
