package ranking_test

import (
	"fmt"
	"strings"
	"testing"

	"jianbao/internal/indicator"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

func byRate() settings.Ranking { return settings.Ranking{By: record.Rectification.Key()} }

// area is one area's figures: rectified of found, or a state in words.
type area struct {
	name, group      string
	rectified, found int64
	counts           map[record.Measure]int64
	score            string
	silent           bool // 未报送
}

// figuresOf makes areas what the ranking is given.
func figuresOf(t testing.TB, list []area) (areas []record.Area, figures []indicator.Figures) {
	t.Helper()
	for _, a := range list {
		areas = append(areas, record.Area{Name: a.name, Group: a.group})
		var f indicator.Figures
		if !a.silent {
			row := record.Row{Score: scoreOf(t, a.score)}
			if a.score == "" && a.counts == nil {
				row.Counts[record.Found], row.Counts[record.Rectified] = record.CountOf(a.found), record.CountOf(a.rectified)
			}
			for m, n := range a.counts {
				row.Counts[m] = record.CountOf(n)
			}
			f.Add(&row)
		}
		figures = append(figures, f)
	}
	return areas, figures
}

func scoreOf(t testing.TB, s string) record.Score {
	t.Helper()
	if s == "" {
		return record.Score{}
	}
	whole, tail, _ := strings.Cut(s, ".")
	d := record.Decimal{Decimals: len(tail)}
	if _, err := fmt.Sscan(whole+tail, &d.Units); err != nil {
		t.Fatal(err)
	}
	return record.Score{Value: d, Written: true}
}

// order writes standings: rank, name and what is to be said of it.
func order(list []area, standings []ranking.Standing) string {
	var words []string
	for _, s := range standings {
		word := fmt.Sprint(s.Rank) + list[s.Area].name
		if s.Tied {
			word += "="
		}
		if s.Small {
			word += "?"
		}
		if s.Band != "" {
			word += "(" + s.Band + ")"
		}
		if s.Veto != "" {
			word += "!"
		}
		if s.Reason != "" {
			word += "：" + s.Reason
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

func rankOf(t testing.TB, rule settings.Ranking, list []area, vetoes ranking.Vetoes) []ranking.Standing {
	t.Helper()
	areas, figures := figuresOf(t, list)
	return ranking.Rank(rule, areas, figures, vetoes)
}
