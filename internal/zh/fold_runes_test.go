package zh

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Fold and Trim pass over what is common without looking at it; nothing that
// they should change may be among that.
func TestEveryCharacterIsFoldedWhereverItStands(t *testing.T) {
	for r := rune(0); r <= utf8.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		want := ""
		if f := FoldRune(r); f >= 0 {
			want = string(f)
		}
		if got := Fold("甲" + string(r) + "a"); got != "甲"+want+"a" {
			t.Fatalf("%U inside is %q, want %q", r, got, want)
		}
		ends := string(r) + "甲" + string(r)
		if got, want := Trim(ends), strings.TrimFunc(ends, isBlank); got != want {
			t.Fatalf("%U at the ends gives %q, want %q", r, got, want)
		}
	}
}
