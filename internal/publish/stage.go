package publish

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// carryOut builds the new site beside the old one and swaps them.
func (p *plan) carryOut(ctx context.Context) error {
	if err := os.MkdirAll(filepath.Dir(p.before.dir), 0o755); err != nil {
		return failed(filepath.Dir(p.before.dir), err)
	}
	holder, err := newHolder(p.before.dir)
	if err != nil {
		return failed(filepath.Dir(p.before.dir), err)
	}
	defer holder.remove()
	s := stage{plan: p, to: holder.newSite(), linkable: true, made: map[string]bool{}}
	if err := s.fill(ctx); err != nil {
		return err
	}
	return holder.swap(p.before)
}

// stage is the folder in which the new site is put together.
type stage struct {
	*plan
	to       string
	linkable bool            // until a hard link fails
	made     map[string]bool // folders that are there, by slash-separated path
}

func (s *stage) fill(ctx context.Context) error {
	if err := os.Mkdir(s.to, 0o755); err != nil {
		return failed(s.to, err)
	}
	for _, f := range s.files {
		if err := interrupted(ctx); err != nil {
			return err
		}
		if err := s.put(f); err != nil {
			return failed(f.Path, err)
		}
	}
	for _, name := range s.before.theirs {
		if err := interrupted(ctx); err != nil {
			return err
		}
		if err := s.keep(name); err != nil {
			return failed(name, err)
		}
	}
	if s.before.exists {
		if err := os.Chmod(s.to, s.before.mode); err != nil {
			return failed(s.to, err)
		}
	}
	return interrupted(ctx)
}

// put brings one file of the site into the stage.
func (s *stage) put(f File) error {
	path, err := s.room(f.Path)
	if err != nil {
		return err
	}
	if !s.same[f.Path] {
		return os.WriteFile(path, f.Body, 0o644)
	}
	if s.link(f.Path, path) {
		return nil
	}
	return write(path, f.Body, 0o644, s.before.ours[f.Path].ModTime())
}

// keep brings one file of someone else's into the stage.
func (s *stage) keep(name string) error {
	path, err := s.room(name)
	if err != nil {
		return err
	}
	old := s.before.path(name)
	info, err := os.Lstat(old)
	if err != nil {
		return err
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		to, err := os.Readlink(old)
		if err != nil {
			return err
		}
		return os.Symlink(to, path)
	}
	if s.link(name, path) {
		return nil
	}
	body, err := os.ReadFile(old)
	if err != nil {
		return err
	}
	return write(path, body, info.Mode().Perm(), info.ModTime())
}

// room returns where a file goes, and makes the folders above it, but not the
// stage itself: if someone took that away, half a site would be complete.
func (s *stage) room(name string) (string, error) {
	path := filepath.Join(s.to, filepath.FromSlash(name))
	folder := parent(name)
	if folder == "" || s.made[folder] {
		return path, nil
	}
	s.made[folder] = true
	above, err := s.room(folder)
	if err == nil {
		err = os.Mkdir(above, 0o755)
	}
	return path, err
}

// link shares an old file with the new site. After the first failure it is not
// tried again: the file system has no links.
func (s *stage) link(name, path string) bool {
	s.linkable = s.linkable && os.Link(s.before.path(name), path) == nil
	return s.linkable
}

// write writes a file that keeps its old time.
func write(path string, body []byte, mode fs.FileMode, modified time.Time) error {
	if err := os.WriteFile(path, body, mode); err != nil {
		return err
	}
	return os.Chtimes(path, time.Time{}, modified)
}
