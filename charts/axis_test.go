package charts_test

import (
	"math"
	"testing"

	"jianbao/charts"
)

func TestAxes(t *testing.T) {
	for _, c := range []struct {
		name   string
		figure charts.Figure
		lo, hi float64
		from   float64
		to     float64
	}{
		{"bars start at zero even near 100%", charts.Figure{Kind: charts.RankedBars, Scale: charts.Percents}, 98, 99.5, 0, 100},
		{"bars go on above 100% if a value does", charts.Figure{Kind: charts.RankedBars, Scale: charts.Percents}, 50, 218.75, 0, 250},
		{"bars of small rates still show 100%", charts.Figure{Kind: charts.RankedBars, Scale: charts.Percents}, 1, 3, 0, 100},
		{"negative scores", charts.Figure{Kind: charts.RankedBars, Scale: charts.Points}, -5, 96, -25, 100},
		{"nothing counted", charts.Figure{Kind: charts.StackedColumns}, 0, 0, 0, 1},
		{"three accidents", charts.Figure{Kind: charts.StackedColumns}, 0, 3, 0, 3},
		{"lines fit", charts.Figure{Kind: charts.Lines, Scale: charts.Percents}, 66.7, 94.8, 60, 100},
		{"lines of far apart rates start at zero", charts.Figure{Kind: charts.Lines, Scale: charts.Percents}, 20, 94.8, 0, 100},
		{"lines of equal rates", charts.Figure{Kind: charts.Lines, Scale: charts.Percents}, 100, 100, 90, 100},
		{"dots fit", charts.Figure{Kind: charts.Dots, Scale: charts.Percents}, 96.2, 100, 96, 100},
		{"dots that hardly differ keep their distance", charts.Figure{Kind: charts.Dots, Scale: charts.Percents}, 99.8, 100, 96, 100},
		{"dots far apart start at zero", charts.Figure{Kind: charts.Dots, Scale: charts.Percents}, 42.9, 100, 0, 100},
		{"counts start at zero in lines too", charts.Figure{Kind: charts.Lines}, 300, 367, 0, 400},
		{"shades of rates end at 100%", charts.Figure{Kind: charts.HeatMap, Scale: charts.Percents}, 53, 100, 50, 100},
	} {
		from, to, _, _ := charts.Axis(c.figure, c.lo, c.hi)
		if from != c.from || to != c.to {
			t.Errorf("%s: %g to %g, want %g to %g", c.name, from, to, c.from, c.to)
		}
	}
}

// TestAxesHoldTheirNumbers tries every size of number.
func TestAxesHoldTheirNumbers(t *testing.T) {
	for _, kind := range []charts.Kind{charts.RankedBars, charts.Lines, charts.HeatMap, charts.Dots} {
		for _, scale := range []charts.Scale{charts.Counts, charts.Percents, charts.Points} {
			for e := -9.0; e < 15; e += 0.37 {
				hi := math.Pow(10, e)
				for _, lo := range []float64{0, hi * 0.3, hi * 0.9, hi, -hi} {
					from, to, step, ticks := charts.Axis(charts.Figure{Kind: kind, Scale: scale}, lo, hi)
					if from > lo+1e-8*step || to < hi-1e-8*step || !(step > 0) || ticks < 2 || ticks > 14 {
						t.Fatalf("kind %d, scale %d, %g to %g: axis %g to %g by %g, %d ticks", kind, scale, lo, hi, from, to, step, ticks)
					}
				}
			}
		}
	}
}
