package pagetest_test

import (
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/internal/chromium"
)

// workers is how many tabs one test uses at a time, on the two cores of CI.
const workers = 2

// fileBase is the address of the site as it opens by double-click.
func fileBase() string {
	name := filepath.ToSlash(folder)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // C:/
	}
	return (&url.URL{Scheme: "file", Path: name + "/"}).String()
}

// open opens a page of the site by double-click.
func open(t *testing.T, page string, v chromium.View) *chromium.Tab {
	t.Helper()
	return openAt(t, fileBase()+page, v)
}

func openAt(t *testing.T, address string, v chromium.View) *chromium.Tab {
	t.Helper()
	need(t, "chromium")
	tab, err := browser.Open(address, v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	pictureIfFailed(t, tab)
	return tab
}

// visitEach runs a check on every one of the pages, some at a time.
func visitEach(t *testing.T, base string, pages []string, v chromium.View, check func(t *testing.T, tab *chromium.Tab, page string)) {
	t.Helper()
	for first := range workers {
		t.Run(strconv.Itoa(first), func(t *testing.T) {
			t.Parallel()
			need(t, "chromium")
			tab, err := browser.Open("about:blank", v)
			do(t, err)
			defer tab.Close()
			for i := first; i < len(pages); i += workers {
				t.Run(pages[i], func(t *testing.T) {
					do(t, tab.Visit(base+pages[i]))
					pictureIfFailed(t, tab)
					check(t, tab, pages[i])
				})
			}
		})
	}
}

// kinds returns one page of every kind, the largest of its folder: pages that
// stand alone are each their own kind.
func kinds() []string {
	largest := map[string]string{}
	for _, page := range pages {
		kind := path.Dir(page)
		if kind == "." || path.Base(page) == "index.html" {
			kind = page
		}
		if last, seen := largest[kind]; !seen || size(page) > size(last) {
			largest[kind] = page
		}
	}
	var all []string
	for _, page := range largest {
		all = append(all, page)
	}
	slices.Sort(all)
	return all
}

func size(name string) int64 {
	info, err := os.Stat(filepath.Join(folder, filepath.FromSlash(name)))
	if err != nil {
		return 0
	}
	return info.Size()
}

// eval runs a script's expression in the page.
func eval[T any](t *testing.T, tab *chromium.Tab, expression string) T {
	t.Helper()
	var v T
	do(t, tab.Eval(expression, &v))
	return v
}

func do(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// quiet wants that the page said nothing and asked for nothing outside.
func quiet(t *testing.T, tab *chromium.Tab, base string) {
	t.Helper()
	for _, m := range tab.Messages() {
		t.Error(m)
	}
	for _, address := range tab.Requests() {
		if !strings.HasPrefix(address, base) && !strings.HasPrefix(address, "data:") && !strings.HasPrefix(address, "blob:") {
			t.Errorf("it asks for %s", address)
		}
	}
}

// pictureIfFailed takes a picture when the test is over and has failed.
func pictureIfFailed(t *testing.T, tab *chromium.Tab) {
	t.Cleanup(func() {
		if t.Failed() {
			picture(t, tab, t.Name())
		}
	})
}

// picture puts a picture of the page among the artifacts.
func picture(t *testing.T, tab *chromium.Tab, name string) {
	t.Helper()
	png, err := tab.Screenshot()
	if err == nil {
		err = os.MkdirAll(artifacts, 0o755)
	}
	name = filepath.Join(artifacts, strings.NewReplacer("/", "-", ".html", "").Replace(name)+".png")
	if err == nil {
		err = os.WriteFile(name, png, 0o644)
	}
	if err != nil {
		t.Logf("no picture: %v", err)
		return
	}
	t.Logf("picture: %s", filepath.Clean(name))
}
