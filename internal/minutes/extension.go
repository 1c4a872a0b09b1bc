package minutes

import "strings"

// extension reads 延期至12月1日 wherever it stands in a text or a cell, and takes it
// out, so that the later day is not read as the deadline: 11月1日（延期至12月1日）.
func (r reader) extension(s string, w *wording) string {
	for _, word := range [...]string{"批准延期至", "同意延期至", "延期至", "延期到", "延长至", "顺延至"} {
		before, after, found := strings.Cut(s, word)
		if !found {
			continue
		}
		after = strings.TrimLeft(after, "：: ")
		if days := r.find(after); len(days) > 0 && days[0].start == 0 {
			w.item.Extended = days[0].day
			return before + after[days[0].end:]
		}
	}
	return s
}
