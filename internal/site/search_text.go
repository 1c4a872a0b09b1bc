package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/internal/briefing"
)

// searchPage is what can be found of one page.
type searchPage struct {
	path, kind, date string
	titles           []int  // length of each of its first lines, which are its title and names
	lines            int    // number of lines, those included
	text             []byte // the lines, each with a line end
	anchors          []byte // "from line, anchor, line of its heading," for each stretch, in JSON
}

// searchReader takes the lines out of pages, one page after the other.
type searchReader struct {
	fold *folding
	seen map[string]bool // names that rows of this page's tables had already

	searchPage
	pending []byte // of the line that is being put together
	mark    string // the anchor that lines have now
	label   int    // the line that is their heading; 0 for none
	from    int    // the line that they begin with
	last    int    // where in anchors that is said
}

// page returns a page's lines.
func (r *searchReader) page(p *briefing.Page, sections []briefing.Section) searchPage {
	clear(r.seen)
	r.searchPage = searchPage{path: p.Path, date: p.Date, text: r.text[:0], anchors: r.anchors[:0]}
	r.mark, r.label, r.from, r.last = "", 0, 0, 0
	r.title(p.Title)
	for _, name := range p.Names {
		r.title(name)
	}
	for i := range sections {
		r.section(&sections[i])
	}
	read := r.searchPage
	read.text, read.anchors = slices.Clone(r.text), slices.Clone(r.anchors)
	return read
}

func (r *searchReader) title(text string) {
	start, lines := len(r.text), r.lines
	if r.line(text); r.lines > lines {
		r.titles = append(r.titles, utf8.RuneCount(r.text[start:len(r.text)-1]))
	}
}

func (r *searchReader) section(s *briefing.Section) {
	label := r.heading(s.ID, s.Heading, 0)
	for _, b := range s.Blocks {
		r.at(s.ID, label)
		r.block(b)
	}
}

// heading starts a stretch with its own anchor and returns the heading's line,
// or where it has none, what is its heading instead.
func (r *searchReader) heading(id, text string, instead int) int {
	n := r.lines
	r.at(id, n)
	if r.line(text); r.lines == n {
		r.at(id, instead)
		return instead
	}
	return n
}

// at gives the lines that follow an anchor and a heading.
func (r *searchReader) at(anchor string, label int) {
	if anchor == r.mark && label == r.label {
		return
	}
	r.mark, r.label = anchor, label
	if r.lines == r.from { // nothing stood there
		r.anchors = r.anchors[:r.last]
	}
	r.from, r.last = r.lines, len(r.anchors)
	r.anchors = strconv.AppendInt(r.anchors, int64(r.lines), 10)
	r.anchors = append(r.anchors, ',')
	r.anchors = appendScriptText(r.anchors, anchor)
	r.anchors = append(r.anchors, ',')
	r.anchors = strconv.AppendInt(r.anchors, int64(label), 10)
	r.anchors = append(r.anchors, ',')
}

// block takes in what a block says. What leads elsewhere, such as the items of
// a list, is found where it leads.
func (r *searchReader) block(block briefing.Block) {
	switch b := block.(type) {
	case briefing.Paragraph:
		r.runs(b.Runs)
	case briefing.Notice:
		r.runs(b.Runs)
		for _, line := range b.Lines {
			r.line(line)
		}
	case briefing.FigureBlock:
		r.at(b.Figure.ID, r.label)
		r.line(b.Figure.Title)
	case briefing.Table:
		r.table(&b)
	case briefing.List:
		for i := range b.Items {
			if item := &b.Items[i]; item.Link.Href == "" {
				r.line(item.Link.Text, item.Remark)
			}
		}
	case briefing.Tasks:
		r.tasks(b)
	case briefing.Prose:
		label := r.label
		r.prose(string(b.HTML))
		r.label = label
		for _, f := range b.Figures {
			r.block(f)
		}
	}
}

