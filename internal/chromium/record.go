package chromium

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
)

// Message is what a page, or the browser about a page, wrote to the console.
type Message struct {
	// Level is "error", "warning", or another word of the console's; an
	// exception that nothing caught is an error.
	Level string

	// Source says which part of the browser speaks: "security" is what the
	// page's policy forbids, "network" what could not be loaded. It is empty for
	// the page itself.
	Source string

	Text string
	URL  string // the file that it is about, as far as known
	Line int    // in the file, from 1; 0 where it is not known
}

func (m Message) String() string {
	s := m.Level + ": " + m.Text
	if m.URL != "" {
		s += fmt.Sprintf(" (%s:%d)", m.URL, m.Line)
	}
	return s
}

// Messages returns all that was written to the console since the last Visit,
// in its order. What happened before a call answered is in it.
func (t *Tab) Messages() []Message {
	t.record.Lock()
	defer t.record.Unlock()
	return slices.Clone(t.record.messages)
}

// Requests returns the addresses that were asked for since the last Visit, in
// their order: of the page, and of all it loads, "data:" and "blob:" among them.
// What the browser refuses by itself is among the Messages.
func (t *Tab) Requests() []string {
	t.record.Lock()
	defer t.record.Unlock()
	return slices.Clone(t.record.requests)
}

// record is what a tab heard. The browser's events come from a goroutine of
// chromedp.
type record struct {
	noScripts bool // set before anything is heard
	sync.Mutex
	messages []Message
	requests []string
}

func (r *record) forget() {
	r.Lock()
	defer r.Unlock()
	r.messages, r.requests = nil, nil
}

// ask notes a request of which there is no event.
func (r *record) ask(url string) {
	r.Lock()
	defer r.Unlock()
	r.requests = append(r.requests, url)
}

func (r *record) note(event any) {
	r.Lock()
	defer r.Unlock()
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		r.requests = append(r.requests, e.Request.URL)
	case *network.EventWebSocketCreated:
		r.requests = append(r.requests, e.URL)
	case *log.EventEntryAdded:
		if r.noScripts && strings.HasPrefix(e.Entry.Text, "Blocked script execution") {
			break // as was asked
		}
		m := Message{Level: string(e.Entry.Level), Source: string(e.Entry.Source), Text: e.Entry.Text, URL: e.Entry.URL}
		if e.Entry.Source != log.EntrySourceNetwork { // it is about the whole file
			m.Line = int(e.Entry.LineNumber) + 1
		}
		r.messages = append(r.messages, m)
	case *runtime.EventConsoleAPICalled:
		m := Message{Level: string(e.Type), Text: textOf(e.Args)}
		m.URL, m.Line = placeOf(e.StackTrace)
		r.messages = append(r.messages, m)
	case *runtime.EventExceptionThrown:
		d := e.ExceptionDetails
		m := Message{Level: "error", Text: d.Text, URL: d.URL, Line: int(d.LineNumber) + 1}
		if d.Exception != nil {
			text, _, _ := strings.Cut(textOf([]*runtime.RemoteObject{d.Exception}), "\n    at ")
			m.Text += " " + text
		}
		if m.URL == "" {
			m.URL, m.Line = placeOf(d.StackTrace)
		}
		r.messages = append(r.messages, m)
	}
}

// textOf joins the arguments of a call of the console.
func textOf(args []*runtime.RemoteObject) string {
	var parts []string
	for _, a := range args {
		var text string
		if json.Unmarshal(a.Value, &text) != nil {
			text = a.Description
		}
		if text == "" {
			text = string(a.Value)
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

func placeOf(trace *runtime.StackTrace) (url string, line int) {
	if trace == nil || len(trace.CallFrames) == 0 {
		return "", 0
	}
	return trace.CallFrames[0].URL, int(trace.CallFrames[0].LineNumber) + 1
}
