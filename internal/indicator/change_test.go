package indicator_test

import (
	"testing"

	"jianbao/internal/indicator"
	"jianbao/internal/record"
)

func count(n int64) record.Count {
	if n == no {
		return record.Count{}
	}
	return record.CountOf(n)
}

func TestRatesChangeInPercentagePoints(t *testing.T) {
	for _, test := range []struct {
		now, before indicator.Rate
		want        string
	}{
		{rate(960, 1000), rate(948, 1000), "较上月上升1.2个百分点"},
		{rate(948, 1000), rate(960, 1000), "较上月下降1.2个百分点"},
		{rate(95, 100), rate(94, 100), "较上月上升1个百分点"},
		{rate(17, 20), rate(85, 100), "较上月持平"},
		{rate(96001, 100000), rate(96, 100), "较上月上升不到0.1个百分点"},
		{rate(96, 100), rate(96001, 100000), "较上月下降不到0.1个百分点"},
		{rate(9605, 10000), rate(96, 100), "较上月上升0.1个百分点"}, // half up
		{rate(1, 1), rate(0, 1), "较上月上升100个百分点"},
		{rate(70, 32), rate(1, 1), "较上月上升118.8个百分点"},
		{rate(0, 0), rate(1, 1), ""},
		{rate(1, 1), indicator.Rate{}, ""},
	} {
		change := indicator.RateChange(test.now, test.before, indicator.MonthBefore, 1)
		if change.Text != test.want || change.Known() != (test.want != "") {
			t.Errorf("%v after %v: %q, want %q", test.now, test.before, change.Text, test.want)
		}
	}
}

func TestCountsChangeInPercentOfTheirBase(t *testing.T) {
	for _, test := range []struct {
		now, before int64
		want        string
		direction   indicator.Direction
	}{
		{112, 100, "较上月上升12%", indicator.Up},
		{88, 100, "较上月下降12%", indicator.Down},
		{100, 100, "较上月持平", indicator.NoChange},
		{0, 0, "较上月持平", indicator.NoChange},
		{6, 0, "上月为0", indicator.Up},
		{0, 6, "较上月下降100%", indicator.Down},
		{2, 3, "较上月下降33.3%", indicator.Down},
		{10001, 10000, "较上月上升不到0.1%", indicator.Up},
		{9999, 10000, "较上月下降不到0.1%", indicator.Down},
		{no, 5, "", indicator.NoChange},
		{5, no, "", indicator.NoChange},
	} {
		change := indicator.CountChange(count(test.now), count(test.before), indicator.MonthBefore, 1)
		if change.Text != test.want || change.Direction != test.direction {
			t.Errorf("%d after %d: %q %v, want %q %v", test.now, test.before, change.Text, change.Direction, test.want, test.direction)
		}
	}
}

func TestDifferencesAreInThingsCounted(t *testing.T) {
	for _, test := range []struct {
		now, before int64
		want        string
	}{{7, 5, "较上月增加2项"}, {5, 7, "较上月减少2项"}, {5, 5, "较上月持平"}, {3, 0, "较上月增加3项"}, {0, 0, "较上月持平"}, {no, 1, ""}, {1, no, ""}} {
		if got := indicator.Difference(count(test.now), count(test.before), indicator.MonthBefore, "项").Text; got != test.want {
			t.Errorf("%d after %d: %q, want %q", test.now, test.before, got, test.want)
		}
	}
}

// Each comparison names what it is with; cumulative figures compare with the
// months up to an earlier one, since 上月 alone would be another thing.
func TestAComparisonNamesItsBase(t *testing.T) {
	for _, test := range []struct {
		against       indicator.Against
		rate, nothing string
	}{
		{indicator.MonthBefore, "较上月上升1个百分点", "上月为0"},
		{indicator.YearBefore, "较上年同期上升1个百分点", "上年同期为0"},
		{indicator.SpanTo(9), "较1—9月上升1个百分点", "1—9月为0"},
		{indicator.SpanTo(1), "较1月上升1个百分点", "1月为0"},
		{indicator.SpanTo(12), "较1—12月上升1个百分点", "1—12月为0"},
	} {
		if got := indicator.RateChange(rate(95, 100), rate(94, 100), test.against, 1).Text; got != test.rate {
			t.Errorf("%s, want %s", got, test.rate)
		}
		change := indicator.CountChange(count(5), count(0), test.against, 1)
		if change.Text != test.nothing || change.Amount != test.nothing {
			t.Errorf("%s, %s, want %s", change.Text, change.Amount, test.nothing)
		}
	}
}

func TestAccidentsAreGradedByTheGravestOfThreeTests(t *testing.T) {
	const wan = 10_000
	for _, test := range []struct {
		deaths, injuries, loss int64
		want                   string
	}{
		{0, 0, 0, "一般"}, {2, 9, 999 * wan, "一般"}, {no, no, no, "一般"},
		{3, 0, 0, "较大"}, {0, 10, 0, "较大"}, {0, 0, 1000 * wan, "较大"}, {9, 49, 4999 * wan, "较大"},
		{10, 0, 0, "重大"}, {0, 50, 0, "重大"}, {0, 0, 5000 * wan, "重大"}, {29, 99, 10000*wan - 1, "重大"},
		{30, 0, 0, "特别重大"}, {0, 100, 0, "特别重大"}, {0, 0, 10000 * wan, "特别重大"}, {1, 100, no, "特别重大"},
	} {
		a := record.Accident{Deaths: count(test.deaths), Injuries: count(test.injuries), Loss: count(test.loss)}
		if got := indicator.GradeOf(&a).String(); got != test.want {
			t.Errorf("%d dead, %d injured, %d 元: %s, want %s", test.deaths, test.injuries, test.loss, got, test.want)
		}
	}
}
