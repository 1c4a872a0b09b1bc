package briefing

import (
	"html"
	"regexp"
	"strings"
	"unicode/utf8"

	"jianbao/internal/zh"
)

// Turn is how a table stands on paper, as the classes that the theme has for it.
// One that a sheet has no room for upright is turned on sheets of its own.
type Turn string

// The turns.
const (
	Upright Turn = ""
	Turned  Turn = "wide"              // its head to the left, as GB/T 9704-2012 has it
	Dense   Turn = "wide dense"        // turned, and in smaller type
	Broken  Turn = "wide dense broken" // and numbers and words go on in the next line
)

// The room of a sheet: its text area is 156 mm wide and 225 mm high.
const (
	uprightRoom    = 156.0
	turnedRoom     = 225.0
	uprightColumns = 11
)

// What columns take, in mm: beside a text at both sides together, and half of a
// character in the type of the author's tables (12 pt), of ours that have many
// columns (10.5 pt), and of dense ones (9 pt).
const (
	cellAir    = 1.6
	denseAir   = 1.0
	proseHalf  = 12.0 / 2 * 25.4 / 72
	figureHalf = 10.5 / 2 * 25.4 / 72
	denseHalf  = 9.0 / 2 * 25.4 / 72
)

// What a text is given before it goes on in the next line, in half characters.
const (
	mostOfHead = 2 * 3
	mostOfCell = 2 * 4
)

// columnNeeds is how much room each column wants, in half characters.
type columnNeeds []int

// add tells of a text that goes on in the next line after so much, or where its
// longest number or Latin word ends, which are not broken.
func (n columnNeeds) add(column, most int, text string) {
	word := 0
	for _, r := range text {
		if r == ' ' || r >= utf8.RuneSelf {
			word = 0
			continue
		}
		word++
		n[column] = max(n[column], word)
	}
	n[column] = max(n[column], min(zh.Width(text), most))
}

// turn decides: upright stand up to 11 columns that together need no more than
// the text area is wide. For what needs more than it is high the type is smaller,
// and if that is not enough, numbers and words are broken.
func (n columnNeeds) turn(half float64) Turn {
	room := func(half, air float64) (mm float64) {
		for _, need := range n {
			mm += float64(need)*half + air
		}
		return mm
	}
	switch {
	case room(half, cellAir) <= uprightRoom && len(n) <= uprightColumns:
		return Upright
	case room(half, cellAir) <= turnedRoom:
		return Turned
	case room(denseHalf, denseAir) <= turnedRoom:
		return Dense
	}
	return Broken
}

// Turn is how the table stands on paper.
func (t Table) Turn() Turn {
	needs := make(columnNeeds, len(t.Columns))
	for i, c := range t.Columns {
		needs.add(i, mostOfHead, c.Name)
	}
	for _, rows := range [][]TableRow{t.Rows, t.Foot} {
		for _, r := range rows {
			for i, c := range r.Cells[:min(len(r.Cells), len(needs))] {
				if t.Columns[i].Numeric { // stands on one line
					needs[i] = max(needs[i], zh.Width(c.Text)+zh.Width(c.Hint))
					continue
				}
				needs.add(i, mostOfCell, c.Text)
				needs.add(i, mostOfCell, c.Hint)
			}
		}
	}
	return needs.turn(figureHalf)
}

// tagIs is markup: angle brackets of a text are escaped.
var tagIs = regexp.MustCompile(`<[^>]*>`)

// turnOf is how a table of minutes, which has so many columns, stands on paper.
func turnOf(table string, columns int) Turn {
	needs := make(columnNeeds, columns)
	i := 0 // of the cell; every row has all columns
	for part := range strings.SplitSeq(table, "</t") {
		cell := part[strings.LastIndex(part, "<t")+1:]
		if !strings.HasPrefix(cell, "td") && !strings.HasPrefix(cell, "th") {
			continue // where a row, the head or the table ends
		}
		most := mostOfCell
		if i < columns {
			most = mostOfHead
		}
		_, text, _ := strings.Cut(cell, ">")
		for line := range strings.SplitSeq(text, "<br>") {
			if strings.Contains(line, "<") {
				line = tagIs.ReplaceAllString(line, "")
			}
			needs.add(i%columns, most, html.UnescapeString(line))
		}
		i++
	}
	return needs.turn(proseHalf)
}
