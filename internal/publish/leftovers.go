package publish

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
)

// abandoned reports whether the holder is of a run of ours that is over.
func (h holder) abandoned() bool {
	b, err := os.ReadFile(filepath.Join(h.path, ownerName))
	if err != nil {
		return false
	}
	var o owner
	if json.Unmarshal(b, &o) != nil || o.Program != "jianbao" {
		return false
	}
	host, _ := os.Hostname()
	return o.Host == host && (o.PID == os.Getpid() || !alive(o.PID))
}

// alive reports whether a process runs. In doubt it does.
func alive(pid int) bool {
	process, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	defer process.Release()
	if runtime.GOOS == "windows" {
		return true // FindProcess has opened it
	}
	err = process.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, fs.ErrPermission)
}

// cleanUp removes what killed runs left beside dir. When one was killed between
// the renames, the old site is put back.
func cleanUp(dir string) error {
	entries, err := os.ReadDir(filepath.Dir(dir))
	if err != nil {
		return nil // no folder, nothing left in it
	}
	for _, entry := range entries {
		h := holder{filepath.Join(filepath.Dir(dir), entry.Name()), dir}
		if !entry.IsDir() || !strings.HasPrefix(entry.Name(), holderPrefix(dir)) || !h.abandoned() {
			continue
		}
		if missing(dir) && !missing(h.oldSite()) {
			if err := rename(h.oldSite(), dir); err != nil {
				return lost(dir, h.oldSite(), err)
			}
		}
		h.remove()
	}
	return nil
}
