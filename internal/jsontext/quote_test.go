package jsontext

import (
	"encoding/json"
	"testing"
)

func FuzzAppendQuote(f *testing.F) {
	for _, s := range []string{
		"", "青石镇　96.8%", "</script>", "a&b", `"quoted" \ back`, "'", "\x00\t\n\r\x1f\x7f", "\u2027\u2028\u2029\u202A",
		"—–↑↓", "\xff", "镇\xe9\x95", "\xe2\x80", "\uFFFD", "𠮷野", "\xed\xa0\x80",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, _ := json.Marshal(s)
		if got := AppendQuote([]byte("x"), s); string(got) != "x"+string(want) {
			t.Errorf("%q is written %s, want %s", s, got[1:], want)
		}
	})
}
