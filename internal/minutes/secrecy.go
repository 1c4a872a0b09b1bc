package minutes

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// secrecyHead is how many bytes at the head of a text are searched for a mark of
// secrecy: it stands above the title, or beside the number.
const secrecyHead = 2000

// findSecrecyMark reports a text marked as a state secret, 机密★1年. Such a file
// is never built into a site (DOMAIN §10).
func (s *source) findSecrecyMark() []problem.Problem {
	head := s.text[:min(len(s.text), secrecyHead)]
	for at := 0; ; {
		i := strings.IndexAny(head[at:], "★☆")
		if i < 0 {
			return nil
		}
		at += i
		if grade := secrecyGrade(head[:at]); grade != "" {
			return []problem.Problem{{
				Code: problem.SecrecyMark, Severity: problem.Error, Place: s.at(at),
				Message: "这份文件标有“" + grade + "★”，是涉密文件，不能放进网站。",
				Advice:  "请立即把它移出这个文件夹，并按保密规定处理。",
			}}
		}
		at += len("★")
	}
}

// secrecyGrade returns the grade that a text ends in, spread over spaces or not.
func secrecyGrade(s string) string {
	s = zh.Join(lastRunes(s, 8))
	for _, grade := range [...]string{"绝密", "机密", "秘密"} {
		if strings.HasSuffix(s, grade) {
			return grade
		}
	}
	return ""
}