func (r *searchReader) runs(runs []briefing.Run) {
	for i := range runs {
		r.pending = append(r.pending, runs[i].Text...)
	}
	r.sentences()
}

func (r *searchReader) tasks(b briefing.Tasks) {
	section, label := r.mark, r.label
	for i := range b.Items {
		if t := &b.Items[i]; t.Href == "" {
			r.at(cmp.Or(t.ID, section), label)
			r.line(t.Text, t.Who, t.When, t.State)
		}
	}
}

// table takes in the names and texts of the rows, each once: a page may have
// the same names in several tables.
func (r *searchReader) table(t *briefing.Table) {
	mark := cmp.Or(t.ID, r.mark)
	label := r.heading(mark, t.Caption, r.label)
	for i := range t.Rows {
		row := &t.Rows[i]
		for k := range row.Cells {
			if cell := &row.Cells[k]; k < len(t.Columns) && !t.Columns[k].Numeric && !saysNothing(cell.Text) {
				r.pending = appendPart(appendPart(r.pending, cell.Text), cell.Hint)
			}
		}
		if r.isRepeated() {
			r.pending = r.pending[:0]
			continue
		}
		r.at(cmp.Or(row.ID, mark), label)
		r.end(false)
	}
}

// isRepeated reports whether the page had what is pending before. A long text
// is not asked for: it is no name.
func (r *searchReader) isRepeated() bool {
	if len(r.pending) > 60 {
		return false
	}
	if r.seen[string(r.pending)] {
		return true
	}
	r.seen[string(r.pending)] = true
	return false
}

// saysNothing reports whether a cell has nothing that anybody looks for: a dash
// for what there is none of, a checksum.
func saysNothing(text string) bool {
	return text == "—" || len(text) >= 40 && strings.Trim(text, "0123456789abcdef") == ""
}

// line takes in one line, whose parts stand apart.
func (r *searchReader) line(parts ...string) {
	for _, part := range parts {
		r.pending = appendPart(r.pending, part)
	}
	r.end(false)
}

// appendPart sets a part of a line apart from what is before it, by the space
// that paper has there.
func appendPart(line []byte, part string) []byte {
	if part != "" && len(line) > 0 {
		line = append(line, "　"...)
	}
	return append(line, part...)
}

// sentences ends what is pending, a line for each sentence.
func (r *searchReader) sentences() { r.end(true) }

// end writes what is pending, with one space where there is any, none at the
// ends of a line, and without characters that take no room, so that a line is
// as long as what it is folded to.
func (r *searchReader) end(cut bool) {
	start, from := len(r.text), 0 // of the line; of what is not yet written
	var space rune
	ended := false
	for i := 0; i < len(r.pending); {
		c, size := utf8.DecodeRune(r.pending[i:])
		folded := r.fold.rune(c)
		if ended && !closes(c) {
			r.text = append(r.text, r.pending[from:i]...)
			start, from, ended, space = r.endLine(start), i, false, 0
		}
		switch {
		case folded == ' ' || folded == dropped:
			r.text = append(r.text, r.pending[from:i]...)
			from = i + size
			if folded == ' ' {
				space = max(space, c, ' ')
			}
		case space > 0:
			if len(r.text) > start {
				r.text = utf8.AppendRune(r.text, space)
			}
			space = 0
		}
		ended = cut && (c == '。' || c == '！' || c == '？' || ended)
		i += size
	}
	r.text = append(r.text, r.pending[from:]...)
	r.endLine(start)
	r.pending = r.pending[:0]
}

// endLine ends the line that began at start, if there is anything in it.
func (r *searchReader) endLine(start int) int {
	if len(r.text) > start {
		r.text = append(r.text, '\n')
		r.lines++
	}
	return len(r.text)
}

// closes reports whether c belongs to the sentence before it.
func closes(c rune) bool {
	switch c {
	case '。', '！', '？', '”', '’', '）', '》', '」', '』', '】', '〕', ')', '"':
		return true
	}
	return false
}
