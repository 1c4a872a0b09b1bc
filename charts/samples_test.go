package charts_test

import (
	"fmt"
	"math"

	"jianbao/charts"
)

// percent is a rate as the rest of the program would hand it over.
func percent(n float64) charts.Value {
	return charts.Value{Number: n, Known: true, Text: fmt.Sprintf("%.1f%%", n)}
}

func count(n float64) charts.Value {
	return charts.Value{Number: n, Known: true, Text: fmt.Sprintf("%.0f", n)}
}

func missing(reason string) charts.Value { return charts.Value{Text: "—", Reason: reason} }

// ranking is the month of the demonstration county: ties, a veto, a nil report
// and a missing one.
func ranking() charts.Figure {
	f := charts.Figure{
		ID: "rank", Kind: charts.RankedBars, Title: "各乡镇（街道）隐患整改率排名",
		Description: "14个乡镇中11个达到目标，石门镇最低，为42.9%。",
		Unit:        "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Target: &charts.Target{Number: 90, Text: "目标 90%"},
		Series: []charts.Series{{Name: "整改率"}},
	}
	for _, r := range []struct {
		rank string
		tied bool
		name string
		move string
		mark string
		v    charts.Value
	}{
		{"1", true, "青石镇", "↓2", "", percent(100)},
		{"1", true, "桥头乡", "—", "", percent(100)},
		{"1", true, "白沙镇", "↑2", "", percent(100)},
		{"4", false, "南坪街道", "—", "", percent(98.2)},
		{"5", false, "云峰乡", "—", "", percent(97.9)},
		{"6", false, "大堰镇", "↑2", "", percent(97.8)},
		{"7", false, "沙溪镇", "—", "", percent(97.7)},
		{"8", false, "柳河镇", "↑2", "", percent(96.6)},
		{"9", false, "北港镇", "↓1", "", percent(95.6)},
		{"10", false, "双塘镇", "↑1", "", percent(93.3)},
		{"11", false, "东岭街道", "↓3", "", percent(86.9)},
		{"12", false, "石门镇", "↑2", "", percent(42.9)},
		{"13", false, "金山街道", "↓9", "一票否决", percent(91.7)},
		{"", false, "红旗农场", "", "", missing("零报告，不参加排名")},
		{"", false, "开发区", "", "", missing("未报送")},
	} {
		f.Categories = append(f.Categories, charts.Category{
			Label: r.name, Rank: r.rank, Tied: r.tied, Movement: r.move, Mark: r.mark,
			Href: fmt.Sprintf("../areas/a%d.html", len(f.Categories)+1),
		})
		f.Series[0].Values = append(f.Series[0].Values, r.v)
	}
	return f
}

// longNames is a ranking of departments with names that need a line of their own.
func longNames() charts.Figure {
	f := ranking()
	f.ID = "long"
	f.Categories = append([]charts.Category(nil), f.Categories...)
	f.Categories[1].Label = "云溪县经济技术开发区管理委员会"
	f.Categories[12].Label = "国营红旗农场"
	f.Categories[3].Label = "南坪民族街道办事处"
	return f
}

// near is a ranking of rates so near to 100% that bars would look alike.
func near() charts.Figure {
	f := ranking()
	f.ID, f.Kind, f.Target = "near", charts.Dots, &charts.Target{Number: 97, Text: "目标 97%"}
	f.Series[0].Values = append([]charts.Value(nil), f.Series[0].Values...)
	for i, n := range []float64{100, 100, 100, 99.6, 99.5, 99.1, 99, 98.8, 98.5, 98.2, 97.9, 97.4, 96.3} {
		f.Series[0].Values[i] = percent(n)
	}
	return f
}

// bars is a ranking of n places with values that fall evenly.
func bars(n int) charts.Figure {
	f := charts.Figure{
		ID: fmt.Sprintf("bars-%d", n), Kind: charts.RankedBars, Title: "排名", Scale: charts.Percents,
		Better: charts.HigherIsBetter, Target: &charts.Target{Number: 90, Text: "目标 90%"},
		Series: []charts.Series{{Name: "整改率"}},
	}
	for i := range n {
		f.Categories = append(f.Categories, charts.Category{
			Label: fmt.Sprintf("第%d村", i+1), Rank: fmt.Sprint(i + 1), Movement: "↑1", Href: "areas/v.html",
		})
		f.Series[0].Values = append(f.Series[0].Values, percent(100-float64(i)*60/float64(n)))
	}
	return f
}

