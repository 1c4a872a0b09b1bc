package county_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/county"
)

// The rules of the official form, by file and row.
func TestEveryRowAgreesWithItself(t *testing.T) {
	for _, r := range append(demoRows(t), statistics(t, county.Large(30, 10, 0))...) {
		for _, rule := range []struct {
			says   string
			broken bool
		}{
			{"found = general + major", r.n["隐患排查数"] != r.n["一般隐患排查数"]+r.n["重大隐患排查数"]},
			{"rectified = general + major", r.n["隐患整改数"] != r.n["一般隐患整改数"]+r.n["重大隐患整改数"]},
			{"rectified ≤ found", r.n["隐患整改数"] > r.n["隐患排查数"]},
			{"general rectified ≤ found", r.n["一般隐患整改数"] > r.n["一般隐患排查数"]},
			{"major rectified ≤ found", r.n["重大隐患整改数"] > r.n["重大隐患排查数"]},
			{"inspected ≤ units due", r.n["排查单位数"] > r.n["应排查单位数"]},
			{"due ≤ found", r.n["到期应整改数"] > r.n["隐患排查数"]},
			{"on time ≤ rectified", r.n["按期整改数"] > r.n["隐患整改数"]},
			{"due = on time + overdue + extended", r.has("延期数") &&
				r.n["到期应整改数"] != r.n["按期整改数"]+r.n["逾期未整改数"]+r.n["延期数"]},
			{"overdue and extended are open", r.n["逾期未整改数"]+r.n["延期数"] > r.n["隐患排查数"]-r.n["隐患整改数"]},
			{"planned = open major hazards", r.n["列入治理计划数"] != r.n["重大隐患排查数"]-r.n["重大隐患整改数"]},
			{"supervised ≤ planned", r.n["挂牌督办数"] > r.n["列入治理计划数"]},
		} {
			if rule.broken {
				t.Errorf("%s %s %s: %s does not hold: %v", r.file, r.area, r.sector, rule.says, r.n)
			}
		}
	}
}

func TestTypedRatesAreRight(t *testing.T) {
	typed := 0
	for _, r := range demoRows(t) {
		if r.rate == "" || r.blank["应排查单位数"] {
			continue
		}
		typed++
		if got, want := tenths(r.rate), rateOf(r.n["隐患整改数"], r.n["隐患排查数"]); got != want {
			t.Fatalf("%s %s %s: rate %s, want %d tenths", r.file, r.area, r.sector, r.rate, want)
		}
	}
	if typed < 1000 {
		t.Errorf("only %d typed rates", typed)
	}
}

// tenths reads 96.8% as text, or as the 0.968 that a workbook keeps, as 968; a
// written none is -1.
func tenths(rate string) int64 {
	text, percent := strings.CutSuffix(rate, "%")
	n, ok := new(big.Rat).SetString(text)
	switch {
	case !ok:
		return -1
	case percent:
		n.Mul(n, big.NewRat(10, 1))
	default:
		n.Mul(n, big.NewRat(1000, 1))
	}
	if !n.IsInt() {
		return -2
	}
	return n.Num().Int64()
}

// rateOf is in tenths of a percent, half up, and never 100% while anything is open.
func rateOf(rectified, found int64) int64 {
	if found == 0 {
		return -1
	}
	n := new(big.Rat).SetFrac64(rectified*1000, found)
	n.Add(n, big.NewRat(1, 2))
	whole := new(big.Int).Quo(n.Num(), n.Denom()).Int64()
	if rectified < found {
		return min(whole, 999)
	}
	return whole
}

func TestTotalsAddUp(t *testing.T) {
	totals := 0
	sum := map[string]int64{}
	file := ""
	for _, r := range demoRows(t) {
		if r.file != file {
			file, sum = r.file, map[string]int64{}
		}
		if r.area == "合计" {
			totals++
			if diff := cmp.Diff(sum, r.n); diff != "" {
				t.Errorf("%s 合计 (-sum +written):\n%s", r.file, diff)
			}
			continue
		}
		for column, n := range r.n {
			sum[column] += n
		}
	}
	if totals != 10+14 {
		t.Errorf("%d totals, want one in 10 files and in each of 14 workbooks of 2026-08", totals)
	}
}
