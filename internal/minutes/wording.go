package minutes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/internal/record"
)

// wording is what the text of one item says.
type wording struct {
	item         record.ActionItem // without number and place
	deadlineSaid bool              // a day, or a word such as 长期坚持
	labelled     bool              // 责任单位： or the like stands in it
	unreadable   []string          // what stands where a day should
}

// named reports whether the text names somebody or a day.
func (w *wording) named() bool { return len(w.item.Owners) > 0 || w.deadlineSaid }

const maxItem = 6000 // bytes

// reader reads items in the light of their meeting's date.
type reader struct{ calendar }

// wording reads the text of a paragraph or list item, its number taken off:
//
//	排查燃气管道。（责任单位：县住建局；完成时限：11月20日）
//	排查燃气管道，由县住建局牵头，各乡镇配合，于11月20日前完成。
//	排查燃气管道。责任单位：县住建局 完成时限：长期坚持（已办结）
//
// A text of thousands of characters is no item, and is not searched.
func (r reader) wording(s string) wording {
	if len(s) > maxItem {
		return wording{item: record.ActionItem{Text: s}}
	}
	w := wording{}
	s = r.brackets(s, &w)
	s, found := cutLabels(s)
	r.labels(found, &w)
	w.item.Text = r.sentence(s, &w)
	return w
}

// brackets reads the brackets that say who, when or how far, and takes them out.
func (r reader) brackets(s string, w *wording) string {
	var out strings.Builder
	for {
		open := strings.IndexAny(s, "（(【[")
		if open < 0 {
			break
		}
		_, size := utf8.DecodeRuneInString(s[open:])
		length := strings.IndexAny(s[open+size:], "）)】]")
		if length < 0 {
			break
		}
		inside := s[open+size : open+size+length]
		_, last := utf8.DecodeRuneInString(s[open+size+length:])
		end := open + size + length + last
		out.WriteString(s[:open])
		if !r.bracket(inside, w) {
			out.WriteString(s[open:end])
		}
		s = s[end:]
	}
	out.WriteString(s)
	return out.String()
}

// bracket reads the inside of one bracket; false when it is part of the text.
func (r reader) bracket(s string, w *wording) bool {
	if _, found := cutLabels(s); len(found) > 0 && found[0].start == 0 {
		r.labels(found, w)
		return true
	}
	if utf8.RuneCountInString(s) <= 12 && !strings.Contains(s, "配合") {
		if p, note := readProgress(s); p != record.NoProgress && note == "" {
			w.item.Progress = p
			return true
		}
	}
	before := len(w.item.Owners) + len(w.item.Helpers)
	deadline := w.deadlineSaid
	if rest := r.sentence(s, w); utf8.RuneCountInString(rest) < utf8.RuneCountInString(s) || rest == "" {
		return true
	}
	return before < len(w.item.Owners)+len(w.item.Helpers) || deadline != w.deadlineSaid
}

// labels takes over what stands behind labels.
func (r reader) labels(found []labelled, w *wording) {
	for _, l := range found {
		w.labelled = true
		r.field(l.kind, firstSentence(l), w)
	}
}

// firstSentence ends the value of a short label at its first 。
func firstSentence(l labelled) string {
	if l.kind == progressLabel || l.kind == noteLabel {
		return l.value
	}
	value, _, _ := strings.Cut(l.value, "。")
	return value
}

// field takes over one value, of a label or of a table's cell.
func (r reader) field(kind labelKind, s string, w *wording) {
	item := &w.item
	switch kind {
	case ownerLabel:
		r.owners(s, w)
	case helperLabel:
		item.Helpers = append(item.Helpers, splitNames(s)...)
	case deadlineLabel:
		day, word, ok := r.cell(s)
		w.deadlineSaid = w.deadlineSaid || word || !ok || !day.IsZero()
		item.Deadline = day
		if word {
			item.Note = joinNotes(item.Note, strings.TrimSpace(s))
		}
		w.check(ok, s)
	case extendedLabel:
		day, _, ok := r.cell(s)
		item.Extended = day
		w.check(ok, s)
	case doneLabel:
		r.done(s, w)
	case progressLabel:
		p, note := readProgress(s)
		item.Progress, item.Note = p, joinNotes(item.Note, note)
	case noteLabel:
		item.Note = joinNotes(item.Note, strings.TrimSpace(s))
	}
}

