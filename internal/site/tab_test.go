package site

import (
	"testing"

	"jianbao/internal/briefing"
)

func TestNoTwoTabsHaveOneName(t *testing.T) {
	head := briefing.Masthead{Title: "简报", Number: "第10期"}
	areas, sectors := []briefing.Link{{Text: "乡镇街道"}}, []briefing.Link{{Text: "行业领域"}}
	site := briefing.Site{Pages: []briefing.Page{
		{Path: "index.html", Title: "10月情况"}, {Path: "months/2026-10.html", Title: "10月情况"},
		{Path: "meetings/2026-10-09.html", Title: "会议纪要", Date: "2026-10-09"}, {Path: "meetings/2026-10-22.html", Title: "会议纪要", Date: "2026-10-22"},
		{Path: "areas/a.html", Title: "高新区", Trail: areas}, {Path: "sectors/a.html", Title: "高新区", Trail: sectors},
		{Path: "pages/a.html"}, {Path: "pages/b.html"},
	}}
	for i := range site.Pages {
		site.Pages[i].Masthead = head
	}
	names := tabNames(&site)
	for path, want := range map[string]string{
		"index.html": "简报 第10期", "months/2026-10.html": "10月情况 — 简报", "meetings/2026-10-09.html": "会议纪要（2026-10-09） — 简报",
		"meetings/2026-10-22.html": "会议纪要（2026-10-22） — 简报", "areas/a.html": "高新区（乡镇街道） — 简报", "sectors/a.html": "高新区（行业领域） — 简报",
		"pages/a.html": "（pages/a.html） — 简报", "pages/b.html": "（pages/b.html） — 简报",
	} {
		if names[path] != want {
			t.Errorf("%s is called %q, want %q", path, names[path], want)
		}
	}
}
