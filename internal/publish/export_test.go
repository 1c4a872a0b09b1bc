package publish

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
)

// All publishes files, of which those of a name that is a manifest's are left
// out: Finish makes it.
func All(ctx context.Context, dir string, files []File) (Report, error) {
	s, err := Begin(ctx, dir)
	if err != nil {
		return Report{}, err
	}
	defer s.Abandon()
	for _, f := range files {
		if f.Path == ManifestName {
			continue
		}
		if err := s.Put(ctx, f); err != nil {
			return Report{}, err
		}
	}
	return s.Finish(ctx, testGenerator, nil)
}

const testGenerator = "jianbao test"

// Manifest is what Finish is going to write for files.
func Manifest(files []File) File {
	var outputs []entry
	for _, f := range files {
		if sum := sha256.Sum256(f.Body); !f.Stays {
			outputs = append(outputs, entry{f.Path, hex.EncodeToString(sum[:])})
		}
	}
	return File{Path: ManifestName, Body: manifestOf(testGenerator, nil, outputs)}
}

// HasNoLinks makes the file system one that knows no hard links, as USB sticks do.
func (s *Site) HasNoLinks() error {
	err := s.open()
	if err == nil {
		s.stage.linkable = false
	}
	return err
}
