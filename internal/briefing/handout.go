package briefing

import (
	"fmt"
	"slices"
	"strconv"

	"jianbao/internal/record"
)

// Handout is a page for paper: what lies on every seat, in the forms of GB/T
// 9704-2012 as far as they fit. It is printed from any browser, or by the
// program; it has no menu, and no part of it needs a script.
type Handout struct {
	Path   string // ASCII, relative to the site's root: handouts/2026-10-22.html
	PDF    string // where its print is, when there is one: handouts/2026-10-22.pdf
	Of     string // the meeting it is of by its ID, or the year
	Number string // of the meeting, as written; or ""
	Day    record.Date
	Kind   HandoutKind
	Title  string
	Back   Link // to the page of the site that it belongs to
	Paper  Paper
	// Parts writes the papers. A site has more of them than pages, so each is
	// written when it is needed, and then let go.
	Parts func() []Part
}

// Paper is how the handouts of a site are printed.
type Paper struct {
	Grey      bool
	Watermark string
}

// PrintPath is where the print of a handout lies.
func (h Handout) PrintPath() string { return pdfPath(h.Path) }

// HandoutKind is what a handout is for; it is also the class of its style.
type HandoutKind string

const (
	BriefingHandout HandoutKind = "briefing" // 简报
	MinutesHandout  HandoutKind = "minutes"  // 纪要
	AreaHandout     HandoutKind = "areas"    // 一页纸, one sheet a township
	SlipHandout     HandoutKind = "slips"    // 督办单, one sheet for each thing that is overdue
	YearHandout     HandoutKind = "year"     // 汇编, all meetings of a year
)

// HandoutKinds are all kinds of handouts.
func HandoutKinds() []HandoutKind {
	return []HandoutKind{BriefingHandout, MinutesHandout, AreaHandout, SlipHandout, YearHandout}
}

// Name returns what the kind is called.
func (k HandoutKind) Name() string {
	switch k {
	case BriefingHandout:
		return "简报"
	case MinutesHandout:
		return "纪要"
	case AreaHandout:
		return "一页纸"
	case SlipHandout:
		return "督办单"
	}
	return "汇编"
}

// Part is one paper of a handout. It begins on a new page.
type Part struct {
	ID       string
	Head     *Masthead // the red head, on the first part of a paper; or nil
	Annex    string    // 附件, above the title; or ""
	Title    string
	Cover    bool // stands alone on its page
	Sections []Section
	Imprint  *Imprint
}

// Imprint is the foot of an official paper (版记): who gets a copy, who printed it and when.
type Imprint struct {
	CopyTo []string
	Office string
	Date   string // 2026年10月22日印发
}

// Contents is a table of contents. Its page numbers are filled in when it is printed.
type Contents struct{ Items []Link }

// Form is labelled boxes, some of them to be filled in with a pen.
type Form struct{ Rows []FormRow }

// FormRow is one box; Lines is how many lines of room it leaves.
type FormRow struct {
	Label, Text string
	Lines       int
}

// Component implements [Block].
func (Contents) Component() string { return "handout-contents" }

// Component implements [Block].
func (Form) Component() string { return "handout-form" }

// handoutPath is the page of a meeting's handout.
func handoutPath(m *record.Meeting, kind HandoutKind) string {
	path := "handouts/" + m.ID
	if kind != BriefingHandout {
		path += "-" + string(kind)
	}
	return path + ".html"
}

func yearPath(year int) string { return fmt.Sprintf("handouts/%d.html", year) }

// pdfPath is where the print of a handout lies.
func pdfPath(path string) string { return path[:len(path)-len(".html")] + ".pdf" }

// paperLinks lead to handouts, and to those prints of them that there are.
func (b *book) paperLinks(papers ...Link) Paragraph {
	var runs []Run
	for i, p := range papers {
		if i > 0 {
			runs = append(runs, text("　"))
		}
		runs = append(runs, Run{Text: p.Text, Href: p.Href})
		if pdf := pdfPath(p.Href); b.printed[pdf] {
			runs = append(runs, text("（"), Run{Text: "PDF", Href: pdf}, text("）"))
		}
	}
	return Paragraph{Runs: runs}
}

