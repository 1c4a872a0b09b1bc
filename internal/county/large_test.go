package county_test

import (
	"strings"
	"testing"

	"jianbao/internal/county"
)

func TestLargeHasWhatWasAskedFor(t *testing.T) {
	files := county.Large(60, 12, 150)
	months, meetings, second := 0, 0, 0
	for name, body := range files {
		switch {
		case strings.HasPrefix(name, "statistics/"):
			months++
		case strings.HasPrefix(name, "minutes/"):
			meetings++
			if strings.HasSuffix(name, "-2.md") {
				second++
			}
			if strings.ContainsAny(string(body), "〔〕") {
				t.Errorf("%s has a placeholder", name)
			}
		}
	}
	if months != 12 || meetings != 150 || second == 0 {
		t.Errorf("%d months, %d meetings, %d of them second on a day; want 12, 150 and some", months, meetings, second)
	}
	for _, r := range statistics(t, files) {
		if strings.HasPrefix(r.file, "2025-11") {
			months++
		}
	}
	if months-12 != 60*8+1 {
		t.Errorf("%d rows in the first month, want a row for each of 60 areas and 8 sectors, and a total", months-12)
	}
}

func TestLargeNamesDiffer(t *testing.T) {
	seen := map[string]bool{}
	areas, _, _ := strings.Cut(string(county.Large(1944, 1, 0)["jianbao.yaml"]), "sectors:")
	for line := range strings.Lines(areas) {
		if name, ok := strings.CutPrefix(strings.TrimSpace(line), "- {name: "); ok {
			name, _, _ = strings.Cut(name, ",")
			if seen[name] {
				t.Fatalf("%s twice", name)
			}
			seen[name] = true
		}
	}
	if len(seen) != 1944 {
		t.Errorf("%d names, want 1944", len(seen))
	}
}
