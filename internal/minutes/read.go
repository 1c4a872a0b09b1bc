package minutes

import (
	"cmp"
	"io/fs"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/parser"
	"golang.org/x/sync/errgroup"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// Read reads the minutes in dir and its folders. The documents are in the order
// of their dates, those of one day in that of their files' names; two of one day
// have the IDs 2026-10-22 and 2026-10-22-2. A file without any date is only in
// the problems.
func Read(fsys fs.FS, dir string) ([]Document, []problem.Problem) {
	files, problems := listMarkdown(fsys, dir)
	p := newParser()
	docs, found := readAll(files, func(file string) (*Document, []problem.Problem) { return readDocument(fsys, file, p) })
	docs = slices.DeleteFunc(docs, func(d Document) bool { return d.Meeting.Date.IsZero() })
	slices.SortStableFunc(docs, func(a, b Document) int {
		return cmp.Or(a.Meeting.Date.Compare(b.Meeting.Date), strings.Compare(bareName(a), bareName(b)))
	})
	number(docs)
	return docs, problem.Sort(append(problems, found...))
}

// bareName orders the meetings of one day: 2026-10-22.md stands before
// 2026-10-22-2.md, though "." stands behind "-".
func bareName(d Document) string { return strings.TrimSuffix(d.Meeting.Place.File, ".md") }

// readAll reads files side by side; the results are in the order of the files.
func readAll[T any](files []string, read func(file string) (*T, []problem.Problem)) ([]T, []problem.Problem) {
	results, problems := make([]*T, len(files)), make([][]problem.Problem, len(files))
	var g errgroup.Group
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, file := range files {
		g.Go(func() error {
			results[i], problems[i] = read(file)
			return nil
		})
	}
	_ = g.Wait() // what goes wrong is in problems
	all := make([]T, 0, len(files))
	for _, r := range results {
		if r != nil {
			all = append(all, *r)
		}
	}
	return all, slices.Concat(problems...)
}

// number gives the sorted documents their IDs.
func number(docs []Document) {
	same := 1
	for i := range docs {
		same++
		if i == 0 || docs[i].Meeting.Date != docs[i-1].Meeting.Date {
			same = 1
		}
		id := docs[i].Meeting.Date.String()
		if same > 1 {
			id += "-" + strconv.Itoa(same)
		}
		docs[i].Meeting.ID = id
		docs[i].body.prefix = "m" + id + "-"
	}
}

func readDocument(fsys fs.FS, file string, p parser.Parser) (*Document, []problem.Problem) {
	src, fm, problems := readSource(fsys, file, meetingKeys())
	if src == nil {
		return nil, problems
	}
	meeting, found := readMeeting(src, fm)
	problems = append(problems, found...)
	d := Document{Meeting: meeting}
	d.Text, d.Meeting.Title, found = parseBody(p, src, meeting.Title)
	problems = append(problems, found...)
	d.Meeting.Title = cmp.Or(d.Meeting.Title, titleOf(meeting.Date))
	d.Meeting.Actions, d.Earlier, found = readActions(&d.Text, meeting.Date)
	return &d, append(problems, found...)
}

// titleOf is the title of minutes that say none.
func titleOf(d record.Date) string {
	if d.IsZero() {
		return "会议纪要"
	}
	return d.Chinese() + "会议纪要"
}

// readSource reads a file up to the point where its body can be parsed; the
// source is nil when it cannot.
func readSource(fsys fs.FS, file string, known keys) (*source, frontMatter, []problem.Problem) {
	text, p := readText(fsys, file)
	if p != nil {
		return nil, frontMatter{}, []problem.Problem{*p}
	}
	src := newSource(problem.Place{File: file}, text)
	if problems := append(src.findSecrecyMark(), src.checkLimits()...); len(problems) > 0 {
		return nil, frontMatter{}, problems
	}
	problems := src.hidePersonal()
	fm, found := cutFrontMatter(src, known)
	return src, fm, append(problems, found...)
}
