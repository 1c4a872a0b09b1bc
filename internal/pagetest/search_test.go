package pagetest_test

import (
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

// found types words into the search page and returns its entries.
func found(t *testing.T, tab *chromium.Tab, words string) []string {
	t.Helper()
	do(t, tab.Eval(`(() => {
		const box = document.querySelector(".search input");
		box.value = "";
		box.focus();
		document.querySelector(".search-status").textContent = "";
	})()`, nil))
	do(t, tab.Type(words))
	do(t, tab.Press("Enter"))
	do(t, tab.Wait(`(text => text && text !== document.querySelector(".search").dataset.searching)(document.querySelector(".search-status").textContent)`))
	return eval[[]string](t, tab, `[...document.querySelectorAll(".search-results li")].map(e => e.textContent)`)
}

func TestSearchFindsWhatIsOnThePages(t *testing.T) {
	t.Parallel()
	tab := open(t, "search.html", chromium.View{})
	sentence := sentenceOfMinutes(t)
	for _, c := range []struct{ words, first string }{
		{"青石镇", "青石镇"},
		{"整改率", "整改率"},
		{"青石镇 整改率", "青石镇"},
		{sentence, sentence},
		{sentence[:len("字")], ""},
	} {
		entries := found(t, tab, c.words)
		if len(entries) == 0 {
			t.Errorf("%q is not found", c.words)
		} else if !strings.Contains(squeezed(entries[0]), squeezed(c.first)) {
			t.Errorf("%q: the first entry is %q", c.words, entries[0])
		}
	}
	for _, words := range []string{"龘龘靐", "qwertzuiop", "'\"<b>&"} {
		if entries := found(t, tab, words); len(entries) > 0 {
			t.Errorf("%q is found: %q", words, entries[0])
		}
	}
	quiet(t, tab, fileBase())
}

// sentenceOfMinutes is a sentence as it stands in the minutes of a meeting.
func sentenceOfMinutes(t *testing.T) string {
	t.Helper()
	tab := open(t, "meetings/2026-10-09.html", chromium.View{NoScripts: true})
	return eval[string](t, tab, `[...document.querySelectorAll(".prose p")].map(e => e.textContent.split("。")[0]).find(s => s.length > 10 && s.length < 40 && !/\s/.test(s))`)
}

// An entry leads to the page that it names, and the box beside the menu to the
// entries; with scripts off, to where one can look oneself.
func TestSearchLeadsThere(t *testing.T) {
	t.Parallel()
	tab := open(t, "areas/qingshi.html", chromium.View{})
	do(t, tab.Click(".search-box input"))
	do(t, tab.Type("金山街道"))
	do(t, tab.Follow(func() error { return tab.Press("Enter") }))
	do(t, tab.Wait(`document.querySelector(".search-results a")`))
	do(t, tab.Follow(func() error { return tab.Click(".search-results a") }))
	if got := eval[string](t, tab, "location.pathname"); !strings.HasSuffix(got, "/areas/jinshan.html") {
		t.Errorf("the first entry leads to %s", got)
	}
	quiet(t, tab, fileBase())

	off := open(t, "areas/qingshi.html", chromium.View{NoScripts: true})
	do(t, off.Click(".search-box input"))
	do(t, off.Type("金山街道"))
	do(t, off.Follow(func() error { return off.Press("Enter") }))
	if !eval[bool](t, off, `document.querySelector(".search-off").checkVisibility() && document.querySelectorAll(".search-off a").length > 0`) {
		t.Error("without scripts the search page does not say where to look")
	}
}
