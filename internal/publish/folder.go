package publish

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// folder is the output folder as it is before.
type folder struct {
	dir    string
	exists bool
	mode   fs.FileMode
	ours   map[string]fs.FileInfo // files of the last site, by slash-separated path
	theirs []string               // files of someone else's, sorted
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

// resolve returns the folder itself, behind symbolic links. It need not exist.
func resolve(dir string) (string, error) {
	target, err := filepath.Abs(dir)
	if err != nil {
		return "", failed(dir, err)
	}
	if filepath.Dir(target) == target {
		return "", notAFolder(dir, "是整个磁盘")
	}
	real, err := filepath.EvalSymlinks(target)
	if err == nil {
		return real, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", failed(dir, err)
	}
	if _, err := os.Lstat(target); err == nil {
		return "", notAFolder(dir, "是一个失效的链接")
	}
	return target, nil
}

// survey looks at the output folder, and refuses one that is not ours.
func survey(ctx context.Context, dir string) (*folder, error) {
	f := &folder{dir: dir, mode: 0o755, ours: map[string]fs.FileInfo{}}
	info, err := os.Stat(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return f, nil
	}
	if err != nil {
		return nil, failed(dir, err)
	}
	if !info.IsDir() {
		return nil, notAFolder(dir, "是一个文件")
	}
	f.exists, f.mode = true, info.Mode().Perm()
	listed, ours := readManifest(dir)
	err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		if err == nil {
			err = interrupted(ctx)
		}
		if err != nil || entry.IsDir() {
			return err
		}
		return f.add(path, entry, listed)
	})
	if err != nil {
		return nil, failed(dir, err)
	}
	if !ours && len(f.theirs) > 0 {
		return nil, foreignFolder(dir, f.theirs)
	}
	slices.Sort(f.theirs)
	return f, nil
}

// add sorts one file into ours and theirs.
func (f *folder) add(path string, entry fs.DirEntry, listed map[string]bool) error {
	name, err := filepath.Rel(f.dir, path)
	if err != nil {
		return err
	}
	name = filepath.ToSlash(name)
	switch {
	case listed[name]:
		f.ours[name], err = entry.Info()
	case !isDropping(entry.Name()):
		f.theirs = append(f.theirs, name)
	}
	return err
}

// isDropping reports whether file managers leave a file of this name behind.
func isDropping(name string) bool {
	switch strings.ToLower(name) {
	case "thumbs.db", "desktop.ini", ".ds_store", ".directory":
		return true
	}
	return false
}

// claim takes what stays for ours where it is made again.
func (f *folder) claim(name string) error {
	i, found := slices.BinarySearch(f.theirs, name)
	if !found {
		return nil
	}
	info, err := os.Lstat(f.path(name))
	if err != nil {
		return failed(name, err)
	}
	f.ours[name] = info
	f.theirs = slices.Delete(f.theirs, i, i+1)
	return nil
}

// collision reports a file of someone else's where the site wants to have one.
func (f *folder) collision(site names) error {
	for _, name := range f.theirs {
		path := strings.ToLower(name)
		_, taken := site.seen[path]
		for path = parent(path); path != ""; path = parent(path) {
			taken = taken || site.isFile[site.seen[path]]
		}
		if taken {
			return foreignFile(f.dir, name)
		}
	}
	return nil
}
