package zh

import "unicode/utf8"

// SimilarTo returns the known name nearest to name, for the advice 是不是“…”？
// Near is an edit distance of at most a third of the longer one's characters,
// so that 青石 finds 青石镇 and 隐患排查书 finds 隐患排查数. Of equally near ones the
// first in known is returned; ok is false when none is near, or name is among
// the known.
func SimilarTo(name string, known []string) (string, bool) {
	folded := []rune(Join(name))
	best, bestDistance := "", -1
	for _, k := range known {
		other := []rune(Join(k))
		longer := max(len(folded), len(other))
		if d := len(folded) - len(other); d > longer/3 || -d > longer/3 {
			continue
		}
		d := distance(folded, other)
		if d == 0 && k == name {
			return "", false
		}
		if d <= longer/3 && (bestDistance < 0 || d < bestDistance) {
			best, bestDistance = k, d
		}
	}
	return best, bestDistance >= 0 && utf8.ValidString(best)
}

// distance is the Levenshtein distance.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		previous := row[0] // the distance of a[:i] and b[:j]
		row[0] = i + 1
		for j, y := range b {
			cost := previous
			if x != y {
				cost++
			}
			previous = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
