package charts_test

import (
	"math"
	"strconv"
	"testing"

	"jianbao/charts"
)

// luminance is that of WCAG 2 for #rrggbb.
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.03928 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	la, lb := luminance(t, a), luminance(t, b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func TestTextHasContrast(t *testing.T) {
	pairs := map[string][2]string{
		"ink": {charts.Ink, charts.Paper}, "muted": {charts.Muted, charts.Paper}, "bad": {charts.Bad, charts.Paper}, "white on blue": {charts.Paper, charts.Blue}, "ink on pale": {charts.Ink, charts.Pale},
	}
	for k := range charts.Shades {
		ground, text := charts.ShadeColor(k)
		pairs["shade "+strconv.Itoa(k)] = [2]string{ground, text}
	}
	for i := range 6 {
		color, _, _ := charts.PenOf(i)
		pairs["pen "+strconv.Itoa(i)] = [2]string{color, charts.Paper}
	}
	for name, p := range pairs {
		if c := contrast(t, p[0], p[1]); c < 4.5 {
			t.Errorf("%s: %s on %s is %.2f:1, want 4.5:1", name, p[0], p[1], c)
		}
	}
}

// TestShadesPrintInGrey wants every step darker than the one before.
func TestShadesPrintInGrey(t *testing.T) {
	for k := 1; k < charts.Shades; k++ {
		before, _ := charts.ShadeColor(k - 1)
		ground, _ := charts.ShadeColor(k)
		if c := contrast(t, before, ground); c < 1.12 {
			t.Errorf("shade %d stands out from %d by %.2f:1 only", k, k-1, c)
		}
	}
}

func TestPensDifferWithoutColour(t *testing.T) {
	seen := map[string]int{}
	for i := range 20 {
		_, dash, marker := charts.PenOf(i)
		key := dash + " " + strconv.Itoa(marker)
		if before, found := seen[key]; found {
			t.Errorf("pens %d and %d look alike in grey", before, i)
		}
		seen[key] = i
	}
}

// TestMarksHaveContrast wants 3:1 of what has no text beside it.
func TestMarksHaveContrast(t *testing.T) {
	for name, color := range map[string]string{"lines that step back": charts.Back, "amber": charts.Amber, "deep": charts.Deep} {
		if c := contrast(t, color, charts.Paper); c < 2.95 {
			t.Errorf("%s: %s stands out by %.2f:1, want 3:1", name, color, c)
		}
	}
}
