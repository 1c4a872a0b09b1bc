package minutes_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/minutes"
)

// fiveHundred is a folder of 500 minutes of 1,500 characters each.
func fiveHundred() fstest.MapFS {
	fsys := fstest.MapFS{}
	body := sample()
	for i := range 500 {
		name := fmt.Sprintf("minutes/%04d-%02d-%02d.md", 2000+i/250, 1+i/25%10, 1+i%25)
		date := strings.TrimSuffix(strings.TrimPrefix(name, "minutes/"), ".md")
		fsys[name] = &fstest.MapFile{Data: []byte("---\ndate: " + date + "\ntitle: 全体会议纪要\n出席: 县应急局、县住建局\n---\n" + body)}
	}
	return fsys
}

// sample is a body of 1,500 characters with all that minutes have.
func sample() string {
	return "## 一、总体情况\n\n" + strings.Repeat("会议指出，**整改率：**{{ 整改率 \"全县\" }}，全县排查**“重大”**隐患12项，已整改11项。各级各部门要压实责任，\n守牢底线，坚决防范遏制重特大事故。\n\n", 13) +
		"```图\n整改率排名 \"2026-10\"\n```\n\n## 二、议定事项\n\n" +
		"| 序号 | 议定事项 | 责任单位 | 完成时限 | 进展 |\n|--|--|--|--|--|\n" +
		strings.Repeat("| 1 | 排查老旧小区燃气管道 | 县住建局、县城管局 | 11月20日 | 正在办理 |\n", 6) + "\n" +
		strings.Repeat("1. 由县住建局牵头，县城管局、各乡镇配合，于11月20日前完成危房排查。\n", 6)
}

func BenchmarkRead500(b *testing.B) {
	fsys := fiveHundred()
	b.ReportAllocs()
	for b.Loop() {
		if docs, _ := minutes.Read(fsys, "minutes"); len(docs) != 500 {
			b.Fatal(len(docs))
		}
	}
}

func BenchmarkHTML500(b *testing.B) {
	docs, _ := minutes.Read(fiveHundred(), "minutes")
	r := answers()
	b.ReportAllocs()
	for b.Loop() {
		for i := range docs {
			docs[i].HTML(r)
		}
	}
}
