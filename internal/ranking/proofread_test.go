package ranking_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/problem"
	"jianbao/internal/ranking"
	"jianbao/internal/record"
)

// claims makes ranks typed in one table from lines of name, value and rank; a
// value is a score, or rectified/found. A group may follow.
func claims(t testing.TB, table int, text string) (list []record.RankClaim) {
	t.Helper()
	for line := range strings.Lines(strings.TrimSpace(text)) {
		words := strings.Fields(line)
		c := record.RankClaim{Table: table, Name: words[0], Place: problem.Place{File: "statistics/2026-10.csv", Row: len(list) + 2, Column: 3}}
		var rectified, found int64
		switch n, _ := fmt.Sscanf(words[1], "%d/%d", &rectified, &found); {
		case n == 2:
			c.Numerator, c.Denominator = record.CountOf(rectified), record.CountOf(found)
		case words[1] != "?":
			c.Score = scoreOf(t, words[1])
		}
		c.Typed = record.Typed{Text: words[2], Written: true}
		if _, err := fmt.Sscan(words[2], &c.Typed.Value.Units); err != nil {
			t.Fatal(err)
		}
		if len(words) > 3 {
			c.Group = words[3]
		}
		list = append(list, c)
	}
	return list
}

func lines(problems []problem.Problem) string {
	var b strings.Builder
	for _, p := range problems {
		fmt.Fprintf(&b, "%s %s %s %s%s\n", p.Severity, p.Code, p.Place, p.Message, p.Advice)
	}
	return b.String()
}

func TestTypedRanksFollowFromScoresOrRates(t *testing.T) {
	const byScore = "请核对名次和得分；得分相同的名次相同，后面的名次空出（1、2、2、4）。\n"
	const byRate = "请核对名次和整改率；整改率相同的名次相同，后面的名次空出（1、2、2、4）。\n"
	for name, test := range map[string]struct{ claims, want string }{
		"right": {"甲 90 1\n乙 87 2\n丙 87 2\n丁 80 4", ""},
		"equal scores ranked eighth and ninth": {
			"甲 95 1\n乙 94 2\n丙 93 3\n丁 92 4\n戊 91 5\n己 90 6\n庚 89 7\n辛 87 8\n壬 87 9\n癸 80 10",
			"error rank-mismatch statistics/2026-10.csv 第10行 C列 “壬”的名次写的是“9”，按得分 87 应为第 8 名，与“辛”并列。" + byScore,
		},
		"different scores both tenth": {
			"甲 86 10\n乙 85 10\n" + strings.Repeat("丙 90 1\n", 9),
			"error rank-mismatch statistics/2026-10.csv 第3行 C列 “乙”的名次写的是“10”，按得分 85 应为第 11 名。" + byScore,
		},
		"ranks without gaps": {
			"甲 90 1\n乙 87 2\n丙 87 2\n丁 80 3",
			"error rank-mismatch statistics/2026-10.csv 第5行 C列 “丁”的名次写的是“3”，按得分 80 应为第 4 名。" + byScore,
		},
		"by rate": {
			"甲 97/98 2\n乙 1/1 1\n丙 9/10 4\n丁 19/20 3", "",
		},
		"by rate, wrong": {
			"甲 9/10 1\n乙 19/20 2",
			"error rank-mismatch statistics/2026-10.csv 第2行 C列 “甲”的名次写的是“1”，按整改 9、排查 10 的整改率应为第 2 名。" + byRate +
				"error rank-mismatch statistics/2026-10.csv 第3行 C列 “乙”的名次写的是“2”，按整改 19、排查 20 的整改率应为第 1 名。" + byRate,
		},
		"equal when printed with two decimals": {"甲 99991/100000 1\n乙 99992/100000 1\n丙 1/2 3", ""},
		"within groups":                        {"甲 90 1 乡镇\n乙 80 2 乡镇\n丙 85 1 街道\n丁 84 2 街道", ""},
		"within groups, wrong": {
			"甲 90 1 乡镇\n乙 80 2 乡镇\n丙 85 1 街道\n丁 84 3 街道",
			"error rank-mismatch statistics/2026-10.csv 第5行 C列 “丁”的名次写的是“3”，按得分 84 应为第 2 名。" + byScore,
		},
		"with groups, but over the whole table": {"甲 90 1 乡镇\n乙 80 4 乡镇\n丙 85 2 街道\n丁 84 3 街道", ""},
		"one score cannot be read":              {"甲 90 1\n乙 ? 2\n丙 80 3", ""},
		"nothing found ranked first":            {"甲 0/0 1\n乙 9/10 2\n丙 8/10 3", ""},
	} {
		if diff := cmp.Diff(test.want, lines(ranking.Proofread(claims(t, 0, test.claims)))); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// The rows of two months may stand mixed in one table.
func TestListsAreJudgedApartWhereverTheirRowsStand(t *testing.T) {
	september, october := claims(t, 0, "甲 90 1\n乙 80 2"), claims(t, 1, "甲 70 2\n乙 75 1")
	mixed := []record.RankClaim{september[0], october[0], september[1], october[1]}
	if got := lines(ranking.Proofread(mixed)); got != "" {
		t.Error(got)
	}
}

// Ranks as a competition gives them are never called wrong, any other always is.
func TestOnlyCompetitionRanksAreRight(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		var list []record.RankClaim
		n := 1 + random.IntN(12)
		for i := range n {
			list = append(list, record.RankClaim{
				Name: fmt.Sprint(i), Score: record.Score{Value: record.Decimal{Units: random.Int64N(8)}, Written: true}, Typed: record.Typed{Written: true},
			})
		}
		for i := range list {
			rank := int64(1)
			for j := range list {
				if list[j].Score.Value.Cmp(list[i].Score.Value) > 0 {
					rank++
				}
			}
			list[i].Typed.Value.Units = rank
		}
		if got := ranking.Proofread(list); len(got) > 0 {
			t.Fatalf("right ranks: %s", lines(got))
		}
		wrong := slices.Clone(list)
		wrong[random.IntN(n)].Typed.Value.Units += int64(1 + random.IntN(3))
		if got := ranking.Proofread(wrong); len(got) != 1 {
			t.Fatalf("one wrong rank: %s", lines(got))
		}
	}
}

// A prefecture may rank 1,500 areas in one table.
func BenchmarkProofread1500Ranks(b *testing.B) {
	var list []record.RankClaim
	for i := range 1500 {
		list = append(list, record.RankClaim{
			Name: fmt.Sprint(i), Numerator: record.CountOf(int64(i)), Denominator: record.CountOf(2000), Group: fmt.Sprint(i % 2),
			Typed: record.Typed{Written: true, Value: record.Decimal{Units: 1}},
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		ranking.Proofread(list)
	}
}
