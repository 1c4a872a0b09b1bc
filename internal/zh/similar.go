package zh

import "unicode/utf8"

// SimilarTo returns the known name nearest to name, for the advice 是不是“…”？
// Near is an edit distance of at most a third of the longer one's characters,
// so that 青石 finds 青石镇, 隐患排查书 finds 隐患排查数 and titel finds title. Of equally near ones the
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

// distance is the Levenshtein distance, in which two neighbours that have changed
// places count once.
func distance(a, b []rune) int {
	rows := make([][]int, len(a)+1) // rows[i][j] is the distance of a[:i] and b[:j]
	for i := range rows {
		rows[i] = make([]int, len(b)+1)
		rows[i][0] = i
	}
	for j := range rows[0] {
		rows[0][j] = j
	}
	for i := range a {
		for j := range b {
			d := rows[i][j]
			if a[i] != b[j] {
				d++
			}
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				d = min(d, rows[i-1][j-1]+1)
			}
			rows[i+1][j+1] = min(d, rows[i][j+1]+1, rows[i+1][j]+1)
		}
	}
	return rows[len(a)][len(b)]
}
