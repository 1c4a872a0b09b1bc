package table

import (
	"bytes"
	"strconv"
	"strings"

	"jianbao/internal/problem"
)

const (
	maxStrings = 3 << 20 // shared texts of a workbook
	maxName    = 255     // bytes of a sheet's name; Excel allows 31 characters, others more
)

// book is what workbook.xml tells of the sheets.
type book struct {
	date1904 bool
	sheets   []entry
}

// entry is a sheet as the workbook lists it.
type entry struct {
	name, id string
	visible  bool
}

// readWorkbook reads the visible worksheets that are not blank.
func readWorkbook(place problem.Place, data []byte) ([]sheet, []problem.Problem) {
	p, bad := openArchive(place, data)
	if bad != nil {
		return nil, bad
	}
	name := target(p.relationships(""), "officeDocument")
	b, ok := readBook(p.read(name))
	if !ok {
		return nil, []problem.Problem{damaged(place)}
	}
	if b.date1904 {
		return nil, []problem.Problem{date1904(place)}
	}
	list := p.relationships(name)
	texts, bad := p.sharedTexts(place, list)
	if bad != nil {
		return nil, bad
	}
	return p.worksheets(place, b.sheets, list, texts)
}

// readBook reads workbook.xml.
func readBook(data []byte) (b book, ok bool) {
	x := newScanner(data)
	x.begin("workbook")
	for range x.children() {
		switch string(x.name) {
		case "workbookPr":
			if on := bytes.TrimSpace(x.attribute("date1904")); len(on) > 0 {
				var err error
				if b.date1904, err = strconv.ParseBool(string(on)); err != nil {
					x.fail()
				}
			}
		case "sheets":
			for range x.children() {
				if string(x.name) == "sheet" {
					state := string(x.attribute("state"))
					b.sheets = append(b.sheets, entry{string(x.attribute("name")), string(x.attribute("id")), state == "" || state == "visible"})
				}
			}
		}
	}
	return b, x.finish()
}

// sharedTexts reads the texts that cells refer to by number.
func (p parts) sharedTexts(place problem.Place, list []relationship) ([]string, []problem.Problem) {
	name := target(list, "sharedStrings")
	if name == "" {
		name = "xl/sharedstrings.xml" // some programs write the part and do not refer to it
	}
	if !p.has(name) {
		return nil, nil // whoever refers to a text will find that it is not there
	}
	x := newScanner(p.read(name))
	x.begin("sst")
	var texts []string
	var kept shelf
	var buffer []byte
	for range x.children() {
		if string(x.name) != "si" {
			continue
		}
		if len(texts) == maxStrings {
			return nil, []problem.Problem{tooManyCells(place)}
		}
		buffer = x.richText(buffer)
		texts = append(texts, kept.keep(buffer))
	}
	if !x.finish() {
		return nil, []problem.Problem{damaged(place)}
	}
	return texts, nil
}

// worksheets reads the sheets in the order of their tabs. Sheets of charts and
// of old macros have other kinds of relationships. No part is two sheets, or a
// small file could name a big one a thousand times, and no two have one name, by
// which problems are told.
func (p parts) worksheets(place problem.Place, entries []entry, list []relationship, texts []string) (sheets []sheet, problems []problem.Problem) {
	byID := map[string]relationship{}
	for _, r := range list {
		byID[r.id] = r
	}
	names, targets := map[string]bool{"": true}, map[string]bool{}
	room := maxCells
	for _, e := range entries {
		r, found := byID[e.id]
		if !e.visible || found && r.kind != "worksheet" {
			continue
		}
		name := strings.ToLower(e.name)
		if names[name] || targets[r.target] || len(name) > maxName {
			return nil, []problem.Problem{damaged(place)}
		}
		names[name], targets[r.target] = true, true
		w := worksheet{scanner: newScanner(p.read(r.target)), sheet: sheet{place: place}, texts: texts, room: room}
		w.sheet.place.Sheet = e.name
		if bad := w.read(); bad != nil {
			return nil, bad
		}
		room = w.room
		if len(w.sheet.lines) > 0 {
			sheets = append(sheets, w.sheet)
			problems = append(problems, w.missing...)
		}
	}
	if len(sheets) == 0 {
		return nil, []problem.Problem{emptyFile(place)}
	}
	return sheets, problems
}

// shelf keeps short texts within long ones: a string for each number of a sheet
// would be an allocation for each.
type shelf struct{ strings.Builder }

func (s *shelf) keep(text []byte) string {
	if len(text) > s.Cap()-s.Len() {
		s.Reset()
		s.Grow(max(len(text), 1<<14))
	}
	start := s.Len()
	s.Write(text)
	return s.String()[start:]
}
