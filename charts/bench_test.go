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

func BenchmarkRankedBars14(b *testing.B)   { benchmarkSVG(b, ranking()) }
func BenchmarkRankedBars200(b *testing.B)  { benchmarkSVG(b, bars(200)) }
func BenchmarkLines(b *testing.B)          { benchmarkSVG(b, trend()) }
func BenchmarkStackedColumns(b *testing.B) { benchmarkSVG(b, outcomes()) }
func BenchmarkHeatMap200x12(b *testing.B)  { benchmarkSVG(b, heat(200, 12)) }
func BenchmarkNarrowBars14(b *testing.B) {
	f := ranking()
	b.ReportAllocs()
	for b.Loop() {
		f.NarrowSVG()
	}
}

func BenchmarkOption(b *testing.B) {
	f := ranking()
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

func BenchmarkOptionHeatMap200x12(b *testing.B) {
	f := heat(200, 12)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := f.Option(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	f := ranking()
	b.ReportAllocs()
	for b.Loop() {
		f.Table()
	}
}
