package indicator

import (
	"fmt"
	"slices"

	"jianbao/internal/problem"
	"jianbao/internal/record"
)

const (
	fundsRows  = 4    // so many amounts in one month tell what is usual there
	fundsTimes = 1000 // an amount this many times the middle one is no larger project but another unit
)

// proofreadFunds finds amounts that were typed in 元 where the column is in 万元:
// the slip is 10⁴ (DOMAIN §3.14), and amounts of one month do not
// differ so much. rows stand by month.
func proofreadFunds(rows []record.Row, place func(*record.Row, record.Measure) problem.Place) (problems []problem.Problem) {
	for from := 0; from < len(rows); {
		to := from
		for to < len(rows) && rows[to].Period == rows[from].Period {
			to++
		}
		problems = append(problems, fundsOf(rows[from:to], place)...)
		from = to
	}
	return problems
}

// fundsOf judges the amounts of one month.
func fundsOf(rows []record.Row, place func(*record.Row, record.Measure) problem.Place) (problems []problem.Problem) {
	var amounts []int64
	for i := range rows {
		if n := rows[i].Counts[record.Funds].N(); n > 0 {
			amounts = append(amounts, n)
		}
	}
	if len(amounts) < fundsRows {
		return nil
	}
	slices.Sort(amounts)
	middle := amounts[(len(amounts)-1)/2]
	if amounts[len(amounts)-1]/fundsTimes < middle {
		return nil
	}
	for i := range rows {
		if n := rows[i].Counts[record.Funds].N(); n/fundsTimes >= middle {
			problems = append(problems, problem.Problem{
				Code: problem.FigureDisagrees, Severity: problem.Warning, Place: place(&rows[i], record.Funds),
				Message: fmt.Sprintf("治理资金 %s万元是本月各行中间数 %s万元的 %d 倍，像是把元填进了万元的栏目。", inWan(n), inWan(middle), n/middle),
				Advice:  "请核对这个数的单位；确实是这么多的，可以不改。",
			})
		}
	}
	return problems
}

// inWan prints 元 as 万元 without zeros behind the point.
func inWan(n int64) string { return decimal(n, 4, true) }
