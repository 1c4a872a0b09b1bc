package indicator

import (
	"fmt"
	"strconv"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadSaid judges what minutes say of all areas together by the statistics of
// the month that they name, which may have been corrected since. Months without
// statistics, and figures that nobody reported, are not judged.
func ProofreadSaid(said []record.SaidFigure, months *Months) (problems []problem.Problem) {
	for i := range said {
		s := &said[i]
		figures := months.figuresSaid(s)
		if figures == nil {
			continue
		}
		should, differs := otherwise(s, figures)
		if !differs {
			continue
		}
		span := s.Period.Chinese()
		if s.Cumulative && s.Period.Month() > 1 {
			span = fmt.Sprintf("%d年1—%d月", s.Period.Year(), s.Period.Month())
		}
		problems = append(problems, problem.Problem{
			Code: problem.FigureDisagrees, Severity: problem.Warning, Place: s.Place,
			Message: fmt.Sprintf("“%s”写的是%s，按%s的统计表合计是 %s。", s.Name, problem.Quote(s.Text), span, should),
			Advice:  "请核对；统计表改过的，纪要里的数也要改。",
		})
	}
	return problems
}

// figuresSaid are those of the month, or from January to it; nil where the
// statistics are not of such a span.
func (ms *Months) figuresSaid(s *record.SaidFigure) *Figures {
	var m *Month
	switch {
	case s.Cumulative == ms.cumulative:
		m = ms.At(s.Period)
	case s.Cumulative:
		m = ms.ToDate(s.Period)
	}
	if m == nil {
		return nil
	}
	return &m.Total
}

// otherwise is what the figures say instead.
func otherwise(s *record.SaidFigure, f *Figures) (should string, differs bool) {
	if s.IsRate {
		rate := f.Rates[s.Indicator]
		return rate.Text(shownDecimals(rate, s.Value)), rate.HasValue() && !rate.HasOld() && !rateAgrees(rate, s.Value)
	}
	count := f.Counts[s.Measure]
	return strconv.FormatInt(count.N(), 10), count.Known() && s.Value.Cmp(record.Decimal{Units: count.N()}) != 0
}
