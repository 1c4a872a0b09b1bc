package intake

import (
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/record"
	"jianbao/internal/table"
)

// part says that a column has only a part of what its measure counts.
type part int

const (
	wholePart   part = iota
	levelPart        // 省级, 市级, 县级 of 挂牌督办
	generalPart      // what is open, due or overdue of the general hazards
	majorPart        // … of the major ones
)

// inGroup gives a column its meaning under the merged headings above it: 整改率
// under 一般隐患 is the rate of general hazards, 重大隐患数 under 列入治理计划 what is
// listed in the plan (forms A and B). A count that means nothing there is unknown.
func inGroup(f field, path []string) field {
	if len(path) == 0 || f.role != measureRole && f.role != rateRole {
		return f
	}
	outer, innermost := foldName(strings.Join(path, "/")), foldName(path[len(path)-1])
	general, major := strings.Contains(outer, "一般"), strings.Contains(outer, "重大")
	switch {
	case strings.Contains(outer, "列入治理计划"):
		return only(f, record.Planned, record.Found, record.MajorFound)
	case isSupervision(innermost):
		return only(f, record.Supervised, record.Found, record.MajorFound)
	case f.part == levelPart:
		return field{} // 省级 of something else
	case major && !general:
		return ofGrade(f, majorPart)
	case general && !major:
		return ofGrade(f, generalPart)
	}
	return f
}

// isSupervision reports whether a heading is of 挂牌督办 alone, not of all that was
// found and put right as well.
func isSupervision(heading string) bool {
	return strings.Contains(heading, "挂牌") && !strings.Contains(heading, "排查") && !strings.Contains(heading, "治理")
}

// only turns the counts of a group into its one measure. What was put right of
// them is counted among all hazards already, and has no measure of its own.
func only(f field, measure record.Measure, found ...record.Measure) field {
	for _, m := range append(found, measure, record.Funds) {
		if f.role == measureRole && f.measure == m {
			if m != record.Funds {
				f.measure = measure
			}
			return f
		}
	}
	return field{}
}

// ofGrade narrows the counts and the rate of all hazards to one grade.
func ofGrade(f field, grade part) field {
	found, rectified, rate := record.GeneralFound, record.GeneralRectified, record.General
	if grade == majorPart {
		found, rectified, rate = record.MajorFound, record.MajorRectified, record.Major
	}
	if f.role == rateRole {
		switch f.indicator {
		case record.Rectification:
			f.indicator = rate
		case record.OnTimeRate:
			return field{} // its counts are not known by grade
		}
		return f
	}
	switch f.measure {
	case record.Found:
		f.measure = found
	case record.Rectified:
		f.measure = rectified
	case record.Open, record.Due, record.OnTime, record.Overdue, record.Extended:
		f.part = grade
	}
	return f
}

// chooseParts leaves of the counts those that make up their measure: a sum
// where there is one, else all its parts. One grade's overdue hazards are not
// all overdue ones, so alone they are not counted.
func (l *layout) chooseParts(t *table.Table) (problems []problem.Problem) {
	var has [record.NumMeasures][majorPart + 1]bool
	for _, c := range l.counts {
		has[c.measure][c.part] = true
	}
	kept := l.counts[:0]
	for _, c := range l.counts {
		h := &has[c.measure]
		switch {
		case c.part == wholePart, !h[wholePart] && (c.part == levelPart || h[generalPart] && h[majorPart]):
			kept = append(kept, c)
			continue
		case !h[wholePart]:
			problems = append(problems, oneGrade(t, c))
		}
		l.other = append(l.other, c.column)
	}
	l.counts = kept
	return problems
}

func oneGrade(t *table.Table, c countColumn) problem.Problem {
	there, missing := "一般隐患", "重大隐患"
	if c.part == majorPart {
		there, missing = missing, there
	}
	return problem.Problem{
		Code: problem.UnknownColumn, Severity: problem.Warning, Place: columnPlace(t, c.column),
		Message: "列名" + problem.Quote(t.Columns[c.column].Name) + "只是" + there + "的，没有" + missing + "的，这一列不用于统计。",
		Advice:  "要统计的，请加上全部隐患的“" + c.measure.String() + "”一列；不需要时可以不管。",
	}
}
