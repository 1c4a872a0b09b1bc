package minutes_test

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// Random bytes seldom make Markdown, random pieces of it often do.
func TestRandomPieces(t *testing.T) {
	pieces := []string{
		"**", "*", "_", "`", "```图\n", "```\n", "~~~ figure\n", "[", "](", ")", "[^1]", "[^1]: ", "![", "{{", "}}", "{{ 整改率 \"全县\" }}", "“", "”", "\"",
		"\n", "\n", "\n\n", "> ", "- ", "1. ", "- [x] ", "# ", "##", "---\n", "    ", "\t", "　　", "\r\n", "|", "|--|--|\n", "| 事项 | 责任单位 | 完成时限 |\n|--|--|--|\n",
		"一、", "（一）", "1、", "议定事项", "上次会议任务\n", "（责任单位：", "）", "；完成时限：", "11月20日", "前完成", "年底前", "长期坚持", "由县住建局牵头", "，各乡镇配合", "，", "。",
		"县应急局", "整改率：", "92.3%", "隐患", "a", "word ", "\\", "&amp;", "&#x3c;", "<br>", "<script>", "<!--", "javascript:", "http://a/", "a.md", "13812345678", "１３８１２３４５６７８",
		"date: ", "日期：", "2026-10-22", "\u200b", "\ufeff", "𠮷", "é",
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		var b strings.Builder
		if rng.IntN(4) > 0 {
			b.WriteString("---\ndate: 2026-10-22\n---\n")
		}
		for range 1 + rng.IntN(60) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		checkText(t, b.String())
		if t.Failed() {
			t.Fatalf("%q", b.String())
		}
	}
}
