package charts

import "github.com/go-echarts/go-echarts/v2/charts"

// ageingOption stacks the grades, each split by what its spans mean, so that
// each part has its own pattern and name.
func (f *Figure) ageingOption() optionChart {
	c := charts.NewBar()
	var colors []string
	var decals []decal
	for i := range f.Series {
		for _, kind := range f.seriesFills(i) {
			color, pattern := optionLook(kind)
			colors, decals = append(colors, color), append(decals, pattern)
		}
	}
	f.prepareColumns(c, colors, decals, "item")
	for i, series := range f.Series {
		parts := f.seriesFills(i)
		for _, kind := range parts {
			data, name := f.points(i, true, all), series.Name
			for j := range data {
				if f.ageFill(i, j) != kind {
					data[j][1] = "-"
				} else if len(parts) > 1 {
					name = series.Name + f.Categories[j].Meaning.remark()
				}
			}
			f.add(&c.RectChart, "bar", name, data, f.stackLook)
		}
	}
	f.addTotals(c)
	return c
}

// remark is a meaning in brackets.
func (m Meaning) remark() string {
	return [...]string{Unmarked: "", Done: "（已整改）", Pending: "（未到期）", Overdue: "（逾期）"}[m]
}
