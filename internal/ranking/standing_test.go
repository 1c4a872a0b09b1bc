package ranking_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/ranking"
	"jianbao/internal/record"
	"jianbao/internal/settings"
)

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
