package minutes

import (
	"slices"
	"strings"

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
	s = r.brackets(r.extension(s, &w), &w)
	s, found := cutLabels(s)
	r.labels(found, &w)
	w.item.Text = trimValue(r.who(s, &w).tail(s))
	return w
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
		w.add(nil, splitNames(s))
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
		if !day.IsZero() { // 延期至12月1日 in a column 延期至 is read already
			item.Extended = day
		}
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
	if c := findClause(s); len(c.owners) > 0 {
		w.add(c.owners, c.helpers)
		return
	}
	names := splitNames(s)
	if !slices.ContainsFunc(names, leads) {
		w.add(names, nil)
		return
	}
	for _, name := range names {
		if leads(name) {
			name, _, _ = strings.Cut(name, "(")
			w.add([]string{name}, nil)
		} else {
			w.add(nil, []string{name})
		}
	}
}

// add adds names that are not there yet; who leads does not help.
func (w *wording) add(owners, helpers []string) {
	for _, name := range owners {
		if !slices.Contains(w.item.Owners, name) {
			w.item.Owners = append(w.item.Owners, name)
		}
	}
	for _, name := range helpers {
		if !slices.Contains(w.item.Helpers, name) && !slices.Contains(w.item.Owners, name) {
			w.item.Helpers = append(w.item.Helpers, name)
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
