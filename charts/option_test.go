package charts_test

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"jianbao/charts"
)

// TestAnOptionIsWhatTheLibraryWrites holds every option to the bytes that
// go-echarts and encoding/json would make of the same parts.
func TestAnOptionIsWhatTheLibraryWrites(t *testing.T) {
	for name, f := range samples() {
		t.Run(name, func(t *testing.T) { optionIsPlain(t, f) })
	}
	random := rand.New(rand.NewPCG(5, 7))
	for range 300 {
		optionIsPlain(t, randomFigure(random))
	}
}

func optionIsPlain(t *testing.T, f charts.Figure) {
	t.Helper()
	got, err := f.Option()
	if err != nil {
		t.Fatal(err)
	}
	want, err := charts.PlainOption(f)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Errorf("%s\n got %s\nwant %s", f.Kind, got, want)
	}
}

// TestNumbersOfAPointAreJSON holds them to encoding/json.
func TestNumbersOfAPointAreJSON(t *testing.T) {
	for _, v := range []float64{
		0, math.Copysign(0, -1), 1, -1, 12, 0.1, -0.1, 96.8, 1.0 / 3, 100.0 / 3, 1e15, -1e15, 1 << 53, 1<<53 + 2,
		1e20, 1e21, -1e21, 1.5e300, 1e-6, 9.99e-7, -1e-9, 1e-300, 123456789.125, math.MaxFloat64, math.SmallestNonzeroFloat64,
	} {
		want, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		if got := charts.AppendNumber(nil, v); string(got) != string(want) {
			t.Errorf("number %s, want %s", got, want)
		}
	}
	for _, none := range []float64{math.NaN(), math.Inf(1), math.Inf(-1)} {
		if got := charts.AppendNumber(nil, none); string(got) != `"-"` {
			t.Errorf("%v, which is no number, is %s", none, got)
		}
	}
}
