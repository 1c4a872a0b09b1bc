// Package ranking ranks areas, and can say of every rank why it is what it is.
//
// In come the figures of one month by area, the settings' rule and the vetoes;
// out comes one [Standing] for each area, best first.
//
// # Rules
//
// Areas are compared by an exact value: a rate as a fraction, a weighted score
// of rates, a score that the office typed, or the lower Wilson bound of a rate.
// Nothing is rounded before it is compared. Equal values share a rank and the next
// rank is left out: 1, 2, 2, 4, printed as 并列 (DOMAIN §3.9).
//
// An area that found nothing has no rate and is not ranked, nor is one that did
// not report; each says so. Where the settings say so, ranks are given within
// each group (乡镇 / 街道 / 部门 / 园区). An area under 一票否决 stands below all
// others, or outside, by setting (DOMAIN §3.12, §3.13).
//
// A denominator below small_base.below is marked. With the method wilson everyone is
// ranked by the lower bound of the 95% Wilson score interval, which puts 97 of
// 98 above 1 of 1 (DOMAIN §3.10). Bands are of the value as it is printed, a single
// rate before it was lowered, but unrounded; an area under a veto is in none.
package ranking

import (
	"cmp"
	"math/big"
	"slices"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

// Standing is one area's place.
type Standing struct {
	Area     int      // index of the area
	Group    string   // the group it is ranked within; "" when all are ranked together
	Rank     int      // 0 when not ranked
	Tied     bool     // shares its rank
	Of       int      // how many are ranked in its list
	Value    *big.Rat // what it is ranked by; nil when it has none
	Plain    *big.Rat // the value as printed and banded: a single rate is not lowered for its small base
	Parts    []Part   // what the value is made of
	Reason   string   // why it is not ranked; "" when it is
	Veto     string   // the reason of 一票否决; ""
	Small    bool     // its denominator is below small_base.below
	Band     string   // 优秀, 良好; "" where no bands are set
	Movement Movement
}

// Part is one indicator in a standing's value.
type Part struct {
	Name   string
	Rate   indicator.Rate
	Weight record.Decimal // in percent; zero when the value is this rate alone
	Score  record.Score   // the office's own score, instead of a rate
}

// Movement is the change of rank against the month before; up is positive.
type Movement struct {
	Known bool
	New   bool // ranked now and not before
	Up    int
}

// Vetoes says which areas are under 一票否决, and why.
type Vetoes map[int]string

// Rank ranks all areas by their figures of one month. The result is ordered by
// group in the order of the areas, then by rank, then in official order; areas
// that are not ranked stand last in their group.
func Rank(rule settings.Ranking, areas []record.Area, figures []indicator.Figures, vetoes Vetoes) []Standing {
	all := make([]Standing, len(areas))
	for i := range areas {
		all[i] = valued(rule, &figures[i])
		all[i].Area = i
		all[i].Veto = vetoes[i]
		if rule.Grouped {
			all[i].Group = areas[i].Group
		}
		if all[i].Veto != "" && rule.Veto == settings.VetoOutside {
			all[i].Reason = outside
		}
	}
	ranked := make([]Standing, 0, len(all))
	for _, list := range byGroup(all) {
		ranked = append(ranked, rankList(rule, list)...)
	}
	return ranked
}

// byGroup splits standings by group, in the order the groups first appear.
func byGroup(all []Standing) [][]Standing {
	var lists [][]Standing
	at := map[string]int{}
	for _, s := range all {
		i, ok := at[s.Group]
		if !ok {
			i = len(lists)
			at[s.Group] = i
			lists = append(lists, nil)
		}
		lists[i] = append(lists[i], s)
	}
	return lists
}

// rankList orders one list and gives ranks 1, 2, 2, 4.
func rankList(rule settings.Ranking, list []Standing) []Standing {
	list = ordered(list)
	ranked := 0
	for ranked < len(list) && list[ranked].Reason == "" {
		ranked++
	}
	for i := range list[:ranked] {
		s := &list[i]
		s.Of = ranked
		s.Rank = i + 1
		if i > 0 && compare(&list[i-1], s) == 0 {
			s.Rank, s.Tied = list[i-1].Rank, true
			list[i-1].Tied = true
		}
		if s.Veto == "" { // which overrides what the value is worth
			s.Band = bandOf(rule.Bands, s.Plain)
		}
	}
	return list
}

// ordered returns the standings best first. Pointers to them are sorted: a
// standing is large, and a sort that is stable moves each many times.
func ordered(list []Standing) []Standing {
	order := make([]*Standing, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortStableFunc(order, compare)
	sorted := make([]Standing, len(list))
	for i, s := range order {
		sorted[i] = *s
	}
	return sorted
}

// compare puts ranked before unranked, vetoed behind others, and the higher value first.
func compare(a, b *Standing) int {
	if c := cmp.Compare(flag(a.Reason), flag(b.Reason)); c != 0 || a.Reason != "" {
		return c
	}
	if c := cmp.Compare(flag(a.Veto), flag(b.Veto)); c != 0 {
		return c
	}
	return compareValues(b.Value, a.Value)
}

// compareValues is exact; fractions of counts, as most are, are compared without
// making others of them.
func compareValues(a, b *big.Rat) int {
	for _, part := range [...]*big.Int{a.Num(), a.Denom(), b.Num(), b.Denom()} {
		if part.BitLen() > 31 {
			return a.Cmp(b)
		}
	}
	return cmp.Compare(a.Num().Int64()*b.Denom().Int64(), b.Num().Int64()*a.Denom().Int64())
}

func flag(s string) int {
	if s != "" {
		return 1
	}
	return 0
}

func bandOf(bands []settings.Band, value *big.Rat) string {
	for _, b := range bands {
		if value.Cmp(b.Least.Rat()) >= 0 {
			return b.Name
		}
	}
	return ""
}

// Move fills in how far each area moved since the month before; nothing where
// nobody was ranked then.
func Move(now, before []Standing) {
	if !slices.ContainsFunc(before, func(s Standing) bool { return s.Rank > 0 }) {
		return
	}
	ranks := make(map[int]*Standing, len(before))
	for i := range before {
		ranks[before[i].Area] = &before[i]
	}
	for i := range now {
		was, ok := ranks[now[i].Area]
		if !ok || now[i].Rank == 0 {
			continue
		}
		if was.Rank == 0 {
			now[i].Movement = Movement{Known: true, New: true}
			continue
		}
		now[i].Movement = Movement{Known: true, Up: was.Rank - now[i].Rank}
	}
}
