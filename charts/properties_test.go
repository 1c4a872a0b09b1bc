package charts_test

import (
	"bytes"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/charts"
)

// faults lists what must never be true of a static face.
func faults(face []byte) []string {
	d, err := parse(face)
	if err != nil {
		return []string{"not well-formed: " + err.Error()}
	}
	var out []string
	fault := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	for _, t := range d.texts {
		if t.left < -0.2 || t.right > d.width+0.2 || t.base-0.85*t.px < -0.2 || t.base+0.2*t.px > d.height+0.2 {
			fault("%q leaves the view: %.1f to %.1f of %.1f, base %.1f of %.1f", t.text, t.left, t.right, d.width, t.base, d.height)
		}
		if t.px < 12 {
			fault("%q is set in %g px", t.text, t.px)
		}
	}
	for i, t := range d.texts {
		for _, o := range d.texts[i+1:] {
			if t.overlaps(o) {
				fault("%q (%s) and %q (%s) overlap", t.text, t.class, o.text, o.class)
			}
		}
	}
	for _, r := range d.rects {
		if r.x < -0.1 || r.y < -0.1 || r.w < 0 || r.h < 0 || r.x+r.w > d.width+0.1 || r.y+r.h > d.height+0.1 {
			fault("a bar leaves the view: %v", r)
		}
	}
	for id, n := range d.ids {
		if n > 1 {
			fault("id %s stands twice", id)
		}
	}
	for _, id := range d.references {
		if d.ids[id] == 0 {
			fault("id %s is referred to and not there", id)
		}
	}
	for _, name := range []string{"style", "script", "image", "foreignObject", "use"} {
		if d.elements[name] > 0 {
			fault("element %s", name)
		}
	}
	for name := range d.attributes {
		if name == "style" || strings.HasPrefix(name, "on") {
			fault("attribute %s", name)
		}
	}
	for _, href := range d.links {
		if path, _, _ := strings.Cut(strings.NewReplacer("?", "#", "/", "#").Replace(href), "#"); strings.Contains(path, ":") || strings.HasPrefix(href, "/") {
			fault("link to %s", href)
		}
	}
	for _, bad := range []string{`="NaN`, `="Inf`, `="+Inf`, "NaN ", "Inf "} {
		for _, data := range d.pathData {
			if strings.Contains(data+" ", bad) {
				fault("path of %s", data)
			}
		}
		if bytes.Contains(face, []byte(bad)) && strings.HasPrefix(bad, "=") {
			fault("attribute of %s", bad)
		}
	}
	return out
}

// both runs a check over the wide and the narrow face.
func both(t *testing.T, name string, f charts.Figure, check func([]byte) []string) {
	t.Helper()
	for face, draw := range map[string]func() []byte{"wide": f.SVG, "narrow": f.NarrowSVG} {
		for _, fault := range check(draw()) {
			t.Errorf("%s, %s: %s", name, face, fault)
		}
	}
}

func TestNothingIsClippedOrOverlaps(t *testing.T) {
	for name, f := range samples() {
		both(t, name, f, faults)
	}
	both(t, "200 bars", bars(200), faults)
	both(t, "heat map of 200 rows", heat(200, 12), faults)
	both(t, "200 panels", panels(200, 12), faults)
	both(t, "200 ranked areas", places(200, 12, 3), faults)
}

// TestRandomFiguresHold draws figures of random size, texts and numbers.
func TestRandomFiguresHold(t *testing.T) {
	rounds := 1200
	if testing.Short() {
		rounds = 200
	}
	for seed := range rounds {
		f := randomFigure(rand.New(rand.NewPCG(uint64(seed), 7)))
		both(t, fmt.Sprintf("seed %d, kind %d", seed, f.Kind), f, faults)
		if _, err := f.Option(); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		f.Table()
		if t.Failed() {
			return
		}
	}
}

