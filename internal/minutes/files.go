package minutes

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// maxSize is the most that one file may have. Minutes have some kilobytes; what
// is a thousand times that is no minutes.
const maxSize = 4 << 20

// listMarkdown returns the paths of the .md files in dir and its folders, in
// the order of their names. A folder that is not there holds nothing. Other
// files are problems, but for the hidden ones that systems and word processors
// leave behind.
func listMarkdown(fsys fs.FS, dir string) (files []string, problems []problem.Problem) {
	_ = fs.WalkDir(fsys, dir, func(name string, d fs.DirEntry, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			problems = append(problems, unreadable(name, "无法打开“"+path.Base(name)+"”："+cause(err)+"。", "请检查它的权限。"))
			return nil
		case name != dir && isHidden(path.Base(name)):
			if d.IsDir() {
				return fs.SkipDir
			}
		case d.IsDir():
		case strings.EqualFold(path.Ext(name), ".md"):
			files = append(files, name)
		default:
			problems = append(problems, unknownFile(name, dir))
		}
		return nil
	})
	return files, problems
}

// isHidden reports whether a name is one of those that systems (.DS_Store,
// Thumbs.db, desktop.ini) and word processors (~$纪要.docx, .~lock.x#) leave.
func isHidden(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini":
		return true
	}
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~")
}

func unknownFile(name, dir string) problem.Problem {
	return problem.Problem{
		Code: problem.UnknownFile, Severity: problem.Warning, Place: problem.Place{File: name},
		Message: "文件" + problem.Quote(path.Base(name)) + "不是 .md 文件，没有读取。",
		Advice:  "请把内容另存为 .md 放在 " + dir + " 文件夹；不需要的文件请移走。",
	}
}

func unreadable(name, message, advice string) problem.Problem {
	return problem.Problem{
		Code: problem.UnreadableFile, Severity: problem.Error, Place: problem.Place{File: name},
		Message: message, Advice: advice,
	}
}

// readText reads and decodes one file.
func readText(fsys fs.FS, name string) (string, *problem.Problem) {
	data, err := readBounded(fsys, name)
	if errors.Is(err, errTooBig) {
		p := unreadable(name, fmt.Sprintf("文件超过 %d MB，不像是一份文稿。", maxSize>>20), "请检查是否放错了文件，或把它分成几份。")
		return "", &p
	}
	if err != nil {
		p := unreadable(name, "无法读取文件："+cause(err)+"。", "请确认文件可以打开，再试一次。")
		return "", &p
	}
	text, err := zh.Decode(data)
	if err != nil {
		p := unreadable(name, err.Error()+"。", "请用记事本或 WPS 打开，另存为 UTF-8 编码的纯文本 .md 文件。")
		if e, ok := errors.AsType[*zh.EncodingError](err); ok {
			p.Place.Row = e.Line
		}
		return "", &p
	}
	return text, nil
}

// errTooBig is a file that is no text of a meeting.
var errTooBig = fmt.Errorf("larger than %d MB", maxSize>>20)

// readBounded reads a file as a whole, unless it is too big. It reads by name: so a
// caller's file system knows what was read.
func readBounded(fsys fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxSize {
		return nil, errTooBig
	}
	data, err := fs.ReadFile(fsys, name)
	if err == nil && len(data) > maxSize { // it grew
		return nil, errTooBig
	}
	return data, err
}

// cause is what went wrong, without the path, which a problem has already.
func cause(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		err = e.Err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return "没有权限"
	case errors.Is(err, fs.ErrNotExist):
		return "文件不存在"
	}
	return err.Error()
}
