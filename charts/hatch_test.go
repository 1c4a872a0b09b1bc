package charts_test

import (
	"bytes"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jianbao/charts"
)

// The paper face has no pattern that a browser would print as points, and is the
// page's face in all else: the same words at the same places, the same bars.
func TestThePaperFaceHasNoPatterns(t *testing.T) {
	hatched := 0
	for name, f := range samples() {
		paper, page := f.PaperSVG(), f.SVG()
		for _, word := range []string{"<pattern", "url(", "<defs"} {
			if bytes.Contains(paper, []byte(word)) {
				t.Errorf("%s: the paper face has %s", name, word)
			}
		}
		one, err := parse(paper)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		two, _ := parse(page)
		if len(one.texts) != len(two.texts) {
			t.Fatalf("%s: %d texts on paper, %d on the page", name, len(one.texts), len(two.texts))
		}
		for i := range one.texts {
			if one.texts[i].text != two.texts[i].text || one.texts[i].left != two.texts[i].left || one.texts[i].base != two.texts[i].base {
				t.Errorf("%s: %+v on paper, %+v on the page", name, one.texts[i], two.texts[i])
			}
		}
		if bytes.Contains(page, []byte("<pattern")) && len(paper) > 0 && strings.Count(string(paper), "<path fill=") > 0 {
			hatched++
		}
	}
	if hatched < 5 {
		t.Errorf("only %d figures are hatched", hatched)
	}
}

// Nothing of a hatch lies outside of what it fills.
func TestHatchesStayInTheirBars(t *testing.T) {
	hatch := regexp.MustCompile(`(<rect[^>]*/>)<path fill="[^"]*" d="([^"]*)"`)
	number := regexp.MustCompile(`-?[\d.]+`)
	found := 0
	for name, f := range map[string]charts.Figure{"columns": outcomes(), "ageing": open(), "ranking": ranking()} {
		for _, m := range hatch.FindAllStringSubmatch(string(f.PaperSVG()), -1) {
			d, err := parse([]byte("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" + m[1] + "</svg>"))
			if err != nil || len(d.rects) != 1 || strings.Contains(m[2], "a1.4") {
				continue
			}
			found++
			r := d.rects[0]
			for i, n := range number.FindAllString(m[2], -1) {
				at, low, high := atof(n), r.x, r.x+r.w
				if i%2 == 1 {
					low, high = r.y, r.y+r.h
				}
				if at < low-0.11 || at > high+0.11 {
					t.Errorf("%s: %s is outside of %+v", name, n, r)
				}
			}
		}
	}
	if found < 10 {
		t.Errorf("only %d hatches were looked at", found)
	}
}

func atof(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v
}
