package pagetest_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"image"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"jianbao/internal/briefing"
	"jianbao/internal/build"
	"jianbao/internal/chromium"
	"jianbao/internal/county"
	"jianbao/internal/handout"
	"jianbao/internal/pdf"
)

// turnedRows is how long the first table of wideMeeting is.
const turnedRows = 40

// wideMeeting has a table of 14 columns between texts, one of 8, and two of 12
// behind a heading.
func wideMeeting() fstest.MapFS {
	heads := []string{"序号", "乡镇", "排查", "整改", "整改率", "重大", "已改", "重大率", "按期", "逾期", "计划", "挂牌", "资金", "备注"}
	table := func(name string, columns, rows int) string {
		var b strings.Builder
		line := func(cells []string) {
			b.WriteString("|" + strings.Join(append(slices.Clone(cells[:columns-1]), cells[len(cells)-1]), "|") + "|\n")
		}
		line(heads)
		b.WriteString(strings.Repeat("|---", columns) + "|\n")
		for i := range rows {
			line([]string{fmt.Sprint(i + 1), "青石镇", "120", "113", "94.2%", "3", "2", "66.7%", "91.0%", "4", "2", "1", "12.50", fmt.Sprintf("%s%d", name, i+1)})
		}
		return b.String()
	}
	text := strings.Repeat("会议听取了县应急管理局关于隐患排查治理情况的汇报。", 8)
	return fstest.MapFS{"minutes/2026-11-20.md": {Data: []byte(strings.Join([]string{
		"---\ndate: 2026-11-20\ntitle: 宽表\n---",
		text, table("甲", 14, turnedRows), text, table("乙", 8, 5), text, "## 附表", table("丙", 12, 3), table("丁", 12, 3), "会议结束。",
	}, "\n\n"))}}
}

// What the sheets of the minutes of wideMeeting are: T is turned, U upright.
const wideSheets = "UTTTUTU"

// wideFolder has the site of wideMeeting, its prints beside their pages. It goes
// with the folder that all tests share.
var wideFolder = sync.OnceValues(func() (string, error) {
	wide := filepath.Join(filepath.Dir(folder), "wide")
	_, err := printTo(context.Background(), wide, wideMeeting(), build.Selection{
		Of: []string{"2026-11-20", "2026"}, Kinds: []briefing.HandoutKind{briefing.MinutesHandout, briefing.YearHandout},
	})
	return filepath.Join(wide, "public", "handouts"), err
})

// wideHandout is a file of a handout of wideMeeting.
func wideHandout(t *testing.T, name string) string {
	t.Helper()
	need(t, "chromium", "pdftotext")
	folder, err := wideFolder()
	do(t, err)
	return filepath.Join(folder, name)
}

// named are the words of a sheet that begin so.
func named(words []word, start string) (found []word) {
	for _, w := range words {
		if strings.HasPrefix(w.text, start) {
			found = append(found, w)
		}
	}
	return found
}

// turnedBy tells from a word of several characters whether a sheet is read from
// the side.
func turnedBy(w word) bool { return w.bottom-w.top > w.right-w.left }

// wantHeadToTheLeft wants the head of the first table of a turned sheet left of its
// rows, and its first column at the foot.
func wantHeadToTheLeft(t *testing.T, words []word) {
	t.Helper()
	first, last, rows := named(words, "序号"), named(words, "备注"), named(words, "青石镇")
	if len(first) == 0 || len(last) != len(first) || len(rows) == 0 {
		t.Fatalf("%d heads, %d rows: %v", len(first), len(rows), words)
	}
	byLeft := func(a, b word) int { return cmp.Compare(a.left, b.left) }
	head, end, row := slices.MinFunc(first, byLeft), slices.MinFunc(last, byLeft), slices.MinFunc(rows, byLeft)
	if head.top < end.bottom || row.left < head.right || !turnedBy(row) {
		t.Errorf("it is read from the wrong side: %v to %v over %v", head, end, row)
	}
}

