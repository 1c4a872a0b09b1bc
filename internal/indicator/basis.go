package indicator

import (
	"fmt"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// ProofreadBasis finds months that cannot be cumulative on a site that counts
// from January to the month: what was found so far never gets less within a
// year, so a month that says less was reported for itself alone (DOMAIN §3.7).
func ProofreadBasis(ms *Months, areas []record.Area, files map[record.Period][]string) (problems []problem.Problem) {
	if !ms.cumulative {
		return nil
	}
	for i := 1; i < len(ms.list); i++ {
		now, before := &ms.list[i], &ms.list[i-1]
		if now.Period.Month() == 1 || len(files[now.Period]) == 0 {
			continue
		}
		for a := range now.Areas {
			n, b := now.Areas[a].Counts[record.Found], before.Areas[a].Counts[record.Found]
			if n.Known() && b.Known() && n.N() < b.N() {
				problems = append(problems, problem.Problem{
					Code: problem.MixedBasis, Severity: problem.Error, Place: problem.Place{File: files[now.Period][0]},
					Message: fmt.Sprintf("%s1—%d月累计的隐患排查数是 %d，比1—%d月累计的 %d 还少。",
						areas[a].Name, now.Period.Month(), n.N(), before.Period.Month(), b.N()),
					Advice: "本站设置为累计数（basis: cumulative），请核对这个月报的是不是当月数。",
				})
			}
		}
	}
	return problems
}
