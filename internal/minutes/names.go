package minutes

import (
	"strings"

	"jianbao/internal/zh"
)

// splitNames cuts a list of names at 、 ， ； and line ends, in either width.
// Not at 和 or 与, which names contain (发展和改革局). What stands in brackets stays
// together: 县应急局（县安委办、县防汛办）.
func splitNames(s string) []string {
	var names []string
	depth, from := 0, 0
	add := func(to int) {
		name := zh.Fold(strings.Trim(s[from:to], "。.:： "))
		if name == "" || len(name) <= len("没有") && zh.None(name) != zh.NotNone { // 无, /, —
			return
		}
		names = append(names, name)
	}
	for i, r := range s {
		switch r {
		case '（', '(', '〔':
			depth++
		case '）', ')', '〕':
			depth = max(depth-1, 0)
		case '、', '，', ',', '；', ';', '\n':
			if depth == 0 {
				add(i)
				from = i + len(string(r))
			}
		}
	}
	add(len(s))
	return names
}
