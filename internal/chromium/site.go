package chromium

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/fetch"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// host is where a site's pages are: a name that no network will ever have (RFC
// 2606).
const host = "site.invalid"

// Address is the address of a file of Options.Site, which is named as in fs.FS.
func Address(name string) string {
	return (&url.URL{Scheme: "http", Host: host, Path: "/" + name}).String()
}

// server answers all that pages ask for, from the files of a site.
//
// The browser hands it every request before doing anything about it: those of
// frames and workers with a process of their own, and of windows that pages
// open, as well. In what is no request of a page it has no say: there no name is
// found (resolverRules: WebSocket, preconnect, rules of speculation), no
// datagram is sent (noDatagrams), or the browser itself refuses (files).
type server struct {
	files   fs.FS
	ctx     context.Context // the browser's
	few     chan struct{}   // holds one for each file that is being read and sent
	answers sync.WaitGroup

	sync.Mutex
	tabs   map[cdp.BrowserContextID]*Tab
	frames map[cdp.FrameID]cdp.BrowserContextID // of frames and workers with a process of their own
}

// serve lets the browser ask for nothing but what the site has.
func serve(browser context.Context, files fs.FS) (*server, error) {
	s := &server{
		files: files, ctx: browser, few: make(chan struct{}, 4),
		tabs: map[cdp.BrowserContextID]*Tab{}, frames: map[cdp.FrameID]cdp.BrowserContextID{},
	}
	if err := chromedp.ListenBrowser(browser, s.hear); err != nil {
		return nil, err
	}
	_, err := chromedp.CallBrowser(browser, fetch.Enable, fetch.EnableParams{})
	return s, err
}

// wait waits until the last file is closed. The browser has ended by then.
func (s *server) wait() {
	if s == nil {
		return
	}
	<-chromedp.FromContext(s.ctx).Browser.LostConnection // and nothing more is heard
	s.answers.Wait()
}

// hear hears the browser's events. It must not wait for anything, as the
// answers to all calls come the same way.
func (s *server) hear(event any) {
	switch e := event.(type) {
	case *target.EventTargetCreated:
		s.Lock()
		frame := cdp.FrameID(e.TargetInfo.TargetID)
		s.frames[frame] = e.TargetInfo.BrowserContextID
		t, known := s.tabs[e.TargetInfo.BrowserContextID]
		s.Unlock()
		if known && e.TargetInfo.Type == "page" && frame != t.frame() { // the page opened it, before the tab, which then is not drawn
			s.answers.Go(func() {
				chromedp.CallBrowser(s.ctx, target.CloseTarget, target.CloseTargetParams{TargetID: e.TargetInfo.TargetID})
			})
		}
	case *target.EventTargetDestroyed:
		s.Lock()
		delete(s.frames, cdp.FrameID(e.TargetID))
		s.Unlock()
	case *fetch.EventRequestPaused:
		if e.NetworkID == "" { // or the tab has heard of it
			s.note(e)
		}
		s.answers.Go(func() { s.answer(e) })
	}
}

// show and forget keep the list of tabs.
func (s *server) show(t *Tab)   { s.list(func(id cdp.BrowserContextID) { s.tabs[id] = t }, t) }
func (s *server) forget(t *Tab) { s.list(func(id cdp.BrowserContextID) { delete(s.tabs, id) }, t) }

func (s *server) list(change func(cdp.BrowserContextID), t *Tab) {
	if s == nil {
		return
	}
	s.Lock()
	defer s.Unlock()
	change(chromedp.FromContext(t.ctx).BrowserContextID)
}

// noScripts reports whether a frame is a tab in which scripts are off.
func (s *server) noScripts(frame cdp.FrameID) bool {
	s.Lock()
	defer s.Unlock()
	for _, t := range s.tabs {
		if t.frame() == frame {
			return t.record.noScripts
		}
	}
	return false
}

