package build_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	_ "time/tzdata" // so that TZ means something on every machine

	"jianbao/internal/build"
	"jianbao/internal/county"
	"jianbao/internal/problem"
)

// The same input gives the same bytes, whatever the machine: these tests build
// sites under circumstances that a careless program would let show.

// withoutSettings is a county that lists nothing, so that areas and sectors are
// in the order in which files and rows come.
func withoutSettings() map[string][]byte {
	files := map[string][]byte{"minutes/2026-10-22.md": []byte("---\ndate: 2026-10-22\n---\n\n全县整改率{{ 整改率 }}。\n")}
	for i, name := range []string{"沙溪镇", "青石镇", "桥头乡", "北港镇", "大堰镇"} {
		rows := "行业领域,隐患排查数,隐患整改数\n建筑施工,9,8\n危险化学品,7,7\n道路交通,3,1\n"
		files["statistics/2026-10/"+name+".csv"] = []byte(strings.Replace(rows, "9,8", "9,"+string(rune('1'+i)), 1))
	}
	return files
}

func TestTheSameContentGivesTheSameBytes(t *testing.T) {
	for name, content := range map[string]map[string][]byte{"demonstration": county.Demo(), "without settings": withoutSettings()} {
		t.Run(name, func(t *testing.T) {
			want := siteFiles(t, contentOf(content))
			wantSame(t, want, siteFiles(t, contentOf(content)), "again")
			for seed := range uint64(3) {
				shuffled := &shuffledFS{contentOf(content), rand.New(rand.NewPCG(seed, 0))}
				wantSame(t, want, siteFiles(t, shuffled), "folders listed in another order")
			}
			dir := t.TempDir()
			writeFolder(t, dir, content)
			wantSame(t, want, siteFiles(t, os.DirFS(dir)), "from a folder on disk")
		})
	}
}

// The output's and the content's paths, and the folder that the program is
// started in, are nobody's business.
func TestTheSiteDoesNotKnowWhereItIsBuilt(t *testing.T) {
	want := siteFiles(t, contentOf(county.Demo()))
	dir := t.TempDir()
	writeFolder(t, filepath.Join(dir, "某处", "内容"), county.Demo())
	t.Chdir(filepath.Join(dir, "某处"))
	root, err := os.OpenRoot("内容")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	publishTo(t, filepath.Join("..", "网站"), root.FS())
	wantSame(t, want, folder(t, filepath.Join(dir, "网站")), "in another place")

	// over a site that was there, of another county
	publishTo(t, "public", contentOf(withoutSettings()))
	publishTo(t, "public", root.FS())
	wantSame(t, want, folder(t, "public"), "over another site")
	for name, body := range want {
		if strings.Contains(string(body), dir) {
			t.Errorf("%s has a path of this machine in it", name)
		}
	}
}

const outputOfProcess = "TEST_BUILD_OUTPUT"

// TestBuildInAProcessOfItsOwn is no test of its own: it is the run that the next
// one starts.
func TestBuildInAProcessOfItsOwn(t *testing.T) {
	output := os.Getenv(outputOfProcess)
	if output == "" {
		return
	}
	publishTo(t, output, contentOf(county.Demo()))
}

func TestTheMachineDoesNotShow(t *testing.T) {
	want := siteFiles(t, contentOf(county.Demo()))
	for _, environ := range [][]string{
		{"GOMAXPROCS=1"}, {"GOMAXPROCS=7"},
		{"TZ=Asia/Kathmandu"}, {"TZ=America/New_York"}, {"TZ=Pacific/Kiritimati"},
		{"LANG=C", "LC_ALL=C"}, {"LANG=zh_CN.GB18030", "LC_ALL=tr_TR.UTF-8"},
		{"HOME=/nowhere", "USER=somebody"},
	} {
		name := strings.Join(environ, " ")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			output := filepath.Join(t.TempDir(), "public")
			run := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestBuildInAProcessOfItsOwn$")
			run.Env = append(append(os.Environ(), environ...), outputOfProcess+"="+output)
			if out, err := run.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			wantSame(t, want, folder(t, output), name)
		})
	}
}

// wantSame compares two sites file by file; a difference is shown from where it
// begins.
func wantSame(t *testing.T, want, got map[string][]byte, circumstance string) {
	t.Helper()
	if len(want) < 10 {
		t.Fatalf("only %d files", len(want))
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s: %s is there", circumstance, name)
		}
	}
	for name, body := range want {
		other, ok := got[name]
		if !ok {
			t.Errorf("%s: %s is missing", circumstance, name)
			continue
		}
		at := 0
		for at < min(len(body), len(other)) && body[at] == other[at] {
			at++
		}
		if at < max(len(body), len(other)) {
			t.Errorf("%s: %s differs at byte %d: %.80q, want %.80q", circumstance, name, at, other[at:], body[at:])
		}
	}
}

// publishTo builds a site into a folder.
func publishTo(t *testing.T, output string, content fs.FS) {
	t.Helper()
	result, err := build.Site(context.Background(), content, build.Request{Flags: map[string]string{"output": output}})
	if err != nil {
		t.Fatal(err)
	}
	if errors, _ := problem.Count(result.Problems); errors > 0 {
		t.Fatal(problem.Text(result.Problems))
	}
}

func writeFolder(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	for name, body := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, body, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// shuffledFS lists folders in any order, as the file systems of USB sticks do.
// It has no ReadDir of its own, which would have to sort.
type shuffledFS struct {
	content fs.FS
	random  *rand.Rand
}

func (s *shuffledFS) Open(name string) (fs.File, error) {
	f, err := s.content.Open(name)
	if dir, ok := f.(fs.ReadDirFile); ok && err == nil {
		return shuffledDir{dir, s.random}, nil
	}
	return f, err
}

type shuffledDir struct {
	fs.ReadDirFile
	random *rand.Rand
}

func (d shuffledDir) ReadDir(n int) ([]fs.DirEntry, error) {
	entries, err := d.ReadDirFile.ReadDir(n)
	d.random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return entries, err
}
