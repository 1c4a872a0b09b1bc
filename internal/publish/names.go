package publish

import (
	"fmt"
	"io/fs"
	"strings"
)

// maxPath leaves room for the folder's own path within the 260 characters that
// Windows allows.
const maxPath = 160

// checkNames wants sorted files with names that every file system takes and
// tells apart, and the manifest among them.
func checkNames(files []File) error {
	seen := map[string]string{} // lower-case path -> path, of files and folders
	isFile := map[string]bool{}
	manifest := false
	for _, f := range files {
		if reason := unsafe(f.Path); reason != "" {
			return badName(f.Path, reason)
		}
		if isFile[f.Path] {
			return badName(f.Path, "出现了两次")
		}
		isFile[f.Path] = true
		manifest = manifest || f.Path == ManifestName
		for path := f.Path; path != ""; path = parent(path) {
			if other, ok := seen[strings.ToLower(path)]; ok && other != path {
				return badName(f.Path, "与“"+other+"”只有大小写不同")
			}
			seen[strings.ToLower(path)] = path
		}
		for path := parent(f.Path); path != ""; path = parent(path) {
			if isFile[path] {
				return badName(f.Path, "与文件“"+path+"”冲突")
			}
		}
	}
	if !manifest {
		return badName(ManifestName, "不在网站的文件之中")
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
