package minutes

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// hidePersonal marks telephone and identity numbers in the text that goldmark
// reads, so that no output has them, and reports each (DOMAIN §10).
func (s *source) hidePersonal() []problem.Problem {
	masked, hidden := zh.Mask(s.text)
	if len(hidden) == 0 {
		return nil
	}
	offsets, shown := runeOffsets(s.text), []rune(masked)
	problems := make([]problem.Problem, 0, len(hidden))
	for i, r := range shown {
		if r == '*' && s.text[offsets[i]] != '*' {
			s.hide(offsets[i], offsets[i+1])
		}
	}
	for _, span := range hidden {
		number := string(shown[span.Start:span.End])
		problems = append(problems, problem.Problem{
			Code: problem.PersonalData, Severity: problem.Warning, Place: s.at(offsets[span.Start]),
			Message: "这里写有" + span.Kind.String() + problem.Quote(number) + "，网站上只显示星号。",
			Advice:  "请确认是否需要写出；不需要的请删去。",
		})
	}
	return problems
}

// runeOffsets returns where each character of s begins, and its end.
func runeOffsets(s string) []int {
	offsets := make([]int, 0, len(s)+1)
	for i := range s {
		offsets = append(offsets, i)
	}
	return append(offsets, len(s))
}

// hide puts the mark of one hidden character over its bytes.
func (s *source) hide(from, to int) {
	s.marked[from] = hiddenByte
	for i := from + 1; i < to; i++ {
		s.marked[i] = hiddenRest
	}
}

func mask(s string) string {
	masked, _ := zh.Mask(s)
	return masked
}

// secrecyHead is how many characters at the head of a text are searched for a
// mark: it stands above the title, or beside the number.
const secrecyHead = 600

// findSecrecyMark reports a text marked as a state secret. Such a file is never
// built into a site.
func (s *source) findSecrecyMark() []problem.Problem {
	head := []rune(s.text)
	if len(head) > secrecyHead {
		head = head[:secrecyHead]
	}
	for i, star := range head {
		if star != '★' && star != '☆' {
			continue
		}
		before := zh.Join(string(head[max(0, i-8):i]))
		for _, grade := range [...]string{"绝密", "机密", "秘密"} {
			if strings.HasSuffix(before, grade) {
				return []problem.Problem{{
					Code: problem.SecrecyMark, Severity: problem.Error, Place: s.at(len(string(head[:i]))),
					Message: "这份文件标有“" + grade + string(star) + "”，是涉密文件，不能放进网站。",
					Advice:  "请立即把它移出这个文件夹，并按保密规定处理。",
				}}
			}
		}
	}
	return nil
}
