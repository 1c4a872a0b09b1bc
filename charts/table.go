package charts

// Table is the numbers, for readers who cannot see the figure and for those
// who want them exact. Ranked bars: a row for each category, in the columns
// 名次, the Axis, the series, 较上月 and 说明, where 名次, 较上月 and 说明 are left
// out if no row has any. Lines and stacked columns: a row for each category, a
// column for each series, and the total of a stack; an Ageing figure has a row
// for each span. Pareto: a row for each category. Heat map, RankChange and
// SmallMultiples: a row for each series, all of them, and last the Whole. A
// missing number prints its text and the reason: —（未报送）.
func (f Figure) Table() (header []string, rows [][]string) {
	f.clean()
	return f.Kind.faces().table(&f)
}

// cell prints one value in words.
func (v Value) cell() string {
	if v.Known || v.Reason == "" || v.Reason == v.Text {
		return v.Text
	}
	return v.Text + "（" + v.Reason + "）"
}

func (f *Figure) rankedTable() (header []string, rows [][]string) {
	var ranked, moved, noted bool
	for i, c := range f.Categories {
		ranked = ranked || c.Rank != ""
		moved = moved || c.Movement != ""
		noted = noted || c.Mark != "" || f.value(0, i).Reason != ""
	}
	if ranked {
		header = append(header, "名次")
	}
	header = append(header, f.axisHead(), f.valueHead())
	if moved {
		header = append(header, "较上月")
	}
	if noted {
		header = append(header, "说明")
	}
	rows = make([][]string, len(f.Categories))
	for i, c := range f.Categories {
		row := make([]string, 0, len(header))
		v := f.value(0, i)
		if ranked {
			row = append(row, c.place())
		}
		row = append(row, c.Label, v.Text)
		if moved {
			row = append(row, c.Movement)
		}
		if noted {
			row = append(row, join(c.Mark, v.Reason))
		}
		rows[i] = row
	}
	return header, rows
}

// place prints the rank: 1, 1 并列, or — where there is none.
func (c Category) place() string {
	switch {
	case c.Rank == "":
		return "—"
	case c.Tied:
		return c.Rank + " " + tieWord
	}
	return c.Rank
}

// valueHead is the head of the only column of values.
func (f *Figure) valueHead() string {
	if len(f.Series) == 0 {
		return "数值"
	}
	return f.seriesHead(0)
}

// seriesHead is the name of a series with the unit that its numbers do not carry.
func (f *Figure) seriesHead(i int) string {
	name := f.Series[i].Name
	if name == "" {
		name = "数值"
	}
	if f.Unit == "" || f.Scale == Percents || f.Kind == Pareto && i > 0 {
		return name
	}
	return name + "（" + f.Unit + "）"
}

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "；" + b
}

func (f *Figure) timeTable() (header []string, rows [][]string) {
	totals := f.Kind != Lines && len(f.Series) > 1
	header = append(header, f.axisHead())
	for i := range f.Series {
		header = append(header, f.seriesHead(i))
	}
	if totals {
		header = append(header, "合计")
	}
	for j, c := range f.Categories {
		row := make([]string, 0, len(header))
		row = append(row, c.Label)
		for i := range f.Series {
			row = append(row, f.value(i, j).cell())
		}
		if totals {
			_, text := f.sum(j)
			if text == "" {
				text = "—"
			}
			row = append(row, text)
		}
		rows = append(rows, row)
	}
	return header, rows
}

// axisHead is what the categories are.
func (f *Figure) axisHead() string {
	switch {
	case f.Axis != "":
		return f.Axis
	case f.Kind == Ageing:
		return "时限"
	}
	return "名称"
}

func (f *Figure) heatTable() (header []string, rows [][]string) {
	header = append(header, "名称")
	for _, c := range f.Categories {
		header = append(header, c.Label)
	}
	for i, series := range f.Series {
		row := make([]string, 0, len(header))
		row = append(row, series.Name)
		for j := range f.Categories {
			row = append(row, f.value(i, j).cell())
		}
		rows = append(rows, row)
	}
	if f.Whole != nil && f.Kind == SmallMultiples {
		row := append(make([]string, 0, len(header)), f.Whole.Name)
		for j := range f.Categories {
			row = append(row, f.Whole.value(j).cell())
		}
		rows = append(rows, row)
	}
	return header, rows
}

// namedTable has a row for each category and a column for each series.
func (f *Figure) namedTable() (header []string, rows [][]string) {
	header = append(header, f.axisHead())
	for i := range f.Series {
		header = append(header, f.seriesHead(i))
	}
	for j, c := range f.Categories {
		row := append(make([]string, 0, len(header)), c.Label)
		for i := range f.Series {
			row = append(row, f.value(i, j).cell())
		}
		rows = append(rows, row)
	}
	return header, rows
}
