package minutes

import (
	"unicode/utf8"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// hidePersonal marks telephone and identity numbers in the text that goldmark
// reads, so that no output has them, and reports each (DOMAIN §10).
func (s *source) hidePersonal() (problems []problem.Problem) {
	for _, start := range s.lines {
		line := s.text[start:lineEnd(s.text, start)]
		masked, hidden := zh.Mask(line)
		if len(hidden) == 0 {
			continue
		}
		shown := []rune(masked)
		s.hide(start, line, shown)
		for _, span := range hidden {
			problems = append(problems, problem.Problem{
				Code: problem.PersonalData, Severity: problem.Warning, Place: s.at(start).At(s.at(start).Row, span.Start+1),
				Message: "这里写有" + span.Kind.String() + problem.Quote(string(shown[span.Start:span.End])) + "，网站上只显示星号。",
				Advice:  "请确认是否需要写出；不需要的请删去。",
			})
		}
	}
	return problems
}

// hide puts marks over the characters of a line that are asterisks in shown,
// which has as many.
func (s *source) hide(start int, line string, shown []rune) {
	n := 0
	for i, r := range line {
		if shown[n] == '*' && r != '*' {
			s.marked[start+i] = hiddenByte
			for rest := 1; rest < utf8.RuneLen(r); rest++ {
				s.marked[start+i+rest] = hiddenRest
			}
		}
		n++
	}
}

func mask(s string) string {
	masked, _ := zh.Mask(s)
	return masked
}
