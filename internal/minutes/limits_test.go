package minutes_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/minutes"
)

// Each of these took goldmark seconds or minutes before there were limits, or is
// of their kind. The slowest takes 0.4 s; the bound is for busy machines.
func TestHostileTextIsQuick(t *testing.T) {
	const n = 100_000
	var nested strings.Builder
	for i := range 1000 {
		nested.WriteString(strings.Repeat("  ", i) + "- a\n")
	}
	for name, text := range map[string]string{
		"quotes":          strings.Repeat(">", n),
		"lists":           strings.Repeat("- ", n) + "a",
		"numbers":         strings.Repeat("1. ", n) + "a",
		"indented lists":  nested.String(),
		"links":           strings.Repeat("[a](", n),
		"brackets":        strings.Repeat("[", n) + strings.Repeat("]", n),
		"emphasis":        strings.Repeat("*a_ ", n),
		"mixed emphasis":  strings.Repeat("a**b", n) + strings.Repeat("c* ", n),
		"calls":           strings.Repeat("{{", n),
		"code":            strings.Repeat("`a``", n),
		"wide table":      strings.Repeat("|a", n) + "\n" + strings.Repeat("|-", n) + "\n",
		"long table":      strings.Repeat("|a", 90) + "|\n" + strings.Repeat("|-", 90) + "|\n" + strings.Repeat("|b|\n", n),
		"footnotes":       strings.Repeat("[^a]", n) + "\n\n[^a]: x\n",
		"lines":           strings.Repeat("甲\n", 20_000),
		"paragraphs":      strings.Repeat("　　甲。\n", 20_000),
		"owners":          "## 议定事项\n\n1. " + strings.Repeat("由甲局牵头", n),
		"labels":          "## 议定事项\n\n1. " + strings.Repeat("责任单位：甲", n),
		"open brackets":   "## 议定事项\n\n1. " + strings.Repeat("（", n),
		"items":           "## 议定事项\n\n" + strings.Repeat("1. 甲（责任单位：乙局）\n", 10_000),
		"headings":        strings.Repeat("# 甲\n", 20_000),
		"YAML flow":       "---\na: " + strings.Repeat("[", 60_000) + "\n---\n",
		"YAML keys":       "---\n" + strings.Repeat("a: b\n", 12_000) + "---\n",
		"YAML aliases":    "---\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n",
		"YAML never ends": "---\n" + strings.Repeat("a: b\n", n),
	} {
		docs, _ := minutes.Read(fstest.MapFS{"minutes/2026-10-22.md": {Data: []byte(text)}}, "minutes")
		for i := range docs {
			docs[i].HTML(answers())
		}
		t.Log(name) // without its bound, each takes minutes, and the test's own time runs out
	}
}
