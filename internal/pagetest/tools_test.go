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

// outOfSight is what of a slide cannot be seen.
const outOfSight = `[...document.querySelectorAll(".projector-stage > *")].filter(e => {
	const r = e.getBoundingClientRect(), box = e.querySelector(".scroll");
	return r.right > innerWidth + 1 || r.bottom > innerHeight + 1 || r.top < -1 || box && box.scrollWidth > box.clientWidth + 1;
}).map(e => e.outerHTML.slice(0, 80))`

// The projector shows slide after slide, and leaves the page as it was.
func TestProjectorLeavesThePageAsItWas(t *testing.T) {
	t.Parallel()
	for page, slides := range map[string][]string{
		"meetings/2026-11-06.html": {"名次靠后的单位", "逾期未办结的议定事项", "逾期未整改的隐患", "议定事项办理情况"},
		"hazards/index.html":       {"重大隐患", "挂牌督办"},
	} {
		t.Run(page, func(t *testing.T) {
			tab := open(t, page, chromium.View{Width: 1920, Height: 1080})
			const whole = `document.body.innerHTML`
			before := eval[string](t, tab, whole)
			headings := project(t, tab)
			for _, want := range slides {
				if !slices.Contains(headings, want) {
					t.Errorf("no slide is headed %s: %q", want, headings)
				}
			}
			if diff := cmp.Diff(before, eval[string](t, tab, whole)); diff != "" {
				t.Errorf("the page is another: %s", diff)
			}
			quiet(t, tab, fileBase())
		})
	}
}

// A table that is too long for a slide goes on on the next, under the same heads.
func TestProjectorSharesOutLongTables(t *testing.T) {
	t.Parallel()
	tab := open(t, "meetings/2026-11-06.html", chromium.View{Width: 1280, Height: 720})
	do(t, tab.Eval(`(() => {
		const rows = document.querySelector("#overdue-hazards-table tbody"), row = rows.rows[0];
		for (let i = 0; i < 11; i++) rows.appendChild(row.cloneNode(true));
	})()`, nil))
	n := 0
	for _, heading := range project(t, tab) {
		if heading == "逾期未整改的隐患" {
			n++
		}
	}
	if n != 3 {
		t.Errorf("12 rows are %d slides", n)
	}
	if hidden := eval[int](t, tab, `document.querySelectorAll("#overdue-hazards-table tr[hidden]").length`); hidden > 0 {
		t.Errorf("%d rows are hidden afterwards", hidden)
	}
}

// project goes through all slides, looks that each is seen whole, and returns
// their headings.
func project(t *testing.T, tab *chromium.Tab) (headings []string) {
	t.Helper()
	do(t, tab.Click(".projector-button"))
	do(t, tab.Wait(`document.querySelector(".projector-stage").firstChild`))
	seen := map[string]bool{}
	for {
		number := eval[string](t, tab, `document.querySelector(".projector-number").textContent`)
		if seen[number] {
			break
		}
		seen[number] = true
		headings = append(headings, eval[string](t, tab, `(h => h ? h.textContent : "")(document.querySelector(".projector-stage > .projector-heading"))`))
		if wide := eval[[]string](t, tab, outOfSight); len(wide) > 0 {
			t.Errorf("%s: out of sight: %q", number, wide)
		}
		if *pictures {
			picture(t, tab, t.Name()+"-"+number)
		}
		do(t, tab.Press("ArrowRight"))
	}
	do(t, tab.Press("Escape"))
	do(t, tab.Wait(`!document.querySelector(".projector")`))
	return headings
}
