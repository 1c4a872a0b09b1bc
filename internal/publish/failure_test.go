package publish_test

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"jianbao/internal/publish"
)

func wantKind(t *testing.T, err error, want publish.Kind) {
	t.Helper()
	var e *publish.Error
	if !errors.As(err, &e) || e.Kind != want || e.Message == "" || e.Advice == "" {
		t.Errorf("error %#v, want one of kind %d", err, want)
	}
}

// countdown is a context that ends, or does something else, when it is asked
// for the n-th time.
type countdown struct {
	context.Context
	n   int
	end func()
}

func (c *countdown) Err() error {
	c.n--
	switch {
	case c.n > 0 || c.n < 0 && c.end != nil:
		return nil
	case c.end != nil:
		c.end()
		return nil
	}
	return context.Canceled
}

func TestInterruptedAtAnyStepTheOldSiteStands(t *testing.T) {
	first := site("index.html", "1", "old.html", "o")
	second := site("index.html", "2", "a/new.html", "n")
	dir := filepath.Join(t.TempDir(), "public")
	publishOK(t, dir, first)
	put(t, filepath.Join(dir, "CNAME"), "c")
	for n := 1; ; n++ {
		_, err := publish.All(&countdown{Context: t.Context(), n: n}, dir, second)
		wantAlone(t, dir)
		if err == nil {
			if n < 10 {
				t.Errorf("only %d steps could be interrupted", n-1)
			}
			wantTree(t, dir, second, "CNAME", "c")
			return
		}
		wantKind(t, err, publish.Interrupted)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%v does not wrap the context's error", err)
		}
		wantTree(t, dir, first, "CNAME", "c")
	}
}

// Whatever is taken away under the program's hands, at whatever step, the old
// site stands: taken away last, it is the second rename that fails.
func TestWhenTheStageVanishesTheOldSiteStands(t *testing.T) {
	first, second := site("index.html", "1"), site("index.html", "2", "a/new.html", "n")
	for _, lost := range []string{"", "new"} {
		dir := filepath.Join(t.TempDir(), "public")
		publishOK(t, dir, first)
		failures := 0
		for n := 1; n < 20; n++ {
			vanish := func() {
				stages, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".public.new-*"))
				for _, stage := range stages {
					os.RemoveAll(filepath.Join(stage, lost))
				}
			}
			if _, err := publish.All(&countdown{t.Context(), n, vanish}, dir, second); err != nil {
				failures++
				wantTree(t, dir, first)
				continue
			}
			wantTree(t, dir, second)
			publishOK(t, dir, first)
		}
		wantAlone(t, dir)
		if failures < 3 {
			t.Errorf("%q: only %d failures", lost, failures)
		}
	}
}

// A caller that gives up, and one that goes on although a file could not be
// taken, both leave the old site.
func TestASiteThatIsNotFinishedLeavesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first := site("index.html", "1")
	publishOK(t, dir, first)
	for _, last := range []publish.File{{Path: "a.html"}, {Path: "../a.html"}, {Path: "index.html/a"}} {
		s, err := publish.Begin(t.Context(), dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Put(t.Context(), publish.File{Path: "index.html", Body: []byte("2")}); err != nil {
			t.Fatal(err)
		}
		if err := s.Put(t.Context(), last); err != nil {
			_, again := s.Finish(t.Context(), "", nil)
			wantKind(t, again, publish.BadName)
		}
		s.Abandon()
		if err := s.Put(t.Context(), publish.File{Path: "b.html"}); err == nil {
			t.Error("a file is taken after all")
		}
		wantTree(t, dir, first)
		wantAlone(t, dir)
	}
}

const killedDir, killedAt = "TEST_KILLED_DIR", "TEST_KILLED_AT"

// TestKilled is no test of its own: it is the run that is killed below.
func TestKilled(t *testing.T) {
	if os.Getenv(killedDir) == "" {
		t.Skip("runs in a process of its own")
	}
	n, _ := strconv.Atoi(os.Getenv(killedAt))
	ctx := &countdown{Context: t.Context(), n: n, end: func() { os.Exit(9) }}
	report, err := publish.All(ctx, os.Getenv(killedDir), site("index.html", "2", "a.html", "a"))
	t.Fatalf("not killed: %+v, %v", report, err)
}

