package charts

// ageFill is the look of the i-th grade in the j-th span. The span's meaning
// gives the colour. Of two grades the lighter has the pattern that the meaning
// has everywhere, the graver is solid and darker.
func (f *Figure) ageFill(i, j int) fill {
	grave := len(f.Series) == 2 && i == 1
	if len(f.Series) > 2 {
		return f.seriesFill(i)
	}
	switch f.Categories[j].Meaning {
	case Done:
		if grave || len(f.Series) == 1 {
			return solidBlue
		}
		return paleBlue
	case Pending:
		if grave {
			return solidAmber
		}
		return amberStripes
	case Overdue:
		if grave {
			return solidRed
		}
		return redCrosses
	}
	return f.seriesFill(i)
}
