package indicator

import "jianbao/internal/record"

// AccidentGrade is the grade of an accident by article 3 of State Council order 493.
type AccidentGrade int

const (
	Ordinary        AccidentGrade = iota // 一般
	Larger                               // 较大
	MajorAccident                        // 重大
	EspeciallyMajor                      // 特别重大
)

// String returns the term as printed.
func (g AccidentGrade) String() string {
	return [...]string{"一般", "较大", "重大", "特别重大"}[g]
}

// GradeOf judges an accident; any one of deaths, serious injuries and direct
// loss is enough, and "以上" includes the number.
func GradeOf(a *record.Accident) AccidentGrade {
	const yi = 100_000_000
	grade := func(n, larger, major, most int64) AccidentGrade {
		switch {
		case n >= most:
			return EspeciallyMajor
		case n >= major:
			return MajorAccident
		case n >= larger:
			return Larger
		}
		return Ordinary
	}
	return max(
		grade(a.Deaths.N(), 3, 10, 30),
		grade(a.Injuries.N(), 10, 50, 100),
		grade(a.Loss.N(), yi/10, yi/2, yi),
	)
}
