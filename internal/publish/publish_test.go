package publish_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/publish"
)

// site is a site of files given as path, body, path, body, …, with its manifest.
func site(pairs ...string) []publish.File {
	var files []publish.File
	for i := 0; i < len(pairs); i += 2 {
		files = append(files, publish.File{Path: pairs[i], Body: []byte(pairs[i+1])})
	}
	return append(files, publish.Manifest(files))
}

// tree reads everything under dir, links as "-> where".
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	got := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, _ := filepath.Rel(dir, path)
		if entry.Type()&fs.ModeSymlink != 0 {
			to, err := os.Readlink(path)
			got[filepath.ToSlash(name)] = "-> " + to
			return err
		}
		body, err := os.ReadFile(path)
		got[filepath.ToSlash(name)] = string(body)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// wantTree compares a folder with a site, and others' files given as for site.
func wantTree(t *testing.T, dir string, files []publish.File, others ...string) {
	t.Helper()
	want := map[string]string{}
	for _, f := range files {
		want[f.Path] = string(f.Body)
	}
	for i := 0; i < len(others); i += 2 {
		want[others[i]] = others[i+1]
	}
	if diff := cmp.Diff(want, tree(t, dir)); diff != "" {
		t.Errorf("%s:\n%s", filepath.Base(dir), diff)
	}
}

// wantAlone wants nothing but the output folder in its parent.
func wantAlone(t *testing.T, dir string) {
	t.Helper()
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil || len(entries) != 1 {
		t.Errorf("beside the output folder: %v, %v", entries, err)
	}
}

func put(t *testing.T, path, body string) {
	t.Helper()
	if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(body), 0o644)); err != nil {
		t.Fatal(err)
	}
}

func stat(t *testing.T, path string) fs.FileInfo {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info
}

