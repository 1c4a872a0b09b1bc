package pagetest_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"jianbao/internal/chromium"
)

func TestPagesOpenByDoubleClick(t *testing.T) {
	base := fileBase()
	visitEach(t, base, pages, chromium.View{}, func(t *testing.T, tab *chromium.Tab, page string) {
		quiet(t, tab, base)
	})
}

func TestPagesOpenFromAServer(t *testing.T) {
	site := http.FileServerFS(os.DirFS(folder))
	var mu sync.Mutex
	var missed []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := os.Stat(filepath.Join(folder, filepath.FromSlash(r.URL.Path))); err != nil {
			mu.Lock()
			missed = append(missed, r.URL.Path)
			mu.Unlock()
		}
		site.ServeHTTP(w, r)
	}))
	t.Cleanup(func() {
		server.Close()
		for _, path := range missed {
			t.Errorf("%s was asked for, which is not there", path)
		}
	})
	visitEach(t, server.URL+"/", pages, chromium.View{}, func(t *testing.T, tab *chromium.Tab, page string) {
		quiet(t, tab, server.URL+"/")
	})
}

// What a reader waits for on the first page: all that loads without a touch.
func TestTheFirstViewIsLight(t *testing.T) {
	const most = 120_000
	tab := open(t, "index.html", chromium.View{})
	var all int64
	for _, address := range tab.Requests() {
		if name, ok := strings.CutPrefix(address, fileBase()); ok {
			name, _, _ = strings.Cut(name, "?")
			t.Logf("%7d %s", size(name), name)
			all += size(name)
		}
	}
	if all > most {
		t.Errorf("the first page loads %d bytes, more than %d", all, most)
	}
}

// With scripts off a page has all it has to say: every heading, text, table and
// drawing is seen, and nothing that would need a script.
func TestPagesAreWholeWithoutScripts(t *testing.T) {
	base := fileBase()
	visitEach(t, base, pages, chromium.View{NoScripts: true}, func(t *testing.T, tab *chromium.Tab, page string) {
		quiet(t, tab, base)
		for _, text := range eval[[]string](t, tab, `[...document.querySelectorAll("main :is(h1, h2, h3, p, li, table, figure, dt, dd)")]
			.filter(e => !e.checkVisibility() && !e.closest("details:not([open])") && !e.closest("[hidden]"))
			.map(e => e.outerHTML.slice(0, 100))`) {
			t.Errorf("is not seen: %s", text)
		}
		for _, text := range eval[[]string](t, tab, `[...document.querySelectorAll("button, input, select, textarea")]
			.filter(e => !e.disabled && e.checkVisibility() && !e.closest("form[action]")).map(e => e.outerHTML.slice(0, 100))`) {
			t.Errorf("does nothing without a script: %s", text)
		}
		for _, text := range eval[[]string](t, tab, `[...document.querySelectorAll("figure")]
			.filter(f => [...f.querySelectorAll("svg")].filter(s => s.checkVisibility()).length != 1).map(f => f.id)`) {
			t.Errorf("figure %s does not show one drawing", text)
		}
		if eval[int](t, tab, `document.querySelector("main").innerText.length`) < 100 {
			t.Error("next to nothing is on the page")
		}
	})
}
