// Package pagetest has only tests: they build the demonstration county's site,
// as a secretary does, and read it in a real browser, as an official does.
//
// The site is built once, into a temporary folder, and opened by double-click
// (file://) and from a local server. All tests share one browser, each with
// tabs of its own. To write one:
//
//	func TestTheMenuIsThere(t *testing.T) {
//		tab := open(t, "index.html", chromium.View{Width: 360})
//		if eval[int](t, tab, `document.querySelectorAll(".menu a").length`) == 0 {
//			…
//
// or, for all pages or for one of every kind, with [visitEach]. Nothing sleeps:
// what takes time is waited for with tab.Wait. Of a test that fails there is a
// picture in .artifacts at the top of the repository; with the flag -pictures
// there is one of every kind of page, in all widths.
//
// What the tests need beside Go is installed by .ci/needs, or said by it.
// WITHOUT_BROWSER=1 leaves out what cannot be done, but never on CI.
package pagetest_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/build"
	"jianbao/internal/chromium"
	"jianbao/internal/county"
	"jianbao/internal/problem"
)

// Where npm puts its packages, and pictures go.
const (
	packages  = "node_modules"
	artifacts = "../../.artifacts"
)

var pictures = flag.Bool("pictures", false, "take a picture of every kind of page")

// What all tests share; set before the first of them.
var (
	folder  string            // the built site
	pages   []string          // its pages, "areas/qingshi.html", sorted
	browser *chromium.Browser // nil where there is none
	lacking map[string]bool   // what the machine lacks
)

func TestMain(m *testing.M) {
	flag.Parse()
	if flag.Lookup("test.list").Value.String() != "" {
		os.Exit(m.Run()) // nothing is needed for the names
	}
	status, err := run(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "pagetest:", err)
		status = 1
	}
	os.Exit(status)
}

func run(m *testing.M) (status int, err error) {
	temporary, err := os.MkdirTemp("", "pagetest")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(temporary)
	folder = filepath.Join(temporary, "public")
	if err := buildSite(); err != nil {
		return 0, err
	}
	program, ok := chromium.Find(os.Environ(), "")
	lacking = map[string]bool{
		"chromium": !ok, "live charts": !exists(filepath.Join(folder, "assets/echarts.js")),
		"axe": !exists(packages + "/axe-core"), "vnu": !exists(packages + "/vnu-jar"),
		"acorn": !exists(packages + "/acorn"), "compat": !exists(packages + "/@mdn/browser-compat-data"),
	}
	for _, name := range []string{"pdftotext", "pdfimages", "java", "node"} {
		_, err := exec.LookPath(name)
		lacking[name] = err != nil
	}
	if all := lacks(); len(all) > 0 && !mayLeaveOut() {
		return 0, fmt.Errorf("there is no %s: run .ci/needs, or leave out what needs them with WITHOUT_BROWSER=1", strings.Join(all, ", "))
	}
	if ok {
		browser, err = chromium.Start(context.Background(), chromium.Options{Path: program, NoSandbox: os.Getuid() == 0, Hosts: []string{"127.0.0.1"}})
		if err != nil {
			return 0, err
		}
		defer func() { err = errors.Join(err, browser.Close()) }()
	}
	return m.Run(), nil
}

// buildSite builds the demonstration county and lists its pages.
func buildSite() error {
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	result, err := build.Site(context.Background(), content, build.Request{Flags: map[string]string{"output": folder}})
	if n, _ := problem.Count(result.Problems); err != nil || n > 0 {
		return errors.Join(err, fmt.Errorf("the demonstration county has %d errors", n))
	}
	return fs.WalkDir(os.DirFS(folder), ".", func(name string, _ fs.DirEntry, err error) error {
		if path.Ext(name) == ".html" {
			pages = append(pages, name)
		}
		return err
	})
}

// lacks lists what the machine lacks.
func lacks() []string {
	var all []string
	for name, isLacking := range lacking {
		if isLacking {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}

// mayLeaveOut reports whether a test may be left out for what the machine lacks.
func mayLeaveOut() bool { return os.Getenv("WITHOUT_BROWSER") != "" && os.Getenv("CI") == "" }

// need skips a test that needs what the machine lacks. It asks again, since go
// test knows a kept result to be stale only by what tests themselves ask for.
func need(t *testing.T, names ...string) {
	t.Helper()
	for _, name := range names {
		switch {
		case lacking[name] && mayLeaveOut():
			t.Skipf("there is no %s", name)
		case lacking[name]:
			t.Fatalf("there is no %s", name)
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(filepath.FromSlash(name))
	return err == nil
}