func months(n int) []charts.Category {
	out := make([]charts.Category, n)
	for i := range out {
		out[i].Label = fmt.Sprintf("%d月", (i+10)%12+1)
	}
	return out
}

func series(name string, value func(float64) charts.Value, numbers ...float64) charts.Series {
	s := charts.Series{Name: name}
	for _, n := range numbers {
		v := value(n)
		if math.IsNaN(n) {
			v = missing("未报送")
		}
		s.Values = append(s.Values, v)
	}
	return s
}

func trend() charts.Figure {
	return charts.Figure{
		ID: "trend", Kind: charts.Lines, Axis: "月份", Title: "近十二个月整改率", Description: "一般隐患整改率由88.1%升至94.8%。",
		Unit: "%", Scale: charts.Percents, Better: charts.HigherIsBetter,
		Target:     &charts.Target{Number: 90, Text: "目标 90%"},
		Categories: months(12),
		Series: []charts.Series{
			series("一般", percent, 88.1, 89, 87.4, 90.2, 91.1, 90.6, 92.3, 93.1, 91.9, 92.8, 93.5, 94.8),
			series("重大", percent, 70, 66.7, 75, 71.4, math.NaN(), 77.8, 83.3, 81.8, 85.7, 83.3, 87.5, 90),
		},
	}
}

func trendOfOne() charts.Figure {
	f := trend()
	f.ID, f.Series = "trend-one", f.Series[:1]
	f.Series[0].Values[4] = missing("未报送")
	return f
}

func trendOneMonth() charts.Figure {
	f := trend()
	f.ID, f.Categories = "trend-month", f.Categories[:1]
	return f
}

func trendMany() charts.Figure {
	f := trend()
	f.ID = "trend-many"
	f.Series = nil
	for i, name := range []string{"道路交通", "建筑施工", "危险化学品", "非煤矿山", "消防（人员密集场所）", "城镇燃气", "特种设备"} {
		s := charts.Series{Name: name}
		for j := range f.Categories {
			s.Values = append(s.Values, percent(97-float64(i%4)*0.4-float64((i+j*j)%5)))
		}
		f.Series = append(f.Series, s)
	}
	return f
}

func outcomes() charts.Figure {
	return charts.Figure{
		ID: "outcomes", Kind: charts.StackedColumns, Axis: "月份", Title: "近六个月隐患去向", Description: "10月排查367项，已整改348项。",
		Unit: "项", Scale: charts.Counts, Categories: months(6),
		Series: []charts.Series{
			{Name: "已整改", Meaning: charts.Done, Values: series("", count, 300, 322, 288, 304, 334, 348).Values},
			{Name: "未到期", Meaning: charts.Pending, Values: series("", count, 15, 20, 23, 21, 15, 11).Values},
			{Name: "逾期", Meaning: charts.Overdue, Values: series("", count, 6, 4, 9, 7, 6, 8).Values},
		},
	}
}

func accidents() charts.Figure {
	return charts.Figure{
		ID: "accidents", Kind: charts.StackedColumns, Axis: "月份", Title: "事故起数", Unit: "起", Scale: charts.Counts,
		Better: charts.LowerIsBetter, Categories: months(24),
		Series: []charts.Series{
			series("道路交通事故", count, 1, 0, 2, 0, 0, 3, 1, 0, 1, 2, 0, 0, 1, 0, 2, 0, 0, 3, 1, 0, 1, 2, 0, 0),
			series("生产安全事故", count, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, math.NaN()),
		},
	}
}

func heat(rows, columns int) charts.Figure {
	f := charts.Figure{
		ID: fmt.Sprintf("heat-%dx%d", rows, columns), Kind: charts.HeatMap, Title: "各乡镇逐月整改率", Unit: "%", Scale: charts.Percents,
		Better: charts.HigherIsBetter, Categories: months(columns), Target: &charts.Target{Number: 90, Text: "目标 90%"},
	}
	names := []string{"青石镇", "桥头乡", "白沙镇", "南坪街道", "云峰乡", "大堰镇", "沙溪镇", "红旗农场"}
	for i := range rows {
		s := charts.Series{Name: names[i%len(names)], Href: "areas/a.html"}
		for j := range columns {
			v := percent(100 - float64((i*7+j*5)%48))
			if (i*columns+j)%17 == 5 {
				v = missing("未报送")
			}
			if (i*columns+j)%23 == 7 {
				v = missing("")
			}
			s.Values = append(s.Values, v)
		}
		f.Series = append(f.Series, s)
	}
	return f
}

