package briefing_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/briefing"
)

// tableIn is a table of a page, by its id.
func tableIn(t *testing.T, p briefing.Page, id string) briefing.Table {
	t.Helper()
	for _, s := range p.Sections() {
		for _, block := range s.Blocks {
			if table, ok := block.(briefing.Table); ok && table.ID == id {
				return table
			}
		}
	}
	t.Fatalf("%s has no table %s", p.Path, id)
	return briefing.Table{}
}

// lines writes a table's columns and rows.
func lines(t briefing.Table) string {
	var b strings.Builder
	dumpTable(&b, t)
	return b.String()
}

// column is the cells of a column by its name, with their hints.
func column(t *testing.T, table briefing.Table, name string) (cells []string) {
	t.Helper()
	for i, c := range table.Columns {
		if c.Name == name {
			for _, r := range table.Rows {
				cells = append(cells, strings.TrimSpace(r.Cells[i].Text+" "+r.Cells[i].Hint))
			}
			return cells
		}
	}
	t.Fatalf("no column %s in\n%s", name, lines(table))
	return nil
}

func TestTheYearToDateNamesItsGaps(t *testing.T) {
	for name, test := range map[string]struct {
		months []string
		note   string
	}{
		"whole":           {[]string{"2026-01", "2026-02", "2026-03"}, ""},
		"begins late":     {[]string{"2026-02", "2026-03"}, "累计不含1月，本站没有这个月的数据。"},
		"gaps":            {[]string{"2025-12", "2026-02", "2026-05"}, "累计不含1月、3—4月，本站没有这些月的数据。"},
		"only sectors in": {[]string{"2026-01", "2026-02s", "2026-03"}, "累计不含2月，本站没有这个月分单位的数据。"},
	} {
		files := content{}
		for _, m := range test.months {
			if bare, ok := strings.CutSuffix(m, "s"); ok {
				files["statistics/"+bare+".csv"] = "行业领域,隐患排查数,隐患整改数\n交通,1,1\n"
				continue
			}
			files["statistics/"+m+".csv"] = month("青石镇:1/1 双河乡:1/1")
		}
		last := test.months[len(test.months)-1]
		table := tableIn(t, pageAt(t, brief(t, files), "months/"+last+".html"), "to-date-table")
		if table.Note != test.note {
			t.Errorf("%s: %q, want %q", name, table.Note, test.note)
		}
	}
	files := content{"statistics/2026-01.csv": month("青石镇:1/1 双河乡:-/-"), "statistics/2026-02.csv": month("青石镇:1/1 双河乡:1/1")}
	table := tableIn(t, pageAt(t, brief(t, files), "months/2026-02.html"), "to-date-table")
	if diff := cmp.Diff([]string{"青石镇", "双河乡 有1个月未报送"}, column(t, table, "单位")); diff != "" {
		t.Error(diff)
	}
}

// What was reported later changes no earlier meeting's page.
func TestAMeetingReportsOnTheMonthThatHadEnded(t *testing.T) {
	meeting := func(date, period string) string {
		return "---\ndate: " + date + "\ntitle: 纪要\n" + period + "---\n\n正文。\n"
	}
	files := content{
		"statistics/2026-08.csv": month("青石镇:1/1"), "statistics/2026-09.csv": month("青石镇:1/1"), "statistics/2026-10.csv": month("青石镇:1/1"), "statistics/2026-11.csv": month("青石镇:1/1"),
		"minutes/2026-10-09.md": meeting("2026-10-09", ""), "minutes/2026-10-31.md": meeting("2026-10-31", ""),
		"minutes/2026-11-06.md": meeting("2026-11-06", ""), "minutes/2026-11-20.md": meeting("2026-11-20", "period: \"2026-11\"\n"),
		"minutes/2026-08-05.md": meeting("2026-08-05", ""), "minutes/2026-07-05.md": meeting("2026-07-05", ""),
	}
	site := brief(t, files)
	for date, want := range map[string]string{"2026-10-09": "2026年9月", "2026-10-31": "2026年9月", "2026-11-06": "2026年10月", "2026-11-20": "2026年11月", "2026-08-05": "2026年8月", "2026-07-05": ""} {
		got := words(t, site, "meetings/"+date+".html")
		_, month, found := strings.Cut(got, "本次会议通报")
		if found != (want != "") || !strings.HasPrefix(month, want) {
			t.Errorf("%s: want %s\n%s", date, want, got)
		}
	}
}

