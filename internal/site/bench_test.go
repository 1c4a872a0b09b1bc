package site_test

import (
	"fmt"
	"testing"

	"jianbao/internal/briefing"
	"jianbao/internal/site"
	"jianbao/themes"
)

// county is a site of n months, each with a ranking figure of 20 areas and a
// table of rows rows in eleven columns.
func county(n, rows int) briefing.Site {
	s := sample()
	s.Pages = s.Pages[:1]
	month := sample().Pages[1]
	for i := range n {
		p := month
		p.Path = fmt.Sprintf("months/%d.html", i)
		p.Sections = told(briefing.Section{ID: "rank", Heading: "排名", Blocks: []briefing.Block{
			sampleParagraph(), sampleKeyFigures(),
			briefing.FigureBlock{Number: 1, Figure: sampleFigure("ranking", 20)}, sampleTable(rows),
		}})
		s.Pages = append(s.Pages, p)
	}
	return s
}

func BenchmarkRender(b *testing.B) {
	for _, size := range []struct{ pages, rows int }{{60, 20}, {740, 20}, {740, 200}} {
		s := county(size.pages, size.rows)
		b.Run(fmt.Sprintf("pages=%d/rows=%d", size.pages, size.rows), func(b *testing.B) {
			b.ReportAllocs()
			var bytes int64
			for b.Loop() {
				bytes = 0
				for _, f := range render(b, s) {
					bytes += int64(len(f.Body))
				}
			}
			b.SetBytes(bytes)
		})
	}
}

func BenchmarkCheckLinks(b *testing.B) {
	files, err := site.RenderAll(county(740, 200), themes.Default())
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		site.CheckLinks(files)
	}
}