// note tells the tab of a request that it did not hear of. One of a frame that
// is not known, inside of one that has a process of its own, is told to all.
func (s *server) note(e *fetch.EventRequestPaused) {
	s.Lock()
	defer s.Unlock()
	if t, known := s.tabs[s.frames[e.FrameID]]; known {
		t.record.ask(e.Request.URL)
		return
	}
	for _, t := range s.tabs {
		t.record.ask(e.Request.URL)
	}
}

// answer answers one request. That the page has gone on meanwhile, or the
// browser has ended, is no fault.
func (s *server) answer(e *fetch.EventRequestPaused) {
	if name, ok := fileOf(e.Request); ok {
		s.few <- struct{}{}
		defer func() { <-s.few }()
		if _, err := chromedp.CallBrowser(s.ctx, fetch.FulfillRequest, s.reply(e, name)); err == nil {
			return
		}
	}
	reason := network.ErrorReasonBlockedByClient
	if e.ResourceType == network.ResourceTypeDocument {
		// Given up, not refused: so a page that goes elsewhere stays as it is, and
		// is not replaced by the browser's words about it.
		reason = network.ErrorReasonAborted
	}
	chromedp.CallBrowser(s.ctx, fetch.FailRequest, fetch.FailRequestParams{RequestID: e.RequestID, ErrorReason: reason})
}

// fileOf is the file that a request asks for.
func fileOf(r *network.Request) (name string, ok bool) {
	u, err := url.Parse(r.URL)
	if err != nil || r.Method != http.MethodGet || u.Scheme != "http" || u.Host != host || u.User != nil {
		return "", false
	}
	return strings.TrimPrefix(u.Path, "/"), true
}

// reply is the file, or that there is none.
func (s *server) reply(e *fetch.EventRequestPaused, name string) fetch.FulfillRequestParams {
	body, err := s.read(name)
	r := fetch.FulfillRequestParams{RequestID: e.RequestID, ResponseCode: http.StatusOK, Body: body}
	header := func(name, value string) {
		r.ResponseHeaders = append(r.ResponseHeaders, &fetch.HeaderEntry{Name: name, Value: value})
	}
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		r.ResponseCode = http.StatusNotFound
	case err != nil:
		r.ResponseCode = http.StatusInternalServerError
	default:
		header("Content-Type", typeOf(name))
		header("X-Content-Type-Options", "nosniff")
		header("Content-Security-Policy", policy)
		if s.noScripts(e.FrameID) {
			header("Content-Security-Policy", noScripts)
		}
	}
	return r
}

// policy forbids what would be no request: pages in an address of their own
// ("data:", "blob:"), and workers, whose sockets are not heard of.
const policy = "frame-src *; object-src *; worker-src 'none'"

// noScripts takes the right to run scripts from a page, and so from every frame
// in it. View.NoScripts by itself leaves it to frames with a process of their
// own.
const noScripts = "sandbox allow-same-origin"

// most is the largest file that is sent. The browser hangs up at 100 MiB a
// message, in which three bytes take four.
const most = 64 << 20

func (s *server) read(name string) ([]byte, error) {
	file, err := s.files.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	info, err := file.Stat()
	switch {
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fs.ErrNotExist
	case info.Size() > most:
		return nil, errors.New("too large")
	}
	return io.ReadAll(io.LimitReader(file, most))
}

// typeOf is what a file is by its name.
func typeOf(name string) string {
	switch strings.ToLower(path.Ext(name)) {
	case ".html":
		return "text/html; charset=utf-8"
	case ".css":
		return "text/css; charset=utf-8"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".json":
		return "application/json; charset=utf-8"
	case ".txt":
		return "text/plain; charset=utf-8"
	case ".svg":
		return "image/svg+xml"
	case ".png":
		return "image/png"
	case ".jpg", ".jpeg":
		return "image/jpeg"
	case ".gif":
		return "image/gif"
	case ".webp":
		return "image/webp"
	case ".woff2":
		return "font/woff2"
	case ".woff":
		return "font/woff"
	case ".ttf":
		return "font/ttf"
	}
	return "application/octet-stream"
}
