// Package chromium finds a Chromium on the machine, starts it and talks to it.
//
// What comes in is the address of a page, and what is to be done with it; what
// goes out is what the page said, asked for, shows and prints. Any browser made
// of Chromium will do: Chromium, Chrome, or the Edge that every Windows has.
//
//	path, ok := chromium.Find(os.Environ(), "")
//	…
//	browser, err := chromium.Start(ctx, chromium.Options{Path: path, Site: root.FS()})
//	defer browser.Close()
//	tab, err := browser.Open(chromium.Address("index.html"), chromium.View{NoScripts: true})
//	pdf, err := tab.PDF()
//
// The browser is a guest that leaves nothing behind: it has a new profile in a
// temporary folder, which Close takes away, and is in a process group of its
// own, which Close ends, whatever it is doing. It asks nothing of the network:
// no name is looked up but those in Options.Hosts.
//
// A page is not trusted: others wrote its text. So it is shown from
// Options.Site, where it reaches that site's files and nothing else, and in
// the browser's sandbox, which is never left out unasked: Start would rather
// fail with ErrNoSandbox. What a page can still do is take long, and its tab
// then fails after View.Patience.
//
// This room is the only one that imports chromedp. It was chosen because it is
// MIT, is kept up (go-rod has had no release since July 2024), speaks to the
// browser through a pipe that no other program can reach, and is pure Go. What
// it does that one would not expect is undone here: it adds --no-sandbox by
// itself for root, and looks for a condition in a way that a page's content
// security policy forbids.
package chromium

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"github.com/chromedp/chromedp"
)

// patience is how long a browser may take to start, to answer or to end. A busy
// machine takes a few seconds at worst.
const patience = time.Minute

// Options say which browser is started, and how.
type Options struct {
	Path string // the program, as Find returned it

	// NoSandbox lets pages run without the browser's sandbox, with all that the
	// user may do. It is for pages that one wrote oneself.
	NoSandbox bool

	// Hosts are the names and addresses that pages may reach. With none, they
	// reach files only.
	Hosts []string

	// Site is all that pages reach: its files are at their Address. Whatever
	// else a page asks for, of the machine or of a network, fails, and is among
	// the tab's Requests. With a Site there are no Hosts.
	Site fs.FS
}

// Browser is a running browser. Its tabs may be used at the same time.
type Browser struct {
	ctx   context.Context // the browser's own
	given context.Context // what Start was given
	site  *server         // nil without a site
	close func() error
}

// Start starts a browser, which runs until Close, or until ctx ends. Where the
// machine lets it have no sandbox the error is ErrNoSandbox. Root on Linux
// starts it as the user nobody, since a browser of root's has none.
func Start(ctx context.Context, o Options) (*Browser, error) {
	switch {
	case o.Path == "": // or chromedp would look for one
		return nil, errors.New("chromium: no browser is named")
	case o.Site != nil && len(o.Hosts) > 0:
		return nil, errors.New("chromium: a site reaches no hosts")
	}
	allocator, kill := chromedp.NewExecAllocator(ctx, flags(o)...)
	tab, _ := chromedp.NewContext(allocator, chromedp.WithLogf(silent), chromedp.WithErrorf(silent)) // ended by kill
	b := &Browser{ctx: tab, given: ctx}
	late := time.AfterFunc(patience, kill)
	err := chromedp.Do(tab)
	if err == nil && o.Site != nil {
		b.site, err = serve(tab, o.Site)
	}
	if !late.Stop() && err == nil {
		err = context.DeadlineExceeded
	}
	if err != nil {
		kill()
		return nil, fmt.Errorf("chromium: %s: %w", o.Path, o.explain(err))
	}
	b.close = sync.OnceValue(func() error {
		defer b.site.wait()
		defer kill() // and waits until the profile is gone
		if ctx.Err() != nil || b.lost() {
			return nil // it has ended already
		}
		asked, cancel := context.WithTimeout(tab, patience)
		defer cancel()
		return chromedp.Cancel(asked)
	})
	return b, nil
}

// silent takes what chromedp would print. What matters of it is in the errors of
// calls.
func silent(string, ...any) {}

// Close ends the browser and takes its profile away.
func (b *Browser) Close() error { return b.close() }

// flags are what the browser's process is started with.
func flags(o Options) []chromedp.ExecAllocatorOption {
	flags := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(o.Path),
		chromedp.NoInheritEnv, // it is all said below
		chromedp.ModifyCmdFunc(func(browser *exec.Cmd) {
			alone(browser)
			profile := profileOf(browser.Args)
			browser.Env = append(os.Environ(), guest(profile)...)
			if !o.NoSandbox && browser.Err == nil {
				browser.Err = asNobody(browser, profile)
			}
		}),
		chromedp.Flag("no-sandbox", o.NoSandbox), // named even when false, or chromedp decides
		chromedp.Flag("host-resolver-rules", resolverRules(o.Hosts)),
		chromedp.Flag("headless", true),
		chromedp.Flag("force-color-profile", "srgb"),
	}
	for _, name := range quiet {
		flags = append(flags, chromedp.Flag(name, true))
	}
	for _, name := range noDatagrams {
		flags = append(flags, chromedp.Flag(name, "disable_non_proxied_udp"))
	}
	return flags
}

// quiet are the flags that keep a browser from doing what nobody asked it to,
// and from slowing down tabs that nobody looks at.
var quiet = []string{
	"no-first-run", "no-default-browser-check", "disable-background-networking", "disable-component-update", "disable-sync",
	"no-proxy-server", "disable-quic", "disable-gpu", "disable-extensions", "disable-breakpad", "metrics-recording-only", "mute-audio",
	"disable-dev-shm-usage", // small in containers, and a full one crashes tabs
	"disable-background-timer-throttling", "disable-backgrounding-occluded-windows", "disable-renderer-backgrounding",
}

// noDatagrams are the flags of now and of old that keep calls between pages
// (WebRTC) from sending datagrams to an address that a page names. No name is
// looked up for them, and they are no requests.
var noDatagrams = []string{"webrtc-ip-handling-policy", "force-webrtc-ip-handling-policy"}

// profileOf is the folder that chromedp made for the browser.
func profileOf(args []string) string {
	for _, arg := range args {
		if profile, ok := strings.CutPrefix(arg, "--user-data-dir="); ok {
			return profile
		}
	}
	return ""
}

// guest is the environment that keeps all that the browser writes in its
// profile: reports of crashes, settings of the desk, and temporary files, as a
// browser that is killed leaves some behind. A profile with a long name cannot
// have these: the browser's socket takes 45 characters more, and may have 104
// on a Mac and 108 on Linux.
func guest(profile string) []string {
	env := []string{"BREAKPAD_DUMP_LOCATION=" + profile, "GSETTINGS_BACKEND=memory"}
	if len(profile) < 104-45 {
		env = append(env, "TMPDIR="+profile, "TMP="+profile, "TEMP="+profile)
	}
	return env
}

// resolverRules let no name be found but those given.
func resolverRules(hosts []string) string {
	rules := []string{"MAP * ~NOTFOUND"}
	for _, host := range hosts {
		rules = append(rules, "EXCLUDE "+host)
	}
	return strings.Join(rules, ", ")
}