func publishOK(t *testing.T, dir string, files []publish.File) publish.Report {
	t.Helper()
	report, err := publish.All(t.Context(), dir, files)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

func TestAFolderHoldsExactlyTheSite(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := site("index.html", "1", "months/2026-09.html", "9", "months/2026-10.html", "10")
	second := site("index.html", "2", "months/2026-10.html", "10", "areas/qingshi.html", "q")

	if got, want := publishOK(t, dir, first), (publish.Report{Written: 4}); !cmp.Equal(got, want) {
		t.Errorf("first report %+v, want %+v", got, want)
	}
	wantTree(t, dir, first)
	if got, want := publishOK(t, dir, second), (publish.Report{Written: 3, Unchanged: 1, Removed: 1}); !cmp.Equal(got, want) {
		t.Errorf("second report %+v, want %+v", got, want)
	}
	wantTree(t, dir, second)
	wantAlone(t, dir)
}

// Pages are put as they are rendered, by all processors at once.
func TestFilesMayBePutSideBySide(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, round := range []string{"1", "2"} {
		s, err := publish.Begin(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		var want []publish.File
		var work sync.WaitGroup
		for i := range 60 {
			f := publish.File{Path: fmt.Sprintf("%d/%d.html", i%7, i), Body: bytes.Repeat([]byte{'0' + byte(i%9)}, 100_000+i)}
			if i%3 == 0 {
				f.Body = append(f.Body, round...)
			}
			want = append(want, f)
			work.Go(func() {
				if err := s.Put(t.Context(), f); err != nil {
					t.Error(err)
				}
			})
		}
		work.Wait()
		if _, err := s.Finish(t.Context(), "jianbao test", nil); err != nil {
			t.Fatal(err)
		}
		wantTree(t, dir, append(want, publish.Manifest(want)))
		wantAlone(t, dir)
	}
}

func TestAnUnchangedSiteIsNotTouched(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site("index.html", "1", "months/2026-10.html", "10")
	publishOK(t, dir, files)
	before := stat(t, dir)
	if got, want := publishOK(t, dir, files), (publish.Report{Unchanged: 3}); !cmp.Equal(got, want) {
		t.Errorf("report %+v, want %+v", got, want)
	}
	if after := stat(t, dir); !os.SameFile(before, after) || !before.ModTime().Equal(after.ModTime()) {
		t.Error("the folder was exchanged")
	}
}

func TestUnchangedFilesKeepTheirTime(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishOK(t, dir, site("index.html", "1", "style.css", "s"))
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	for _, name := range []string{"index.html", "style.css"} {
		if err := os.Chtimes(filepath.Join(dir, name), old, old); err != nil {
			t.Fatal(err)
		}
	}
	before := stat(t, filepath.Join(dir, "style.css"))
	if err := os.Chmod(dir, 0o750); err != nil {
		t.Fatal(err)
	}
	publishOK(t, dir, site("index.html", "2", "style.css", "s"))
	if !os.SameFile(before, stat(t, filepath.Join(dir, "style.css"))) {
		t.Error("style.css was written again where it could be linked")
	}
	if mode := stat(t, dir).Mode().Perm(); mode != 0o750 && runtime.GOOS != "windows" {
		t.Errorf("the folder's mode became %v", mode)
	}
	for name, kept := range map[string]bool{"index.html": false, "style.css": true} {
		if got := stat(t, filepath.Join(dir, name)).ModTime(); got.Equal(old) != kept {
			t.Errorf("%s: time %v, kept should be %v", name, got, kept)
		}
	}
}

// A USB stick knows no hard links: what did not change is copied, with its time.
func TestWhereThereAreNoLinksFilesAreCopied(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishOK(t, dir, site("index.html", "1", "a/style.css", "s"))
	put(t, filepath.Join(dir, "b", "照片.jpg"), "p")
	old := time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)
	kept := []string{filepath.Join(dir, "a", "style.css"), filepath.Join(dir, "b", "照片.jpg")}
	var before []fs.FileInfo
	for _, name := range kept {
		if err := os.Chtimes(name, old, old); err != nil {
			t.Fatal(err)
		}
		before = append(before, stat(t, name))
	}
	s, err := publish.Begin(t.Context(), dir)
	if err == nil {
		err = s.HasNoLinks()
	}
	if err != nil {
		t.Fatal(err)
	}
	next := site("index.html", "2", "a/style.css", "s")
	for _, f := range next[:2] {
		if err := s.Put(t.Context(), f); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Finish(t.Context(), "jianbao test", nil); err != nil {
		t.Fatal(err)
	}
	wantTree(t, dir, next, "b/照片.jpg", "p")
	wantAlone(t, dir)
	for i, name := range kept {
		if now := stat(t, name); os.SameFile(before[i], now) || !now.ModTime().Equal(old) {
			t.Errorf("%s was linked, or has the time %v", name, now.ModTime())
		}
	}
}

// Hand edits are not the site; a page that someone changed is written again.
func TestAChangedPageIsWrittenAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	files := site("index.html", "1", "style.css", "s")
	publishOK(t, dir, files)
	put(t, filepath.Join(dir, "index.html"), "X")
	if got := publishOK(t, dir, files); got.Written != 1 {
		t.Errorf("report %+v, want one written", got)
	}
	wantTree(t, dir, files)
}

func TestAFolderOfSomeoneElsesIsRefused(t *testing.T) {
	for name, file := range map[string]string{"notes": "年度总结.docx", "another program's": publish.ManifestName, "deep": "a/b/c.txt"} {
		dir := filepath.Join(t.TempDir(), "public")
		put(t, filepath.Join(dir, file), "theirs")
		_, err := publish.All(t.Context(), dir, site("index.html", "1"))
		wantKind(t, err, publish.Foreign)
		wantTree(t, dir, nil, file, "theirs")
		if !strings.Contains(err.Error(), file) {
			t.Errorf("%s: the message does not name the file: %v", name, err)
		}
	}
}

func TestAnEmptyFolderIsTaken(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	put(t, filepath.Join(dir, "Thumbs.db"), "dropping")
	publishOK(t, dir, site("index.html", "1"))
	wantTree(t, dir, site("index.html", "1"))
}

func TestFilesOfOthersInASiteAreTakenAlong(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	publishOK(t, dir, site("index.html", "1"))
	put(t, filepath.Join(dir, "附件", "照片.jpg"), "p")
	put(t, filepath.Join(dir, "files", "a.jpg"), "a")
	put(t, filepath.Join(dir, "CNAME"), "c")
	if err := os.Symlink("CNAME", filepath.Join(dir, "link")); err != nil {
		t.Skip("no symbolic links here")
	}
	second := site("index.html", "2")
	report := publishOK(t, dir, second)
	if diff := cmp.Diff([]string{"CNAME", "files/a.jpg", "link", "附件/照片.jpg"}, report.Kept); diff != "" {
		t.Error(diff)
	}
	wantTree(t, dir, second, "附件/照片.jpg", "p", "files/a.jpg", "a", "CNAME", "c", "link", "-> CNAME")

	// but the site may not need their place
	for _, path := range []string{"cname", "cname/x.html", "link", "files"} {
		_, err := publish.All(t.Context(), dir, site("index.html", "3", path, "mine"))
		wantKind(t, err, publish.Foreign)
	}
	wantTree(t, dir, second, "附件/照片.jpg", "p", "files/a.jpg", "a", "CNAME", "c", "link", "-> CNAME")
}

func TestALinkedFolderIsWrittenWhereItLeads(t *testing.T) {
	root := t.TempDir()
	real, link := filepath.Join(root, "disk", "site"), filepath.Join(root, "desk", "public")
	put(t, filepath.Join(root, "desk", "x"), "")
	if err := errors.Join(os.MkdirAll(real, 0o755), os.Symlink(real, link)); err != nil {
		t.Skip(err)
	}
	for _, body := range []string{"1", "2"} {
		publishOK(t, link, site("index.html", body))
		wantTree(t, real, site("index.html", body))
	}
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 {
		t.Error("the link was replaced")
	}
}

func TestMissingFoldersAboveAreMade(t *testing.T) {
	above := filepath.Join(t.TempDir(), "a")
	dir := filepath.Join(above, "b", "public")
	s, err := publish.Begin(t.Context(), dir)
	if err == nil {
		err = s.Put(t.Context(), publish.File{Path: "index.html"})
	}
	if err != nil {
		t.Fatal(err)
	}
	s.Abandon()
	if _, err := os.Stat(above); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a site that was abandoned leaves a folder: %v", err)
	}
	publishOK(t, dir, site("index.html", "1"))
	wantTree(t, dir, site("index.html", "1"))
}

