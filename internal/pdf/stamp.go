package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"time"
)

// Stamp dates a file that a browser has printed, and takes out of it what
// differs between two prints of the same page by the same browser: the times at
// which it was made and changed become midnight in China at the beginning of the
// day, the names that table heads have in the structure are counted from 1, and
// an identifier, if there is one, is made of the contents.
//
// The file stays as long as it was, and every other byte of it as it was; no
// stream is touched. A file that hides its objects in streams, which no browser
// writes, is an error, as is one whose streams do not end where they say.
func Stamp(pdf []byte, day time.Time) ([]byte, error) {
	found, err := scan(pdf)
	if err != nil {
		return nil, wrap(err)
	}
	out := bytes.Clone(pdf)
	for _, s := range found.dates {
		if err := s.fill(out, date(day, s.end-s.start)); err != nil {
			return nil, wrap(err)
		}
	}
	found.rename(out)
	for _, s := range found.identifiers {
		copy(out[s.start:s.end], bytes.Repeat([]byte("0"), s.end-s.start)) // before the sum is made of it
	}
	sum := sha256.Sum256(out)
	digits := bytes.Repeat([]byte(hex.EncodeToString(sum[:])), 8)
	for _, s := range found.identifiers {
		copy(out[s.start:s.end], digits)
	}
	return out, nil
}

// span is a string of a file, without what encloses it.
type span struct{ start, end int }

func (s span) fill(out []byte, text string) error {
	if len(text) != s.end-s.start {
		return fmt.Errorf("a date of an unknown form: %q", out[s.start:min(s.end, s.start+40)])
	}
	copy(out[s.start:s.end], text)
	return nil
}

// date is midnight in China at the beginning of the day, in so many bytes: with
// the distance from Greenwich, or else as it is there.
func date(day time.Time, width int) string {
	year, month, dayOfMonth := day.Date()
	midnight := time.Date(year, month, dayOfMonth, 0, 0, 0, 0, time.UTC)
	switch width {
	case len("D:20261106000000+08'00'"):
		return midnight.Format("D:20060102150405+08'00'")
	case len("D:20261106000000+08'00"):
		return midnight.Format("D:20060102150405+08'00")
	case len("D:20261105160000Z"):
		return midnight.Add(-8 * time.Hour).Format("D:20060102150405Z")
	}
	return ""
}
