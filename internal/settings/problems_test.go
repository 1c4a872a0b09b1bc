package settings_test

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"jianbao/internal/problem"
	"jianbao/internal/settings"
)

var update = flag.Bool("update", false, "write what is reported into testdata")

// Each testdata/*.txt is a content folder with what is reported about it: the
// file "environment" has the variables, "flags" has name=value lines, and
// "problems" the exact text.
func TestWhatIsReported(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := report(archive)
			if *update {
				write(t, file, archive, got)
				return
			}
			if diff := cmp.Diff(body(archive, "problems"), got); diff != "" {
				t.Errorf("%s (-update rewrites it)\n%s", file, diff)
			}
		})
	}
}

func report(archive *txtar.Archive) string {
	content := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name != "environment" && f.Name != "flags" && f.Name != "problems" {
			content[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	flags := map[string]string{}
	for _, line := range strings.Fields(body(archive, "flags")) {
		name, value, _ := strings.Cut(line, "=")
		flags[name] = value
	}
	_, found := settings.Load(content, strings.Fields(body(archive, "environment")), flags)
	var b strings.Builder
	for _, p := range found {
		fmt.Fprintf(&b, "%s %s %s\n%s\n%s\n", p.Severity, p.Code, p.Place, p.Message, p.Advice)
	}
	return b.String()
}

func body(archive *txtar.Archive, name string) string {
	b, err := fs.ReadFile(must(txtar.FS(archive)), name)
	if err != nil {
		return ""
	}
	return string(b)
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func write(t *testing.T, file string, archive *txtar.Archive, problems string) {
	t.Helper()
	kept := archive.Files[:0]
	for _, f := range archive.Files {
		if f.Name != "problems" {
			kept = append(kept, f)
		}
	}
	archive.Files = append(kept, txtar.File{Name: "problems", Data: []byte(problems)})
	if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
		t.Fatal(err)
	}
}

// A file that cannot be read is not the same as none.
func TestAnUnreadableFileIsReported(t *testing.T) {
	for name, data := range map[string][]byte{
		"binary":        {0, 1, 2, 3},
		"damaged UTF-8": append([]byte("title: 安全生产工作简报安全生产\noffice: "), 0xE5, 0xAE, '\n'),
	} {
		_, found := settings.Load(fstest.MapFS{settings.FileName: {Data: data}}, nil, nil)
		if len(found) != 1 || found[0].Code != problem.UnreadableFile || found[0].Place.File != settings.FileName {
			t.Errorf("%s: %v", name, found)
		}
	}
	_, found := settings.Load(fstest.MapFS{settings.FileName + "/x": {}}, nil, nil)
	if len(found) != 1 || found[0].Code != problem.UnreadableFile {
		t.Errorf("a folder: %v", found)
	}
}

// A setting with a problem keeps its default, and the others are taken.
func TestABadSettingKeepsItsDefault(t *testing.T) {
	s, found := load(t, "title: 甲\ndecimals: 7\nbasis: sometimes\ntargets: {major: 0.95}\n")
	want := settings.Default()
	want.Title = "甲"
	if diff := cmp.Diff(want, s); diff != "" || len(found) != 3 {
		t.Errorf("%v\n%s", found, diff)
	}
}

// No text, however broken, may panic or be reported without a file.
func FuzzLoad(f *testing.F) {
	f.Add("title: 甲\nareas: [青石镇, {name: 临江, aliases: [江]}]\n", "JIANBAO_DECIMALS=2")
	f.Add("ranking: {weights: [{indicator: major, weight: 100}], bands: [{name: 好, least: 0}]}", "JIANBAO_RANKING=x")
	f.Add("a: &a [*a]\n<<: *a\n? [b]\n: c\n--- x", "JIANBAO_=")
	f.Fuzz(func(t *testing.T, yaml, environ string) {
		content := fstest.MapFS{settings.FileName: {Data: []byte(yaml)}}
		_, found := settings.Load(content, []string{environ}, nil)
		for _, p := range found {
			if p.Place.File == "" || p.Message == "" || p.Advice == "" || p.Code == "" {
				t.Errorf("incomplete: %+v", p)
			}
		}
	})
}
