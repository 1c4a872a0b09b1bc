package site_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"jianbao/internal/briefing"
	"jianbao/internal/site"
	"jianbao/themes"
)

var update = flag.Bool("update", false, "rewrite testdata")

func render(t testing.TB, s briefing.Site) []site.File {
	t.Helper()
	s.Pages, s.Handouts, s.Downloads = slices.Clone(s.Pages), slices.Clone(s.Handouts), slices.Clone(s.Downloads) // Render uses them up
	files, err := site.RenderAll(s, own(map[string]string{site.ChartsPath: "var echarts;"}))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func bodyOf(t testing.TB, files []site.File, path string) []byte {
	t.Helper()
	for _, f := range files {
		if f.Path == path {
			return f.Body
		}
	}
	t.Fatalf("no file %s", path)
	return nil
}

// What package charts draws is its own affair: goldens leave it out.
var drawn = regexp.MustCompile(`(?s)(<svg).*?(</svg>)|(<script type="application/json"[^>]*>).*?(</script>)`)

func TestGoldenSite(t *testing.T) {
	var got txtar.Archive
	for _, f := range render(t, sample()) {
		body := f.Body
		if strings.HasPrefix(f.Path, "assets/") {
			body = []byte("(assets)\n")
		}
		body = drawn.ReplaceAll(body, []byte("$1$3…$2$4"))
		got.Files = append(got.Files, txtar.File{Name: f.Path, Data: body})
	}
	const golden = "testdata/site.txtar"
	if *update {
		if err := os.WriteFile(golden, txtar.Format(&got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(txtar.Format(&got))); diff != "" {
		t.Errorf("run with -update if this is wanted (-want +got):\n%s", diff)
	}
}

func TestSameBytesOnAnyNumberOfProcessors(t *testing.T) {
	s := sample()
	for i := range 40 {
		p := s.Pages[1]
		p.Path = "areas/" + strings.Repeat("x", i+1) + ".html"
		s.Pages = append(s.Pages, p)
	}
	many := render(t, s)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for i, f := range render(t, s) {
		if f.Path != many[i].Path || !bytes.Equal(f.Body, many[i].Body) {
			t.Errorf("%s differs", f.Path)
		}
	}
}

func TestDownloadsAreUntouched(t *testing.T) {
	s := sample()
	s.Downloads = append(s.Downloads, data("a.csv", "\x00\xff"))
	files := render(t, s)
	if !bytes.Equal(bodyOf(t, files, "a.csv"), []byte{0, 0xff}) {
		t.Error("a download was changed")
	}
}

// What cannot be written ends the work: no page is made in vain.
func TestRenderEndsWithTheFirstFileThatIsNotTaken(t *testing.T) {
	s := sample()
	for i := range 400 {
		p := s.Pages[1]
		p.Path = fmt.Sprintf("areas/%d.html", i)
		s.Pages = append(s.Pages, p)
	}
	full := errors.New("no room")
	var put atomic.Int64
	_, err := site.Render(s, themes.Default(), func(site.File) error {
		if put.Add(1) > 20 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) {
		t.Errorf("error %v", err)
	}
	if n := put.Load(); n > 20+int64(runtime.GOMAXPROCS(0)) {
		t.Errorf("%d files were made after the first that was not taken", n-20)
	}
}

func TestNamesThatNoFileMayHave(t *testing.T) {
	for _, path := range []string{"乡镇.html", "../x.html", "/x.html", "a b.html", "a?b.html", "", "index.html"} {
		s := sample()
		s.Downloads = []briefing.Download{data(path, "")}
		if _, err := site.RenderAll(s, themes.Default()); err == nil {
			t.Errorf("%q is accepted", path)
		}
	}
}

func TestTextOfAPageIsTidy(t *testing.T) {
	for _, f := range render(t, sample()) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		for i, line := range strings.Split(strings.TrimSuffix(string(f.Body), "\n"), "\n") {
			if line == "" || strings.TrimRight(line, " \t\r") != line {
				t.Errorf("%s:%d: empty line or space at the end: %q", f.Path, i+1, line)
			}
		}
		if !bytes.HasSuffix(f.Body, []byte("</html>\n")) {
			t.Errorf("%s does not end with a line end", f.Path)
		}
	}
}
