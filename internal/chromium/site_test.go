package chromium_test

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/chromium"
)

func file(body string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(body)} }

func TestAddress(t *testing.T) {
	for name, want := range map[string]string{
		"index.html":        "http://site.invalid/index.html",
		"areas/青石镇.html":    "http://site.invalid/areas/%E9%9D%92%E7%9F%B3%E9%95%87.html",
		"a b?c#d%20e&f.txt": "http://site.invalid/a%20b%3Fc%23d%2520e&f.txt",
		"":                  "http://site.invalid/",
	} {
		if got := chromium.Address(name); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// broken is a site with a file that cannot be read.
type broken struct{ fs.FS }

func (b broken) Open(name string) (fs.File, error) {
	if name == "broken.txt" {
		return nil, errors.New("the disk is gone")
	}
	return b.FS.Open(name)
}

func TestSite(t *testing.T) {
	site := fstest.MapFS{
		"index.html":       file(`<!doctype html><meta charset=utf-8><title>首页</title><link rel=icon href="data:,"><a href="areas/青石 镇%3F.html">去</a>`),
		"areas/青石 镇?.html": file(`<!doctype html><meta charset=utf-8><title>青石</title><link rel=icon href="data:,"><link rel=stylesheet href="../css/a.css"><p>字`),
		"css/a.css":        file(`@import "b.css";`),
		"css/b.css":        file(`p { color: rgb(1, 2, 3) }`),
		"scripts.html":     file(`<!doctype html><title>无</title><link rel=icon href="data:,"><script>document.title = "有"</script><script src="a.js"></script>`),
		"a.js":             file(`document.title += "了"`),
		"big.txt":          file(strings.Repeat("大", 2<<20)),
		"huge.txt":         file(strings.Repeat("大", 22<<20)),
		"a.svg":            file(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`),
		"broken.txt":       file(""),
	}
	types := map[string]string{
		"x.html": "text/html; charset=utf-8", "x.css": "text/css; charset=utf-8", "x.js": "text/javascript; charset=utf-8",
		"x.json": "application/json; charset=utf-8", "x.txt": "text/plain; charset=utf-8", "x.svg": "image/svg+xml", "x.png": "image/png",
		"x.jpg": "image/jpeg", "x.JPG": "image/jpeg", "x.gif": "image/gif", "x.webp": "image/webp", "x.woff2": "font/woff2", "x.woff": "font/woff",
		"x.ttf": "font/ttf", "x.pdf": "application/octet-stream", "x": "application/octet-stream",
	}
	for name := range types {
		site[name] = file("x")
	}
	var many strings.Builder
	many.WriteString(`<!doctype html><title>多</title><link rel=icon href="data:,">`)
	for n := range 300 {
		fmt.Fprintf(&many, `<img src="a.svg?%d">`, n)
	}
	site["many.html"] = file(many.String())
	b := start(t, showing(t, broken{site}))

	t.Run("its pages are shown", func(t *testing.T) {
		for _, view := range []chromium.View{{}, {NoScripts: true}} {
			tab := open(t, b, chromium.Address("index.html"), view)
			if err := tab.Follow(func() error { return tab.Click("a") }); err != nil {
				t.Fatal(err)
			}
			if got := eval[string](t, tab, "document.title + getComputedStyle(document.querySelector('p')).color"); got != "青石rgb(1, 2, 3)" {
				t.Error(got)
			}
			if got := tab.Messages(); len(got) > 0 {
				t.Error(got)
			}
			want := []string{chromium.Address("index.html"), chromium.Address("areas/青石 镇?.html"), chromium.Address("css/a.css"), chromium.Address("css/b.css")}
			got := slices.DeleteFunc(tab.Requests(), func(address string) bool { return address == "data:," }) // of the icon, sooner or later
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		}
	})

	t.Run("scripts can be off", func(t *testing.T) {
		tab := open(t, b, chromium.Address("scripts.html"), chromium.View{NoScripts: true})
		if got := eval[string](t, tab, "document.title"); got != "无" {
			t.Error(got)
		}
		if got := eval[int](t, tab, "Promise.resolve(2)"); got != 2 {
			t.Error(got)
		}
		if err := tab.Eval("document.title = '我们的'", nil); err != nil || len(tab.Messages()) > 0 {
			t.Error(err, tab.Messages())
		}
		if got := eval[string](t, open(t, b, chromium.Address("scripts.html"), chromium.View{}), "document.title"); got != "有了" {
			t.Error(got)
		}
	})

	t.Run("a file is what its name says", func(t *testing.T) {
		tab := open(t, b, chromium.Address("index.html"), chromium.View{})
		for name, want := range types {
			if got := eval[string](t, tab, "fetch('/"+name+"').then(r => r.status + r.headers.get('content-type'))"); got != "200"+want {
				t.Errorf("%s: %s", name, got)
			}
		}
		for name, want := range map[string]int{
			"none.txt": 404, "areas": 404, "areas/": 404, "": 404, "%2e%2e%2fnone": 404, "a%00b": 404, "a%5cb": 404, "broken.txt": 500, "huge.txt": 500,
			"a.js?query": 200, "%61.js": 200,
		} {
			if got := eval[int](t, tab, "fetch('/'+'"+name+"').then(r => r.status)"); got != want {
				t.Errorf("%s: %d", name, got)
			}
		}
		for _, method := range []string{"HEAD", "POST", "PUT"} {
			if err := tab.Eval("fetch('/a.js', {method: '"+method+"'})", nil); err == nil {
				t.Error(method)
			}
		}
	})

	t.Run("many files, and large ones, are answered while the tab is asked", func(t *testing.T) {
		tab := open(t, b, chromium.Address("many.html"), chromium.View{})
		if got := eval[int](t, tab, "[...document.images].filter(i => i.naturalWidth == 1).length"); got != 300 {
			t.Error(got)
		}
		if err := tab.Eval("window.sizes = Promise.all([1, 2, 3].map(n => fetch('/big.txt?' + n).then(r => r.text()).then(s => s.length))), 0", nil); err != nil {
			t.Error(err)
		}
		for n := range 50 {
			if got := eval[int](t, tab, fmt.Sprint(n)); got != n {
				t.Error(got)
			}
		}
		if got := eval[[]int](t, tab, "window.sizes"); !cmp.Equal(got, []int{2 << 20, 2 << 20, 2 << 20}) {
			t.Error(got)
		}
	})

	t.Run("nothing else is visited", func(t *testing.T) {
		for _, address := range []string{
			"file:///etc/passwd", "http://127.0.0.1/", "http://site.invalid.example/", "https://site.invalid/index.html", "data:text/html,1", "chrome://version", "about:blank",
		} {
			if tab, err := b.Open(address, chromium.View{}); err == nil {
				tab.Close()
				t.Error(address)
			} else if !strings.Contains(err.Error(), address+": is not of the site") {
				t.Error(err)
			}
		}
		if _, err := b.Open(chromium.Address("none.html"), chromium.View{}); err == nil || !strings.Contains(err.Error(), "net::ERR_HTTP_RESPONSE_CODE_FAILURE") {
			t.Error(err)
		}
	})

	t.Run("a page that goes elsewhere stays", func(t *testing.T) {
		tab := open(t, b, chromium.Address("index.html"), chromium.View{})
		err := tab.Eval(`new Promise(done => { location = "http://127.0.0.1/away"; setTimeout(done, 300) })`, nil)
		if got := eval[string](t, tab, "document.title"); err != nil || got != "首页" {
			t.Error(err, got)
		}
		if got := tab.Requests(); got[len(got)-1] != "http://127.0.0.1/away" {
			t.Error(got)
		}
	})

	t.Run("windows that a page opens are closed", func(t *testing.T) {
		tab := open(t, b, chromium.Address("index.html"), chromium.View{})
		if err := tab.Eval(`new Promise(done => { const w = open("many.html"), look = () => w.closed ? done() : setTimeout(look, 10); look() })`, nil); err != nil {
			t.Error(err)
		}
		if err := tab.Wait("true"); err != nil { // it is drawn
			t.Error(err)
		}
	})
}

func TestASiteHasNoHosts(t *testing.T) {
	o := chromium.Options{Path: "browser", Hosts: []string{"127.0.0.1"}, Site: fstest.MapFS{}}
	if b, err := chromium.Start(t.Context(), o); err == nil {
		b.Close()
		t.Error("there are both")
	}
}

// slow is a site whose type takes a while to come.
type slow struct{ fs.FS }

func (s slow) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".ttf") {
		time.Sleep(300 * time.Millisecond)
	}
	return s.FS.Open(name)
}

// The type of margins, and of what is on paper only, is there when it is printed.
func TestPaperHasItsType(t *testing.T) {
	site := fstest.MapFS{"page.html": file(`<!doctype html><meta charset=utf-8><title>纸</title>
<style>
@font-face { font-family: Margin; src: url(margin.ttf) }
@font-face { font-family: Heading; src: url(heading.ttf) }
@font-face { font-family: Gone; src: url(gone.ttf) }
@page { @bottom-center { content: "0"; font-family: Margin } }
@media print {
	@font-face { font-family: Paper; src: url(paper.ttf) }
	p { font-family: Paper }
}
h1 { font: 9pt Heading }
b { font-family: Gone, sans-serif }
</style>
<h1>0</h1><p>0</p><b>别的字</b>`)}
	want := []string{"Margin", "Heading", "Paper"}
	for _, name := range want {
		site[strings.ToLower(name)+".ttf"] = &fstest.MapFile{Data: typeface(name)}
	}
	b := start(t, showing(t, slow{site}))
	for _, view := range []chromium.View{{}, {NoScripts: true}} {
		tab := open(t, b, chromium.Address("page.html"), view)
		pdf, err := tab.PDF()
		if err != nil {
			t.Fatal(err)
		}
		fonts := popper(t, pdf, "pdffonts", "-")
		for _, name := range want {
			if !strings.Contains(fonts, "+"+name+" ") {
				t.Errorf("%s is not on paper:\n%s", name, fonts)
			}
		}
		if got := popper(t, pdf, "pdftotext", "-enc", "UTF-8", "-", "-"); !strings.Contains(got, "别的字") {
			t.Error(got)
		}
		if got := eval[bool](t, tab, "matchMedia('print').matches"); got {
			t.Error("the screen is paper afterwards")
		}
	}
}
