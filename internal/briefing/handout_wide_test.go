package briefing_test

import (
	"strings"
	"testing"

	"jianbao/internal/briefing"
)

// Texts go on in the next line, numbers and words do not: of each there is room
// for so many columns upright, fewer in the larger type of an author's tables.
func TestATableIsTurnedWhereThereIsNoRoomForIt(t *testing.T) {
	const long = "督促企业落实主体责任，按期整改"
	type most struct{ upright, turned, dense int } // columns
	for _, tt := range []struct {
		head, cell string
		text, ours most
	}{
		{"事项", long, most{8, 12, 16}, most{9, 13, 16}},
		{"事项", "督促企", most{10, 15, 21}, most{11, 17, 21}},
		{"列入治理计划的重大隐患", "9", most{10, 15, 21}, most{11, 17, 21}},
		{"排查", "9", most{11, 22, 30}, most{11, 24, 30}},
		{"日期", "2026-10-22", most{6, 9, 13}, most{7, 11, 13}},
		{"网址", strings.Repeat("a", 72), most{1, 1, 1}, most{1, 1, 1}},
		{"网址", strings.Repeat("a", 150), most{0, 0, 0}, most{0, 0, 0}},
	} {
		for columns := 1; columns <= 32; columns++ {
			want := func(m most) briefing.Turn {
				switch {
				case columns <= m.upright:
					return briefing.Upright
				case columns <= m.turned:
					return briefing.Turned
				case columns <= m.dense:
					return briefing.Dense
				}
				return briefing.Broken
			}
			table := briefing.Table{Rows: []briefing.TableRow{{}}}
			for range columns {
				table.Columns = append(table.Columns, briefing.TableColumn{Name: tt.head})
				table.Rows[0].Cells = append(table.Rows[0].Cells, briefing.TableCell{Text: tt.cell})
			}
			if got := table.Turn(); got != want(tt.ours) {
				t.Errorf("%d columns of %s, ours: %q", columns, tt.cell, got)
			}
			text := strings.Repeat("|"+tt.head, columns) + "|\n" + strings.Repeat("|---", columns) + "|\n" + strings.Repeat("|**"+tt.cell+"**", columns) + "|\n"
			class := strings.TrimSpace("scroll " + string(want(tt.text)))
			for kind, html := range proseOnPaper(t, text) {
				if !strings.Contains(html, `<div class="`+class+`" tabindex="0">`) {
					t.Errorf("%d columns of %s, %s: not %q but %.40s", columns, tt.cell, kind, class, html)
				}
			}
		}
	}
}

// proseOnPaper is a text of minutes in both handouts that have it.
func proseOnPaper(t *testing.T, text string) map[briefing.HandoutKind]string {
	t.Helper()
	found := map[briefing.HandoutKind]string{}
	for _, h := range brief(t, content{"minutes/2026-11-20.md": "---\ndate: 2026-11-20\ntitle: 会议纪要\n---\n\n" + text}).Handouts {
		for _, part := range h.Parts() {
			for _, section := range part.Sections {
				for _, block := range section.Blocks {
					if prose, ok := block.(briefing.Prose); ok {
						found[h.Kind] += string(prose.HTML)
					}
				}
			}
		}
	}
	if len(found) != 2 {
		t.Fatalf("there are %v", found)
	}
	return found
}

// What stands on one line is measured whole; a text of several lines by the
// longest, without its markup.
func TestWhatIsMeasuredOfACell(t *testing.T) {
	table := briefing.Table{Columns: make([]briefing.TableColumn, 10)}
	row := briefing.TableRow{Cells: make([]briefing.TableCell, 10)}
	for i := range row.Cells {
		table.Columns[i].Numeric, row.Cells[i] = true, briefing.TableCell{Text: "1", Hint: "一票否决"}
	}
	table.Foot = []briefing.TableRow{row}
	if got := table.Turn(); got != briefing.Turned {
		t.Errorf("ten numbers with a hint each: %q", got)
	}
	cells := strings.Repeat("|甲<br>乙[&lt;丙](https://example.com/a/long/address)", 10)
	for kind, html := range proseOnPaper(t, strings.Repeat("|名", 10)+"|\n"+strings.Repeat("|---", 10)+"|\n"+cells+"|\n") {
		if strings.Contains(html, "wide") || strings.Count(html, `<tfoot class="air"><tr><td colspan="10">`) != 1 {
			t.Errorf("%s: %s", kind, html)
		}
	}
}