// A table that is too wide is turned on its sheets, which keep margins and number
// as the others do; nothing else is turned, and no sheet is for nothing.
func TestWideTablesAreTurned(t *testing.T) {
	for name, want := range map[string]string{"2026-11-20-minutes.pdf": wideSheets, "2026.pdf": "UU" + wideSheets} {
		t.Run(name, func(t *testing.T) {
			file := wideHandout(t, name)
			sheets := wordsOf(t, file)
			if len(sheets) != len(want) {
				t.Fatalf("%d sheets, want %d", len(sheets), len(want))
			}
			var rows []string
			for i, words := range sheets {
				n := i + 1
				picture := rastered(t, file, n)
				wantMargins(t, picture, words, n, name != "2026.pdf" || n > 1)
				for _, w := range words {
					if len([]rune(w.text)) > 2 && turnedBy(w) != (want[i] == 'T') {
						t.Errorf("sheet %d: %v", n, w)
					}
				}
				if want[i] != 'T' {
					continue
				}
				wantHeadToTheLeft(t, words)
				left, top, _, bottom := inkOf(picture, dpi, image.Rect(0, 0, picture.Bounds().Max.X, pixels(textBottom+2)), false)
				if len(named(words, "附表")) == 0 && !near(left, edgeOf(n)) || !near(top, textTop) || !near(bottom, textBottom) {
					t.Errorf("sheet %d: the table is from %.1f, %.1f to %.1f", n, left, top, bottom)
				}
				for _, w := range named(words, "甲") {
					rows = append(rows, w.text)
				}
			}
			for i := range turnedRows {
				if label := fmt.Sprintf("甲%d", i+1); strings.Count(" "+strings.Join(rows, " ")+" ", " "+label+" ") != 1 {
					t.Errorf("row %s is there %d times", label, strings.Count(" "+strings.Join(rows, " ")+" ", " "+label+" "))
				}
			}
			// A heading goes with its table, and two tables share a sheet.
			if last := sheets[len(sheets)-2]; len(named(last, "附表")) != 1 || len(named(last, "丙")) != 3 || len(named(last, "丁")) != 3 || len(named(last, "序号")) != 2 {
				t.Errorf("the sheet of two tables: %v", last)
			}
			if upright := sheets[len(sheets)-3]; len(named(upright, "乙")) != 5 || len(named(upright, "会议听取了")) == 0 {
				t.Errorf("the sheet of an upright table: %v", upright)
			}
		})
	}
}

// On sheets with two pages each, a turned page lies as it did: its head to the left,
// in the left half or the right.
func TestTurnedTablesAreLaidOnSheets(t *testing.T) {
	const scale = 148.5 / 210
	plain, err := os.ReadFile(wideHandout(t, "2026-11-20-minutes.pdf"))
	do(t, err)
	for order, lay := range map[string]func([]byte) ([]byte, error){
		"12 34 56 7-": pdf.TwoUp,
		"-1 27 63 45": pdf.Booklet,
	} {
		t.Run(order, func(t *testing.T) {
			laid, err := lay(plain)
			do(t, err)
			file := saved(t, handout.Print{PDF: laid})
			sheets := wordsOf(t, file)
			for i, pair := range strings.Fields(order) {
				picture := rastered(t, file, i+1)
				for side, page := range pair {
					if page == '-' || wideSheets[page-'1'] != 'T' {
						continue
					}
					n, from := int(page-'0'), 148.5*float64(side)
					var words []word
					for _, w := range sheets[i] {
						if w.left >= from && w.right <= from+148.5 {
							words = append(words, w)
						}
					}
					wantHeadToTheLeft(t, words)
					half := image.Rect(pixels(from), 0, pixels(from+148), pixels(scale*(textBottom+2)))
					left, top, _, bottom := inkOf(picture, dpi, half, false)
					if len(named(words, "附表")) == 0 && !near(left, from+scale*edgeOf(n)) || !near(top, scale*textTop) || !near(bottom, scale*textBottom) {
						t.Errorf("sheet %d: page %d is from %.1f, %.1f to %.1f", i+1, n, left, top, bottom)
					}
				}
			}
			if len(sheets) != len(strings.Fields(order)) {
				t.Errorf("%d sheets", len(sheets))
			}
		})
	}
}