func BenchmarkPublish(b *testing.B) {
	files := func(changed string) []publish.File {
		var pairs []string
		for i := range 740 {
			pairs = append(pairs, fmt.Sprintf("pages/%03d.html", i), strings.Repeat("排查整改", 1667))
		}
		return site(append(pairs, "index.html", changed)...)
	}
	run := func(name string, before func(dir string, i int) []publish.File) {
		b.Run(name, func(b *testing.B) {
			dir := filepath.Join(b.TempDir(), "public")
			if _, err := publish.All(context.Background(), dir, files("0")); err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				b.StopTimer()
				now := before(dir, i)
				b.StartTimer()
				if _, err := publish.All(context.Background(), dir, now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	same := files("0")
	run("unchanged", func(string, int) []publish.File { return same })
	run("onePage", func(_ string, i int) []publish.File { return files(fmt.Sprint(i + 1)) })
	run("new", func(dir string, _ int) []publish.File { os.RemoveAll(dir); return same })
}

// Between the beginning and the end people work in the folder: printing takes minutes.
func TestTheFolderMayChangeWhileASiteIsMade(t *testing.T) {
	begin := func() (string, *publish.Site) {
		dir := filepath.Join(t.TempDir(), "public")
		publishOK(t, dir, site("index.html", "1", "same.html", "s"))
		put(t, filepath.Join(dir, "~$notes.docx"), "n")
		s, err := publish.Begin(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range site("index.html", "2", "same.html", "s")[:2] {
			if err := s.Put(t.Context(), f); err != nil {
				t.Fatal(err)
			}
		}
		return dir, s
	}

	dir, s := begin() // a file comes and one goes
	put(t, filepath.Join(dir, "CNAME"), "c")
	if err := os.Remove(filepath.Join(dir, "~$notes.docx")); err != nil {
		t.Fatal(err)
	}
	report, err := s.Finish(t.Context(), "jianbao test", nil)
	if err != nil || !cmp.Equal(report.Kept, []string{"CNAME"}) {
		t.Errorf("%v, %v", report, err)
	}
	wantTree(t, dir, site("index.html", "2", "same.html", "s"), "CNAME", "c")
	wantAlone(t, dir)

	dir, s = begin() // one that would be linked is written again
	put(t, filepath.Join(dir, "same.html"), "x")
	_, err = s.Finish(t.Context(), "jianbao test", nil)
	wantKind(t, err, publish.Busy)
	wantTree(t, dir, site("index.html", "1", "same.html", "s")[2:], "index.html", "1", "same.html", "x", "~$notes.docx", "n")
	wantAlone(t, dir)

	dir, s = begin() // the whole folder goes
	if err := os.RemoveAll(dir); err != nil {
		t.Fatal(err)
	}
	_, err = s.Finish(t.Context(), "jianbao test", nil)
	wantKind(t, err, publish.Busy)
	if _, err := os.Stat(filepath.Dir(dir)); err != nil {
		t.Error(err)
	}
}

// A print is made now and then: the sites in between take it along, and a new
// print takes its place.
func TestWhatStaysIsTakenAlongUntilItIsMadeAgain(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	print := func(body string) publish.File {
		return publish.File{Path: "handouts/a.pdf", Body: []byte(body), Stays: true}
	}
	publishOK(t, dir, append(site("index.html", "1"), print("old")))
	next := site("index.html", "2")
	if kept := publishOK(t, dir, next).Kept; len(kept) != 1 || kept[0] != "handouts/a.pdf" {
		t.Errorf("kept %q", kept)
	}
	wantTree(t, dir, next, "handouts/a.pdf", "old")
	if report := publishOK(t, dir, append(next, print("new"))); report.Written != 1 || len(report.Kept) > 0 || report.Removed > 0 {
		t.Errorf("%+v", report)
	}
	wantTree(t, dir, next, "handouts/a.pdf", "new")
	if manifest, _ := os.ReadFile(filepath.Join(dir, publish.ManifestName)); strings.Contains(string(manifest), "a.pdf") {
		t.Error("the manifest lists what stays")
	}
}
