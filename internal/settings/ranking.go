package settings

import (
	"fmt"
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// indicators are the rates that areas can be ranked by, and that can be weighted.
func indicators() []choice[string] {
	var choices []choice[string]
	for _, i := range record.Indicators() {
		choices = append(choices, choice[string]{i.Key(), i.String(), i.Key()})
	}
	return choices
}

func methods() []choice[SmallBaseMethod] {
	return []choice[SmallBaseMethod]{
		{"note", "照常排名并加注", SmallBaseNote},
		{"wilson", "按置信区间下限排名", SmallBaseWilson},
	}
}

func vetoPlaces() []choice[VetoPlace] {
	return []choice[VetoPlace]{{"last", "排在末位", VetoLast}, {"outside", "不参加排名", VetoOutside}}
}

// ranking checks how areas are ranked.
func (c *checker) ranking(r rawRanking, otherwise Ranking) Ranking {
	by := append(indicators(), choice[string]{"score", "表中填写的得分", "score"})
	ranking := Ranking{
		By:      choose(c, r.By, otherwise.By, by),
		Grouped: c.truth(r.Grouped, otherwise.Grouped),
		SmallBase: SmallBase{
			Below:  c.number(r.SmallBase.Below, otherwise.SmallBase.Below, 0, 1000),
			Method: choose(c, r.SmallBase.Method, otherwise.SmallBase.Method, methods()),
		},
		Veto:  choose(c, r.Veto, otherwise.Veto, vetoPlaces()),
		Bands: c.bands(r.Bands),
	}
	if len(r.Weights) == 0 {
		return ranking
	}
	if r.By.written() {
		c.bad(r.By, "但 ranking 里又写了 weights，两者只能用一个。", "请只留一个：按一个指标排名时删去 weights，按加权得分排名时删去 by。")
	}
	ranking.By, ranking.Weights = "", c.weights(r.Weights)
	return ranking
}

// weights checks the parts of a weighted score.
func (c *checker) weights(list []rawWeight) []Weight {
	const how = "请写大于 0、不超过 100 的数；各项相加应为 100。"
	var weights []Weight
	var sum record.Decimal
	complete := true
	seen := map[string]bool{}
	for _, r := range list {
		if !r.Indicator.written() || !r.Weight.written() {
			c.badAt(r.Here.place, "“weights”里有一项没有写全。", "每项都要写 indicator（指标）和 weight（权重）。")
			complete = false
			continue
		}
		indicator := choose(c, r.Indicator, "", indicators())
		percent, _, ok := percentOf(r.Weight.text)
		switch {
		case !ok || percent.Units == 0 || !percent.AtMost(100):
			c.bad(r.Weight, "不是一个权重。", how)
			complete = false
		case seen[indicator]:
			c.bad(r.Indicator, "这个指标已经写过。", "请把同一指标的权重合并为一项。")
		default:
			seen[indicator] = indicator != ""
			weights = append(weights, Weight{Indicator: indicator, Percent: percent})
		}
		sum = sum.Plus(percent)
	}
	if complete && sum.Cmp(record.Decimal{Units: 100}) != 0 {
		c.badAt(list[0].Here.place, fmt.Sprintf("“weights”各项权重相加是 %v，不是 100。", sum), how)
	}
	return weights
}

// bands checks that the bands go down, and down to zero, so that every value is
// in one: real rules left 94.5 between "95 and above" and "90 to 94".
func (c *checker) bands(list []rawBand) []Band {
	var bands []Band
	seen := map[string]bool{}
	for _, r := range list {
		if !r.Name.written() || !r.Least.written() {
			c.badAt(r.Here.place, "“bands”里有一项没有写全。", "每项都要写 name（等次名称）和 least（下限，含本数）。")
			return nil
		}
		least, _, ok := percentOf(r.Least.text)
		switch {
		case !ok:
			c.bad(r.Least, "不是一个分数或百分数。", "请写一个数，例如 95 或 95.5。")
			return nil
		case seen[r.Name.text]:
			c.bad(r.Name, "这个等次已经写过。", "每个等次只写一次，写明它的下限即可。")
		case len(bands) > 0 && least.Cmp(bands[len(bands)-1].Least) >= 0:
			c.bad(r.Least, "没有比上一等次的下限低。", "请按从高到低的顺序写各等次的下限。")
		}
		seen[r.Name.text] = true
		bands = append(bands, Band{Name: r.Name.text, Least: least})
	}
	toZero := slices.ContainsFunc(bands, func(b Band) bool { return b.Least.Units == 0 })
	if n := len(bands); n > 0 && !toZero {
		c.bad(list[n-1].Least, "低于它的没有等次。", "请在最后加一个下限为 0 的等次，例如“- {name: 不达标, least: 0}”。")
	}
	return bands
}

// groups checks that areas can be ranked within groups, where they should be.
func (c *checker) groups(r raw, s Settings) {
	if !s.Ranking.Grouped {
		return
	}
	if len(s.Areas) == 0 {
		c.bad(r.Ranking.Grouped, "但没有写 areas，无从知道各地区属于哪一组。", "请在 areas 里列出各地区，并写上 group。")
	}
	for i, area := range s.Areas {
		if area.Group == "" {
			c.badAt(r.Areas[i].Name.place, problem.Quote(area.Name)+"没有写属于哪一组，而设置要求分组排名。", "请给它写上 group，例如“group: 乡镇”；不分组排名时，请把 ranking 的 grouped 改为 false。")
		}
	}
}
