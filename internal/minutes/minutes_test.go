package minutes_test

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"jianbao/internal/minutes"
	"jianbao/internal/problem"
	"jianbao/internal/record"
)

var update = flag.Bool("update", false, "rewrite the expectations in testdata")

// Each archive in testdata is a content folder (minutes/…, pages/…) with what is
// expected of it in files named want/…; -update rewrites those that are there.
func TestArchives(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no archives: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) { runArchive(t, file) })
	}
}

func runArchive(t *testing.T, file string) {
	archive, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	got := outputs(folder(archive))
	wants := 0
	for i := range archive.Files {
		f := &archive.Files[i]
		name, ok := strings.CutPrefix(f.Name, "want/")
		if !ok {
			continue
		}
		wants++
		text, known := got[name]
		if !known {
			t.Fatalf("%s: no such output as %q", file, f.Name)
		}
		if *update {
			f.Data = []byte(text)
		} else if diff := cmp.Diff(string(f.Data), text); diff != "" {
			t.Errorf("%s (-want +got):\n%s", f.Name, diff)
		}
	}
	if wants == 0 {
		t.Fatalf("%s expects nothing", file)
	}
	if *update {
		if err := os.WriteFile(file, txtar.Format(archive), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// folder is the content folder of an archive.
func folder(archive *txtar.Archive) fstest.MapFS {
	fsys := fstest.MapFS{}
	for _, f := range archive.Files {
		if !strings.HasPrefix(f.Name, "want/") {
			fsys[f.Name] = &fstest.MapFile{Data: []byte(visible(string(f.Data)))}
		}
	}
	return fsys
}

// visible turns the signs that test files use for what cannot be seen into that:
// ␣ is U+3000, ⇥ a tab, ⏎ before a line's end a carriage return.
func visible(s string) string {
	return strings.NewReplacer("⏎\n", "\r\n", "␣", "\u3000", "⇥", "\t").Replace(s)
}

// outputs are all that a content folder gives, as text.
func outputs(fsys fstest.MapFS) map[string]string {
	docs, problems := minutes.Read(fsys, "minutes")
	pages, more := minutes.ReadPages(fsys, "pages")
	problems = append(problems, more...)
	problems = append(problems, minutes.ProofreadDeadlines(docs)...)
	var bodies, meetings, actions, calls, tables, sentences, headings strings.Builder
	for i := range docs {
		d := &docs[i]
		body, more := d.HTML(answers())
		problems = append(problems, more...)
		bodies.Write(body)
		writeMeeting(&meetings, d)
		writeActions(&actions, d)
		writeText(&calls, &tables, &headings, &d.Text)
		writeSentences(&sentences, &d.Text)
	}
	for i := range pages {
		body, more := pages[i].HTML(answers())
		problems = append(problems, more...)
		bodies.Write(body)
		fmt.Fprintf(&meetings, "page %s %d %s\n", pages[i].Name, pages[i].Order, pages[i].Title)
		writeText(&calls, &tables, &headings, &pages[i].Text)
	}
	return map[string]string{
		"html": bodies.String(), "meetings": meetings.String(), "actions": actions.String(), "calls": calls.String(),
		"tables": tables.String(), "sentences": sentences.String(), "headings": headings.String(), "problems": problemText(problem.Sort(problems)),
	}
}

// answers knows every name but 整治率.
func answers() minutes.Resolver {
	return minutes.Resolver{
		Number: func(c minutes.Call) (string, error) {
			if c.Name == "整治率" {
				return "", &minutes.Unknown{Message: "没有名为“整治率”的指标。", Advice: "是不是“整改率”？"}
			}
			return "‹" + strings.Join(append([]string{c.Name}, c.Args...), "|") + "›", nil
		},
		Figure: func(c minutes.Call) ([]byte, error) {
			if c.Name == "不存在的图" {
				return nil, fmt.Errorf("没有名为“%s”的图。", c.Name)
			}
			return []byte("<figure>" + html.EscapeString(strings.Join(append([]string{c.Name}, c.Args...), "|")) + "</figure>"), nil
		},
	}
}

func writeMeeting(w *strings.Builder, d *minutes.Document) {
	m := d.Meeting
	fmt.Fprintf(w, "%s %s %s\n", m.ID, m.Date, m.Title)
	for _, line := range []struct{ name, text string }{
		{"number", m.Number}, {"chair", m.Chair}, {"attendees", strings.Join(m.Attendees, "|")},
		{"leave", strings.Join(m.Leave, "|")}, {"observers", strings.Join(m.Observers, "|")}, {"summary", d.Summary},
	} {
		if line.text != "" {
			fmt.Fprintf(w, "  %s: %s\n", line.name, line.text)
		}
	}
	if !m.Period.IsZero() {
		fmt.Fprintf(w, "  period: %s\n", m.Period)
	}
}

func writeActions(w *strings.Builder, d *minutes.Document) {
	for _, a := range d.Meeting.Actions {
		writeAction(w, "", a)
	}
	for _, a := range d.Earlier {
		writeAction(w, "earlier ", a)
	}
}

func writeAction(w *strings.Builder, prefix string, a record.ActionItem) {
	fmt.Fprintf(w, "%s%d %s\n", prefix, a.Number, a.Text)
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(w, "  %s: %s\n", name, text)
		}
	}
	line("owners", strings.Join(a.Owners, "|"))
	line("helpers", strings.Join(a.Helpers, "|"))
	line("deadline", date(a.Deadline))
	line("extended", date(a.Extended))
	line("done", date(a.Done))
	if a.Progress != record.NoProgress {
		line("progress", a.Progress.String())
	}
	line("note", a.Note)
}

func writeText(calls, tables, headings *strings.Builder, t *minutes.Text) {
	for _, c := range t.Calls {
		fmt.Fprintf(calls, "%s %s %q\n", c.Place, c.Name, c.Args)
	}
	for _, table := range t.Tables {
		fmt.Fprintf(tables, "%s\n", table.Place)
		for _, row := range append([][]minutes.Cell{table.Header}, table.Rows...) {
			for _, c := range row {
				fmt.Fprintf(tables, "[%d:%d %s]", c.Row, c.Column, c.Text)
			}
			tables.WriteByte('\n')
		}
	}
	for _, h := range t.Headings {
		fmt.Fprintf(headings, "h%d %s %s %d:%d\n", h.Level, h.ID, h.Text, h.Place.Row, h.Place.Column)
	}
}

func writeSentences(sentences *strings.Builder, t *minutes.Text) {
	for _, sentence := range t.Sentences {
		for _, f := range sentence {
			fmt.Fprintf(sentences, "[%d:%d %s|%s]", f.Place.Row, f.Place.Column, f.Words, f.Text)
		}
		sentences.WriteByte('\n')
	}
}

func problemText(list []problem.Problem) string {
	var b strings.Builder
	for _, p := range list {
		fmt.Fprintf(&b, "%s: %s %s\n  %s\n  %s\n", p.Place, p.Severity, p.Code, p.Message, p.Advice)
	}
	return b.String()
}

func at(row, column int) problem.Place {
	return problem.Place{File: "minutes/a.md", Row: row, Column: column}
}

func TestTheFirstMeetingOfADayKeepsTheDaysAddress(t *testing.T) {
	text := func(title string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("---\ndate: 2026-10-22\ntitle: " + title + "\n---\n\n会议开了。\n")}
	}
	docs, _ := minutes.Read(fstest.MapFS{"minutes/2026-10-22-2.md": text("下午"), "minutes/2026-10-22.md": text("上午")}, "minutes")
	if len(docs) != 2 || docs[0].Meeting.Title != "上午" || docs[0].Meeting.ID != "2026-10-22" || docs[1].Meeting.ID != "2026-10-22-2" {
		t.Errorf("%+v", docs)
	}
}
