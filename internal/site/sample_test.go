package site_test

import (
	"fmt"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

// sample is a small site with every kind of block on three layouts.
func sample() briefing.Site {
	masthead := briefing.Masthead{Title: "安全生产工作简报", Number: "第10期", Office: "云溪县安全生产委员会办公室", Date: "2026年11月5日"}
	return briefing.Site{
		Masthead: masthead,
		Demo:     true,
		Menu: []briefing.Link{
			{Text: "本期", Href: "index.html"}, {Text: "月度", Href: "months/2026-10.html"}, {Text: "会议", Href: "meetings/2026-10-22.html"},
		},
		Foot:    []briefing.Link{{Text: "统计说明", Href: "meetings/2026-10-22.html#h-1"}},
		Sources: []briefing.Source{{Path: "statistics/2026-10.csv", SHA256: "7f3a9c21d0b4"}, {Path: "minutes/2026-10-22.md", SHA256: "00aa11bb22cc"}},
		Pages: []briefing.Page{
			{
				Path: "index.html", Layout: briefing.IndexLayout, Title: "10月隐患排查治理情况", Lead: "10月整改率94.8%。", Masthead: masthead,
				Sections: told(
					briefing.Section{Blocks: []briefing.Block{sampleParagraph(), sampleKeyFigures(), sampleNotice()}},
					briefing.Section{ID: "tasks", Heading: "议定事项", Blocks: []briefing.Block{sampleTasks()}},
					briefing.Section{ID: "past", Heading: "往期", Blocks: []briefing.Block{sampleList()}},
				),
			},
			{
				Path: "months/2026-10.html", Layout: briefing.FiguresLayout, Title: "2026年10月", Masthead: masthead,
				Trail:    []briefing.Link{{Text: "首页", Href: "index.html"}},
				Previous: &briefing.Link{Text: "2026年9月", Href: "meetings/2026-10-22.html"},
				Sections: told(briefing.Section{ID: "rank", Heading: "排名", Blocks: []briefing.Block{
					briefing.FigureBlock{Number: 1, Figure: sampleFigure("ranking", 2)}, sampleTable(2),
				}}),
				Sources: []briefing.Source{{Path: "statistics/2026-10.csv", SHA256: "7f3a9c21d0b4"}},
			},
			{
				Path: "meetings/2026-10-22.html", Layout: briefing.ArticleLayout, Title: "第10次会议纪要", Masthead: masthead,
				Trail:    []briefing.Link{{Text: "首页", Href: "index.html"}, {Text: "月度", Href: "months/2026-10.html"}},
				Next:     &briefing.Link{Text: "2026年10月", Href: "months/2026-10.html"},
				Sections: told(briefing.Section{Blocks: []briefing.Block{sampleProse()}}),
			},
			{
				Path: "search.html", Layout: briefing.ArticleLayout, Title: "查找", Masthead: masthead,
				Trail:    []briefing.Link{{Text: "首页", Href: "index.html"}},
				Sections: told(briefing.Section{Blocks: []briefing.Block{briefing.Search{Lists: []briefing.Link{{Text: "月度", Href: "months/2026-10.html"}}}}}),
			},
		},
		Downloads: []briefing.Download{data("data/2026-10.csv", "地区\n")},
	}
}

// told is what a page says.
func told(sections ...briefing.Section) func() []briefing.Section {
	return func() []briefing.Section { return sections }
}

// data is a download of one file.
func data(path, body string) briefing.Download {
	return briefing.Download{Paths: []string{path}, Bodies: func() ([][]byte, error) { return [][]byte{[]byte(body)}, nil }}
}

func sampleParagraph() briefing.Block {
	return briefing.Paragraph{Runs: []briefing.Run{
		{Text: "10月，全县共排查隐患"}, {Text: "367", Strong: true}, {Text: "项，整改率"},
		{Text: "94.8%", Strong: true, Href: "months/2026-10.html"}, {Text: "。"},
	}}
}

func sampleKeyFigures() briefing.Block {
	return briefing.KeyFigures{Items: []briefing.KeyFigure{
		{Label: "排查隐患", Value: "367", Change: "较上月增加12项"},
		{Label: "整改率", Value: "94.8%", Change: "较上月上升1.2个百分点", Tone: briefing.Good, Href: "months/2026-10.html#rank"},
		{Label: "重大隐患整改", Value: "9", Small: "/10"},
		{Label: "逾期未整改", Value: "8", Change: "较上月增加2项", Tone: briefing.Bad},
	}}
}

func sampleNotice() briefing.Block {
	return briefing.Notice{Tone: briefing.Bad, Runs: []briefing.Run{{Text: "2个单位未报送："}}, Lines: []string{"云峰乡", "红旗农场"}}
}

func sampleTasks() briefing.Block {
	return briefing.Tasks{Items: []briefing.Task{
		{ID: "task-1", Text: "燃气安全“回头看”", Href: "meetings/2026-10-22.html", Who: "县住建局牵头，各乡镇配合", When: "11月20日前", State: "正在办理", Origin: "2026年10月22日会议"},
		{Text: "沙溪镇采石场边坡治理", Who: "沙溪镇", When: "10月31日前", State: "逾期5天", Tone: briefing.Bad},
	}}
}

func sampleList() briefing.Block {
	return briefing.List{Items: []briefing.ListItem{{Link: briefing.Link{Text: "第9期", Href: "meetings/2026-10-22.html"}, Remark: "2026年10月9日"}}}
}

func sampleProse() briefing.Block {
	return briefing.Prose{
		HTML: "<h2 id=\"h-1\">一、总体情况</h2>\n<p>见<a href=\"../months/2026-10.html#rank\">排名</a>和<a href=\"https://www.gov.cn/\">通知</a>。</p>\n" +
			briefing.HTML(briefing.FigureMark(0)) + "\n<p>以上。</p>\n",
		Figures: []briefing.FigureBlock{{Number: 1, Figure: sampleFigure("in-text", 2)}},
	}
}

// sampleTable is a ranking of n areas in eleven columns.
func sampleTable(n int) briefing.Block {
	names := []string{"地区", "名次", "排查（项）", "整改（项）", "整改率", "一般隐患整改率", "重大隐患排查", "重大隐患整改", "重大隐患整改率", "逾期（项）", "较上月"}
	t := briefing.Table{ID: "table", Caption: "各乡镇（街道）排名", Note: "未排查出隐患的不参加排名。", Files: []briefing.Link{{Text: "CSV", Href: "data/2026-10.csv"}}}
	for i, name := range names {
		t.Columns = append(t.Columns, briefing.TableColumn{Name: name, Numeric: i > 0, Minor: i > 4 && i < 9})
	}
	for i := range n {
		cells := []briefing.TableCell{{Text: areaName(i), Href: "months/2026-10.html"}, {Text: fmt.Sprint(i/2*2 + 1), Hint: "并列"}}
		for k := range len(names) - 2 {
			cells = append(cells, briefing.TableCell{Text: fmt.Sprintf("%d.%d%%", 99-i%40, k)})
		}
		t.Rows = append(t.Rows, briefing.TableRow{ID: fmt.Sprintf("row-%d", i), Cells: cells})
	}
	t.Rows[n-1].Tone = briefing.Bad
	t.Rows[n-1].Cells[4].Tone = briefing.Bad
	t.Foot = []briefing.TableRow{{Cells: []briefing.TableCell{{Text: "合计"}, {Text: "—"}, {Text: "367"}, {Text: "348"}, {Text: "94.8%"}}}}
	return t
}

// sampleFigure is a ranking of n areas.
func sampleFigure(id string, n int) *charts.Figure {
	f := &charts.Figure{
		ID: id, Kind: charts.RankedBars, Title: "各乡镇整改率排名", Description: "青石镇最高。", Unit: "%", Scale: charts.Percents,
		Better: charts.HigherIsBetter, Target: &charts.Target{Number: 90, Text: "目标 90%"},
		Series: []charts.Series{{Name: "整改率"}}, Note: "斜纹为低于目标。", Source: "各乡镇10月报表",
	}
	for i := range n {
		number := float64(1000-i*7%300) / 10
		f.Categories = append(f.Categories, charts.Category{Label: areaName(i), Href: "months/2026-10.html", Rank: fmt.Sprint(i + 1), Movement: "↑2"})
		f.Series[0].Values = append(f.Series[0].Values, charts.Value{Number: number, Known: true, Text: fmt.Sprintf("%.1f%%", number)})
	}
	return f
}

func areaName(i int) string {
	names := []string{"青石镇", "桥头乡", "白沙镇", "南坪街道", "云峰乡", "大堰镇", "沙溪镇", "柳河镇", "北港镇", "双塘镇", "金山街道", "东岭街道", "石门镇", "红旗农场"}
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("第%d镇", i)
}
