package settings

import (
	"fmt"
	"regexp"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// idPattern is what an id may be: it becomes a file name and an address.
var idPattern = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,59}$`)

// areas checks the list of areas in official order.
func (c *checker) areas(list []rawName) []record.Area {
	var areas []record.Area
	for i, e := range c.names(list) {
		areas = append(areas, record.Area{ID: e.id, Name: e.name, Aliases: e.aliases, Group: list[i].Group.text})
	}
	return areas
}

// sectors checks the list of key sectors.
func (c *checker) sectors(list []rawName) []record.Sector {
	var sectors []record.Sector
	for _, e := range c.names(list) {
		sectors = append(sectors, record.Sector{ID: e.id, Name: e.name, Aliases: e.aliases})
	}
	return sectors
}

// entry is what areas and sectors have in common.
type entry struct {
	name, id string
	aliases  []string
}

// withName leaves out the items without a name.
func (c *checker) withName(label string, list []rawName) []rawName {
	var with []rawName
	for _, e := range list {
		if e.Name.written() {
			with = append(with, e)
		} else {
			c.badAt(e.Here.place, quoteLabel(label)+"里有一项没有写 name。", "请写上它的名称，例如“name: 青石镇”。")
		}
	}
	return with
}

// names checks a list of areas or sectors: every name and alias means one thing
// only, and so does every id.
func (c *checker) names(list []rawName) []entry {
	entries := make([]entry, len(list))
	names, ids := make([]string, len(list)), make([]string, len(list))
	taken, takenIDs := map[string]owner{}, map[string]owner{}
	for i, e := range list {
		entries[i].name = e.Name.text
		c.take(taken, i, e.Name)
		for _, alias := range e.Aliases {
			if alias.written() && c.take(taken, i, alias) {
				entries[i].aliases = append(entries[i].aliases, alias.text)
			}
		}
		names[i], ids[i] = e.Name.text, c.id(takenIDs, i, e.ID)
	}
	for i, id := range Identify(names, ids) {
		entries[i].id = id
	}
	return entries
}

// owner is the item of a list that a name belongs to.
type owner struct {
	item int
	at   value
}

// take gives a name to item i. It returns false when the item has it already,
// and reports a name that another item has.
func (c *checker) take(taken map[string]owner, i int, v value) bool {
	key := strings.ToLower(zh.Join(v.text))
	first, used := taken[key]
	if !used {
		taken[key] = owner{i, v}
		return true
	}
	if first.item != i {
		c.bad(v, fmt.Sprintf("与第 %d 行的%s重复。", first.at.place.Row, problem.Quote(first.at.text)),
			"请保留一处；同一个名称（含别名）只能指一个单位或领域。")
	}
	return false
}

// id checks an id that was written; "" stands for none.
func (c *checker) id(taken map[string]owner, i int, v value) string {
	switch {
	case !v.written():
		return ""
	case !idPattern.MatchString(v.text):
		c.bad(v, "编号只能用小写英文字母、数字和连字符“-”，以字母或数字开头，不超过 60 个字符。",
			"请改正，例如“qingshi”；也可以删去，由程序按拼音生成。")
		return ""
	case reserved(v.text):
		c.bad(v, "这个编号在 Windows 或本网站中另有用途。", "请换一个编号，例如“"+v.text+"-1”。")
		return ""
	case !c.take(taken, i, v):
		return ""
	}
	return v.text
}