func (w *wording) check(ok bool, s string) {
	if !ok {
		w.unreadable = append(w.unreadable, s)
	}
}

// owners reads a list of who leads; in one with （牵头） behind a name the others
// help, as in one that says so in words.
func (r reader) owners(s string, w *wording) {
	item := &w.item
	if c := findClause(s); len(c.owners) > 0 {
		item.Owners, item.Helpers = append(item.Owners, c.owners...), append(item.Helpers, c.helpers...)
		return
	}
	names := splitNames(s)
	if !slices.ContainsFunc(names, leads) {
		item.Owners = append(item.Owners, names...)
		return
	}
	for _, name := range names {
		if leads(name) {
			name, _, _ = strings.Cut(name, "(")
			item.Owners = append(item.Owners, name)
		} else {
			item.Helpers = append(item.Helpers, name)
		}
	}
}

func leads(name string) bool { return strings.HasSuffix(name, "(牵头)") }

func (r reader) done(s string, w *wording) {
	day, ok := r.past(s)
	if !ok {
		day, _, ok = r.cell(s)
	}
	w.item.Done = day
	w.check(ok, s)
}

func joinNotes(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "；" + b
}

// sentence reads who and when out of running text, and returns the text; what
// only says who and when is taken off its end.
func (r reader) sentence(s string, w *wording) string {
	c := findClause(s)
	w.item.Owners, w.item.Helpers = append(w.item.Owners, c.owners...), append(w.item.Helpers, c.helpers...)
	from, to := r.sentenceDeadline(s, w)
	return trimValue(cutTail(s, c, from, to))
}

// sentenceDeadline finds the last day that something is to be done by: one with
// 前 behind it, or 完成. It returns where that is said.
func (r reader) sentenceDeadline(s string, w *wording) (from, to int) {
	if w.deadlineSaid {
		return 0, 0
	}
	for _, found := range slices.Backward(r.find(s)) {
		behind := s[found.end:]
		for _, word := range [...]string{"前", "之前", "以前", "完成", "办结", "底前"} {
			if rest, ok := strings.CutPrefix(behind, word); ok {
				w.item.Deadline, w.deadlineSaid = found.day, true
				return found.start, len(s) - len(rest)
			}
		}
	}
	return r.phraseDeadline(s, w)
}

// phraseDeadline finds 年底前, 本月底前, 第四季度末前 and 会后10日内. Other spans of
// days are no deadline in a sentence: 接到通知3日内上报 says another thing.
func (r reader) phraseDeadline(s string, w *wording) (from, to int) {
	for _, mark := range [...]string{"底前", "末前", "度前", "日内", "天内", "周内"} {
		i := strings.Index(s, mark)
		if i < 0 {
			continue
		}
		from, to = afterLast(s[:i], "，,。；;：:（()）\n"), i+len(mark)
		said := s[from:to]
		if strings.HasSuffix(mark, "内") && !strings.Contains(said, "会后") {
			continue
		}
		from += max(strings.LastIndex(said, "会后"), 0)
		if day, ok := r.phrase(lastRunes(s[from:to], 8)); ok {
			w.item.Deadline, w.deadlineSaid = day, true
			return from, to
		}
	}
	return 0, 0
}

func lastRunes(s string, n int) string {
	r := []rune(s)
	return string(r[max(0, len(r)-n):])
}

// cutTail takes the end off a sentence when it says nothing but who, in c, and
// when, between from and to: 排查燃气管道，由县住建局牵头，于11月20日前完成. A sentence that
// begins so stays whole.
func cutTail(s string, c clause, from, to int) string {
	start := len(s)
	if c.end > 0 {
		start = c.start
	}
	if to > 0 {
		start = min(start, from)
	}
	if utf8.RuneCountInString(trimValue(s[:start])) < 4 {
		return s
	}
	said := []byte(s)
	for _, span := range [...][2]int{{c.start, c.end}, {from, to}} {
		for i := span[0]; i < span[1]; i++ {
			said[i] = ' '
		}
	}
	tail := strings.NewReplacer("于", "", "并", "", "前", "", "完成", "", "办结", "", "落实", "", "负责", "", "整改到位", "", "到位", "", "之", "", "以", "").Replace(string(said[start:]))
	if trimValue(strings.ReplaceAll(tail, " ", "")) != "" && strings.Trim(tail, " ，,。；;、") != "" {
		return s
	}
	return strings.TrimSuffix(strings.TrimRight(s[:start], " "), "于")
}