// Overdue is by the day of the latest meeting.
func TestTasksSayWhoWhenAndHowFar(t *testing.T) {
	site := brief(t, content{
		"jianbao.yaml": "areas: [青石镇, 南坪街道, 红旗农场]\n",
		"minutes/2026-10-09.md": `---
date: 2026-10-09
title: 纪要
---

## 议定事项

| 序号 | 议定事项 | 责任单位 | 配合单位 | 完成时限 | 延期至 | 进展 |
|---|---|---|---|---|---|---|
| 1 | 甲 | 青石镇 |  | 2026-10-20 |  | 已办结 |
| 2 | 乙 | 县应急局 | 青石镇政府 | 2026-10-20 |  | 正在办理 |
| 3 | 丙 | 各乡镇人民政府、各街道 |  | 2026-10-20 | 2026-12-01 | 正在办理 |
| 4 | 丁 |  | 县水利局 | 2027-01-20 |  |  |
| 5 | 戊 |  |  |  |  | 需加快 |
`,
		"minutes/2026-11-06.md": "---\ndate: 2026-11-06\ntitle: 纪要\n---\n\n正文。\n",
	})
	var b strings.Builder
	for _, s := range pageAt(t, site, "tasks.html").Sections() {
		for _, block := range s.Blocks {
			if tasks, ok := block.(briefing.Tasks); ok {
				for _, k := range tasks.Items {
					b.WriteString(s.Heading + "：" + k.Text + "，" + k.Who + "，" + k.When + "，" + k.State + "\n")
				}
			}
		}
	}
	want := `逾期未办结的议定事项：乙，县应急局牵头，青石镇政府配合，10月20日前，逾期17天
正在办理：丙，各乡镇人民政府、各街道，10月20日前，延期至12月1日，正在办理
正在办理：丁，未明确牵头单位，县水利局配合，2027年1月20日前，未报进展
正在办理：戊，未明确责任单位，未明确时限，需加快
已办结：甲，青石镇，10月20日前，已办结
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
	// 各乡镇 are all townships, and no farm. What is due first stands first, what is done last.
	for area, want := range map[string]string{"qingshizhen": "乙 丙 甲", "nanpingjiedao": "丙", "hongqinongchang": ""} {
		var got []string
		for _, s := range pageAt(t, site, "areas/"+area+".html").Sections() {
			for _, block := range s.Blocks {
				if tasks, ok := block.(briefing.Tasks); ok {
					for _, k := range tasks.Items {
						got = append(got, k.Text)
					}
				}
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s has %q, want %q", area, got, want)
		}
	}
}

func TestAnAccidentWithoutFiguresHasNoGrade(t *testing.T) {
	site := brief(t, content{
		"jianbao.yaml":       "areas: [青石镇]\n",
		"accidents/2026.csv": "日期,地区,事故名称,死亡人数,受伤人数,直接经济损失(万元)\n2026-04-15,青石镇,甲事故,0,2,18.6\n2026-04-16,,乙事故,,,\n2026-05-01,青石镇,丙事故,3,,\n",
	})
	table := tableIn(t, pageAt(t, site, "accidents.html"), "accidents")
	if diff := cmp.Diff([]string{"较大", "—", "一般"}, column(t, table, "等级")); diff != "" {
		t.Error(diff)
	}
	years := tableIn(t, pageAt(t, site, "accidents.html"), "accident-years")
	if diff := cmp.Diff("table #accident-years 事故四项指标\n  | 年份 | 起数 | 死亡（人） | 受伤（人） | 直接经济损失（万元）\n  | 2026年 | 3 | 3 | 2 | 18.6\n", lines(years)[:len("table #accident-years 事故四项指标\n  | 年份 | 起数 | 死亡（人） | 受伤（人） | 直接经济损失（万元）\n  | 2026年 | 3 | 3 | 2 | 18.6\n")]); diff != "" {
		t.Error(diff)
	}
}

func TestTheRulesAreThoseInForce(t *testing.T) {
	site := brief(t, content{"jianbao.yaml": "whole: 全市\ndecimals: 0\nbasis: cumulative\n"})
	got := words(t, site, "about.html")
	for _, want := range []string{
		"全市的率由全市的件数算出", "到印出时才四舍五入到整数。", "本站按累计数统计", "“较1—9月”是与1月至上一个月的累计数比较",
		"逾期以最近一次会议的日期为准。", "今年以来发生死亡事故或较大以上事故的单位一票否决",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("about does not say %q:\n%s", want, got)
		}
	}
	site = brief(t, content{"minutes/2026-10-09.md": "---\ndate: 2026-10-09\ntitle: 纪要\n---\n\n正文。\n"})
	if got := words(t, site, "about.html"); !strings.Contains(got, "逾期以最近一次会议的日期（2026年10月9日）为准。") || !strings.Contains(got, "保留1位小数") {
		t.Error(got)
	}
}

// A meeting gives every township the same to do; its page does not grow with the meetings.
func TestATownshipsPageListsWhatIsMostUrgent(t *testing.T) {
	var items strings.Builder
	for i := range 25 {
		fmt.Fprintf(&items, "| %d | 事项%d | 各乡镇 | 2026-11-%02d | 正在办理 |\n", i+1, i+1, 28-i)
	}
	site := brief(t, content{
		"jianbao.yaml": "areas: [青石镇]\n",
		"minutes/1.md": "---\ndate: 2026-11-20\n---\n# 议定事项\n\n| 序号 | 事项 | 责任单位 | 完成时限 | 进展 |\n| --- | --- | --- | --- | --- |\n" + items.String(),
	})
	var said, first, last string
	listed := 0
	for _, s := range pageAt(t, site, "areas/qingshizhen.html").Sections() {
		for _, block := range s.Blocks {
			switch block := block.(type) {
			case briefing.Paragraph:
				for _, r := range block.Runs {
					said += r.Text
				}
			case briefing.Tasks:
				listed = len(block.Items)
				first, last = block.Items[0].Text, block.Items[listed-1].Text
			}
		}
	}
	const want = "历次会议议定由青石镇承担或者配合的事项有25项，已办结0项，逾期未办结16项。下面是最急的20项，其余见议定事项。"
	if said != want || listed != 20 || first != "事项25" || last != "事项6" {
		t.Errorf("%s\nlisted %d, from %s to %s", said, listed, first, last)
	}
}
