package site

import (
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Theme lays an office's own theme over a base theme, file by file: a file
// that user has is taken from there, every other from base. Folders show the
// files of both.
func Theme(user, base fs.FS) fs.FS { return overlay{user, base} }

type overlay struct{ user, base fs.FS }

func (o overlay) Open(name string) (fs.File, error) {
	f, err := o.user.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return o.base.Open(name)
	}
	return f, err
}

// ReadDir lists what either has; where both have a name, the user's entry.
func (o overlay) ReadDir(name string) ([]fs.DirEntry, error) {
	user, err := fs.ReadDir(o.user, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	base, baseErr := fs.ReadDir(o.base, name)
	if err != nil && baseErr != nil {
		return nil, baseErr
	}
	byName := func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) }
	sameName := func(a, b fs.DirEntry) bool { return a.Name() == b.Name() }
	all := slices.Concat(user, base)
	slices.SortStableFunc(all, byName)
	return slices.CompactFunc(all, sameName), nil
}

// ThemeError is a fault in a theme's own files.
type ThemeError struct {
	File   string // relative to the theme's folder
	Line   int    // from 1; 0 for the whole file
	Reason string
}

func (e *ThemeError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("主题文件 %s：%s", e.File, e.Reason)
	}
	return fmt.Sprintf("主题文件 %s 第%d行：%s", e.File, e.Line, e.Reason)
}

// missing is the fault of a theme without a file that it has to have.
func missing(file string) error { return &ThemeError{File: file, Reason: "缺少这个文件。"} }

// templateFault is how text/template and html/template begin what they report:
// "template: NAME:LINE:COLUMN: what is wrong". Their error values have no more
// in them, and not always the line.
var templateFault = regexp.MustCompile(`^(?:html/)?template: ?([^:\s]+)(?::(\d+))?(?::\d+)?: (?s:(.*))$`)

// themeError names the file and line of a fault that a template package
// reported about the template name.
func themeError(err error, name string) error {
	var known *ThemeError
	if errors.As(err, &known) {
		return known
	}
	reason, line := err.Error(), 0
	if m := templateFault.FindStringSubmatch(reason); m != nil {
		name, reason = m[1], m[3]
		line, _ = strconv.Atoi(m[2]) // no number: the whole file
	}
	return &ThemeError{File: templateFile(name), Line: line, Reason: inWords(reason)}
}

// The faults of a template that runs, as text/template reports them.
var (
	runFault   = regexp.MustCompile(`^(?s:executing ".*?" at <(.*?)>: (.*))$`)
	wrongField = regexp.MustCompile(`^can't evaluate field (\S+) in type`)
)

// inWords says in words what goes wrong when an office's theme runs, which most
// often was made for other fields. Anything else stays as reported, in one line.
func inWords(reason string) string {
	const seeReadme = "，能用的各项见 themes/default/README.md。"
	if m := runFault.FindStringSubmatch(reason); m != nil {
		place, fault := m[1], m[2]
		if _, own, ok := strings.Cut(fault, "error calling str: "); ok {
			return own
		}
		if field := wrongField.FindStringSubmatch(fault); field != nil {
			return "没有 ." + field[1] + " 这一项" + seeReadme
		}
		if strings.HasPrefix(fault, "range can't iterate over") {
			return place + " 不是可以逐项列出（range）的：写好的 HTML 请直接写 {{" + place + "}}" + seeReadme
		}
	}
	return oneLine(reason)
}

// oneLine is the beginning of a report that may quote what was being written.
func oneLine(reason string) string {
	const most = 150 // characters
	line, _, _ := strings.Cut(reason, "\n")
	line = strings.Map(func(r rune) rune {
		if r < ' ' {
			return -1
		}
		return r
	}, line)
	if runes := []rune(line); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return line
}
