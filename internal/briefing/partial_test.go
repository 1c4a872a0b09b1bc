package briefing_test

import (
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// paths lists the pages of a site.
func paths(site briefing.Site) string {
	var list []string
	for _, p := range site.Pages {
		list = append(list, p.Path)
	}
	return strings.Join(list, " ")
}

// words is everything that a page says, for looking for what it must not say.
func words(t *testing.T, site briefing.Site, path string) string {
	t.Helper()
	var b strings.Builder
	dumpPage(&b, pageAt(t, site, path))
	return b.String()
}

// Townships reported in one month and only sectors in another: nobody failed to
// report, and every page that needs townships has their latest month.
func TestAMonthWithoutTownshipsHasNoRankingAndMissesNobody(t *testing.T) {
	sectorsOnly := "行业领域,隐患排查数,隐患整改数\n交通,10,9\n建筑,5,5\n"
	townships := month("青石镇:10/9 双河乡:20/20 白沙镇:4/4")
	for name, files := range map[string]content{
		"the latest":     {"statistics/2026-09.csv": townships, "statistics/2026-10.csv": sectorsOnly},
		"the one before": {"statistics/2026-09.csv": sectorsOnly, "statistics/2026-10.csv": townships},
	} {
		site := brief(t, files)
		for _, p := range []string{"index.html", "months/2026-09.html", "months/2026-10.html", "months/index.html", "areas/qingshizhen.html", "areas/index.html", "sectors/jiaotong.html", "sectors/index.html"} {
			got := words(t, site, p)
			for _, wrong := range []string{"未报送", "个没有报送", "不参加排名"} {
				if strings.Contains(got, wrong) {
					t.Errorf("%s: %s says %s:\n%s", name, p, wrong, got)
				}
			}
		}
		if got := words(t, site, "areas/qingshizhen.html"); !strings.Contains(got, "整改率 9÷10＝90.0%") {
			t.Errorf("%s: %s", name, got)
		}
		if got := words(t, site, "sectors/jiaotong.html"); !strings.Contains(got, "交通共排查隐患10项，整改9项，整改率90.0%") {
			t.Errorf("%s: %s", name, got)
		}
		if strings.Contains(words(t, site, "areas/index.html"), "新") {
			t.Errorf("%s: everybody is new in the ranking", name)
		}
	}
}

// Whatever a county has or lacks, it has its pages.
func TestEveryKindOfCountyHasItsPages(t *testing.T) {
	for name, files := range map[string]content{
		"nothing at all":       {},
		"settings alone":       {"jianbao.yaml": "areas: [青石镇, 双河乡]\nsectors: [交通]\n"},
		"one area":             {"statistics/2026-10.csv": month("青石镇:1/1")},
		"sources alone":        {"statistics/2026-10.csv": "来源,隐患排查数,隐患整改数\n企业自查,10,9\n"},
		"scores alone":         {"jianbao.yaml": "ranking: {by: score}\n", "statistics/2026-10.csv": "地区,得分,名次\n青石镇,90,1\n双河乡,80,2\n"},
		"listed, sectors only": {"jianbao.yaml": "areas: [青石镇, 双河乡]\n", "statistics/2026-10.csv": "行业领域,隐患排查数,隐患整改数\n交通,10,9\n"},
		"nobody reported":      {"statistics/2026-09.csv": month("青石镇:1/1"), "statistics/2026-10.csv": month("青石镇:-/-")},
		"all blank":            {"statistics/2026-10.csv": month("青石镇:?/?")},
		"a gap of a year":      {"statistics/2025-01.csv": month("青石镇:1/1"), "statistics/2026-10.csv": month("青石镇:1/1")},
		"groups":               {"jianbao.yaml": "areas: [{name: 青石镇, group: 乡镇}, {name: 南坪街道, group: 街道}]\nranking: {grouped: true}\n", "statistics/2026-10.csv": month("青石镇:1/1 南坪街道:2/1")},
		"accidents alone":      {"jianbao.yaml": "areas: [青石镇]\n", "accidents/2026.csv": "日期,地区,死亡人数\n2026-10-21,青石镇,1\n"},
		"minutes alone":        {"minutes/2026-10-22.md": "---\ndate: 2026-10-22\ntitle: 纪要\n---\n\n1. 做一件事。（责任单位：青石镇；完成时限：11月20日）\n"},
	} {
		site := brief(t, files)
		links := map[string]bool{}
		for _, p := range site.Pages {
			links[p.Path] = true
		}
		for _, l := range append(site.Menu, site.Foot...) {
			if !links[l.Href] {
				t.Errorf("%s: the menu leads to %s, the pages are %s", name, l.Href, paths(site))
			}
		}
		for _, p := range site.Pages {
			for _, l := range p.Trail {
				if !links[l.Href] {
					t.Errorf("%s: the trail of %s leads to %s, the pages are %s", name, p.Path, l.Href, paths(site))
				}
			}
		}
	}
}
