package site

import (
	"fmt"
	"slices"
	"testing"
)

// A figure goes where the column is shorter; what is left is told.
func TestFiguresStandInColumnsThatEndAboutEven(t *testing.T) {
	for _, c := range []struct {
		heights []int
		sides   []string
		gap     string
	}{
		{[]int{426}, []string{"left"}, ""},
		{[]int{426, 310}, []string{"left", "right"}, ""},
		{[]int{426, 310, 320}, []string{"left", "right", "right"}, "left"},
		{[]int{426, 310, 320, 400}, []string{"left", "right", "right", "left"}, ""},
		{[]int{1700, 310, 320, 460}, []string{"left", "right", "right", "right"}, "right"},
	} {
		var at columns
		var sides []string
		for _, h := range c.heights {
			sides = append(sides, at.next(fmt.Appendf(nil, `<svg viewBox="0 0 580 %d" aria-labelledby="a">`, h)))
		}
		if !slices.Equal(sides, c.sides) || at.gap() != c.gap {
			t.Errorf("%d: %q, gap %q", c.heights, sides, at.gap())
		}
	}
	if got := heightOf([]byte(`<svg viewBox="0 0 760 380">`)); got != 290 {
		t.Errorf("a wide heat map is %g px high", got)
	}
	if got := heightOf([]byte(`<p>`)); got != 0 {
		t.Errorf("no drawing is %g px high", got)
	}
}
