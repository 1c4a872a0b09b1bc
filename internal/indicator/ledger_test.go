package indicator_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/indicator"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

func dayIn2026(month, day int) record.Date { return record.Date{Year: 2026, Month: month, Day: day} }

// An extension approved counts as the deadline, of the hazard and of its supervision.
func TestTheAgeOfAHazardFollowsTheDayItIsDueBy(t *testing.T) {
	today := dayIn2026(11, 6)
	for due, want := range map[record.Date]string{
		{}: "没有期限", dayIn2026(11, 7): "未到期", today: "未到期", dayIn2026(11, 5): "逾期1—7天", dayIn2026(10, 30): "逾期1—7天",
		dayIn2026(10, 29): "逾期8—30天", dayIn2026(10, 7): "逾期8—30天", dayIn2026(10, 6): "逾期31—90天", dayIn2026(8, 8): "逾期31—90天",
		dayIn2026(8, 7): "逾期90天以上",
	} {
		plain := record.Hazard{Deadline: due}
		extended := record.Hazard{Deadline: dayIn2026(1, 1), Extended: due}
		supervised := record.Hazard{Deadline: dayIn2026(12, 31), File: &record.HazardFile{Supervision: record.Supervision{Level: record.CountyLevel, Deadline: due}}}
		hazards := []record.Hazard{plain}
		if !due.IsZero() {
			hazards = append(hazards, extended, supervised)
		}
		for i := range hazards {
			got := indicator.AgeOf(&hazards[i], today)
			if got.String() != want || got.Overdue() != hazards[i].OverdueOn(today) {
				t.Errorf("due %s, hazard %d: %s, overdue %v; want %s", due, i, got, got.Overdue(), want)
			}
		}
	}
}

func TestAHazardIsCountedByGradeStepAndArea(t *testing.T) {
	today := dayIn2026(11, 6)
	l := indicator.CountLedger([]record.Hazard{
		{Area: 0, Deadline: dayIn2026(11, 1), Stage: record.StageAssigned},
		{Area: 0, Deadline: dayIn2026(10, 1), Stage: record.StageClosed},
		{Area: 1, Major: true, Stage: record.StageFound},
		{Area: record.AllAreas, Major: true, Deadline: dayIn2026(1, 1), Stage: record.StageChecked},
	}, 2, today)
	both := l.Whole.Both()
	got := fmt.Sprint(both.All, both.Open, both.Overdue, l.Whole.Major.All, l.Whole.Major.Open, l.Areas[0].General.Overdue, l.Areas[1].Major.All)
	if want := "4 2 1 2 1 1 1"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if both.Reached(record.StageFound) != 4 || both.Reached(record.StageDone) != 2 || both.Reached(record.StageClosed) != 1 {
		t.Errorf("reached: %v", both.ByStage)
	}
	sum := 0
	for _, n := range both.ByAge {
		sum += n
	}
	if sum != both.Open {
		t.Errorf("%d by age, %d open", sum, both.Open)
	}
}

// A ledger of a part is no contradiction; one of more than there is, or of all
// but a few, is (DOMAIN §5: “28件” here and “27件” there).
func TestALedgerIsComparedWhereItIsTheWhole(t *testing.T) {
	for _, test := range []struct {
		ledger, table int64
		want          bool
	}{
		{28, 28, false}, {27, 28, true}, {29, 28, true}, {26, 28, true}, {25, 28, false}, {3, 28, false}, {1, 1, false},
		{2, 1, true}, {1, 2, false}, {1, 0, true}, {9, 10, true}, {8, 10, false},
	} {
		hazards := make([]record.Hazard, test.ledger)
		for i := range hazards {
			hazards[i] = record.Hazard{FoundOn: dayIn2026(10, 1+i%31), Place: problem.Place{File: "hazards/2026.csv", Row: i + 2}}
		}
		period, _ := record.NewPeriod(2026, 10)
		var counts record.Counts
		counts[record.Found] = record.CountOf(test.table)
		ms := indicator.Compute([]record.Row{{Period: period, Sector: record.AllSectors, Counts: counts}}, 1, 0, false)
		found := indicator.ReconcileLedger(hazards, &ms, []record.Area{{Name: "青石镇"}})
		if (len(found) == 1) != test.want {
			t.Errorf("ledger %d, table %d: %v", test.ledger, test.table, found)
		}
	}
}

func TestACumulativeTableIsComparedFromJanuary(t *testing.T) {
	var hazards []record.Hazard
	for month := 9; month <= 10; month++ {
		for range 10 {
			hazards = append(hazards, record.Hazard{FoundOn: dayIn2026(month, 1), Major: true, Place: problem.Place{File: "hazards/2026.csv"}})
		}
	}
	var rows []record.Row
	for month, n := range map[int]int64{9: 10, 10: 21} {
		period, _ := record.NewPeriod(2026, month)
		var counts record.Counts
		counts[record.Found], counts[record.MajorFound] = record.CountOf(900), record.CountOf(n)
		rows = append(rows, record.Row{Period: period, Sector: record.AllSectors, Counts: counts})
	}
	ms := indicator.Compute(rows, 1, 0, true)
	var got strings.Builder
	for _, p := range indicator.ReconcileLedger(hazards, &ms, []record.Area{{Name: "青石镇"}}) {
		got.WriteString(p.Message + "\n")
	}
	const want = "台账里青石镇2026年1—10月发现的重大隐患有 20 项，统计表的“重大隐患排查数”是 21 项。\n"
	if diff := cmp.Diff(want, got.String()); diff != "" {
		t.Error(diff)
	}
}
