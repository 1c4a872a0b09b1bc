package chromium_test

import (
	"fmt"
	"maps"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"jianbao/internal/chromium"
)

const secret = "旁边的机密四十二"

// listener is what a page is not to reach.
type listener struct {
	four, local, six string // its addresses

	sync.Mutex
	heard map[string]bool // the tries that came, and "connection" and "datagram"
}

func listen(t *testing.T) *listener {
	l := &listener{heard: map[string]bool{}}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		l.hear(strings.TrimPrefix(r.URL.Path, "/"))
		w.Header().Set("Access-Control-Allow-Origin", "*")
	}))
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			l.hear("connection")
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	address := server.Listener.Addr().(*net.TCPAddr)
	l.four = server.URL
	l.local = fmt.Sprintf("http://localhost:%d", address.Port)
	l.six = fmt.Sprintf("http://[::1]:%d", address.Port)
	if six, err := net.Listen("tcp", strings.TrimPrefix(l.six, "http://")); err == nil { // not every machine has it
		go server.Config.Serve(six)
	}
	datagrams, err := net.ListenUDP("udp", &net.UDPAddr{IP: address.IP, Port: address.Port})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { datagrams.Close() })
	go func() {
		for {
			if _, _, err := datagrams.ReadFrom(make([]byte, 1)); err != nil {
				return
			}
			l.hear("datagram")
		}
	}()
	return l
}

func (l *listener) hear(what string) {
	l.Lock()
	defer l.Unlock()
	l.heard[what] = true
}

func (l *listener) all() []string {
	l.Lock()
	defer l.Unlock()
	return slices.Sorted(maps.Keys(l.heard))
}

// hostile writes the hostile site to a folder, with the secret beside it. All
// may read both, so that it is not the user's rights that keep it.
func hostile(t *testing.T, l *listener) (folder string) {
	t.Helper()
	top, err := os.MkdirTemp("", "hostile")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(top) })
	folder = filepath.Join(top, "site")
	write := func(name string, body []byte) {
		t.Helper()
		if err := os.WriteFile(name, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	archive, err := txtar.ParseFile("testdata/hostile.txtar")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(top, 0o755); err != nil {
		t.Fatal(err)
	}
	fill := strings.NewReplacer("$four", l.four, "$local", l.local, "$six", l.six, "$host", strings.TrimPrefix(l.four, "http://"), "$files", fileURL(top))
	for _, file := range archive.Files {
		write(filepath.Join(folder, file.Name), []byte(fill.Replace(string(file.Data))))
	}
	write(filepath.Join(top, "secret.txt"), []byte(secret))
	if err := os.Symlink("../secret.txt", filepath.Join(folder, "linked.txt")); err != nil {
		t.Log(err) // Windows lets only few make one
	}
	return folder
}

// text prints a page and reads the paper.
func text(t *testing.T, tab *chromium.Tab) string {
	t.Helper()
	pdf, err := tab.PDF()
	if err != nil {
		t.Fatal(err)
	}
	return popper(t, pdf, "pdftotext", "-enc", "UTF-8", "-", "-")
}

// popper gives a PDF to one of poppler's programs.
func popper(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil && mayLeaveOut() {
		t.Skip(err)
	}
	read := exec.CommandContext(t.Context(), name, args...)
	read.Stdin = strings.NewReader(string(pdf))
	out, err := read.Output()
	if err != nil {
		t.Fatal(name, err)
	}
	return string(out)
}

// With nothing in their way the tries succeed: else that they fail elsewhere
// would say nothing.
func TestTheHostilePageIsHostile(t *testing.T) {
	o := options(t)
	o.Hosts = []string{"127.0.0.1", "localhost", "::1"}
	b := start(t, o)
	t.Run("from a server", func(t *testing.T) {
		l := listen(t)
		server := httptest.NewServer(http.FileServer(http.Dir(hostile(t, l))))
		defer server.Close()
		open(t, b, server.URL, chromium.View{})
		const least = 60
		for until := time.Now().Add(30 * time.Second); time.Now().Before(until); time.Sleep(20 * time.Millisecond) {
			if heard := l.all(); len(heard) >= least && slices.Contains(heard, "websocket") {
				return
			}
		}
		t.Errorf("only these succeed: %q", l.all())
	})
	t.Run("as a file", func(t *testing.T) {
		tab := open(t, b, fileURL(filepath.Join(hostile(t, listen(t)), "index.html")), chromium.View{})
		if got := text(t, tab); !strings.Contains(got, secret) {
			t.Errorf("the secret is not on the paper:\n%s", got)
		}
	})
}

// A hostile page of a site reaches nothing and reads nothing, and what it asked
// for is known.
func TestAHostilePageReachesNothing(t *testing.T) {
	passwd, err := os.ReadFile("/etc/passwd")
	if err != nil {
		t.Log(err) // not every system has it
	}
	l := listen(t)
	root, err := os.OpenRoot(hostile(t, l))
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	b := start(t, showing(t, root.FS()))
	for name, view := range map[string]chromium.View{"scripts on": {}, "scripts off": {NoScripts: true}} {
		t.Run(name, func(t *testing.T) {
			tab := open(t, b, chromium.Address("index.html"), view)
			if !view.NoScripts {
				if err := tab.Wait("window.tried"); err != nil {
					t.Error(err)
				}
			}
			got := text(t, tab)
			if !strings.Contains(got, "青石镇的一页") || !strings.Contains(got, "页面自己的字") {
				t.Errorf("this was printed:\n%s", got)
			}
			for line := range strings.Lines(secret + "\n" + string(passwd)) {
				if strings.Contains(got, strings.TrimSpace(line)) {
					t.Errorf("on the paper stands %q", line)
				}
			}
			time.Sleep(500 * time.Millisecond) // what comes late comes
			if heard := l.all(); len(heard) > 0 {
				t.Errorf("it reached the machine: %q", heard)
			}

			asked := map[string]bool{}
			for _, address := range tab.Requests() {
				for _, at := range []string{l.four, l.local, l.six, strings.Replace(l.four, "http", "ws", 1)} {
					if try, ok := strings.CutPrefix(address, at+"/"); ok {
						asked[try] = true
					}
				}
			}
			want := []string{"iframe", "iframe-sandbox", "object", "embed", "img", "img-six", "css-import", "css-font", "css-print", "svg-use", "link-prefetch",
				"srcdoc-sandbox", "video-track", "base-image", "drawing-image"}
			scripted := []string{"script", "script-srcdoc-sandbox", "svg-script", "form", "meta-refresh", "fetch", "fetch-post", "import", "xhr", "websocket",
				"eventsource", "beacon", "frame-location", "document-write", "ping", "speculation"}
			for _, try := range want {
				if !asked[try] {
					t.Errorf("%s is not among the requests", try)
				}
			}
			for _, try := range scripted {
				if asked[try] == view.NoScripts {
					t.Errorf("%s among the requests: %v", try, asked[try])
				}
			}
		})
	}
}
