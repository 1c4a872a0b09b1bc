package build_test

import (
	"context"
	"io/fs"
	"path/filepath"
	"testing"
	"testing/fstest"

	"jianbao/internal/build"
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

// A prefecture's worth: 200 areas, 36 months, 500 meetings.
func BenchmarkLargeCounty(b *testing.B) { benchmarkSite(b, county.Large(200, 36, 500)) }
