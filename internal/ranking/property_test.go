package ranking_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/ranking"
	"jianbao/internal/settings"
)

// manyAreas are areas of all kinds.
func manyAreas(random *rand.Rand, n int) (list []area, vetoes ranking.Vetoes) {
	vetoes = ranking.Vetoes{}
	for i := range n {
		a := area{name: fmt.Sprint("区", i), group: []string{"乡镇", "街道", ""}[random.IntN(3)], found: random.Int64N(12)}
		a.rectified = random.Int64N(a.found + 2)
		a.silent = random.IntN(8) == 0
		if random.IntN(10) == 0 {
			vetoes[i] = "死亡1人"
		}
		list = append(list, a)
	}
	return list, vetoes
}

// The order in which areas come decides nothing but the order of equals.
func TestShuffledAreasAreRankedAlike(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		list, vetoes := manyAreas(random, 1+random.IntN(30))
		rule := byRate()
		rule.Grouped = random.IntN(2) == 0
		rule.SmallBase = settings.SmallBase{Below: 5, Method: settings.SmallBaseMethod(random.IntN(2))}
		rule.Veto = settings.VetoPlace(random.IntN(2))
		ranks := func(list []area, standings []ranking.Standing) map[string]string {
			byName := map[string]string{}
			for _, s := range standings {
				byName[list[s.Area].name] = fmt.Sprintln(s.Rank, s.Tied, s.Of, s.Reason, s.Veto)
			}
			return byName
		}
		want := ranks(list, rankOf(t, rule, list, vetoes))
		order := random.Perm(len(list))
		shuffled, moved := make([]area, len(list)), ranking.Vetoes{}
		for to, from := range order {
			shuffled[to] = list[from]
			if v := vetoes[from]; v != "" {
				moved[to] = v
			}
		}
		if diff := cmp.Diff(want, ranks(shuffled, rankOf(t, rule, shuffled, moved))); diff != "" {
			t.Fatal(diff)
		}
	}
}

// A rank is one more than how many are better, in the same list.
func TestRanksAreThoseOfACompetition(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 60 {
		list, vetoes := manyAreas(random, 1+random.IntN(30))
		rule := byRate()
		rule.Grouped = random.IntN(2) == 0
		standings := rankOf(t, rule, list, vetoes)
		better := func(a, b *ranking.Standing) bool {
			if (a.Veto == "") != (b.Veto == "") {
				return a.Veto == ""
			}
			return a.Value.Cmp(b.Value) > 0
		}
		for i := range standings {
			s := &standings[i]
			if (s.Rank == 0) != (s.Reason != "") {
				t.Fatalf("rank %d, reason %q", s.Rank, s.Reason)
			}
			rank, equals := 1, 0
			for j := range standings {
				if o := &standings[j]; o.Group == s.Group && o.Rank > 0 && s.Rank > 0 {
					if better(o, s) {
						rank++
					} else if !better(s, o) {
						equals++
					}
				}
			}
			if s.Rank > 0 && (s.Rank != rank || s.Tied != (equals > 1)) {
				t.Fatalf("%s: rank %d tied %v, want %d with %d equal", list[s.Area].name, s.Rank, s.Tied, rank, equals)
			}
		}
	}
}
