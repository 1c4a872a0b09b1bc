package charts

import "math"

// ageingOption stacks the grades, each split by what its spans mean, so that
// each part has its own pattern and name.
func (f *Figure) ageingOption() *option {
	var colors []string
	var decals []decal
	for i := range f.Series {
		for _, kind := range f.seriesFills(i) {
			color, pattern := optionLook(kind)
			colors, decals = append(colors, color), append(decals, pattern)
		}
	}
	o := f.prepareColumns(colors, decals, "item")
	for i, series := range f.Series {
		parts := f.seriesFills(i)
		for _, kind := range parts {
			points, name := f.points(i, true, all), series.Name
			for j := range points {
				if f.ageFill(i, j) != kind {
					points[j].y = math.NaN()
				} else if len(parts) > 1 {
					name = series.Name + f.Categories[j].Meaning.remark()
				}
			}
			f.stackLook(f.add(o, "bar", name, points))
		}
	}
	f.addTotals(o)
	return o
}

// remark is a meaning in brackets.
func (m Meaning) remark() string {
	return [...]string{Unmarked: "", Done: "（已整改）", Pending: "（未到期）", Overdue: "（逾期）"}[m]
}
