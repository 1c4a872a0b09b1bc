package build

import (
	"bytes"
	"io/fs"
	"strings"
	"sync"
	"time"

	"jianbao/internal/briefing"
	"jianbao/internal/handout"
	"jianbao/internal/site"
)

// memory is what a browser is shown of a site before it is published: the
// handouts that it prints, and what they load. It has no folders.
type memory struct {
	wanted map[string]bool
	mu     sync.Mutex
	files  map[string][]byte
}

func newMemory(chosen []briefing.Handout) *memory {
	m := &memory{wanted: map[string]bool{handout.NumbersPage: true}, files: map[string][]byte{}}
	for _, h := range chosen {
		m.wanted[h.Path] = true
	}
	return m
}

// keep keeps a file if it is wanted. It may be called from several goroutines.
func (m *memory) keep(f site.File) {
	if m.wanted[f.Path] || strings.HasPrefix(f.Path, "assets/") && !strings.HasPrefix(f.Path, "assets/search/") {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.files[f.Path] = bytes.Clone(f.Body)
	}
}

// Open implements [fs.FS].
func (m *memory) Open(name string) (fs.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	body, ok := m.files[name]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return &memoryFile{bytes.NewReader(body), name}, nil
}

type memoryFile struct {
	*bytes.Reader
	name string
}

// The file is its own description.
func (f *memoryFile) Stat() (fs.FileInfo, error) { return f, nil }
func (f *memoryFile) Close() error               { return nil }
func (f *memoryFile) Name() string               { return f.name }
func (f *memoryFile) Mode() fs.FileMode          { return 0o444 }
func (f *memoryFile) ModTime() time.Time         { return time.Time{} }
func (f *memoryFile) IsDir() bool                { return false }
func (f *memoryFile) Sys() any                   { return nil }