// handoutsOf lists the papers of a meeting; the sheets and slips are those of
// the latest.
func (b *book) handoutsOf(i int) Section {
	m := &b.Meetings[i].Meeting
	kinds := []HandoutKind{BriefingHandout, MinutesHandout}
	if i == len(b.Meetings)-1 {
		if reported := b.monthOf(m); reported != nil && reported.ByArea {
			kinds = append(kinds, AreaHandout)
		}
		if b.hasSlips() {
			kinds = append(kinds, SlipHandout)
		}
	}
	var links []Link
	for _, k := range kinds {
		links = append(links, Link{k.Name(), handoutPath(m, k)})
	}
	return Section{ID: "handouts", Heading: "打印件", Blocks: []Block{b.paperLinks(links...)}}
}

// volumes lists the years that are bound in a volume.
func (b *book) volumes() Section {
	var links []Link
	for _, year := range b.meetingYears() {
		links = append(links, Link{fmt.Sprintf("%d年汇编", year), yearPath(year)})
	}
	return Section{ID: "volumes", Heading: "打印件", Blocks: []Block{b.paperLinks(links...)}}
}

func (b *book) hasSlips() bool { return len(b.overdueActions())+len(b.supervisedHazards()) > 0 }

// handouts lists every handout: the briefing and the minutes of each meeting,
// the sheets and slips of the latest, and every year's volume.
func (b *book) handouts() (list []Handout) {
	for i := range b.Meetings {
		list = append(list, b.briefingHandout(i), b.minutesHandout(i))
	}
	last := b.lastMeeting()
	if last == nil {
		return list
	}
	if m := b.monthOf(last); m != nil && m.ByArea {
		list = append(list, b.areaHandout(last, m))
	}
	if b.hasSlips() {
		list = append(list, b.slipHandout(last))
	}
	for _, year := range b.meetingYears() {
		list = append(list, b.yearHandout(year))
	}
	return list
}

// findPrints asks which handouts are printed.
func (b *book) findPrints(handouts []Handout) {
	if b.Printed == nil {
		return
	}
	b.printed = b.Printed(handouts)
	for i := range handouts {
		if path := handouts[i].PrintPath(); b.printed[path] {
			handouts[i].PDF = path
		}
	}
}

// meetingYears are the years with a meeting, oldest first.
func (b *book) meetingYears() (years []int) {
	for i := range b.Meetings {
		years = append(years, b.Meetings[i].Meeting.Date.Year)
	}
	return slices.Compact(years)
}

// handout is a paper of a meeting, or of the meeting's year; its parts are written later.
func (b *book) handout(m *record.Meeting, kind HandoutKind, title string, back Link, parts func() []Part) Handout {
	path, of := handoutPath(m, kind), m.ID
	if kind == YearHandout {
		path, of = yearPath(m.Date.Year), strconv.Itoa(m.Date.Year)
	}
	h := Handout{
		Path: path, Of: of, Number: m.Number, Day: m.Date, Kind: kind, Title: title, Back: back,
		Paper: Paper{Grey: b.Settings.Paper.Grey, Watermark: b.Settings.Paper.Watermark},
	}
	h.Parts = func() []Part {
		written := parts()
		for i := range written {
			written[i].Sections = withBlocks(written[i].Sections...)
		}
		return written
	}
	return h
}

// ordinals number the headings of a paper: 一、 (GB/T 9704-2012, 7.3.3).
func ordinals(sections []Section) []Section {
	kept := withBlocks(sections...)
	numerals := []rune("一二三四五六七八九十")
	for i := range kept {
		if i < len(numerals) {
			kept[i].Heading = string(numerals[i]) + "、" + kept[i].Heading
		}
	}
	return kept
}

func (b *book) imprint(day record.Date) *Imprint {
	return &Imprint{CopyTo: b.Settings.Paper.CopyTo, Office: b.Settings.Office, Date: day.Chinese() + "印发"}
}
