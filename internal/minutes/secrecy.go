package minutes

import (
	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// secrecyHead is how many bytes at the head of a text are searched for a mark of
// secrecy: it stands above the title, or beside the number.
const secrecyHead = 2000

// findSecrecyMark reports a text marked as a state secret, 机密★1年. Such a file
// is never built into a site (DOMAIN §10).
func (s *source) findSecrecyMark() []problem.Problem {
	grade, star := zh.SecrecyMark(s.text[:min(len(s.text), secrecyHead)])
	if grade == "" {
		return nil
	}
	return []problem.Problem{problem.Secret(grade, s.at(star))}
}
