package publish

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// stage is the folder beside the output folder in which the new site is put together.
type stage struct {
	holder
	before   *folder
	linkable bool            // until a hard link fails
	made     map[string]bool // folders that are there, by slash-separated path
	above    string          // the uppermost of the folders that were made for it, or ""
}

func openStage(before *folder) (*stage, error) {
	above := filepath.Dir(before.dir)
	made := ""
	for path := above; missing(path); path = filepath.Dir(path) {
		made = path
	}
	if err := os.MkdirAll(above, 0o755); err != nil {
		return nil, failed(above, err)
	}
	holder, err := newHolder(before.dir)
	if err != nil {
		return nil, failed(above, err)
	}
	s := &stage{holder: holder, before: before, linkable: true, made: map[string]bool{}, above: made}
	if err := os.Mkdir(s.newSite(), 0o755); err != nil {
		s.remove()
		return nil, failed(s.newSite(), err)
	}
	return s, nil
}

// remove takes the stage away, and the empty folders that were made for it.
func (s *stage) remove() {
	s.holder.remove()
	if s.above == "" {
		return
	}
	for path := filepath.Dir(s.before.dir); os.Remove(path) == nil && path != s.above; {
		path = filepath.Dir(path)
	}
}

// complete brings the files that did not change, and those of others, to what
// was written.
func (s *stage) complete(ctx context.Context, same []string) error {
	for _, name := range slices.Concat(same, s.before.theirs) {
		if err := interrupted(ctx); err != nil {
			return err
		}
		if err := s.keep(name); err != nil {
			return failed(name, err)
		}
	}
	if s.before.exists {
		if err := os.Chmod(s.newSite(), s.before.mode); err != nil {
			return failed(s.newSite(), err)
		}
	}
	return interrupted(ctx)
}

// keep brings one file of the old folder into the stage.
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
	path := filepath.Join(s.newSite(), filepath.FromSlash(name))
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
