package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// Kind tells errors apart for those who act on them.
type Kind int

// The kinds of errors.
const (
	Other       Kind = iota // the operating system refused, see Err
	BadName                 // a file of the site has a name that cannot be used: a fault of theme or program
	Foreign                 // the output folder, or a file in it, is not ours
	Overlap                 // the output folder and a folder that is read lie in each other
	NotAFolder              // the output cannot be a folder
	NoRoom                  // the disk or the quota is full
	Denied                  // no right to write there, or a read-only disk
	Busy                    // the folder is in use and could not be renamed
	Interrupted             // the context ended
	Lost                    // the old site could not be put back, and stands where Advice says
)

// Error is what went wrong, for the person at the desk.
type Error struct {
	Kind    Kind
	Message string // the fact, in Chinese
	Advice  string // what to do
	Err     error  // what the operating system said, or nil
}

// Error returns the fact with the operating system's own words behind it. Of an
// interruption it has none: “context canceled” says nothing at a desk.
func (e *Error) Error() string {
	if e.Err == nil || e.Kind == Interrupted {
		return e.Message
	}
	return strings.TrimSuffix(e.Message, "。") + "（" + e.Err.Error() + "）。"
}

// Unwrap returns the operating system's error, or the context's.
func (e *Error) Unwrap() error { return e.Err }

func badName(name, reason string) *Error {
	return &Error{BadName, "网站的文件名“" + name + "”" + reason + "。", "请检查主题和设置中的编号；若没有改动过，请向开发者报告。", nil}
}

func foreignFolder(dir string, theirs []string) *Error {
	some := strings.Join(theirs[:min(len(theirs), 3)], "、")
	if len(theirs) > 3 {
		some += fmt.Sprintf(" 等 %d 个", len(theirs))
	}
	return &Error{Foreign,
		"输出文件夹“" + dir + "”里有不是本程序生成的文件（" + some + "），为免误删，没有写入。",
		"请用 --output 换一个空的或新的文件夹，或者先把其中的文件移走。", nil}
}

func foreignFile(dir, name string) *Error {
	return &Error{Foreign,
		"输出文件夹“" + dir + "”里的“" + name + "”不是本程序生成的，但与网站的文件同名，没有覆盖。",
		"请把它移走或改名，再重新生成。", nil}
}

func notAFolder(dir, reason string) *Error {
	return &Error{NotAFolder, "输出位置“" + dir + "”" + reason + "，不能写入网站。", "请用 --output 换一个文件夹。", nil}
}

func busy(dir string, err error) *Error {
	if kind := kindOf(err); kind == NoRoom {
		return failed(dir, err).(*Error)
	}
	return &Error{Busy,
		"输出文件夹“" + dir + "”正在使用，没有换上新网站，原来的网站保持不变。",
		"请关闭正在显示其中文件的浏览器和资源管理器窗口，再重新生成；如果它是磁盘的挂载点，请改用其中的子文件夹。", err}
}

func changed(dir, name string) error {
	return &Error{Busy,
		"输出文件夹“" + dir + "”里的“" + name + "”在生成网站的时候被改动了，没有换上新网站。",
		"请等别的程序写完，再重新生成。", nil}
}

func lost(dir, kept string, err error) *Error {
	return &Error{Lost,
		"换上新网站时出错，原来的网站暂存在“" + kept + "”。",
		"请把这个文件夹移回并改名为“" + filepath.Base(dir) + "”，或排除故障后重新生成。", err}
}

// interrupted returns an error once ctx has ended.
func interrupted(ctx context.Context) error {
	if ctx.Err() == nil {
		return nil
	}
	return &Error{Interrupted, "已中断，没有写入，原来的网站保持不变。", "请重新生成。", context.Cause(ctx)}
}

// failed words what the operating system said about a path.
func failed(path string, err error) error {
	if ours := (*Error)(nil); errors.As(err, &ours) {
		return ours
	}
	switch kind := kindOf(err); kind {
	case NoRoom:
		return &Error{kind, "磁盘空间不足，没有写入，原来的网站保持不变。", "请清理磁盘，或用 --output 换一个磁盘。", err}
	case Denied:
		return &Error{kind, "没有写入“" + path + "”的权限，原来的网站保持不变。", "请用 --output 换一个可以写入的文件夹（它的上一级也要可以写入），或请管理员授权。", err}
	case NotAFolder:
		return &Error{kind, "“" + path + "”的上一级中有一个不是文件夹。", "请用 --output 换一个文件夹。", err}
	}
	return &Error{Other, "写入“" + path + "”时出错，原来的网站保持不变。", "请检查磁盘，或用 --output 换一个文件夹。", err}
}

// kindOf classes an error of the operating system.
func kindOf(err error) Kind {
	const diskFull, handleDiskFull = syscall.Errno(112), syscall.Errno(39) // on Windows
	windows := runtime.GOOS == "windows"
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT),
		windows && (errors.Is(err, diskFull) || errors.Is(err, handleDiskFull)):
		return NoRoom
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return Denied
	case errors.Is(err, syscall.ENOTDIR):
		return NotAFolder
	}
	return Other
}
