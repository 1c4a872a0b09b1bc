package table

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Records without quotes are read as encoding/csv reads them.
func TestLinesAreRecords(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"a", "地区", "1", " ", "\u3000", "\n", "\n", "\r\n", "\r", "#", "\n#", "#N/A", ",", ",", ",", "，", "\t", ";", "\uFEFF"}
	rows := 0
	for range 4_000 {
		var b strings.Builder
		for range random.IntN(30) {
			b.WriteString(words[random.IntN(len(words))])
		}
		for _, comma := range ",，\t;" {
			got, want := sheet{}, sheet{}
			if bad := got.readLines(b.String(), string(comma)); bad != nil {
				t.Fatal(bad)
			}
			if bad := want.readQuoted(b.String(), comma, false); bad != nil {
				t.Fatal(bad)
			}
			if diff := cmp.Diff(got.lines, want.lines, cmp.AllowUnexported(line{})); diff != "" {
				t.Fatalf("%q\n%s", b.String(), diff)
			}
			rows += len(got.lines)
		}
	}
	if rows < 10_000 {
		t.Errorf("only %d rows", rows)
	}
}
