package site_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/site"
	"jianbao/themes"
)

// plain is the default theme before `make assets`, wherever the tests run.
type plain struct{ fs.FS }

func (p plain) Open(name string) (fs.File, error) {
	if name == "assets" || strings.HasPrefix(name, "assets/") {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return p.FS.Open(name)
}

func own(files map[string]string) fs.FS {
	m := fstest.MapFS{}
	for name, text := range files {
		m[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return site.Theme(m, plain{themes.Default()})
}

func TestOwnThemeReplacesFileByFile(t *testing.T) {
	files, err := site.RenderAll(sample(), own(map[string]string{
		"components/trail/trail.html":    "\ufeff\r\n  <p class=\"own\">{{.Title}}</p>\r\n",
		"components/extra/extra.css":     ".extra { color: red; }",
		"components/extra/extra.js":      "\"use strict\";",
		"assets/seal.png":                "PNG",
		"assets/.DS_Store":               "x",
		"assets/Thumbs.db":               "x",
		"components/menu/notes.txt":      "x",
		"components/menu/menu - 副本.html": "{{",
		"components/menu/list.html":      "{{",
	}))
	if err != nil {
		t.Fatal(err)
	}
	page := parse(t, bodyOf(t, files, "months/2026-10.html"))
	in(t, page, "p.own", hasText("2026年10月"))
	in(t, page, "head script", hasAttr("src", "../assets/site.js"))
	if css := string(bodyOf(t, files, "assets/site.css")); !strings.Contains(css, ".extra {") || !strings.Contains(css, ".masthead {") {
		t.Error("the style sheet lacks the own part or the default one")
	}
	var assets []string
	for _, f := range files {
		if strings.HasPrefix(f.Path, "assets/") && !strings.HasPrefix(f.Path, "assets/search/") {
			assets = append(assets, f.Path)
		}
	}
	if diff := cmp.Diff([]string{"assets/handout.css", "assets/seal.png", "assets/site.css", "assets/site.js"}, assets); diff != "" {
		t.Error(diff)
	}
}

func TestStyleSheetHasBaseFirstAndPrintLast(t *testing.T) {
	css := string(bodyOf(t, render(t, sample()), "assets/site.css"))
	var order []int
	for _, name := range []string{"layouts/base.css", "layouts/article.css", "layouts/index.css", "components/figure/figure.css", "components/table/table.css", "layouts/print.css"} {
		order = append(order, strings.Index(css, "/* "+name))
	}
	for i := range order[1:] {
		if order[i] < 0 || order[i] > order[i+1] {
			t.Fatalf("places in the style sheet: %v", order)
		}
	}
}

func TestPagesLoadOneClassicScript(t *testing.T) {
	for _, f := range render(t, sample()) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		body, want := string(f.Body), 1
		if f.Path == "search.html" {
			want = 2
		}
		if strings.Count(body, "<script defer src=") != want || strings.Contains(body, "module") {
			t.Errorf("%s does not load %d classic, deferred scripts", f.Path, want)
		}
	}
}

func TestThemeFaultsNameFileAndLine(t *testing.T) {
	for _, c := range []struct{ name, file, text, want string }{
		{"not closed", "components/menu/menu.html", "<nav>\n{{if}}\n</nav>", "主题文件 components/menu/menu.html 第2行：missing value for if"},
		{"no such field", "layouts/index.html", "\n\n{{.Titel}}", "主题文件 layouts/index.html 第3行：没有 .Titel 这一项，能用的各项见 themes/default/README.md。"},
		{"no such word", "components/pager/pager.html", "\n{{str \"later\"}}", "主题文件 components/pager/pager.html 第2行：strings.json 中没有“later”"},
		{"a menu of before", "components/menu/menu.html", "\n{{range .Menu}}{{.Text}}{{end}}", "主题文件 components/menu/menu.html 第2行：.Menu 不是可以逐项列出（range）的：写好的 HTML 请直接写 {{.Menu}}，能用的各项见 themes/default/README.md。"},
		{"sections of before", "components/sections/sections.html", "{{range .Sections}}\n{{range .Blocks}}{{.}}{{end}}{{end}}", "主题文件 components/sections/sections.html 第2行：.Blocks 不是可以逐项列出（range）的：写好的 HTML 请直接写 {{.Blocks}}，能用的各项见 themes/default/README.md。"},
		{"no such function", "components/list/list.html", "{{now}}", `主题文件 components/list/list.html 第1行：function "now" not defined`},
		{"no such component", "layouts/base.html", `{{template "foot" .}}`, "主题文件 layouts/base.html"},
		{"half a tag", "components/list/list.html", "<a href={{if .Rows}}\"x{{end}}>", "主题文件 components/list/list.html 第1行："},
		{"not UTF-8", "components/list/list.css", "/* \xd6\xd0 */", "主题文件 components/list/list.css：不是 UTF-8 编码，请另存为 UTF-8。"},
		{"a file of the index", "assets/search/head.js", "1", "主题文件 assets/search/head.js：这个文件夹是查找用的"},
		{"not JSON", "strings.json", "{\n\"skip\": \"跳到正文\"\n\"demo\": \"\"}", "主题文件 strings.json 第3行：invalid character"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := site.RenderAll(sample(), own(map[string]string{c.file: c.text}))
			var fault *site.ThemeError
			if !errors.As(err, &fault) {
				t.Fatalf("got %v, want a ThemeError", err)
			}
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %s\nwant %s", err, c.want)
			}
		})
	}
}

// Windows takes two files whose names differ in case for one.
func TestNamesThatDifferInCaseAreTold(t *testing.T) {
	for range 20 {
		_, err := site.RenderAll(sample(), own(map[string]string{"assets/logo.png": "1", "assets/Logo.png": "2"}))
		if err == nil || err.Error() != "site: 两个文件名只有大小写不同：assets/Logo.png、assets/logo.png" {
			t.Fatal(err)
		}
	}
}

func TestThemeHasToBeComplete(t *testing.T) {
	for _, name := range []string{"layouts/base.html", "layouts/article.html", "components/tasks/tasks.html", "strings.json"} {
		partial := fstest.MapFS{}
		err := fs.WalkDir(themes.Default(), ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path == name {
				return err
			}
			data, err := fs.ReadFile(themes.Default(), path)
			partial[path] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		want := "主题文件 " + name + "：缺少这个文件。"
		if _, err := site.RenderAll(sample(), partial); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}
