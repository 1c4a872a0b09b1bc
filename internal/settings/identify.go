package settings

import (
	"strconv"
	"strings"

	"jianbao/internal/zh"
)

// Identify returns an id for each of the names: the given one where it is not
// "", else the name's pinyin. Given ids are never changed; derived ones that
// collide are numbered in the order of the names: qingshi, qingshi-2. Ids that
// cannot be file names on Windows, and "index", are never derived. It serves
// areas and sectors whether they come from the settings or from the data.
func Identify(names, given []string) []string {
	taken := map[string]bool{}
	for _, id := range given {
		taken[id] = true
	}
	ids := make([]string, len(names))
	for i, name := range names {
		if given[i] != "" {
			ids[i] = given[i]
			continue
		}
		base := zh.Slug(name)
		ids[i] = base
		for n := 2; taken[ids[i]] || reserved(ids[i]); n++ {
			ids[i] = base + "-" + strconv.Itoa(n)
		}
		taken[ids[i]] = true
	}
	return ids
}

// reserved reports whether <id>.html is no file of its own: Windows has devices
// of these names, and index.html is a folder's own page.
func reserved(id string) bool {
	switch id {
	case "index", "con", "prn", "aux", "nul":
		return true
	}
	device, number := strings.TrimRight(id, "0123456789"), len(id)-len(strings.TrimRight(id, "0123456789"))
	return (device == "com" || device == "lpt") && number == 1
}