// killed publishes another site in a process that ends at step n, and returns
// the folder it left behind, or "".
func killed(t *testing.T, dir string, n int) (leftover string) {
	t.Helper()
	run := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestKilled$")
	run.Env = append(os.Environ(), killedDir+"="+dir, killedAt+"="+strconv.Itoa(n))
	if out, err := run.CombinedOutput(); err == nil || run.ProcessState.ExitCode() != 9 {
		t.Fatalf("step %d: %v\n%s", n, err, out)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(dir), ".public.new-*"))
	return strings.Join(left, " ")
}

func TestTheNextRunCleansUpAfterAKilledOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	first, third := site("index.html", "1"), site("index.html", "3")
	publishOK(t, dir, first)
	left := ""
	for n := 1; n < 8; n++ {
		left = killed(t, dir, n)
		wantTree(t, dir, first)
	}
	if left == "" {
		t.Fatal("nothing was left behind; kill it later")
	}
	// and once more between the two renames, where no process can be stopped
	if err := os.Rename(dir, filepath.Join(left, "old")); err != nil {
		t.Fatal(err)
	}
	_, err := publish.All(&countdown{Context: t.Context(), n: 1}, dir, third)
	wantKind(t, err, publish.Interrupted)
	wantTree(t, dir, first)
	wantAlone(t, dir)
	publishOK(t, dir, third)
	wantTree(t, dir, third)
}

func TestFoldersThatAreNotAKilledRunsAreLeftAlone(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	host, _ := os.Hostname()
	others := map[string]string{
		".public.new-mine":      "",                                                      // no owner
		".public.new-elsewhere": `{"program":"jianbao","host":"elsewhere.x","pid":1}`,    // another machine's
		".public.new-alive":     `{"program":"jianbao","host":"` + host + `","pid":1}`,   // runs
		".public.new-broken":    `{"program":"jianbao"`,                                  // not read
		".public.new-program":   `{"program":"x","host":"` + host + `","pid":999999999}`, // another program's
		"public.new-1":          `{"program":"jianbao","host":"` + host + `","pid":999999999}`,
		".other.new-1":          `{"program":"jianbao","host":"` + host + `","pid":999999999}`,
	}
	for name, owner := range others {
		put(t, filepath.Join(filepath.Dir(dir), name, "owner.json"), owner)
	}
	publishOK(t, dir, site("index.html", "1"))
	for name := range others {
		if _, err := os.Stat(filepath.Join(filepath.Dir(dir), name)); err != nil {
			t.Errorf("%s was removed", name)
		}
	}
}

func TestOutputsThatCannotBeFolders(t *testing.T) {
	root := t.TempDir()
	put(t, filepath.Join(root, "file"), "theirs")
	if err := os.Symlink("nowhere", filepath.Join(root, "dangling")); err != nil {
		t.Skip(err)
	}
	for _, dir := range []string{filepath.Join(root, "file"), filepath.Join(root, "file", "public"), filepath.Join(root, "file", "a", "b"), filepath.Join(root, "dangling"), "/"} {
		_, err := publish.All(t.Context(), dir, site("index.html", "1"))
		wantKind(t, err, publish.NotAFolder)
	}
	wantTree(t, root, nil, "file", "theirs", "dangling", "-> nowhere")
}

func TestNamesThatAreNotPortableAreRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	for _, name := range []string{
		"", ".", "..", "../x.html", "/x.html", "a/../x.html", "a//x.html", "a/", `a\x.html`, "C:x.html",
		"areas/青石.html", "a b.html", "a\n.html", "x?.html", "50%.html", "a#b.html", "x.", "a./x.html",
		"areas/con.html", "AUX", "nul.tar.gz", "com1.html", "LPT9/x.html", strings.Repeat("a", 161),
		"INDEX.html", "index.html/x", "Months/b.html", "months",
	} {
		_, err := publish.All(t.Context(), dir, site("index.html", "1", "months/a.html", "a", name, "x"))
		wantKind(t, err, publish.BadName)
	}
	for _, name := range []string{".nojekyll", "com10.html", "console.html", "a.b-c_d~e.min.js", "com/x.html"} {
		if _, err := publish.All(t.Context(), dir, site("index.html", "1", name, "x")); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
	_, err := publish.All(t.Context(), dir, site("index.html", "1", "index.html", "1"))
	wantKind(t, err, publish.BadName)
}
