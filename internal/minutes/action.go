package minutes

import (
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

// actions collects the items of one text.
type actions struct {
	reader
	body     *body
	items    []record.ActionItem // of this meeting
	earlier  []record.ActionItem
	problems []problem.Problem

	section section
	pending *pendingItem // the last item in words, until it is known what follows it
}

// pendingItem is an item that later paragraphs may still add to.
type pendingItem struct {
	wording
	entry entry
	kind  sectionKind
}

// readActions finds the action items of a text: in tables with columns for who
// and when, in the lists and numbered paragraphs of a section headed 议定事项 and
// the like, and wherever 责任单位： stands in brackets.
func readActions(t *Text, meeting record.Date) (items, earlier []record.ActionItem, problems []problem.Problem) {
	a := actions{reader: reader{calendar{meeting}}, body: t.body}
	for _, e := range outline(t) {
		a.entry(e)
	}
	a.flush()
	return a.items, a.earlier, a.problems
}

func (a *actions) entry(e entry) {
	if e.table != nil {
		a.flush()
		a.table(e.table)
		return
	}
	now, title := a.section.next(e)
	a.section = now
	if title {
		a.flush()
		return
	}
	if (a.section.kind == otherSection || e.rank == 0) && !containsAny(e.text, "责任", "牵头", "负责", "时限", "进展", "主办", "承办", "配合") {
		return // cannot be one, and most of a text is like this
	}
	w := a.wording(e.text)
	w.ticked(e)
	switch {
	case w.item.Text == "" && w.labelled && a.pending != nil:
		a.pending.merge(w)
	case !a.isItem(e, w) || a.isDetail(e, w):
	default:
		if a.pending != nil && !a.pending.named() && e.rank > a.pending.entry.rank {
			a.pending = nil // it was the title of a group: （一）关于燃气安全
		}
		a.flush()
		a.pending = &pendingItem{w, e, a.section.kind}
	}
}

// isItem reports whether an entry is an item at all.
func (a *actions) isItem(e entry, w wording) bool {
	switch {
	case w.item.Text == "":
		return false
	case a.section.kind == otherSection:
		return w.labelled && len(w.item.Owners) > 0
	case e.rank == 0:
		return len(w.item.Owners) > 0
	}
	return true
}

// isDetail reports whether an entry below an item only says how: it names
// neither who nor when.
func (a *actions) isDetail(e entry, w wording) bool {
	return a.pending != nil && a.pending.named() && e.rank > a.pending.entry.rank && !w.named()
}

// ticked takes the box of a task for its state.
func (w *wording) ticked(e entry) {
	if e.ticked {
		w.item.Progress = record.ClosedOut
	}
}

// merge takes over what a paragraph of labels says about the item before it.
func (p *pendingItem) merge(w wording) {
	p.wording.add(w.item.Owners, w.item.Helpers)
	p.deadlineSaid = p.deadlineSaid || w.deadlineSaid
	p.unreadable = append(p.unreadable, w.unreadable...)
	p.item.Note = joinNotes(p.item.Note, w.item.Note)
	if !w.item.Deadline.IsZero() {
		p.item.Deadline = w.item.Deadline
	}
	if !w.item.Extended.IsZero() {
		p.item.Extended = w.item.Extended
	}
	if !w.item.Done.IsZero() {
		p.item.Done = w.item.Done
	}
	if w.item.Progress != record.NoProgress {
		p.item.Progress = w.item.Progress
	}
}

// flush adds the pending item to its list.
func (a *actions) flush() {
	if a.pending == nil {
		return
	}
	p := a.pending
	a.pending = nil
	place := a.body.src.at(p.entry.offset)
	a.append(p.kind, p.wording, place)
	for _, s := range p.unreadable {
		a.unreadable(s, place)
	}
	if p.kind == earlier {
		return
	}
	if len(p.item.Owners) == 0 {
		a.withoutOwner(p.item, place, "请在事项后面写上“（责任单位：……）”。")
	}
	if !p.deadlineSaid {
		a.withoutDeadline(p.item, place, "请在事项后面写上“（完成时限：11月20日）”；没有期限的写“长期坚持”。")
	}
}

// append numbers an item and adds it to its list.
func (a *actions) append(kind sectionKind, w wording, place problem.Place) {
	list := &a.items
	if kind == earlier {
		list = &a.earlier
	}
	w.item.Number, w.item.Place = len(*list)+1, place
	*list = append(*list, w.item)
}
