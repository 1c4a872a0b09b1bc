package briefing

import (
	"fmt"

	"jianbao/internal/record"
)

// minutesHandout is the minutes in the form of a 纪要 (GB/T 9704-2012, 10.3): its
// own red head, the text, who was there, who gets a copy.
func (b *book) minutesHandout(i int) Handout {
	meeting := &b.Meetings[i].Meeting
	return b.handout(meeting, MinutesHandout, meeting.Title, meetingLink(meeting), func() []Part {
		part := b.minutesPart(i, "minutes", "")
		head := b.masthead(meeting)
		head.Title = b.Settings.Office + "会议纪要"
		part.Head = &head
		part.Sections = append(part.Sections, Section{ID: "attendance", Blocks: attendance(meeting)})
		part.Imprint = b.imprint(meeting.Date)
		return []Part{part}
	})
}

// minutesPart is the text of a meeting. In a volume every id gets a prefix.
func (b *book) minutesPart(i int, id, prefix string) Part {
	document := &b.Meetings[i]
	prose := b.texts[i].onPaper(prefix)
	return Part{ID: id, Title: document.Meeting.Title, Sections: []Section{{Blocks: []Block{prose}}}}
}

// yearHandout is the year in one volume: cover, table of contents, every meeting.
func (b *book) yearHandout(year int) Handout {
	title := fmt.Sprintf("%d年%s汇编", year, b.Settings.Title)
	var of []int // the year's meetings
	for i := range b.Meetings {
		if b.Meetings[i].Meeting.Date.Year == year {
			of = append(of, i)
		}
	}
	last := &b.Meetings[of[len(of)-1]].Meeting
	back := Link{"会议", "meetings/index.html"}
	return b.handout(last, YearHandout, title, back, func() []Part { return b.yearParts(title, of) })
}

func (b *book) yearParts(title string, of []int) []Part {
	cover := Part{ID: "cover", Cover: true, Title: title, Sections: []Section{{Blocks: []Block{
		Paragraph{Runs: []Run{text(b.Settings.Office)}}, Paragraph{Runs: []Run{text(fmt.Sprintf("%d年", b.Meetings[of[0]].Meeting.Date.Year))}},
	}}}}
	contents := Contents{}
	parts := []Part{cover, {ID: "contents", Title: "目　录"}}
	told := map[record.Period]bool{}
	for _, i := range of {
		meeting := &b.Meetings[i].Meeting
		id := "m" + meeting.ID
		part := b.minutesPart(i, id, id+"-")
		if m := b.monthOf(meeting); m != nil && !told[m.Period] {
			told[m.Period] = true
			part.Sections = append(part.Sections, Section{ID: id + "-month", Heading: "附：" + b.monthTitle(m), Blocks: b.monthInBrief(m, id)})
		}
		contents.Items = append(contents.Items, Link{meeting.Title, "#" + id})
		parts = append(parts, part)
	}
	parts[1].Sections = []Section{{Blocks: []Block{contents}}}
	parts[len(parts)-1].Imprint = b.imprint(b.Meetings[of[len(of)-1]].Meeting.Date)
	return parts
}

// monthInBrief is a month's paragraph and its ranking.
func (b *book) monthInBrief(m *month, id string) []Block {
	blocks := []Block{m.inWords()}
	if len(m.standings) > 0 {
		table := b.rankingOnPaper(m, id+"-ranking")
		for i := range table.Rows {
			table.Rows[i].ID = "" // every month has the same
		}
		blocks = append(blocks, table)
	}
	return blocks
}