func sectors() charts.Figure {
	f := heat(6, 9)
	f.ID, f.Unit, f.Scale, f.Better = "sectors", "项", charts.Counts, charts.LowerIsBetter
	f.Target = nil
	for j, name := range []string{"道路交通", "建筑施工", "危险化学品", "非煤矿山", "消防", "城镇燃气", "特种设备", "人员密集场所", "其他"} {
		f.Categories[j].Label = name
		for i := range f.Series {
			f.Series[i].Values[j] = count(float64((i*j*3 + j) % 31))
		}
	}
	return f
}

// shares are the sectors of the demonstration county by falling count.
func shares(n int) charts.Figure {
	f := charts.Figure{
		ID: fmt.Sprintf("shares-%d", n), Kind: charts.Pareto, Title: "隐患集中在哪些行业领域", Description: "前五个行业领域占80.1%。",
		Unit: "项", Scale: charts.Counts, Target: &charts.Target{Number: 80, Text: "累计80%"},
		Series: []charts.Series{{Name: "隐患排查数"}, {Name: "累计占比"}},
	}
	names := []string{"道路交通", "建筑施工", "消防", "危险化学品", "工贸", "城镇燃气", "人员密集场所", "特种设备", "非煤矿山", "农业机械",
		"旅游", "烟花爆竹", "学校", "水利工程", "电力", "民爆物品", "邮政快递", "文化娱乐场所", "油气管道", "其他"}
	counts := []float64{96, 71, 58, 41, 28, 19, 17, 13, 9, 6, 3, 2, 1, 1, 1, 1, 1, 1, 1, 0}
	sum, total := 0.0, 0.0
	for _, c := range counts[:n] {
		total += c
	}
	for i, c := range counts[:n] {
		sum += c
		f.Categories = append(f.Categories, charts.Category{Label: names[i], Href: "sectors/s.html"})
		f.Series[0].Values = append(f.Series[0].Values, count(c))
		f.Series[1].Values = append(f.Series[1].Values, percent(100*sum/total))
	}
	return f
}

// places are n areas in m months, ranked by a rate that ties often; the first
// strong of them stand out.
func places(n, m, strong int) charts.Figure {
	f := charts.Figure{
		ID: fmt.Sprintf("places-%d-%d", n, strong), Kind: charts.RankChange, Title: "名次变化", Description: "青石镇由第3名升至第1名。",
		Better: charts.LowerIsBetter, Categories: months(m),
	}
	names := []string{"青石镇", "桥头乡", "白沙镇", "南坪街道", "云峰乡", "大堰镇", "沙溪镇", "柳河镇", "北港镇", "双塘镇", "东岭街道", "石门镇", "金山街道", "红旗农场"}
	for i := range n {
		name := names[i%len(names)]
		if i >= len(names) {
			name = fmt.Sprintf("第%d村", i+1)
		}
		f.Series = append(f.Series, charts.Series{Name: name, Href: "areas/a.html", Highlight: i*3/n < strong && i*3%n < 3})
	}
	for j := range m {
		score := func(i int) float64 { // areas drift, and the better ones tie
			at := float64(i*7%n) + 0.16*float64(n)*math.Sin(float64(j)/2.3+float64(i*5)) + 0.05*float64(n)*math.Sin(float64(j*3+i))
			return max(math.Round(at), 2)
		}
		for i := range n {
			if (i*13+j*5)%41 == 7 {
				f.Series[i].Values = append(f.Series[i].Values, missing("未报送"))
				continue
			}
			rank := 1.0
			for k := range n {
				if (k*13+j*5)%41 != 7 && score(k) < score(i) {
					rank++
				}
			}
			f.Series[i].Values = append(f.Series[i].Values, count(rank))
		}
	}
	return f
}

// open are the hazards that are not rectified by how long they have been so.
func open() charts.Figure {
	f := charts.Figure{
		ID: "open", Kind: charts.Ageing, Title: "未整改隐患的时限", Description: "未整改42项中18项逾期，其中2项重大隐患逾期90天以上。",
		Unit: "项", Scale: charts.Counts, Better: charts.LowerIsBetter,
		Categories: []charts.Category{
			{Label: "未到期", Meaning: charts.Pending}, {Label: "逾期1–7天", Meaning: charts.Overdue}, {Label: "逾期8–30天", Meaning: charts.Overdue},
			{Label: "逾期31–90天", Meaning: charts.Overdue}, {Label: "逾期90天以上", Meaning: charts.Overdue},
		},
		Series: []charts.Series{series("一般", count, 21, 7, 5, 2, 0), series("重大", count, 3, 1, 0, 1, 2)},
	}
	return f
}

