package publish

import (
	"bytes"
	"context"
	"os"
	"slices"
	"strings"
)

// plan is what has to be done to get from the folder as it is to the site.
type plan struct {
	before *folder
	files  []File
	same   map[string]bool // paths of files that are in the folder already
	gone   int             // files of the old site that the new one does not have
}

// compare reads the old site, as far as sizes agree, and compares.
func compare(ctx context.Context, before *folder, files []File) (*plan, error) {
	if err := before.claim(files); err != nil {
		return nil, err
	}
	p := &plan{before: before, files: files, same: map[string]bool{}, gone: len(before.ours)}
	for _, f := range files {
		if err := interrupted(ctx); err != nil {
			return nil, err
		}
		info, ours := before.ours[f.Path]
		if !ours {
			continue
		}
		p.gone--
		if !info.Mode().IsRegular() || info.Size() != int64(len(f.Body)) {
			continue
		}
		if old, err := os.ReadFile(before.path(f.Path)); err == nil && bytes.Equal(old, f.Body) {
			p.same[f.Path] = true
		}
	}
	return p, before.collision(files)
}

// claim takes what stays for ours where it is made again.
func (f *folder) claim(files []File) error {
	for _, file := range files {
		i, found := slices.BinarySearch(f.theirs, file.Path)
		if !file.Stays || !found {
			continue
		}
		info, err := os.Lstat(f.path(file.Path))
		if err != nil {
			return failed(file.Path, err)
		}
		f.ours[file.Path] = info
		f.theirs = slices.Delete(f.theirs, i, i+1)
	}
	return nil
}

// collision reports a file of someone else's where the site wants to have one.
func (f *folder) collision(files []File) error {
	wanted, folders := map[string]bool{}, map[string]bool{}
	for _, file := range files {
		path := strings.ToLower(file.Path)
		wanted[path] = true
		for path = parent(path); path != ""; path = parent(path) {
			folders[path] = true
		}
	}
	for _, name := range f.theirs {
		path := strings.ToLower(name)
		taken := wanted[path] || folders[path]
		for path = parent(path); path != ""; path = parent(path) {
			taken = taken || wanted[path]
		}
		if taken {
			return foreignFile(f.dir, name)
		}
	}
	return nil
}

// nothing reports whether the folder holds the site already. The same manifest
// lists the same files, so none of the old ones is too many.
func (p *plan) nothing() bool { return len(p.same) == len(p.files) }

func (p *plan) report() Report {
	return Report{
		Written:   len(p.files) - len(p.same),
		Unchanged: len(p.same),
		Removed:   p.gone,
		Kept:      p.before.theirs,
	}
}
