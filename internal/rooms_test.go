package internal_test

import (
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// rooms are all rooms of the program, from the ground up. A room imports only
// rooms that stand above it; so data flow one way, and every room can be read
// and tested with what came before. A new room is put into its place here.
var rooms = []string{
	"internal/problem",   // what is wrong in the author's files
	"internal/zh",        // Chinese text
	"internal/jsontext",  // texts in JSON
	"internal/record",    // the types of the field
	"internal/settings",  // jianbao.yaml, environment and flags
	"internal/table",     // CSV and XLSX into cells that know their place
	"internal/county",    // the demonstration county, written as files
	"internal/intake",    // tables into records
	"internal/minutes",   // Markdown into meetings and action items
	"internal/indicator", // counts into rates and comparisons
	"internal/ranking",   // rates into ranks, with the explanation of each
	"charts",             // a figure and its faces
	"internal/briefing",  // all of it into what a meeting is told
	"internal/assets",    // builds the live charts' script, for make; no part of the program
	"themes",             // templates and assets, embedded
	"internal/site",      // pages through a theme into files
	"internal/publish",   // files, as they are made, to a folder
	"internal/chromium",  // a browser, started and talked to
	"internal/pdf",       // what is printed: looked into, dated, imposed, numbered
	"internal/handout",   // the print pages to PDF
	"internal/preview",   // local server, watch, reload
	"internal/build",     // the stages called in order
	"internal/pagetest",  // the pages, read in a real browser; tests only
	"cmd/jianbao",        // the command line
}

// narrow are rooms that import less of ours than their place allows, because
// they should be of use, and understood, by themselves.
var narrow = map[string][]string{
	"internal/zh":       {},
	"internal/jsontext": {},
	"internal/record":   {"internal/problem"},
	"internal/county":   {"internal/zh", "internal/record", "internal/table"},
	"charts":            {"internal/zh", "internal/jsontext"},
	"internal/assets":   {},
	"internal/pdf":      {},
	"themes":            {},
}

// keepers are the rooms that may import a library. One room knows each library
// and its faults; changing it changes one room.
var keepers = map[string][]string{
	"github.com/spf13/viper":         {"internal/settings"},
	"go.yaml.in/yaml/v3":             {"internal/settings", "internal/minutes"}, // for the lines of keys
	"golang.org/x/text":              {"internal/zh"},
	"github.com/mozillazg/go-pinyin": {"internal/zh"},
	"github.com/xuri/excelize/v2":    {"internal/table"},
	"github.com/yuin/goldmark":       {"internal/minutes"},
	"github.com/go-echarts":          {"charts"},
	"github.com/evanw/esbuild":       {"internal/assets"},
	"html/template":                  {"internal/site"},
	"github.com/chromedp":            {"internal/chromium"}, // for the handouts and for the tests of pages
	"github.com/pdfcpu/pdfcpu":       {"internal/pdf"},
	"github.com/fsnotify/fsnotify":   {"internal/preview"},
	"github.com/spf13/cobra":         {"cmd/jianbao"},
	"github.com/spf13/pflag":         {"cmd/jianbao"},
	"golang.org/x/term":              {"cmd/jianbao"},
	"golang.org/x/sync":              rooms, // groups of goroutines: no more than a word
}

// inTests are the libraries that any test may import.
var inTests = []string{
	"github.com/google/go-cmp",
	"github.com/rogpeppe/go-internal",
	"golang.org/x/tools/txtar",
	"golang.org/x/net/html",
	"golang.org/x/text/encoding", // to write files as Chinese Windows does
}

// topLevel is closed: what is not here has its place in one of these.
var topLevel = []string{
	"cmd", "content", "themes", "charts", "public", "internal",
	"go.mod", "go.sum", "README.md", "Makefile", "LICENSE",
}

// pkg is a package as go list describes it.
type pkg struct {
	ImportPath, Name, Dir              string
	GoFiles                            []string
	Imports, TestImports, XTestImports []string
}

// room is the folder by whose name the package is in the list of rooms.
func (p pkg) room() string { return roomOf(p.ImportPath) }

func roomOf(importPath string) string {
	parts := strings.Split(strings.TrimPrefix(importPath, "jianbao/"), "/")
	if parts[0] == "internal" || parts[0] == "cmd" {
		return strings.Join(parts[:min(2, len(parts))], "/")
	}
	return parts[0]
}

// packages lists the program's packages.
func packages(t *testing.T) []pkg {
	t.Helper()
	list := exec.CommandContext(t.Context(), "go", "list", "-json=ImportPath,Name,Dir,GoFiles,Imports,TestImports,XTestImports", "./...")
	list.Dir = ".."
	out, err := list.Output()
	if err != nil {
		t.Fatalf("%v: %v", list, err)
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		if p.ImportPath == "jianbao/internal" {
			continue // no room: these tests
		}
		folder(t, p.Dir) // go test sees what a test opens: a new file makes a kept result stale
		all = append(all, p)
	}
}

func isOurs(importPath string) bool { return strings.HasPrefix(importPath, "jianbao/") }

func TestARoomImportsOnlyRoomsAboveIt(t *testing.T) {
	for _, p := range packages(t) {
		from := slices.Index(rooms, p.room())
		if from < 0 {
			t.Errorf("%s is in no room of the list", p.ImportPath)
			continue
		}
		for _, path := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
			if to := slices.Index(rooms, roomOf(path)); isOurs(path) && to > from {
				t.Errorf("%s imports %s, which stands below it", p.room(), path)
			}
		}
		allowed, isNarrow := narrow[p.room()]
		for _, path := range p.Imports {
			if to := roomOf(path); isOurs(path) && isNarrow && to != p.room() && !slices.Contains(allowed, to) {
				t.Errorf("%s imports %s; of ours it may import only %q", p.room(), path, allowed)
			}
		}
	}
}