// TestFacesLeaveTheFigureAlone draws a figure whose values are no numbers, or
// have no text, and looks whether it is what it was.
func TestFacesLeaveTheFigureAlone(t *testing.T) {
	figure := func() charts.Figure {
		values := []charts.Value{{Number: 1e300, Known: true, Text: "∞"}, {Number: 3}, {Number: 4, Known: true}}
		return charts.Figure{
			Kind: charts.SmallMultiples, Categories: make([]charts.Category, 4),
			Series: []charts.Series{{Name: "甲", Values: values[2:]}, {Name: "乙", Values: values}}, Whole: &charts.Series{Values: values},
		}
	}
	f := figure()
	f.SVG()
	f.Table()
	if _, err := f.Option(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(figure(), f); diff != "" {
		t.Errorf("(-before +after):\n%s", diff)
	}
}

func TestFacesAreDeterministic(t *testing.T) {
	for name, f := range samples() {
		a, _ := f.Option()
		b, _ := f.Option()
		if !bytes.Equal(f.SVG(), f.SVG()) || !bytes.Equal(f.NarrowSVG(), f.NarrowSVG()) || !bytes.Equal(a, b) {
			t.Errorf("%s: two faces of one figure differ", name)
		}
	}
}

// TestLinksCanBeReached wants a drawing with links to be no image, which would
// hide them from screen readers, and one without to be one. Of the former
// nothing but its names is read.
func TestLinksCanBeReached(t *testing.T) {
	for name, f := range samples() {
		if strings.HasPrefix(name, "hostile") {
			continue // of three names one is a link, and may be left out
		}
		both(t, name, f, func(face []byte) (out []string) {
			d, err := parse(face)
			if err != nil {
				return []string{err.Error()}
			}
			isImage, links := bytes.Contains(face, []byte(`role="img"`)), len(d.links) > 0
			if isImage == links || isImage == bytes.Contains(face, []byte(`role="group"`)) {
				out = append(out, fmt.Sprintf("an image: %t, with links: %t", isImage, links))
			}
			if d.attributes["tabindex"] > 0 {
				out = append(out, "a link is out of the order of the tab key")
			}
			if said := bytes.Count(face, []byte("<text ")) - d.unsaid; links && said > len(d.links)*3 {
				out = append(out, fmt.Sprintf("%d texts are read with %d links", said, len(d.links)))
			}
			return out
		})
	}
}

// randomText is a name of the usual kind, or one that no layout expects.
func randomText(r *rand.Rand) string {
	words := []string{"青石镇", "南坪街道", "10月", "云溪县经济技术开发区管理委员会安全生产监督管理办公室", "", "A", "—", "96.8%",
		strings.Repeat("测", 300), strings.Repeat("W@", 80), "a b", "\x00\xff\u202e", "﷽𒐫😀👨‍👩‍👧é", "<&>\"'", "]]>", "一票否决", "未报送", "12345678901234567890"}
	return words[r.IntN(len(words))]
}

func randomNumber(r *rand.Rand) float64 {
	extremes := []float64{0, 100, 100, 99.9, 1e12, -5, 1e-9, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, 218.75}
	switch r.IntN(4) {
	case 0:
		return extremes[r.IntN(len(extremes))]
	case 1:
		return float64(r.IntN(400))
	}
	return 60 + 40*r.Float64()
}

func randomValue(r *rand.Rand) charts.Value {
	v := charts.Value{Number: randomNumber(r), Known: r.IntN(6) > 0}
	v.Text = fmt.Sprintf("%.1f%%", v.Number)
	if r.IntN(8) == 0 {
		v.Text = randomText(r)
	}
	if !v.Known || r.IntN(9) == 0 {
		v.Reason = randomText(r)
	}
	return v
}

func randomFigure(r *rand.Rand) charts.Figure {
	f := charts.Figure{
		ID: "f", Kind: charts.Kind(r.IntN(charts.Kinds)), Title: randomText(r), Description: randomText(r), Unit: randomText(r),
		Scale: charts.Scale(r.IntN(3)), Better: charts.Direction(r.IntN(3)),
	}
	if r.IntN(2) == 0 {
		f.Target = &charts.Target{Number: randomNumber(r), Text: randomText(r)}
	}
	calm := r.IntN(2) == 0 // a figure of ordinary names
	for range r.IntN(26) {
		c := charts.Category{Label: "白沙镇", Tied: r.IntN(4) == 0, Rank: fmt.Sprint(r.IntN(200)), Movement: "↑2", Meaning: charts.Meaning(r.IntN(4))}
		if !calm {
			c = charts.Category{Label: randomText(r), Rank: randomText(r), Tied: r.IntN(2) == 0, Movement: randomText(r), Mark: randomText(r), Href: randomText(r), Total: randomText(r)}
		}
		f.Categories = append(f.Categories, c)
	}
	if r.IntN(2) == 0 {
		f.Whole = &charts.Series{Name: randomText(r), Values: []charts.Value{randomValue(r), randomValue(r), randomValue(r)}}
	}
	n := r.IntN(9)
	if (f.Kind == charts.RankChange || f.Kind == charts.SmallMultiples) && r.IntN(4) == 0 {
		n = r.IntN(70)
	}
	for range n {
		s := charts.Series{Name: "整改率", Meaning: charts.Meaning(r.IntN(4)), Highlight: r.IntN(4) == 0}
		if !calm {
			s.Name, s.Href = randomText(r), randomText(r)
		}
		for range r.IntN(27) {
			s.Values = append(s.Values, randomValue(r))
		}
		f.Series = append(f.Series, s)
	}
	return f
}
