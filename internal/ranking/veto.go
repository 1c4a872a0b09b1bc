package ranking

import (
	"fmt"

	"jianbao/internal/record"
)

// VetoesOf finds the areas under 一票否决 in a month: a fatal accident there
// overrides whatever score the area has (DOMAIN §2, §3.13).
func VetoesOf(accidents []record.Accident, period record.Period) Vetoes {
	vetoes := Vetoes{}
	for _, a := range accidents {
		if a.Deaths.N() == 0 || a.Area == record.AllAreas || a.Date.Period() != period {
			continue
		}
		reason := fmt.Sprintf("%d月%d日发生%s，死亡%d人", a.Date.Month, a.Date.Day, a.Name, a.Deaths.N())
		if before := vetoes[a.Area]; before != "" {
			reason = before + "；" + reason
		}
		vetoes[a.Area] = reason
	}
	return vetoes
}
