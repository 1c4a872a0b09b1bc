package build

import (
	"bytes"
	"io/fs"
	"time"

	"jianbao/internal/publish"
)

// memory is the files of a site by their paths, before they are written; it has
// no folders.
type memory map[string][]byte

func memoryOf(files []publish.File) memory {
	m := make(memory, len(files))
	for _, f := range files {
		m[f.Path] = f.Body
	}
	return m
}

// Open implements [fs.FS].
func (m memory) Open(name string) (fs.File, error) {
	body, ok := m[name]
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
