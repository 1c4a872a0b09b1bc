package charts

// faces are the three ways to show one kind of figure, and its name.
type faces struct {
	name   string
	draw   func(*svg, *Figure, face)
	option func(*Figure) *option
	table  func(*Figure) (header []string, rows [][]string)
}

// faces is the list of kinds: a new kind is one more line here, its constant,
// and the files of its name. A kind that is not listed is shown as a ranking.
func (k Kind) faces() faces {
	switch k {
	case Lines:
		return faces{"lines", drawLines, (*Figure).lineOption, (*Figure).timeTable}
	case StackedColumns:
		return faces{"stacked-columns", drawStackedColumns, (*Figure).columnOption, (*Figure).timeTable}
	case HeatMap:
		return faces{"heat-map", drawHeatMap, (*Figure).heatOption, (*Figure).heatTable}
	case Pareto:
		return faces{"pareto", drawPareto, (*Figure).paretoOption, (*Figure).namedTable}
	case RankChange:
		return faces{"rank-change", drawRankChange, (*Figure).rankChangeOption, (*Figure).heatTable}
	case Ageing:
		return faces{"ageing", drawStackedColumns, (*Figure).ageingOption, (*Figure).timeTable}
	case SmallMultiples:
		return faces{"small-multiples", drawSmallMultiples, (*Figure).panelOption, (*Figure).heatTable}
	case Dots:
		return faces{"dots", drawRankedBars, (*Figure).dotsOption, (*Figure).rankedTable}
	}
	return faces{"ranked-bars", drawRankedBars, (*Figure).rankedOption, (*Figure).rankedTable}
}

// String is the name of a kind, as class names and files use it: ranked-bars,
// heat-map.
func (k Kind) String() string { return k.faces().name }
