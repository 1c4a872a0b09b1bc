package ranking

import (
	"fmt"
	"slices"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

// VetoesOf finds the areas under 一票否决 in a month, or with cumulative figures from
// January to the month: a fatal or larger accident there overrides whatever
// score the area has (DOMAIN §2, §3.13).
func VetoesOf(accidents []record.Accident, period record.Period, cumulative bool) Vetoes {
	var list []record.Accident
	for _, a := range accidents {
		p := a.Date.Period()
		inSpan := p == period || cumulative && p.Year() == period.Year() && p.Compare(period) < 0
		if inSpan && a.Area != record.AllAreas && isVeto(&a) {
			list = append(list, a)
		}
	}
	slices.SortStableFunc(list, func(a, b record.Accident) int { return a.Date.Compare(b.Date) })
	vetoes := Vetoes{}
	for i := range list {
		a := &list[i]
		reason := vetoReason(a)
		if before := vetoes[a.Area]; before != "" {
			reason = before + "；" + reason
		}
		vetoes[a.Area] = reason
	}
	return vetoes
}

func isVeto(a *record.Accident) bool {
	return a.Deaths.N() > 0 || indicator.GradeOf(a) >= indicator.Larger
}

func vetoReason(a *record.Accident) string {
	reason := fmt.Sprintf("%d月%d日发生%s，", a.Date.Month, a.Date.Day, a.Name)
	if a.Deaths.N() > 0 {
		return reason + fmt.Sprintf("死亡%d人", a.Deaths.N())
	}
	return reason + "属" + indicator.GradeOf(a).String() + "事故"
}
