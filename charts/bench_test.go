package charts_test

import (
	"testing"

	"jianbao/charts"
)

func benchmarkSVG(b *testing.B, f charts.Figure) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		size = len(f.SVG())
	}
	b.ReportMetric(float64(size), "bytes/svg")
}

func BenchmarkRankedBars14(b *testing.B)      { benchmarkSVG(b, ranking()) }
func BenchmarkRankedBars200(b *testing.B)     { benchmarkSVG(b, bars(200)) }
func BenchmarkLines(b *testing.B)             { benchmarkSVG(b, trend()) }
func BenchmarkStackedColumns(b *testing.B)    { benchmarkSVG(b, outcomes()) }
func BenchmarkHeatMap200x12(b *testing.B)     { benchmarkSVG(b, heat(200, 12)) }
func BenchmarkPareto9(b *testing.B)           { benchmarkSVG(b, shares(9)) }
func BenchmarkPareto20(b *testing.B)          { benchmarkSVG(b, shares(20)) }
func BenchmarkRankChange14(b *testing.B)      { benchmarkSVG(b, places(14, 12, 2)) }
func BenchmarkRankChange30(b *testing.B)      { benchmarkSVG(b, places(30, 12, 1)) }
func BenchmarkRankChange200(b *testing.B)     { benchmarkSVG(b, places(200, 12, 1)) }
func BenchmarkAgeing(b *testing.B)            { benchmarkSVG(b, open()) }
func BenchmarkSmallMultiples14(b *testing.B)  { benchmarkSVG(b, panels(14, 12)) }
func BenchmarkSmallMultiples200(b *testing.B) { benchmarkSVG(b, panels(200, 12)) }
func BenchmarkDots14(b *testing.B)            { benchmarkSVG(b, near()) }
func BenchmarkNarrowBars14(b *testing.B) {
	f := ranking()
	b.ReportAllocs()
	for b.Loop() {
		f.NarrowSVG()
	}
}

func benchmarkOption(b *testing.B, f charts.Figure) {
	b.ReportAllocs()
	size := 0
	for b.Loop() {
		option, err := f.Option()
		if err != nil {
			b.Fatal(err)
		}
		size = len(option)
	}
	b.ReportMetric(float64(size), "bytes/option")
}

func BenchmarkOption(b *testing.B)                  { benchmarkOption(b, ranking()) }
func BenchmarkOptionHeatMap200x12(b *testing.B)     { benchmarkOption(b, heat(200, 12)) }
func BenchmarkOptionPareto9(b *testing.B)           { benchmarkOption(b, shares(9)) }
func BenchmarkOptionRankChange30(b *testing.B)      { benchmarkOption(b, places(30, 12, 1)) }
func BenchmarkOptionAgeing(b *testing.B)            { benchmarkOption(b, open()) }
func BenchmarkOptionSmallMultiples200(b *testing.B) { benchmarkOption(b, panels(200, 12)) }

func BenchmarkTable(b *testing.B) {
	f := ranking()
	b.ReportAllocs()
	for b.Loop() {
		f.Table()
	}
}
