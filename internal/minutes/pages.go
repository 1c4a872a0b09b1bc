package minutes

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/parser"

	"jianbao/internal/problem"
)

// ReadPages reads the texts in dir that belong to no meeting, in the order of
// their front matter's order, then their names. A file's name becomes an address,
// so it must be ASCII: small letters, digits and hyphens.
func ReadPages(fsys fs.FS, dir string) ([]Page, []problem.Problem) {
	files, problems := listMarkdown(fsys, dir)
	p := newParser()
	pages, found := readAll(files, func(file string) (*Page, []problem.Problem) { return readPage(fsys, dir, file, p) })
	slices.SortStableFunc(pages, func(a, b Page) int { return cmp.Or(cmp.Compare(a.Order, b.Order), cmp.Compare(a.Name, b.Name)) })
	return pages, problem.Sort(append(problems, found...))
}

// pageKeys are the keys of a page's front matter.
func pageKeys() keys {
	return keys{{names: []string{"title", "标题"}}, {names: []string{"order", "顺序", "次序"}}}
}

func readPage(fsys fs.FS, dir, file string, p parser.Parser) (*Page, []problem.Problem) {
	name, ok := pageName(dir, file)
	if !ok {
		return nil, []problem.Problem{{
			Code: problem.UnknownFile, Severity: problem.Warning, Place: problem.Place{File: file},
			Message: "文件名" + problem.Quote(path.Base(file)) + "不能用作网页地址，没有读取。",
			Advice:  "请改用小写英文字母、数字和连字符命名，例如 guide.md，并直接放在 " + dir + " 文件夹里。",
		}}
	}
	src, fm, problems := readSource(fsys, file, pageKeys())
	if src == nil {
		return nil, problems
	}
	page := Page{Name: name, Place: src.place}
	order, found := readOrder(fm.fields["order"])
	page.Order, problems = order, append(problems, found...)
	page.Text, page.Title, found = parseBody(p, src, fm.text("title"))
	page.Title = cmp.Or(page.Title, name)
	page.body.prefix = name + "-"
	return &page, append(problems, found...)
}

// pageName returns what a page is called in addresses.
func pageName(dir, file string) (string, bool) {
	name := strings.TrimPrefix(file, dir+"/")
	name = name[:len(name)-len(".md")]
	return name, name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789-") == ""
}

func readOrder(f field) (int, []problem.Problem) {
	if f.text() == "" {
		return 0, nil
	}
	n, err := strconv.Atoi(f.text())
	if err != nil {
		return 0, []problem.Problem{{
			Code: problem.UnreadableNumber, Severity: problem.Error, Place: f.place,
			Message: "“" + f.key + "”写的是" + problem.Quote(f.text()) + "，不是一个整数。", Advice: "请写成 1、2、3 这样的数字。",
		}}
	}
	return n, nil
}
