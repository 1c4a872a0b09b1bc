package charts_test

import (
	"math/rand/v2"
	"testing"

	"jianbao/charts"
)

// FuzzFigure draws random figures of which one name, one text and one number
// come from the fuzzer.
func FuzzFigure(f *testing.F) {
	f.Add(uint64(1), "青石镇", "96.8%", 96.8)
	f.Add(uint64(2), "</script><script>alert(1)</script>", "\"><image href=x onerror=alert(1)>", -1e300)
	f.Add(uint64(3), "\xff\x00]]>", "&#0;", 1e-300)
	f.Add(uint64(149), "0", "#:", 1e-300)
	f.Fuzz(func(t *testing.T, seed uint64, name, text string, number float64) {
		if len(name)+len(text) > 500 {
			t.Skip("longer than any cell of a workbook that is read as a name")
		}
		figure := randomFigure(rand.New(rand.NewPCG(seed, 11)))
		figure.Title, figure.ID = name, text
		for i := range figure.Categories {
			figure.Categories[i].Label = name
			figure.Categories[i].Href = text
		}
		for i := range figure.Series {
			figure.Series[i].Values = append([]charts.Value{{Number: number, Known: true, Text: text}}, figure.Series[i].Values...)
			figure.Series[i].Name = name
		}
		both(t, "fuzzed", figure, faults)
		optionIsPlain(t, figure)
		figure.Table()
	})
}
