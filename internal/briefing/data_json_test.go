package briefing

import (
	"encoding/json"
	"testing"
)

func FuzzStringInJSON(f *testing.F) {
	for _, s := range []string{"", "青石镇", `“一票否决”\ "`, "<b>&amp;", "a\tb\x00\x7f", "行\u2028段\u2029", "\xff坏\uFFFD"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var w jsonWriter
		w.string(s)
		if want, _ := json.Marshal(s); string(w.text) != string(want) {
			t.Errorf("%q is written %s, want %s", s, w.text, want)
		}
	})
}
