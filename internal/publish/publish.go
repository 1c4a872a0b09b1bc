package publish

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"slices"
	"sync"
)

// File is one file of the site.
type File struct {
	Path string // slash-separated, relative to the site's root
	Body []byte
	// Stays is for what is made now and then, such as a print: the manifest does
	// not list it, and later sites take it along until it is made again.
	Stays bool
}

// Report says what became of the files.
type Report struct {
	Written   int      // new, or other than before
	Unchanged int      // the same as before, with their old time
	Removed   int      // in the old site only
	Kept      []string // not of this program, taken along; sorted
}

// Site is a site on its way into its folder. Nothing of it is seen there before
// [Site.Finish].
type Site struct {
	before *folder
	buffer sync.Pool // of *[compared]byte

	mu      sync.Mutex
	stage   *stage // nil while every file is the same as before
	over    bool   // finished or abandoned
	names   names
	stays   []string // of the names, those of prints
	same    []string // files that are in the folder already
	written int
	outputs []entry // of the manifest
	fault   error   // the first that a file had
}

// compared is how much of an old file is compared at once.
const compared = 64 << 10

// Begin looks at dir, which need not exist, and refuses one that is someone
// else's. The error is an [*Error]. Whoever begins has to call [Site.Finish] or
// [Site.Abandon]. Two sites for one folder at the same time are not allowed.
func Begin(ctx context.Context, dir string) (*Site, error) {
	target, err := resolve(dir)
	if err != nil {
		return nil, err
	}
	if err := cleanUp(target); err != nil {
		return nil, err
	}
	before, err := survey(ctx, target)
	if err != nil {
		return nil, err
	}
	return &Site{before: before, names: newNames(), buffer: sync.Pool{New: func() any { return new([compared]byte) }}}, nil
}

// Put takes one file into the site. It may be called from several goroutines,
// and keeps nothing of the body. The error is an [*Error], and Finish has it too.
func (s *Site) Put(ctx context.Context, f File) error {
	err := s.put(ctx, f)
	if err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.fault = cmp.Or(s.fault, err)
	}
	return err
}

func (s *Site) put(ctx context.Context, f File) error {
	if err := interrupted(ctx); err != nil {
		return err
	}
	old, err := s.enter(f)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(f.Body)
	same := old != nil && old.Mode().IsRegular() && old.Size() == int64(len(f.Body)) && s.isSame(f)
	to, err := s.place(f, same, sum)
	if err != nil || same {
		return err
	}
	if err := os.WriteFile(to, f.Body, 0o644); err != nil {
		return failed(f.Path, err)
	}
	return nil
}

// enter takes the name, and returns what the folder has of that name, or nil.
func (s *Site) enter(f File) (old os.FileInfo, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := s.names.add(f.Path); err != nil {
		return nil, err
	}
	if f.Stays {
		s.stays = append(s.stays, f.Path)
		if err := s.before.claim(f.Path); err != nil {
			return nil, err
		}
	}
	return s.before.ours[f.Path], nil
}

// isSame compares a file of the old site, piece by piece, with what it would become.
func (s *Site) isSame(f File) bool {
	old, err := os.Open(s.before.path(f.Path))
	if err != nil {
		return false
	}
	defer old.Close()
	buffer := s.buffer.Get().(*[compared]byte)
	defer s.buffer.Put(buffer)
	for rest := f.Body; len(rest) > 0; {
		n, err := io.ReadFull(old, buffer[:min(len(rest), compared)])
		if err != nil || !bytes.Equal(buffer[:n], rest[:n]) {
			return false
		}
		rest = rest[n:]
	}
	return true
}

// place notes what becomes of a file, and returns where it has to be written.
func (s *Site) place(f File, same bool, sum [sha256.Size]byte) (path string, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !f.Stays && f.Path != ManifestName {
		s.outputs = append(s.outputs, entry{f.Path, hex.EncodeToString(sum[:])})
	}
	if same {
		s.same = append(s.same, f.Path)
		return "", nil
	}
	s.written++
	if err := s.open(); err != nil {
		return "", err
	}
	if path, err = s.stage.room(f.Path); err != nil {
		return "", failed(f.Path, err)
	}
	return path, nil
}

// open makes the stage, if there is none yet. Missing folders above are made.
func (s *Site) open() (err error) {
	if s.over {
		return &Error{Other, "网站已经写完或放弃了，不能再写入。", "请向开发者报告。", nil}
	}
	if s.stage == nil {
		s.stage, err = openStage(s.before)
	}
	return err
}

// Finish writes the [ManifestName] and makes the folder hold exactly the files
// that were put, and those of others, as they are now: printing takes minutes, and
// somebody may have worked in the folder meanwhile. The error is an [*Error]; with
// one, the folder is as it was.
func (s *Site) Finish(ctx context.Context, generator string, inputs []Input) (Report, error) {
	defer s.Abandon()
	if s.fault != nil {
		return Report{}, s.fault
	}
	if err := s.put(ctx, File{Path: ManifestName, Body: manifestOf(generator, inputs, s.outputs)}); err != nil {
		return Report{}, err
	}
	if err := s.lookAgain(ctx); err != nil {
		return Report{}, err
	}
	if err := s.before.collision(s.names); err != nil {
		return Report{}, err
	}
	report := Report{Written: s.written, Unchanged: len(s.same), Kept: s.before.theirs}
	for path := range s.before.ours {
		if !s.names.isFile[path] {
			report.Removed++
		}
	}
	if s.written == 0 { // the same manifest lists the same files, so none is too many
		return report, interrupted(ctx)
	}
	slices.Sort(s.same)
	if err := s.stage.complete(ctx, s.same); err != nil {
		return Report{}, err
	}
	return report, s.stage.swap(s.before)
}

// lookAgain takes the folder as it is now. What is linked from it must be what the
// new site was compared with.
func (s *Site) lookAgain(ctx context.Context) error {
	now, err := survey(ctx, s.before.dir)
	if err != nil {
		return err
	}
	for _, name := range s.stays {
		if err := now.claim(name); err != nil {
			return err
		}
	}
	for _, name := range s.same {
		was, is := s.before.ours[name], now.ours[name]
		if is == nil || !os.SameFile(was, is) || was.Size() != is.Size() || !was.ModTime().Equal(is.ModTime()) {
			return changed(s.before.dir, name)
		}
	}
	s.before = now
	if s.stage != nil {
		s.stage.before = now
	}
	return nil
}

// Abandon takes away what was begun. After [Site.Finish] it does nothing.
func (s *Site) Abandon() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.over = true
	if s.stage != nil {
		s.stage.remove()
		s.stage = nil
	}
}
