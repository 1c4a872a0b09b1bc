package main

import (
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// A case in testdata/broken is a content folder with something wrong in it, as
// a txtar archive: what is wrong, then the files (one named environment holds
// variables), then under "jianbao check" what that command prints. To hold a new
// one, write an archive without that part and run
//
//	go test ./cmd/jianbao -run TestBrokenContent -update
//
// and read what it says, as a secretary would an hour before her meeting.
// Files that are no text are made in made_test.go; their archives have only the
// printed part.
const (
	brokenDir   = "testdata/broken"
	printedPart = "jianbao check"
	environPart = "environment"
)

// TestBrokenContent holds every word that check prints about broken content,
// and that with an error among it the site that was there stays untouched, to
// the byte and the minute.
func TestBrokenContent(t *testing.T) {
	cases := brokenCases(t)
	if len(cases) < 70 {
		t.Errorf("only %d cases: has a folder gone?", len(cases))
	}
	for _, name := range slices.Sorted(maps.Keys(cases)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			site := filepath.Join(t.TempDir(), "public")
			publishGood(t, site)
			before := snapshot(t, site)
			cases[name].test(t, site)
			if diff := cmp.Diff(before, snapshot(t, site)); diff != "" {
				t.Fatalf("the published site has changed (-before +after):\n%s", diff)
			}
		})
	}
}

// brokenCase is one archive with the files that are made for it.
type brokenCase struct {
	path    string
	archive *txtar.Archive
	content map[string][]byte
	environ []string
	want    string
	held    bool // the archive has the printed part
}

func brokenCases(t *testing.T) map[string]*brokenCase {
	t.Helper()
	cases := map[string]*brokenCase{}
	err := filepath.WalkDir(brokenDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		base, isArchive := strings.CutSuffix(path, ".txtar")
		if !isArchive {
			t.Errorf("%s is no case: cases end with .txtar", path)
			return nil
		}
		name, err := filepath.Rel(brokenDir, base)
		if err != nil {
			return err
		}
		cases[filepath.ToSlash(name)] = readCase(t, path)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for name, made := range madeCases(t) {
		if cases[name] == nil {
			cases[name] = &brokenCase{path: filepath.Join(brokenDir, name+".txtar"), archive: &txtar.Archive{}, content: map[string][]byte{}}
		}
		cases[name].archive.Comment = []byte(made.about + "\n")
		maps.Copy(cases[name].content, made.content)
	}
	for _, c := range cases {
		if len(c.content) == 0 {
			t.Errorf("%s has no content and nobody makes any: an orphan", c.path)
		}
		if !c.held && !*update {
			t.Errorf("%s does not hold what check prints: run with -update, and read it", c.path)
		}
	}
	return cases
}

func readCase(t *testing.T, path string) *brokenCase {
	t.Helper()
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	c := &brokenCase{path: path, archive: archive, content: map[string][]byte{}}
	for _, f := range archive.Files {
		switch f.Name {
		case printedPart:
			c.want, c.held = string(f.Data), true
		case environPart:
			c.environ = strings.Split(strings.TrimSpace(string(f.Data)), "\n")
		default:
			c.content[f.Name] = f.Data
		}
	}
	return c
}

// test runs check and build on the case. The site is one that was published
// before from other content.
func (c *brokenCase) test(t *testing.T, site string) {
	content := filepath.Join(t.TempDir(), "content")
	write(t, content, c.content)
	status, printed, stderr := jianbao(t, c.environ, "check", "--content", content)
	if stderr != "" {
		t.Errorf("check wrote to standard error:\n%s", stderr)
	}
	c.hold(t, printed)
	readsWell(t, printed, status)
	if status == statusProblems {
		buildStatus, out, stderr := jianbao(t, c.environ, "build", "--content", content, "--output", site)
		if want := printed + "有错误，没有生成网站；原来的网站没有改动。\n"; buildStatus != statusProblems || out != "" || stderr != want {
			t.Errorf("build: status %d, printed %q, and\n%s", buildStatus, out, cmp.Diff(want, stderr))
		}
		return
	}
	if status != statusOK {
		t.Fatalf("check: status %d", status)
	}
	own := filepath.Join(t.TempDir(), "public")
	buildStatus, out, stderr := jianbao(t, c.environ, "build", "--content", content, "--output", own)
	if buildStatus != statusOK || !strings.HasPrefix(out, "已生成 ") || strings.TrimPrefix(printed, "没有发现问题。\n") != stderr {
		t.Errorf("build: status %d, printed %q, and\n%s", buildStatus, out, cmp.Diff(printed, stderr))
	}
	if _, err := os.Stat(filepath.Join(own, "index.html")); err != nil {
		t.Error(err)
	}
}

// hold compares what was printed with what the archive holds.
func (c *brokenCase) hold(t *testing.T, printed string) {
	t.Helper()
	if !*update {
		if diff := cmp.Diff(c.want, printed); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.path, diff)
		}
		return
	}
	c.archive.Files = slices.DeleteFunc(c.archive.Files, func(f txtar.File) bool { return f.Name == printedPart })
	c.archive.Files = append(c.archive.Files, txtar.File{Name: printedPart, Data: []byte(printed)})
	write(t, ".", map[string][]byte{c.path: txtar.Format(c.archive)})
}

