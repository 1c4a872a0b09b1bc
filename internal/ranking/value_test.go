package ranking_test

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

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

// Small fractions are compared in whole numbers, others by big.Rat: both alike.
func TestValuesAreComparedExactly(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	part := func() int64 {
		return []int64{0, 1, 2, 100, math.MaxInt32 - 1, math.MaxInt32, math.MaxInt32 + 1, 1 << 32, math.MaxInt64, random.Int64N(50)}[random.IntN(10)]
	}
	value := func() *big.Rat {
		v := new(big.Rat)
		for range 1 + random.IntN(2) { // what is weighted may be larger than int64
			v.Add(v, big.NewRat(part(), 1+part()/2))
		}
		return v
	}
	for range 20000 {
		a, b := value(), value()
		if got, want := ranking.CompareValues(a, b), a.Cmp(b); got != want {
			t.Fatalf("%v and %v compare %d, want %d", a, b, got, want)
		}
	}
}
