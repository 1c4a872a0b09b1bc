package charts_test

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"jianbao/charts"
)

// TestNumbersOfADrawingAreRounded holds them to math.Round and strconv.
func TestNumbersOfADrawingAreRounded(t *testing.T) {
	check := func(v float64) {
		want := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
		if want == "-0" {
			want = "0"
		}
		if got := string(charts.AppendNum(nil, v)); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
	for _, v := range []float64{0, 0.04, 0.05, 0.049999999999999996, 0.1, 0.25, 9.94, 9.95, 9.96, 10, 99.95, 100, 999.94, 999.95, 1000, 12345.67, 4e14} {
		check(v)
		check(-v)
	}
	random := rand.New(rand.NewPCG(3, 4))
	for range 100_000 {
		v := (random.Float64() - 0.5) * math.Pow(10, float64(random.IntN(7)))
		check(v)
		check(math.Round(v*20) / 20) // on a half, or beside it
	}
}

// TestPlainTextsAreEscapedToo holds what a drawing appends as it is to what
// its writer makes of the same text behind a sign that has to be escaped.
func TestPlainTextsAreEscapedToo(t *testing.T) {
	signs := "aZ0 青—…\t\n\r\x00\x1f\x7f&<>\"'\u2028\uFFBF\uFFC0\uFFFC\uFFFD\uFFFE\uFFFF\U00010000\U0010FFFF"
	texts := []string{"", "\xff", "镇\xe9\x95", "\xed\xa0\x80"}
	for _, r := range signs {
		texts = append(texts, string(r), "镇"+string(r)+"9%")
	}
	for _, text := range texts {
		if got, want := "&lt;"+charts.Escaped(text), charts.Escaped("<"+text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func BenchmarkNumbers(b *testing.B) {
	buf := make([]byte, 0, 64)
	for b.Loop() {
		buf = charts.AppendNum(charts.AppendNum(charts.AppendNum(buf[:0], 7), 48.25), 312.44)
	}
}
