package problem

import (
	"fmt"
	"strings"
	"unicode"
)

// Text renders problems for a terminal or a file, in the order given: severity,
// code and place, then the fact, then what to do, and the count at the end,
// where it is seen. It has no colours, so that it reads the same through a pipe.
//
//	错误 [rate-mismatch] statistics/2026-10.csv 第5行 C列
//	  “整改率”写的是“97.28%”，按排查 141911 项、整改 137354 项计算应为 96.79%。
//	  → 请核对这一行的三个数，改正写错的一个。
//
//	共 1 个错误、0 个提醒。
func Text(list []Problem) string {
	if len(list) == 0 {
		return "没有发现问题。\n"
	}
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s [%s] %s\n", p.Severity.chinese(), p.Code, harmless(p.Place.String()))
		fmt.Fprintf(&b, "  %s\n", harmless(p.Message))
		if p.Advice != "" {
			fmt.Fprintf(&b, "  → %s\n", harmless(p.Advice))
		}
		b.WriteByte('\n')
	}
	errors, warnings := Count(list)
	fmt.Fprintf(&b, "共 %d 个错误、%d 个提醒。\n", errors, warnings)
	return b.String()
}

func (s Severity) chinese() string {
	if s == Error {
		return "错误"
	}
	return "提醒"
}

// harmless takes the characters out that would steer a terminal or break the
// line. Messages have none; names of files and sheets are whatever they are.
func harmless(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsGraphic(r) {
			return r
		}
		return unicode.ReplacementChar
	}, s)
}
