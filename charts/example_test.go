package charts_test

import (
	"fmt"

	"jianbao/charts"
)

// A ranking of two townships and one without a report.
func Example() {
	figure := charts.Figure{
		ID: "rank", Kind: charts.RankedBars, Title: "各乡镇整改率排名", Description: "青石镇最高，为100.0%。",
		Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Target: &charts.Target{Number: 90, Text: "目标 90%"},
		Categories: []charts.Category{
			{Label: "青石镇", Rank: "1", Movement: "↑2", Href: "areas/qingshi.html"},
			{Label: "石门镇", Rank: "2", Movement: "↓1", Mark: "一票否决"},
			{Label: "白沙镇"},
		},
		Series: []charts.Series{{Name: "整改率", Values: []charts.Value{
			{Number: 100, Known: true, Text: "100.0%"},
			{Number: 42.857142857142854, Known: true, Text: "42.9%"},
			{Text: "—", Reason: "未报送"},
		}}},
	}
	header, rows := figure.Table()
	fmt.Println(header)
	for _, row := range rows {
		fmt.Println(row)
	}
	fmt.Println(string(figure.SVG()[:96]))
	// Output:
	// [名次 名称 整改率 较上月 说明]
	// [1 青石镇 100.0% ↑2 ]
	// [2 石门镇 42.9% ↓1 一票否决]
	// [— 白沙镇 —  未报送]
	// <svg xmlns="http://www.w3.org/2000/svg" class="fig" role="group" viewBox="0 0 580 138" aria-labe
}
