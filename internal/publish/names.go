package publish

import (
	"fmt"
	"io/fs"
	"strings"
)

// maxPath leaves room for the folder's own path within the 260 characters that
// Windows allows.
const maxPath = 160

// names are those of a site's files, which every file system has to take and to
// tell apart.
type names struct {
	seen   map[string]string // lower-case path -> path, of files and folders
	isFile map[string]bool
}

func newNames() names { return names{map[string]string{}, map[string]bool{}} }

// add takes one more.
func (n names) add(name string) error {
	if reason := unsafe(name); reason != "" {
		return badName(name, reason)
	}
	if n.isFile[name] {
		return badName(name, "出现了两次")
	}
	for path := name; path != ""; path = parent(path) {
		switch other, ok := n.seen[strings.ToLower(path)]; {
		case ok && other != path:
			return badName(name, "与“"+other+"”只有大小写不同")
		case ok && (path == name || n.isFile[path]):
			return badName(name, "与“"+path+"”冲突，一个是文件，一个是文件夹")
		}
	}
	n.isFile[name] = true
	for path := name; path != ""; path = parent(path) {
		n.seen[strings.ToLower(path)] = path
	}
	return nil
}

// parent returns the folder that holds path, or "" for the site's root.
func parent(path string) string {
	return path[:max(strings.LastIndexByte(path, '/'), 0)]
}

// unsafe says why a path cannot be one of a site, or "".
func unsafe(path string) string {
	switch {
	case !fs.ValidPath(path) || path == ".":
		return "不是网站内的相对路径"
	case len(path) > maxPath:
		return fmt.Sprintf("超过 %d 个字符", maxPath)
	case strings.ContainsFunc(path, notPortable):
		return "含有英文字母、数字和常用符号以外的字符"
	}
	for name := range strings.SplitSeq(path, "/") {
		if strings.HasSuffix(name, ".") {
			return "有以点结尾的部分"
		}
		if isDevice(name) {
			return "是 Windows 的设备名"
		}
	}
	return ""
}

// notPortable is true for what Windows refuses in a name and for what means
// something else in an address.
func notPortable(r rune) bool {
	return r <= ' ' || r > '~' || strings.ContainsRune(`\:*?"<>|#%`, r)
}

// isDevice reports whether Windows opens a device of this name, whatever its ending.
func isDevice(name string) bool {
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch base {
	case "con", "prn", "aux", "nul", "conin$", "conout$":
		return true
	}
	numbered := strings.HasPrefix(base, "com") || strings.HasPrefix(base, "lpt")
	return numbered && len(base) == 4 && base[3] >= '0' && base[3] <= '9'
}
