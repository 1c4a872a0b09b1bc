// Package county makes the demonstration county, and larger ones for measuring.
//
// 云溪县 does not exist. Its townships, figures, accidents and meetings are
// invented, every file of it says so, and jianbao.yaml marks every page. It is
// there so that a secretary sees at once what the program makes of files like
// hers, and so that every special case of the field stands in a file that one
// can open (special.go lists them by month).
//
// What comes in is nothing: [Demo] and [Large] are functions of their
// arguments, drawn with a small generator of fixed seed in integer arithmetic
// only, so that the bytes are the same on every machine. What goes out is a
// content folder as a map from slash-separated paths to bytes:
//
//	for path, body := range county.Demo() {
//		// jianbao.yaml, statistics/2026-10.xlsx, minutes/2026-11-06.md, …
//	}
//
// The folder content/ of this repository is Demo, written by
//
//	go run ./internal/county/generate -out content
//
// The figures keep the rules of the official form (安全生产隐患排查治理情况统计表):
// found is general plus major; rectified never exceeds found; due is on time
// plus extended plus overdue; what is listed in the plan is a major hazard that
// is still open.
package county

import (
	"embed"
	"fmt"
	"io/fs"
	"maps"
	"path"

	"jianbao/internal/record"
)

// texts are the demonstration's minutes and pages as they are copied, and the
// pieces that the minutes of a large county are put together from.
//
//go:embed minutes/*.md pages/*.md large.md accidents.csv hazards.txt
var texts embed.FS

// Demo returns the content folder of the demonstration county: 14 townships, 8
// sectors, the 14 months from 2025-09 to 2026-10, and a meeting on each.
func Demo() map[string][]byte {
	c := demoCounty()
	out := map[string][]byte{
		"jianbao.yaml":       settings(c),
		"accidents/2026.csv": withBOM(text("accidents.csv")),
	}
	for m := range c.months {
		month := c.first.Add(m)
		for name, file := range c.demoFiles(month) {
			out["statistics/"+name] = file
		}
	}
	maps.Copy(out, c.ledgerFiles())
	for _, folder := range []string{"minutes", "pages"} {
		for _, name := range names(folder) {
			out[folder+"/"+name] = text(folder + "/" + name)
		}
	}
	return out
}

// Large returns a content folder for measuring: areas × 8 sectors rows a month,
// the last month being 2026-10, every ninth month as a workbook, and as many
// meetings, spread over the months, several on a day where they are many. It
// has no special cases: it checks without a problem.
func Large(areas, months, meetings int) map[string][]byte {
	c := largeCounty(areas, months)
	out := map[string][]byte{"jianbao.yaml": settings(c)}
	for m := range months {
		month := c.first.Add(m)
		l := layout{typed: m%2 == 0, total: m%4 == 0}
		if m%9 == 4 {
			out["statistics/"+month.String()+".xlsx"] = xlsx(c, month, c.rows(month), l)
		} else {
			out["statistics/"+month.String()+".csv"] = csv(c, month, c.rows(month), l)
		}
	}
	for name, body := range c.meetings(meetings) {
		out["minutes/"+name] = body
	}
	return out
}

// county is what the figures are drawn from.
type county struct {
	name, title string
	demo        bool
	areas       []area
	sectors     []sector
	first       record.Period
	months      int
	seed        uint64
}

func text(name string) []byte {
	body, err := texts.ReadFile(name)
	if err != nil {
		panic(fmt.Sprintf("county: embedded file: %v", err)) // the compiler put it there
	}
	return body
}

func names(folder string) []string {
	paths, err := fs.Glob(texts, folder+"/*.md")
	if err != nil {
		panic(fmt.Sprintf("county: embedded folder: %v", err))
	}
	for i, p := range paths {
		paths[i] = path.Base(p)
	}
	return paths
}
