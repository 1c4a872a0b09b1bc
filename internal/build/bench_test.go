package build_test

import (
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"jianbao/internal/briefing"
	"jianbao/internal/build"
	"jianbao/internal/chromium"
	"jianbao/internal/county"
)

// contentOf makes generated files a folder in memory.
func contentOf(files map[string][]byte) fs.FS {
	content := fstest.MapFS{}
	for name, body := range files {
		content[name] = &fstest.MapFile{Data: body}
	}
	return content
}

func benchmarkSite(b *testing.B, files map[string][]byte) {
	content := contentOf(files)
	b.ReportAllocs()
	for b.Loop() {
		request := build.Request{Flags: map[string]string{"output": filepath.Join(b.TempDir(), "public")}}
		result, err := build.Site(context.Background(), content, request)
		if err != nil || result.Pages == 0 {
			b.Fatal(result.Problems, err)
		}
	}
}

// The demonstration county: 14 areas, 8 sectors, 14 months, 14 meetings.
func BenchmarkDemonstrationCounty(b *testing.B) { benchmarkSite(b, county.Demo()) }

// A meeting's briefing as a PDF, and the year's volume of eleven meetings: with
// the site, and with the browser's start.
func BenchmarkPrintBriefing(b *testing.B) {
	benchmarkPrint(b, build.Selection{Kinds: []briefing.HandoutKind{briefing.BriefingHandout}})
}

func BenchmarkPrintYear(b *testing.B) { benchmarkPrint(b, build.Selection{Of: []string{"2026"}}) }

func benchmarkPrint(b *testing.B, selection build.Selection) {
	if _, found := chromium.Find(os.Environ(), ""); !found {
		b.Skip("no browser")
	}
	content := contentOf(county.Demo())
	for b.Loop() {
		environ := append(os.Environ(), "JIANBAO_OUTPUT="+filepath.Join(b.TempDir(), "public"))
		result, err := build.Print(context.Background(), content, build.Request{Environ: environ}, selection)
		if err != nil || len(result.Printed) != 1 {
			b.Fatal(result.Problems, err)
		}
		b.ReportMetric(float64(result.Printed[0].Pages), "pages")
	}
}

// A prefecture's worth: 200 areas, 36 months, 500 meetings.
func BenchmarkLargeCounty(b *testing.B) { benchmarkSite(b, county.Large(200, 36, 500)) }
