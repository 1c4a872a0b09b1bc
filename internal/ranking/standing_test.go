package ranking_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func TestTiesShareARank(t *testing.T) {
	list := []area{
		{name: "甲", rectified: 85, found: 100}, {name: "乙", rectified: 97, found: 98}, {name: "丙", rectified: 17, found: 20},
		{name: "丁", rectified: 9, found: 10}, {name: "戊", rectified: 1, found: 2}, {name: "己", rectified: 5, found: 5}, {name: "庚", rectified: 70, found: 32},
	}
	want := "1己= 1庚= 3乙 4丁 5甲= 5丙= 7戊"
	if got := order(list, rankOf(t, byRate(), list, nil)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// 94.96% and 94.95% both print 95.0%, but they are no tie.
func TestNothingIsRoundedBeforeItIsCompared(t *testing.T) {
	list := []area{{name: "甲", rectified: 9495, found: 10000}, {name: "乙", rectified: 9496, found: 10000}}
	if got := order(list, rankOf(t, byRate(), list, nil)); got != "1乙 2甲" {
		t.Error(got)
	}
}

func TestWhoIsNotRankedSaysWhy(t *testing.T) {
	blank := map[record.Measure]int64{}
	list := []area{
		{name: "零", found: 0}, {name: "缺", silent: true}, {name: "空", counts: blank}, {name: "甲", rectified: 1, found: 2},
		{name: "旧", rectified: 3, found: 0}, {name: "单", counts: map[record.Measure]int64{record.UnitsInspected: 3}},
	}
	rule := byRate()
	for by, want := range map[string]string{
		"rectification": "1甲 0零：零报告 0缺：未报送 0空：未填 0旧：没有排查出隐患 0单：没有“隐患排查数”或“隐患整改数”",
		"major":         "0零：零报告 0缺：未报送 0空：未填 0甲：没有“重大隐患排查数”或“重大隐患整改数” 0旧：没有“重大隐患排查数”或“重大隐患整改数” 0单：没有“重大隐患排查数”或“重大隐患整改数”",
		"coverage":      "0零：零报告 0缺：未报送 0空：未填 0甲：没有“应排查单位数”或“排查单位数” 0旧：没有“应排查单位数”或“排查单位数” 0单：没有“应排查单位数”或“排查单位数”",
		"score":         "0零：没有得分 0缺：未报送 0空：未填 0甲：没有得分 0旧：没有得分 0单：没有得分",
	} {
		rule.By = by
		if got := order(list, rankOf(t, rule, list, nil)); got != want {
			t.Errorf("by %s: %s\nwant %s", by, got, want)
		}
	}
	list = []area{{name: "甲", counts: map[record.Measure]int64{
		record.Found: 5, record.Rectified: 5, record.MajorFound: 0, record.MajorRectified: 0, record.GeneralFound: 0, record.GeneralRectified: 0,
		record.Due: 1, record.OnTime: 0, record.Extended: 1, record.UnitsDue: 0, record.UnitsInspected: 0,
	}}}
	for by, want := range map[string]string{
		"major": "没有排查出重大隐患", "general": "没有排查出一般隐患", "on_time": "没有到期的隐患", "coverage": "应排查单位数为0",
	} {
		rule.By = by
		if got := order(list, rankOf(t, rule, list, nil)); got != "0甲："+want {
			t.Errorf("by %s: %s, want %s", by, got, want)
		}
	}
}

func TestAVetoRanksLastOrOutside(t *testing.T) {
	list := []area{{name: "甲", rectified: 5, found: 5}, {name: "乙", rectified: 1, found: 2}, {name: "丙", rectified: 5, found: 5}, {name: "丁", found: 0}, {name: "戊", rectified: 5, found: 5}}
	vetoes := ranking.Vetoes{0: "死亡1人", 3: "死亡1人", 4: "死亡2人"}
	rule := byRate()
	rule.Bands = []settings.Band{{Name: "优秀", Least: record.Decimal{Units: 95}}, {Name: "不达标"}}
	if got, want := order(list, rankOf(t, rule, list, vetoes)), "1丙(优秀) 2乙(不达标) 3甲=! 3戊=! 0丁!：零报告"; got != want {
		t.Errorf("last: %s, want %s", got, want)
	}
	rule.Veto = settings.VetoOutside
	if got, want := order(list, rankOf(t, rule, list, vetoes)), "1丙(优秀) 2乙(不达标) 0甲!：一票否决 0丁!：一票否决 0戊!：一票否决"; got != want {
		t.Errorf("outside: %s, want %s", got, want)
	}
}

func TestGroupsAreRankedApart(t *testing.T) {
	list := []area{
		{name: "甲", group: "街道", rectified: 1, found: 2}, {name: "乙", group: "乡镇", rectified: 1, found: 4}, {name: "丙", group: "街道", rectified: 2, found: 2},
		{name: "丁", group: "乡镇", found: 0}, {name: "戊", group: "乡镇", rectified: 1, found: 4},
	}
	rule := byRate()
	if got := order(list, rankOf(t, rule, list, nil)); got != "1丙 2甲 3乙= 3戊= 0丁：零报告" {
		t.Errorf("together: %s", got)
	}
	rule.Grouped = true
	standings := rankOf(t, rule, list, nil)
	if got := order(list, standings); got != "1丙 2甲 1乙= 1戊= 0丁：零报告" {
		t.Errorf("apart: %s", got)
	}
	if diff := cmp.Diff([]int{4}, ranking.TiedWith(standings, 2)); diff != "" || standings[0].Of != 2 {
		t.Error(diff)
	}
}

// One of one is not better than 97 of 98 (DOMAIN §3.10).
func TestSmallBasesAreNotedOrRankedByTheWilsonBound(t *testing.T) {
	list := []area{{name: "甲", rectified: 1, found: 1}, {name: "乙", rectified: 97, found: 98}, {name: "丙", rectified: 4, found: 5}}
	rule := byRate()
	rule.SmallBase = settings.SmallBase{Below: 5}
	if got := order(list, rankOf(t, rule, list, nil)); got != "1甲? 2乙 3丙" {
		t.Errorf("noted: %s", got)
	}
	rule.SmallBase.Method = settings.SmallBaseWilson
	if got := order(list, rankOf(t, rule, list, nil)); got != "1乙 2丙 3甲?" {
		t.Errorf("by the bound: %s", got)
	}
}

// The bounds are those of the textbook's formula with z = 1.96.
func TestWilsonBoundsAreThoseOfTheFormula(t *testing.T) {
	rule := byRate()
	rule.SmallBase = settings.SmallBase{Below: 5, Method: settings.SmallBaseWilson}
	for _, test := range []struct {
		k, n int64
		want string
	}{{1, 1, "20.6543"}, {97, 98, "94.4444"}, {10, 10, "72.2460"}, {0, 10, "0.0000"}, {5, 10, "23.6590"}, {80, 100, "71.1169"}, {70, 32, "89.2817"}} {
		s := rankOf(t, rule, []area{{rectified: test.k, found: test.n}}, nil)[0]
		if got := s.Value.FloatString(4); got != test.want {
			t.Errorf("%d of %d: %s, want %s", test.k, test.n, got, test.want)
		}
	}
}

// 94.5 is in a band, and 94.96%, which prints 95.0%, is below 95.
func TestEveryValueIsInOneBand(t *testing.T) {
	rule := byRate()
	for _, b := range []struct {
		name  string
		least int64
	}{{"优秀", 95}, {"良好", 90}, {"达标", 80}, {"不达标", 0}} {
		rule.Bands = append(rule.Bands, settings.Band{Name: b.name, Least: record.Decimal{Units: b.least}})
	}
	list := []area{
		{name: "甲", rectified: 95, found: 100}, {name: "乙", rectified: 9496, found: 10000}, {name: "丙", rectified: 945, found: 1000},
		{name: "丁", rectified: 90, found: 100}, {name: "戊", rectified: 799, found: 1000}, {name: "己", rectified: 0, found: 10}, {name: "庚", silent: true},
	}
	want := "1甲(优秀) 2乙(良好) 3丙(良好) 4丁(良好) 5戊(不达标) 6己(不达标) 0庚：未报送"
	if got := order(list, rankOf(t, rule, list, nil)); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	// Bands are of what was done, not of its Wilson bound: 10 of 10 is 优秀.
	rule.SmallBase = settings.SmallBase{Below: 5, Method: settings.SmallBaseWilson}
	list = []area{{name: "甲", rectified: 10, found: 10}}
	if got := order(list, rankOf(t, rule, list, nil)); got != "1甲(优秀)" {
		t.Error(got)
	}
}

func TestAWeightedScoreLeavesOutWhatHasNoRate(t *testing.T) {
	rule := settings.Ranking{Weights: []settings.Weight{
		{Indicator: "rectification", Percent: record.Decimal{Units: 60}}, {Indicator: "major", Percent: record.Decimal{Units: 40}},
	}}
	both := map[record.Measure]int64{record.Found: 10, record.Rectified: 9, record.MajorFound: 2, record.MajorRectified: 1}
	none := map[record.Measure]int64{record.Found: 10, record.Rectified: 9, record.MajorFound: 0, record.MajorRectified: 0}
	more := map[record.Measure]int64{record.Found: 10, record.Rectified: 20, record.MajorFound: 3, record.MajorRectified: 3}
	nothing := map[record.Measure]int64{record.UnitsInspected: 4}
	list := []area{{name: "甲", counts: both}, {name: "乙", counts: none}, {name: "丙", counts: more}, {name: "丁", counts: nothing}, {name: "戊", found: 0}}
	standings := rankOf(t, rule, list, nil)
	if got, want := order(list, standings), "1丙 2乙 3甲 0丁：各项指标都没有率 0戊：零报告"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	for i, want := range []string{"100.00", "90.00", "74.00", "—", "—"} {
		if got := standings[i].Text(1); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// A score of 99.996 is not all of 100 (DOMAIN §3.3 holds for what is made of rates).
func TestAWeightedScoreIsAHundredOnlyWhenAllIsDone(t *testing.T) {
	rule := settings.Ranking{Weights: []settings.Weight{{Indicator: "rectification", Percent: record.Decimal{Units: 100}}}}
	for _, test := range []struct {
		rectified, found int64
		want             string
	}{{99999, 100000, "99.99"}, {100000, 100000, "100.00"}, {1, 100000, "0.01"}, {0, 10, "0.00"}, {2, 3, "66.67"}} {
		s := rankOf(t, rule, []area{{rectified: test.rectified, found: test.found}}, nil)[0]
		if got := s.Text(1); got != test.want {
			t.Errorf("%d of %d: %s, want %s", test.rectified, test.found, got, test.want)
		}
	}
}

func TestScoresRankAsTyped(t *testing.T) {
	list := []area{{name: "甲", score: "90.50"}, {name: "乙", score: "91"}, {name: "丙", score: "90.5"}, {name: "丁", score: "-3"}}
	standings := rankOf(t, settings.Ranking{By: settings.ByScore}, list, nil)
	if got := order(list, standings); got != "1乙 2甲= 2丙= 4丁" {
		t.Error(got)
	}
	if got := standings[1].Text(1); got != "90.50" {
		t.Errorf("printed %s", got)
	}
}

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

func TestMovementIsAgainstTheMonthBefore(t *testing.T) {
	before := []area{{name: "甲", rectified: 1, found: 2}, {name: "乙", rectified: 2, found: 2}, {name: "丙", found: 0}, {name: "丁", rectified: 1, found: 4}}
	now := []area{{name: "甲", rectified: 2, found: 2}, {name: "乙", rectified: 1, found: 2}, {name: "丙", rectified: 1, found: 3}, {name: "丁", silent: true}, {name: "戊", rectified: 1, found: 9}}
	standings := rankOf(t, byRate(), now, nil)
	ranking.Move(standings, rankOf(t, byRate(), before, nil))
	got := map[string]ranking.Movement{}
	for _, s := range standings {
		got[now[s.Area].name] = s.Movement
	}
	want := map[string]ranking.Movement{
		"甲": {Known: true, Up: 1}, "乙": {Known: true, Up: -1},
		"丙": {Known: true, New: true}, // found nothing the month before
		"丁": {}, "戊": {},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestNobodyMovedWhereNobodyWasRanked(t *testing.T) {
	list := []area{{name: "甲", rectified: 1, found: 2}}
	for _, before := range [][]ranking.Standing{nil, rankOf(t, byRate(), []area{{name: "甲", silent: true}}, nil)} {
		standings := rankOf(t, byRate(), list, nil)
		ranking.Move(standings, before)
		if standings[0].Movement != (ranking.Movement{}) {
			t.Errorf("%v", standings[0].Movement)
		}
	}
}

func TestNoAreasAndOneArea(t *testing.T) {
	if got := ranking.Rank(byRate(), nil, nil, nil); len(got) != 0 {
		t.Error(got)
	}
	list := []area{{name: "甲", rectified: 1, found: 2}}
	if got := order(list, rankOf(t, byRate(), list, nil)); got != "1甲" {
		t.Error(got)
	}
}
