package publish

import (
	"context"
	"slices"
	"strings"
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

// Publish makes dir hold exactly the files, one of which is the [Manifest].
// Missing folders above dir are made. The error is an [*Error]; with one, dir
// is as it was. When ctx ends, what was begun is removed. Two calls for the
// same folder at the same time are not allowed.
func Publish(ctx context.Context, dir string, files []File) (Report, error) {
	files = slices.SortedFunc(slices.Values(files), func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	if err := checkNames(files); err != nil {
		return Report{}, err
	}
	target, err := resolve(dir)
	if err != nil {
		return Report{}, err
	}
	if err := cleanUp(target); err != nil {
		return Report{}, err
	}
	before, err := survey(ctx, target)
	if err != nil {
		return Report{}, err
	}
	p, err := compare(ctx, before, files)
	if err != nil {
		return Report{}, err
	}
	if p.nothing() {
		return p.report(), nil
	}
	return p.report(), p.carryOut(ctx)
}
