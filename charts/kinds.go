package charts

// faces are the three ways to show one kind of figure.
type faces struct {
	draw   func(*svg, *Figure, face)
	option func(*Figure) optionChart
	table  func(*Figure) (header []string, rows [][]string)
}

// faces is the list of kinds: a new kind is one more line here, its constant,
// and the files of its name. A kind that is not listed is shown as a ranking.
func (k Kind) faces() faces {
	switch k {
	case Lines:
		return faces{drawLines, (*Figure).lineOption, (*Figure).timeTable}
	case StackedColumns:
		return faces{drawStackedColumns, (*Figure).columnOption, (*Figure).timeTable}
	case HeatMap:
		return faces{drawHeatMap, (*Figure).heatOption, (*Figure).heatTable}
	}
	return faces{drawRankedBars, (*Figure).rankedOption, (*Figure).rankedTable}
}