// On the screen a turned table scrolls in its box.
func TestTurnedTablesScrollOnTheScreen(t *testing.T) {
	page := filepath.ToSlash(wideHandout(t, "2026-11-20-minutes.html"))
	address := url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(page, "/")}
	for _, width := range []int{360, 1280} {
		tab := openAt(t, address.String(), chromium.View{Width: width})
		if eval[bool](t, tab, `document.documentElement.scrollWidth > document.documentElement.clientWidth`) {
			t.Errorf("%d px: the page scrolls", width)
		}
		if n := eval[int](t, tab, `[...document.querySelectorAll(".wide")].filter(e => e.scrollWidth > e.clientWidth).length`); n != 3 {
			t.Errorf("%d px: %d tables scroll", width, n)
		}
	}
}

// A table of so many columns that even turned there is no room for it is set
// smaller; nothing of it is cut off, and the pages around it are as large as ever.
func TestNothingOfATableIsCutOff(t *testing.T) {
	need(t, "chromium", "pdftotext")
	const columns = 30
	row := strings.Repeat("|1234.5", columns) + "|\n"
	line := strings.Repeat("安全生产责任重于泰山隐患排查治理坚持不懈人人有责警钟长鸣", 4) // 28 characters each
	result, err := printTo(t.Context(), t.TempDir(), fstest.MapFS{"minutes/2026-11-20.md": {Data: []byte("---\ndate: 2026-11-20\ntitle: 宽表\n---\n\n" + line + "\n\n" +
		row + strings.Repeat("|---", columns) + "|\n" + strings.Repeat(row, 12) + "\n" +
		"|网址|\n|---|\n|" + strings.Repeat("a", 200) + "|\n")}}, build.Selection{Kinds: []briefing.HandoutKind{briefing.MinutesHandout}})
	do(t, err)
	file := saved(t, result.Printed[0])
	sheets := wordsOf(t, file)
	if len(sheets) != 3 {
		t.Errorf("%d sheets", len(sheets))
	}
	for i, words := range sheets {
		wantMargins(t, rastered(t, file, i+1), words, i+1, true)
	}
	var digits, letters int
	for _, w := range sheets[1] {
		digits += strings.Count(w.text, "1")
		letters += strings.Count(w.text, "a")
	}
	if digits < 13*columns || letters != 200 {
		t.Errorf("there are %d numbers and %d letters", digits, letters)
	}
	if full := slices.IndexFunc(sheets[0], func(w word) bool { return near(w.right-w.left, textWidth) }); full < 0 {
		t.Errorf("no full line is as wide as it should be: %v", sheets[0])
	}
}

// A ranking by all rates and bands has 12 columns: it is turned with its heading,
// caption and note.
func TestAWideRankingIsTurned(t *testing.T) {
	need(t, "chromium", "pdftotext")
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	settings := content["jianbao.yaml"]
	settings.Data = bytes.Replace(settings.Data, []byte("  by: rectification "), []byte(`  weights:
    - {indicator: general, weight: 50}
    - {indicator: major, weight: 20}
    - {indicator: on_time, weight: 30}
  bands: [{name: 优秀, least: 95}, {name: 良好, least: 80}, {name: 不达标, least: 0}]
  #`), 1)
	result, err := printTo(t.Context(), t.TempDir(), content, build.Selection{Of: []string{"2026-11-06"}, Kinds: []briefing.HandoutKind{briefing.BriefingHandout}})
	do(t, err)
	file := saved(t, result.Printed[0])
	var all strings.Builder
	for i, words := range wordsOf(t, file) {
		if heads := named(words, "较上"); len(heads) == 0 || !turnedBy(heads[0]) {
			continue
		}
		wantMargins(t, rastered(t, file, i+1), words, i+1, true)
		for _, w := range words {
			all.WriteString(w.text)
		}
	}
	for _, want := range []string{"三、各单位排名", "2026年10月综合得分排名", "金山街道", "红旗农场", "注："} {
		if strings.Count(all.String(), want) != 1 {
			t.Errorf("%s is there %d times on turned sheets: %s", want, strings.Count(all.String(), want), all.String())
		}
	}
}
