package zh

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What the quick way lets out has no personal number in it.
func TestTheQuickWayLetsNoPersonalNumberOut(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"1", "138", "1234", "5678", "0791", "86849032", "３", "８１２３", "350102", "19900307", "812", "X", "86", "-", " ", "　", "电话", "：", "，", "_", "\xEF", "（", "\u200B"}
	personal, let := 0, 0
	for range 300_000 {
		var b strings.Builder
		for range 1 + random.IntN(8) {
			b.WriteString(pieces[random.IntN(len(pieces))])
		}
		_, hidden := maskRunes(b.String())
		if len(hidden) > 0 {
			personal++
		}
		if !mayBePersonal(b.String()) {
			let++
			if len(hidden) > 0 {
				t.Fatalf("%q has %v", b.String(), hidden)
			}
		}
	}
	if personal < 1000 || let < 1000 {
		t.Errorf("%d had personal numbers, %d were let out", personal, let)
	}
}
