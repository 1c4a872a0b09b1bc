// Package chromium finds a Chromium on the machine, starts it and talks to it.
//
// What comes in is the address of a page, and what is to be done with it; what
// goes out is what the page said, asked for, shows and prints. Any browser made
// of Chromium will do: Chromium, Chrome, or the Edge that every Windows has.
//
//	path, ok := chromium.Find(os.Environ())
//	…
//	browser, err := chromium.Start(ctx, chromium.Options{Path: path})
//	defer browser.Close()
//	tab, err := browser.Open("file:///…/public/index.html", chromium.View{Width: 360})
//	err = tab.Eval("document.title", &title)
//
// The browser is a guest that leaves nothing behind: it has a new profile in a
// temporary folder, which Close takes away, and is in a process group of its
// own, which Close ends, whatever it is doing. It asks nothing of the network:
// no name is looked up but those in Options.Hosts.
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
	"fmt"
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

	// NoSandbox lets pages run without the browser's sandbox. Root has no other
	// way; it is for pages that one wrote oneself.
	NoSandbox bool

	// Hosts are the names and addresses that pages may reach. With none, they
	// reach files only.
	Hosts []string
}

// Browser is a running browser. Its tabs may be used at the same time.
type Browser struct {
	ctx   context.Context
	close func() error
}

// Start starts a browser, which runs until Close, or until ctx ends.
func Start(ctx context.Context, o Options) (*Browser, error) {
	flags := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(o.Path),
		chromedp.ModifyCmdFunc(alone),
		chromedp.Flag("no-sandbox", o.NoSandbox), // named even when false, or chromedp decides
		chromedp.Flag("host-resolver-rules", resolverRules(o.Hosts)),
		chromedp.Flag("headless", true),
		chromedp.Flag("force-color-profile", "srgb"),
	}
	for _, name := range quiet {
		flags = append(flags, chromedp.Flag(name, true))
	}
	allocator, kill := chromedp.NewExecAllocator(ctx, flags...)
	tab, _ := chromedp.NewContext(allocator) // ended by kill
	late := time.AfterFunc(patience, kill)
	err := chromedp.Do(tab)
	if !late.Stop() && err == nil {
		err = context.DeadlineExceeded
	}
	if err != nil {
		kill()
		return nil, fmt.Errorf("chromium: %s: %w", o.Path, err)
	}
	return &Browser{ctx: tab, close: sync.OnceValue(func() error {
		asked, cancel := context.WithTimeout(tab, patience)
		defer cancel()
		defer kill() // and waits until the profile is gone
		if ctx.Err() != nil {
			return nil // it has ended already
		}
		return chromedp.Cancel(asked)
	})}, nil
}

// Close ends the browser and takes its profile away.
func (b *Browser) Close() error { return b.close() }

// quiet are the flags that keep a browser from doing what nobody asked it to,
// and from slowing down tabs that nobody looks at.
var quiet = []string{
	"no-first-run", "no-default-browser-check", "disable-background-networking", "disable-component-update", "disable-sync",
	"disable-quic", "disable-gpu", "disable-extensions", "disable-breakpad", "metrics-recording-only", "mute-audio",
	"disable-dev-shm-usage", // small in containers, and a full one crashes tabs
	"disable-background-timer-throttling", "disable-backgrounding-occluded-windows", "disable-renderer-backgrounding",
}

// temporary is the environment that keeps the browser's temporary files in its
// profile, as one that is killed leaves some behind. A profile with a long name
// cannot have them: the browser's socket takes 45 characters more, and may have
// 104 on a Mac and 108 on Linux.
func temporary(args []string) []string {
	for _, arg := range args {
		if profile, ok := strings.CutPrefix(arg, "--user-data-dir="); ok && len(profile) < 104-45 {
			return []string{"TMPDIR=" + profile, "TMP=" + profile, "TEMP=" + profile}
		}
	}
	return nil
}

// resolverRules let no name be found but those given.
func resolverRules(hosts []string) string {
	rules := []string{"MAP * ~NOTFOUND"}
	for _, host := range hosts {
		rules = append(rules, "EXCLUDE "+host)
	}
	return strings.Join(rules, ", ")
}
