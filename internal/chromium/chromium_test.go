package chromium_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/chromium"
)

// options finds the browser for a test. A test that has none fails: see
// internal/pagetest for what to install.
func options(t *testing.T) chromium.Options {
	t.Helper()
	for _, name := range []string{chromium.Variable, "PATH"} {
		os.Getenv(name) // go test sees it: with another value a kept result is stale
	}
	path, ok := chromium.Find(os.Environ(), "")
	if !ok {
		if mayLeaveOut() {
			t.Skip("WITHOUT_BROWSER is set")
		}
		t.Fatal("no browser: .ci/needs says what to install; WITHOUT_BROWSER=1 leaves this test out")
	}
	return chromium.Options{Path: path, NoSandbox: os.Getuid() == 0}
}

// mayLeaveOut reports whether a test may be left out for what the machine lacks.
func mayLeaveOut() bool { return os.Getenv("WITHOUT_BROWSER") != "" && os.Getenv("CI") == "" }

func start(t *testing.T, o chromium.Options) *chromium.Browser {
	t.Helper()
	b, err := chromium.Start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

func open(t *testing.T, b *chromium.Browser, url string, v chromium.View) *chromium.Tab {
	t.Helper()
	tab, err := b.Open(url, v)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(tab.Close)
	return tab
}

// page writes a page to a folder and returns its address.
func page(t *testing.T, html string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(name, []byte("<!doctype html><meta charset=utf-8>"+html), 0o600); err != nil {
		t.Fatal(err)
	}
	return fileURL(name)
}

func fileURL(name string) string {
	name = filepath.ToSlash(name)
	if !strings.HasPrefix(name, "/") {
		name = "/" + name // C:/
	}
	return (&url.URL{Scheme: "file", Path: name}).String()
}

func eval[T any](t *testing.T, tab *chromium.Tab, expression string) T {
	t.Helper()
	var v T
	if err := tab.Eval(expression, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestBrowser(t *testing.T) {
	o := options(t)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<p>服务器") }))
	defer server.Close()
	b := start(t, o)

	t.Run("messages and requests are heard", func(t *testing.T) {
		policy := `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; img-src 'self' data:">`
		address := page(t, policy+`<link rel="icon" href="data:,"><script src="script.js"></script><img src="none.png">
<p style="color:red">
<script>1</script>`)
		script := strings.TrimSuffix(strings.TrimPrefix(address, "file://"), "page.html") + "script.js"
		if err := os.WriteFile(filepath.FromSlash(script), []byte("console.warn('甲', 1);\nnone();\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		tab := open(t, b, address, chromium.View{})
		got := map[string]int{}
		for _, m := range tab.Messages() {
			text := m.Text
			if strings.Contains(text, "Content Security Policy") {
				text = "policy"
			}
			got[fmt.Sprintf("%s/%s/%s/%s:%d", m.Level, m.Source, text, filepath.Base(m.URL), m.Line)]++
		}
		want := map[string]int{
			"warning//甲 1/script.js:1":                                                  1,
			"error//Uncaught ReferenceError: none is not defined/script.js:2":           1,
			"error/network/Failed to load resource: net::ERR_FILE_NOT_FOUND/none.png:0": 1,
			"error/security/policy/page.html:2":                                         1,
			"error/security/policy/page.html:3":                                         1,
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{address, fileURL(script), strings.Replace(address, "page.html", "none.png", 1)}, tab.Requests()); diff != "" {
			t.Error(diff)
		}
		// The policy binds the page, not us.
		if got := eval[int](t, tab, "new Promise(done => setTimeout(() => done(2), 1))"); got != 2 {
			t.Error(got)
		}
		if err := tab.Visit("about:blank"); err != nil || len(tab.Messages()) > 0 || len(tab.Requests()) > 1 {
			t.Error(err, tab.Messages(), tab.Requests())
		}
	})

	t.Run("nothing is reached that was not named", func(t *testing.T) {
		for _, address := range []string{server.URL, strings.Replace(server.URL, "127.0.0.1", "localhost", 1), "http://example.com/"} {
			if tab, err := b.Open(address, chromium.View{}); err == nil {
				tab.Close()
				t.Errorf("%s was reached", address)
			} else if !strings.Contains(err.Error(), "ERR_NAME_NOT_RESOLVED") {
				t.Error(err)
			}
		}
	})

	t.Run("scripts can be off", func(t *testing.T) {
		tab := open(t, b, page(t, `<p>有<script>document.querySelector("p").textContent = "无"</script>`), chromium.View{NoScripts: true})
		if got := eval[string](t, tab, "document.querySelector('p').firstChild.data"); got != "有" {
			t.Error(got)
		}
	})

	t.Run("links are followed", func(t *testing.T) {
		other := page(t, "<title>另一页</title>")
		for _, v := range []chromium.View{{}, {NoScripts: true}} {
			tab := open(t, b, page(t, `<a href="`+other+`">去</a>`), v)
			if err := tab.Follow(func() error { return tab.Click("a") }); err != nil {
				t.Fatal(err)
			}
			if got := eval[string](t, tab, "document.title"); got != "另一页" {
				t.Error(got)
			}
		}
		tab := open(t, b, page(t, ""), chromium.View{})
		if err := tab.Follow(func() error { return errors.New("没有链接") }); err == nil || !strings.Contains(err.Error(), "没有链接") {
			t.Error(err)
		}
	})

	t.Run("the window has the size that was asked for", func(t *testing.T) {
		tab := open(t, b, page(t, ""), chromium.View{Width: 360, Height: 640, Scale: 2})
		size := "[innerWidth, innerHeight, devicePixelRatio].join()"
		if got := eval[string](t, tab, size); got != "360,640,2" {
			t.Error(got)
		}
		if err := tab.Resize(chromium.View{}); err != nil {
			t.Fatal(err)
		}
		if got := eval[string](t, tab, size); got != "1280,800,1" {
			t.Error(got)
		}
	})

	t.Run("media are emulated", func(t *testing.T) {
		tab := open(t, b, page(t, ""), chromium.View{})
		look := "['print', '(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)'].map(q => matchMedia(q).matches).join()"
		for m, want := range map[chromium.Media]string{
			{}: "false,false,false", {Print: true}: "true,false,false", {Dark: true}: "false,true,false", {ReducedMotion: true}: "false,false,true",
		} {
			if err := tab.Emulate(m); err != nil {
				t.Fatal(err)
			}
			if got := eval[string](t, tab, look); got != want {
				t.Errorf("%+v: %s", m, got)
			}
		}
	})

	t.Run("mouse and keys arrive", func(t *testing.T) {
		tab := open(t, b, page(t, `<style>*{margin:0}div{height:3000px}</style><div></div><button>按</button><input>
			<script>document.querySelector("button").onclick = e => document.title += e.isTrusted ? "点" : "假"</script>`), chromium.View{})
		for i, err := range []error{
			tab.Click("button"), tab.Press("Enter"), tab.Press("Tab"), tab.Type("青石 x"), tab.Press("Backspace"), tab.Press("Shift+Tab"), tab.Press("Space"),
			tab.Wait("document.title.length == 3"),
		} {
			if err != nil {
				t.Error(i, err)
			}
		}
		if got := eval[string](t, tab, "document.title + document.querySelector('input').value"); got != "点点点青石 " {
			t.Errorf("%q", got)
		}
		if err := tab.Press("Any"); err == nil || err.Error() != `chromium: no key "Any"` {
			t.Error(err)
		}
	})

	t.Run("what fails in the page is told", func(t *testing.T) {
		tab := open(t, b, page(t, ""), chromium.View{})
		for expression, want := range map[string]string{"none": "none is not defined", "undefined": "undefined: is undefined", "'a'": "cannot unmarshal"} {
			var n int
			if err := tab.Eval(expression, &n); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v", expression, err)
			}
		}
		if err := tab.Wait("none.x"); err == nil || !strings.Contains(err.Error(), "waiting for none.x") {
			t.Error(err)
		}
		if err := tab.Visit(fileURL(filepath.Join(t.TempDir(), "none.html"))); err == nil || !strings.Contains(err.Error(), "ERR_FILE_NOT_FOUND") {
			t.Error(err)
		}
	})

	t.Run("pages become pictures and paper", func(t *testing.T) {
		tab := open(t, b, page(t, `<style>@page{size:A5}div{height:2000px}</style><h1>标题</h1><div></div>`), chromium.View{Width: 400})
		if png, err := tab.Screenshot(); err != nil || !strings.HasPrefix(string(png), "\x89PNG") || png[16+2] != 400>>8 || png[16+6] < 2000>>8 {
			t.Error(err)
		}
		if pdf, err := tab.PDF(); err != nil || !strings.HasPrefix(string(pdf), "%PDF") || !strings.Contains(string(pdf), "/Outlines") {
			t.Error(err)
		}
	})

	t.Run("tabs share nothing", func(t *testing.T) {
		address := page(t, "")
		eval[string](t, open(t, b, address, chromium.View{}), "localStorage.x = 'x'")
		if got := eval[string](t, open(t, b, address, chromium.View{}), "localStorage.x || ''"); got != "" {
			t.Error(got)
		}
	})
}

func TestNamedHostsAreReached(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { fmt.Fprint(w, "<p>服务器") }))
	defer server.Close()
	o := options(t)
	o.Hosts = []string{"127.0.0.1"}
	tab := open(t, start(t, o), server.URL, chromium.View{})
	if got := eval[string](t, tab, "document.querySelector('p').textContent"); got != "服务器" {
		t.Error(got)
	}
}

// The profile is where temporary files are; nothing stays of it, and no
// process that knows it.
func TestNothingStays(t *testing.T) {
	o := options(t)
	for name, end := range map[string]func(*chromium.Browser, *chromium.Tab, context.CancelFunc){
		"closed":       func(b *chromium.Browser, _ *chromium.Tab, _ context.CancelFunc) { b.Close() },
		"closed twice": func(b *chromium.Browser, _ *chromium.Tab, _ context.CancelFunc) { b.Close(); b.Close() },
		"given up":     func(b *chromium.Browser, _ *chromium.Tab, cancel context.CancelFunc) { cancel(); b.Close() },
		"a tab that runs": func(b *chromium.Browser, tab *chromium.Tab, _ context.CancelFunc) {
			if err := tab.Eval("setTimeout(() => { for (;;) {} })", nil); err != nil {
				t.Error(err)
			}
			b.Close()
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir := temporary(t)
			t.Setenv("HOME", dir)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			b, err := chromium.Start(ctx, o)
			if err != nil {
				t.Fatal(err)
			}
			tab, err := b.Open("about:blank", chromium.View{})
			if err != nil {
				t.Fatal(err)
			}
			started := time.Now()
			end(b, tab, cancel)
			if spent := time.Since(started); spent > 20*time.Second {
				t.Errorf("it took %v", spent)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "*")); len(left) > 0 {
				t.Errorf("there is %q", left)
			}
			for _, process := range processes(t, dir) {
				t.Errorf("there runs %s", process)
			}
		})
	}
}

// processes are the command lines in which the text occurs.
func processes(t *testing.T, text string) []string {
	var found []string
	lists, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	for _, name := range lists {
		if line, err := os.ReadFile(name); err == nil && strings.Contains(string(line), text) {
			found = append(found, strings.ReplaceAll(string(line), "\x00", " "))
		}
	}
	return found
}

func TestStartSaysWhatCannotBeStarted(t *testing.T) {
	for _, path := range []string{"", filepath.Join(t.TempDir(), "none")} {
		if _, err := chromium.Start(t.Context(), chromium.Options{Path: path}); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("%q: %v", path, err)
		}
	}
}
