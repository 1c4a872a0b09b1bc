package zh

import (
	"testing"
	"unicode"

	"github.com/mozillazg/go-pinyin"
)

func TestReadingsAreThoseOfTheLibrary(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		want := ""
		if all := pinyin.SinglePinyin(r, pinyin.NewArgs()); len(all) > 0 {
			want = all[0]
		}
		if got := readingOf(r); got != want {
			t.Fatalf("%U %c: got %q, want %q; run go generate ./internal/zh", r, r, got, want)
		}
	}
}
