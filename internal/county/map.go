package county

import (
	"fmt"

	"jianbao/internal/record"
)

// area is a township with what makes its figures its own.
type area struct {
	record.Area
	size  int    // of an average township, in percent
	skill int    // how much better it rectifies than the county, in per mille
	mix   string // one digit for each sector: how much there is of it, 4 being usual, 0 none
}

// sector is a key sector with how much an average township has of it.
type sector struct {
	record.Sector
	units  int     // registered units
	found  int     // hazards found in a month
	major  int     // chance of a major hazard in a month, in per mille
	skill  int     // in per mille, as of an area
	season [12]int // January to December, in percent
}

func demoCounty() county {
	first, _ := record.NewPeriod(2025, 9)
	return county{
		name: "云溪县", title: "安全生产工作简报", demo: true,
		first: first, months: 14, seed: 20261106,
		sectors: sectors(),
		areas: []area{
			{newArea("nanping", "南坪街道", "街道", "南坪", "南坪街道办"), 150, 12, "46108640"},
			{newArea("jinshan", "金山街道", "街道", "金山", "金山街道办"), 125, 16, "45107530"},
			{newArea("qingshi", "青石镇", "乡镇", "青石"), 140, 8, "54465553"},
			{newArea("baisha", "白沙镇", "乡镇", "白沙"), 95, 14, "43344446"},
			{newArea("dayan", "大堰镇", "乡镇", "大堰"), 60, -6, "43154235"},
			{newArea("shaxi", "沙溪镇", "乡镇", "沙溪"), 90, 4, "44344344"},
			{newArea("liuhe", "柳河镇", "乡镇", "柳河"), 110, -80, "56464474"},
			{newArea("beigang", "北港镇", "乡镇", "北港"), 105, -4, "43404459"},
			{newArea("shuangtang", "双塘镇", "乡镇", "双塘"), 85, 2, "44144345"},
			{newArea("shimen", "石门镇", "乡镇", "石门"), 80, -14, "52084244"},
			{newArea("qiaotou", "桥头乡", "乡镇", "桥头"), 22, 10, "52013124"},
			{newArea("yunfeng", "云峰乡", "乡镇", "云峰"), 38, -10, "62053114"},
			{newArea("hongqi", "红旗农场", "场区", "红旗"), 9, 6, "30002007"},
			{newArea("jingkai", "云溪经济开发区", "场区", "经开区", "经济开发区", "开发区"), 135, 9, "37804590"},
		},
	}
}

func newArea(id, name, group string, aliases ...string) record.Area {
	return record.Area{ID: id, Name: name, Group: group, Aliases: aliases}
}

func sectors() []sector {
	return []sector{
		{newSector("traffic", "道路交通", "交通", "道路交通安全"), 30, 13, 70, -4,
			[12]int{115, 110, 95, 95, 95, 100, 100, 100, 105, 115, 105, 105}},
		{newSector("construction", "建筑施工", "建筑", "住建"), 14, 11, 85, -10,
			[12]int{70, 40, 115, 120, 110, 110, 105, 105, 110, 110, 105, 90}},
		{newSector("chemicals", "危险化学品", "危化品", "危化"), 9, 5, 75, 8,
			[12]int{85, 75, 95, 100, 105, 120, 135, 130, 105, 95, 95, 95}},
		{newSector("mines", "非煤矿山", "矿山", "非煤"), 5, 5, 110, -8,
			[12]int{70, 45, 110, 115, 110, 125, 120, 110, 100, 100, 95, 85}},
		{newSector("fire", "消防安全", "消防", "人员密集场所"), 46, 16, 60, 2,
			[12]int{130, 120, 95, 95, 100, 90, 90, 95, 105, 100, 125, 135}},
		{newSector("gas", "燃气", "城镇燃气"), 22, 8, 60, 6,
			[12]int{120, 105, 95, 90, 90, 90, 95, 95, 100, 105, 120, 125}},
		{newSector("industry", "工贸", "工贸行业", "工贸企业"), 20, 10, 60, 4,
			[12]int{85, 65, 110, 105, 105, 110, 110, 110, 105, 100, 100, 95}},
		{newSector("farming", "农机渔业", "农机和渔业", "农业机械和渔业船舶"), 18, 6, 45, -2,
			[12]int{50, 50, 90, 105, 120, 115, 90, 105, 130, 135, 95, 60}},
	}
}

func newSector(id, name string, aliases ...string) record.Sector {
	return record.Sector{ID: id, Name: name, Aliases: aliases}
}

// largeCounty has up to 1,944 townships with names of their own.
func largeCounty(areas, months int) county {
	last, _ := record.NewPeriod(2026, 10)
	c := county{
		name: "测试县", title: "安全生产工作简报", demo: true,
		first: last.Add(1 - months), months: months, seed: uint64(areas),
		sectors: sectors(),
	}
	for i := range areas {
		d := newDice(c.seed, i, 0, 0)
		mix := ""
		for range c.sectors {
			mix += string(rune('2' + d.roll(6)))
		}
		name, group := largeName(i)
		c.areas = append(c.areas, area{newArea(fmt.Sprintf("t%04d", i+1), name, group), 40 + d.roll(120), d.roll(60) - 40, mix})
	}
	return c
}

// largeName returns the i-th name: 36 first characters, 18 second ones, three
// kinds of township, stepped through so that neighbours differ.
func largeName(i int) (name, group string) {
	first, second := []rune(firstCharacters), []rune(secondCharacters)
	kinds := []string{"镇", "乡", "街道"}
	n := len(first) * len(second)
	a, b, kind := i%len(first), (i+i/len(first))%len(second), kinds[(i+i/n)%3]
	if i >= n*3 {
		panic(fmt.Sprintf("county: no more than %d areas", n*3))
	}
	group = "乡镇"
	if kind == "街道" {
		group = "街道"
	}
	return string(first[a]) + string(second[b]) + kind, group
}

const (
	firstCharacters  = "青白红黄大小上下东西南北新古长平安永高龙凤石清云金银双三九太柳杨松竹梅桃"
	secondCharacters = "山河溪桥塘坪岭湾坝沟港泉洲峰林沙店堡"
)
