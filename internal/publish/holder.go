package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// holder is the folder beside the output folder that a run works in.
type holder struct {
	path   string
	target string // the output folder
}

const (
	ownerName = "owner.json"
	newName   = "new"
	oldName   = "old"
)

// owner says which run a holder belongs to.
type owner struct {
	Program string `json:"program"`
	Host    string `json:"host"`
	PID     int    `json:"pid"`
}

func (h holder) newSite() string { return filepath.Join(h.path, newName) }
func (h holder) oldSite() string { return filepath.Join(h.path, oldName) }

// holderPrefix begins the names of all holders of one output folder.
func holderPrefix(dir string) string { return "." + filepath.Base(dir) + ".new-" }

func newHolder(dir string) (holder, error) {
	path, err := os.MkdirTemp(filepath.Dir(dir), holderPrefix(dir))
	if err != nil {
		return holder{}, err
	}
	host, _ := os.Hostname() // "" is a name like any other
	b, err := json.Marshal(owner{"jianbao", host, os.Getpid()})
	if err == nil {
		err = os.WriteFile(filepath.Join(path, ownerName), b, 0o644)
	}
	if err != nil {
		os.RemoveAll(path)
	}
	return holder{path, dir}, err
}

// swap puts the new site in the old one's place. The old one is put back if
// the second rename fails.
func (h holder) swap(before *folder) error {
	if before.exists {
		if err := rename(before.dir, h.oldSite()); err != nil {
			return busy(before.dir, err)
		}
	}
	err := rename(h.newSite(), before.dir)
	if err == nil {
		return nil
	}
	if before.exists {
		if again := rename(h.oldSite(), before.dir); again != nil {
			return lost(before.dir, h.oldSite(), errors.Join(err, again))
		}
	}
	return busy(before.dir, err)
}

// remove takes the holder away, unless it holds an old site that could not be
// put back. What cannot be removed is the next run's to clean up, so errors do
// not matter; the owner goes last, or the next run would not know it.
func (h holder) remove() {
	if missing(h.target) && !missing(h.oldSite()) {
		return
	}
	if os.RemoveAll(h.newSite()) == nil && os.RemoveAll(h.oldSite()) == nil {
		os.RemoveAll(h.path)
	}
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, fs.ErrNotExist)
}

// rename is os.Rename, tried again for a second on Windows, where virus scanners
// and indexers hold new files open for moments.
func rename(from, to string) error {
	err := os.Rename(from, to)
	for wait := 50 * time.Millisecond; runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission) && wait < time.Second; wait *= 2 {
		time.Sleep(wait)
		err = os.Rename(from, to)
	}
	return err
}