func TestALibraryHasOneKeeper(t *testing.T) {
	for _, p := range packages(t) {
		for _, path := range p.Imports {
			if may, limited := keepersOf(path); limited && !slices.Contains(may, p.room()) {
				t.Errorf("%s imports %s, which only %q may", p.room(), path, may)
			}
		}
		for _, path := range slices.Concat(p.TestImports, p.XTestImports) {
			may, limited := keepersOf(path)
			if limited && !slices.Contains(may, p.room()) && !slices.ContainsFunc(inTests, within(path)) {
				t.Errorf("tests of %s import %s, which only those of %q may", p.room(), path, may)
			}
		}
	}
}

// keepersOf returns the rooms that may import a package. The standard library
// is free, but for what has a keeper; a library that has none is nobody's.
func keepersOf(path string) (may []string, limited bool) {
	for library, rooms := range keepers {
		if within(path)(library) {
			return rooms, true
		}
	}
	host, _, _ := strings.Cut(path, "/")
	return nil, strings.Contains(host, ".")
}

// within tells libraries that have the package path in them.
func within(path string) func(library string) bool {
	return func(library string) bool { return path == library || strings.HasPrefix(path, library+"/") }
}

func TestTheTopLevelIsClosed(t *testing.T) {
	for _, entry := range folder(t, "..") {
		if name := entry.Name(); !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) {
			t.Errorf("%s does not belong in the top folder", name)
		}
	}
	for _, entry := range folder(t, ".") {
		name := entry.Name()
		if !entry.IsDir() && name != "README.md" && name != "deps.go" && !strings.HasSuffix(name, "_test.go") {
			t.Errorf("internal/%s is in no room", name)
		}
	}
}

func folder(t *testing.T, name string) []os.DirEntry {
	t.Helper()
	entries, err := os.ReadDir(name)
	if err != nil {
		t.Fatal(err)
	}
	return entries
}