// panels are the rates of n areas over m months, with the county's behind.
func panels(n, m int) charts.Figure {
	f := heat(n, m)
	f.ID, f.Kind, f.Title = fmt.Sprintf("panels-%d", n), charts.SmallMultiples, "各乡镇逐月整改率"
	for i := range f.Series {
		for j, v := range f.Series[i].Values {
			if v.Known {
				f.Series[i].Values[j] = percent(math.Min(100, 93+5*math.Sin(float64(j)/2+float64(i*3))-float64(i*5%13)))
			}
		}
	}
	whole := series("全县", percent, 88.1, 89, 87.4, 90.2, 91.1, 90.6, 92.3, 93.1, 91.9, 92.8, 93.5, 94.8)
	f.Whole = &whole
	return f
}

// openOne is the same of one grade, as a ledger without grades gives it.
func openOne() charts.Figure {
	f := open()
	f.ID, f.Series = "open-one", f.Series[:1]
	return f
}

// hostile is a figure of names that try to leave their place.
func hostile(kind charts.Kind) charts.Figure {
	const script, image = `</script><script>alert(1)</script>`, `"><image href=x onerror=alert(1)>`
	return charts.Figure{
		Whole: &charts.Series{Name: script, Values: []charts.Value{{Number: math.NaN(), Known: true}, {Number: 2, Known: true, Text: image}}},
		ID:    `a"b<c`, Kind: kind, Title: script, Description: image, Unit: script,
		Better: charts.HigherIsBetter, Target: &charts.Target{Number: 1, Text: image},
		Categories: []charts.Category{
			{Label: script, Rank: image, Tied: true, Movement: script, Mark: image, Href: `javascript:alert(1)`},
			{Label: image, Href: `x.html"><script>`, Total: script},
			{Label: "\x00\xff\u2028]]>\r\n{b}"},
		},
		Series: []charts.Series{
			{Name: script, Href: "//evil.example", Values: []charts.Value{{Number: 1, Known: true, Text: image}, {Reason: script}, {Number: math.NaN(), Known: true, Text: "NaN"}}},
			{Name: image, Values: []charts.Value{{Number: math.Inf(1), Known: true}, {Number: -3, Known: true, Text: "&amp;"}, {Text: image}}},
		},
	}
}

// samples are the figures that every face is checked with.
func samples() map[string]charts.Figure {
	equal, one, empty, over := bars(4), bars(1), bars(0), bars(5)
	for i := range equal.Series[0].Values {
		equal.Series[0].Values[i] = percent(100)
	}
	over.Series[0].Values[0] = percent(218.8)
	over.Categories[0].Mark = "含往月"
	noTrend := trend()
	noTrend.Series = []charts.Series{{Name: "一般"}}
	return map[string]charts.Figure{
		"ranking": ranking(), "ranking-long-names": longNames(), "ranking-equal": equal, "ranking-one": one,
		"ranking-none": empty, "ranking-over-100": over,
		"lines": trend(), "lines-one-series": trendOfOne(), "lines-one-month": trendOneMonth(), "lines-seven": trendMany(), "lines-none": noTrend,
		"columns": outcomes(), "columns-24": accidents(),
		"heat": heat(14, 12), "heat-sectors": sectors(), "heat-one": heat(1, 1),
		"pareto": shares(9), "pareto-20": shares(20), "pareto-one": shares(1), "hostile-pareto": hostile(charts.Pareto),
		"ranks": places(14, 12, 2), "ranks-3": places(3, 6, 0), "ranks-one-month": places(5, 1, 0), "ranks-30": places(30, 12, 1),
		"ranks-60": places(60, 12, 1), "hostile-ranks": hostile(charts.RankChange),
		"ageing": open(), "ageing-one-grade": openOne(), "hostile-ageing": hostile(charts.Ageing),
		"panels": panels(14, 12), "panels-3": panels(3, 12), "panels-one-month": panels(2, 1), "hostile-panels": hostile(charts.SmallMultiples),
		"dots": near(), "hostile-dots": hostile(charts.Dots),
		"hostile-bars": hostile(charts.RankedBars), "hostile-lines": hostile(charts.Lines),
		"hostile-columns": hostile(charts.StackedColumns), "hostile-heat": hostile(charts.HeatMap),
	}
}