// insides are words of programs, which no message may pass on.
var insides = regexp.MustCompile(`%!|(?i)\b(error|invalid|unexpected|unmarshal|yaml:|strconv|parse|panic|nil|EOF|line \d)`)

// heading is the first line of a problem: its severity, its code and its place.
var heading = regexp.MustCompile(`^(错误|提醒) \[[a-z]+(?:-[a-z]+)+\] \S`)

// readsWell wants of every problem a place, a fact and advice in whole sentences
// without a programmer's words, and a status that says whether there is an error.
func readsWell(t *testing.T, printed string, status int) {
	t.Helper()
	errors := 0
	blocks := strings.Split(strings.TrimSuffix(printed, "\n"), "\n\n")
	for _, block := range blocks[:len(blocks)-1] {
		lines := strings.Split(block, "\n")
		if len(lines) != 3 || !heading.MatchString(lines[0]) ||
			!strings.HasPrefix(lines[1], "  ") || !strings.HasSuffix(lines[1], "。") ||
			!strings.HasPrefix(lines[2], "  → ") || !strings.HasSuffix(lines[2], "。") {
			t.Errorf("no place, or no whole sentences:\n%s", block)
			continue
		}
		if strings.HasPrefix(block, "错误") {
			errors++
		}
		if word := insides.FindString(lines[1] + lines[2]); word != "" {
			t.Errorf("%q is a programmer's word:\n%s", word, block)
		}
		if strings.Contains(block, "\uFFFD") { // what harmless puts for an invisible character
			t.Errorf("an invisible character in:\n%s", block)
		}
	}
	if want := map[bool]int{false: statusOK, true: statusProblems}[errors > 0]; status != want {
		t.Errorf("%d errors, but status %d", errors, status)
	}
}

// publishGood publishes a small site, and sets it back in time, so that every
// later write shows.
func publishGood(t *testing.T, site string) {
	t.Helper()
	content := filepath.Join(t.TempDir(), "content")
	write(t, content, map[string][]byte{
		"statistics/2026-09.csv": []byte("地区,隐患排查数,隐患整改数\n青石镇,40,39\n桥头乡,7,7\n"),
		"minutes/2026-09-22.md":  []byte("---\ndate: 2026-09-22\n---\n\n通报9月情况。\n"),
	})
	if status, _, stderr := jianbao(t, nil, "build", "--content", content, "--output", site); status != statusOK {
		t.Fatalf("status %d: %s", status, stderr)
	}
	long := time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)
	err := filepath.WalkDir(site, func(path string, _ fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return os.Chtimes(path, long, long)
	})
	if err != nil {
		t.Fatal(err)
	}
}

// snapshot is what stands in a site's folder, with the times of files and
// folders, and what stands beside it.
func snapshot(t *testing.T, site string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(filepath.Dir(site), func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err != nil {
			return err
		}
		if path == filepath.Dir(site) {
			return nil
		}
		all[path] = info.ModTime().String()
		if !d.IsDir() {
			body, err := os.ReadFile(path)
			all[path] += "\n" + string(body)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
