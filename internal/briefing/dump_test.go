package briefing_test

import (
	"fmt"
	"strings"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

// dumpPage writes a page as a reader would tell it: a line for each thing.
func dumpPage(b *strings.Builder, p briefing.Page) {
	fmt.Fprintf(b, "== %s [%s] %s\n", p.Path, p.Layout, p.Title)
	if p.Lead != "" {
		fmt.Fprintf(b, "lead: %s\n", p.Lead)
	}
	fmt.Fprintf(b, "head: %s|%s|%s|%s\n", p.Masthead.Title, p.Masthead.Number, p.Masthead.Office, p.Masthead.Date)
	for _, l := range p.Trail {
		fmt.Fprintf(b, "trail: %s\n", link(l))
	}
	if p.Previous != nil {
		fmt.Fprintf(b, "previous: %s\n", link(*p.Previous))
	}
	if p.Next != nil {
		fmt.Fprintf(b, "next: %s\n", link(*p.Next))
	}
	for _, s := range p.Sections() {
		fmt.Fprintf(b, "-- %s #%s\n", s.Heading, s.ID)
		for _, block := range s.Blocks {
			dumpBlock(b, block)
		}
	}
	for _, s := range p.Sources {
		fmt.Fprintf(b, "source: %s\n", s.Path)
	}
}

func dumpHandout(b *strings.Builder, h briefing.Handout) {
	fmt.Fprintf(b, "== %s [%s] %s\nof: %s|%s|%s\nback: %s\nprint: %q of %s\n", h.Path, h.Kind, h.Title, h.Of, h.Number, h.Day, link(h.Back), h.PDF, h.PrintPath())
	for _, p := range h.Parts() {
		fmt.Fprintf(b, "==== %s #%s cover %t\n", strings.TrimSpace(p.Annex+" "+p.Title), p.ID, p.Cover)
		if p.Head != nil {
			fmt.Fprintf(b, "head: %s|%s|%s|%s\n", p.Head.Title, p.Head.Number, p.Head.Office, p.Head.Date)
		}
		for _, s := range p.Sections {
			fmt.Fprintf(b, "-- %s #%s\n", s.Heading, s.ID)
			for _, block := range s.Blocks {
				dumpBlock(b, block)
			}
		}
		if p.Imprint != nil {
			fmt.Fprintf(b, "imprint: %s|%s|%s\n", strings.Join(p.Imprint.CopyTo, "，"), p.Imprint.Office, p.Imprint.Date)
		}
	}
}

func link(l briefing.Link) string { return l.Text + "<" + l.Href + ">" }

func runs(list []briefing.Run) string {
	var b strings.Builder
	for _, r := range list {
		switch {
		case r.Href != "":
			b.WriteString(link(briefing.Link{Text: r.Text, Href: r.Href}))
		case r.Strong:
			b.WriteString("*" + r.Text + "*")
		default:
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func dumpBlock(b *strings.Builder, block briefing.Block) {
	switch block := block.(type) {
	case briefing.Paragraph:
		fmt.Fprintf(b, "p: %s\n", runs(block.Runs))
	case briefing.Notice:
		fmt.Fprintf(b, "notice%s: %s\n", tone(block.Tone), runs(block.Runs))
		for _, l := range block.Lines {
			fmt.Fprintf(b, "  %s\n", l)
		}
	case briefing.KeyFigures:
		for _, k := range block.Items {
			fmt.Fprintf(b, "key: %s %s %s%s %s\n", k.Label, k.Value, k.Small, tone(k.Tone), k.Change)
		}
	case briefing.FigureBlock:
		dumpFigure(b, block)
	case briefing.Contents:
		for _, l := range block.Items {
			fmt.Fprintf(b, "contents: %s\n", link(l))
		}
	case briefing.Form:
		for _, r := range block.Rows {
			fmt.Fprintf(b, "form: %s|%s|%d\n", r.Label, r.Text, r.Lines)
		}
	case briefing.Table:
		dumpTable(b, block)
	case briefing.List:
		for _, i := range block.Items {
			fmt.Fprintf(b, "item: %s %s %s\n", block.Title, link(i.Link), i.Remark)
		}
	case briefing.Tasks:
		for _, k := range block.Items {
			fmt.Fprintf(b, "task%s: %s|%s|%s|%s|%s|%s|%s\n", tone(k.Tone), k.ID, k.Text, k.Href, k.Who, k.When, k.State, k.Origin)
		}
	case briefing.Prose:
		fmt.Fprintf(b, "prose: %s\n", strings.TrimSpace(string(block.HTML)))
		for _, f := range block.Figures {
			dumpFigure(b, f)
		}
	default:
		fmt.Fprintf(b, "%s: %v\n", block.Component(), block)
	}
}

func tone(t briefing.Tone) string {
	if t == briefing.Plain {
		return ""
	}
	return "(" + string(t) + ")"
}

func dumpTable(b *strings.Builder, t briefing.Table) {
	fmt.Fprintf(b, "table #%s %s\n", t.ID, t.Caption)
	var names []string
	for _, c := range t.Columns {
		name := c.Name
		if c.Minor {
			name += "-"
		}
		names = append(names, name)
	}
	fmt.Fprintf(b, "  | %s\n", strings.Join(names, " | "))
	for _, rows := range [][]briefing.TableRow{t.Rows, t.Foot} {
		for _, r := range rows {
			var cells []string
			for _, c := range r.Cells {
				cell := c.Text
				if c.Href != "" {
					cell = link(briefing.Link{Text: c.Text, Href: c.Href})
				}
				if c.Hint != "" {
					cell += " {" + c.Hint + "}"
				}
				cells = append(cells, cell+tone(c.Tone))
			}
			fmt.Fprintf(b, "  | %s\n", strings.Join(cells, " | "))
		}
	}
	if t.Note != "" {
		fmt.Fprintf(b, "  note: %s\n", t.Note)
	}
	for _, l := range t.Files {
		fmt.Fprintf(b, "  file: %s\n", link(l))
	}
}

func dumpFigure(b *strings.Builder, block briefing.FigureBlock) {
	f := block.Figure
	fmt.Fprintf(b, "图%d #%s kind %d %s（%s）\n  %s\n", block.Number, f.ID, f.Kind, f.Title, f.Unit, f.Description)
	if f.Target != nil {
		fmt.Fprintf(b, "  target: %s\n", f.Target.Text)
	}
	if f.Note != "" {
		fmt.Fprintf(b, "  note: %s\n", f.Note)
	}
	var labels []string
	for _, c := range f.Categories {
		labels = append(labels, strings.TrimSpace(strings.Join([]string{c.Rank, c.Label, c.Movement, c.Mark}, " ")))
	}
	fmt.Fprintf(b, "  / %s\n", strings.Join(labels, " / "))
	for _, s := range f.Series {
		fmt.Fprintf(b, "  %s: %s\n", s.Name, values(s.Values))
	}
}

func values(list []charts.Value) string {
	var words []string
	for _, v := range list {
		word := v.Text
		if v.Reason != "" {
			word += "{" + v.Reason + "}"
		}
		words = append(words, word)
	}
	return strings.Join(words, " / ")
}
