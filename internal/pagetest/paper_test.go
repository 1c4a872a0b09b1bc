package pagetest_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"jianbao/internal/build"
	"jianbao/internal/chromium"
	"jianbao/internal/county"
	"jianbao/internal/handout"
	"jianbao/internal/pdf"
)

// The papers are measured as a judge of GB/T 9704-2012 would, with a rule on the
// print: all in millimetres, from the upper left corner of the sheet.
const (
	tolerance  = 1.0
	textTop    = 37.0
	textBottom = 297 - 35.0
	textWidth  = 156.0
	oddLeft    = 28.0
	evenLeft   = 26.0
	numberTop  = textBottom + 7 // of the dash beside the page number
	mastheadAt = textTop + 35
)

// papers prints the demonstration county once: all kinds, and minutes of nothing
// but full lines.
var papers = sync.OnceValues(func() (map[string]handout.Print, error) {
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	line := strings.Repeat("安全生产责任重于泰山隐患排查治理坚持不懈人人有责警钟长鸣", 70) // 28 characters each
	content["minutes/2026-11-20.md"] = &fstest.MapFile{Data: []byte("---\ndate: 2026-11-20\ntitle: 满行\nperiod: \"2026-10\"\n---\n\n" + line + "\n")}
	folder, err := os.MkdirTemp("", "papers")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	result, err := printTo(context.Background(), folder, content, build.Selection{Of: []string{"2026-11-06", "2026-11-20", "2026"}})
	prints := map[string]handout.Print{}
	for _, p := range result.Printed {
		prints[strings.TrimSuffix(filepath.Base(p.Page), ".html")] = p
	}
	return prints, err
})

// printTo prints into a folder. Where the machine lets the browser have no
// sandbox, as containers often do not, it goes without: we wrote these pages.
func printTo(ctx context.Context, folder string, content fs.FS, selection build.Selection) (build.Result, error) {
	environ := append(os.Environ(), "JIANBAO_OUTPUT="+filepath.Join(folder, "public"))
	result, err := build.Print(ctx, content, build.Request{Environ: environ}, selection)
	if errors.Is(err, chromium.ErrNoSandbox) {
		result, err = build.Print(ctx, content, build.Request{Environ: append(environ, "JIANBAO_NO_SANDBOX=true")}, selection)
	}
	return result, err
}

func printsOf(t *testing.T) map[string]handout.Print {
	t.Helper()
	need(t, "chromium", "pdftotext", "pdfimages")
	prints, err := papers()
	do(t, err)
	return prints
}

// word is a stretch of text on a sheet.
type word struct {
	text                     string
	left, top, right, bottom float64
}

var (
	sheetEnd = "</page>"
	wordIs   = regexp.MustCompile(`<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>`)
)

const mmPerPoint = 25.4 / 72

// wordsOf are the words of each sheet.
func wordsOf(t *testing.T, file string) (sheets [][]word) {
	t.Helper()
	all := strings.Split(output(t, "pdftotext", "-bbox", file, "-"), sheetEnd)
	for _, sheet := range all[:len(all)-1] {
		var words []word
		for _, m := range wordIs.FindAllStringSubmatch(sheet, -1) {
			at := [4]float64{}
			for i := range at {
				at[i], _ = strconv.ParseFloat(m[i+1], 64)
				at[i] *= mmPerPoint
			}
			words = append(words, word{m[5], at[0], at[1], at[2], at[3]})
		}
		sheets = append(sheets, words)
	}
	return sheets
}

// ink is what is printed in a part of a sheet: where it begins and ends. Red
// says that only the red of the head counts.
func inkOf(picture image.Image, dpi float64, part image.Rectangle, red bool) (left, top, right, bottom float64) {
	bounds := image.Rectangle{Min: part.Max, Max: part.Min}
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			r, g, b, _ := picture.At(x, y).RGBA()
			if dark := r+g+b < 3*0xC000; dark && (!red || r > 2*g && r > 2*b) {
				bounds.Min.X, bounds.Min.Y = min(bounds.Min.X, x), min(bounds.Min.Y, y)
				bounds.Max.X, bounds.Max.Y = max(bounds.Max.X, x+1), max(bounds.Max.Y, y+1)
			}
		}
	}
	mm := func(n int) float64 { return float64(n) * 25.4 / dpi }
	return mm(bounds.Min.X), mm(bounds.Min.Y), mm(bounds.Max.X), mm(bounds.Max.Y)
}

const dpi = 100

// rastered is a sheet as a picture.
func rastered(t *testing.T, file string, sheet int) image.Image {
	t.Helper()
	out := output(t, "pdftoppm", "-r", strconv.Itoa(dpi), "-f", strconv.Itoa(sheet), "-l", strconv.Itoa(sheet), file)
	var width, height, depth int
	n, err := fmt.Sscanf(out, "P6\n%d %d\n%d\n", &width, &height, &depth)
	if n != 3 || depth != 255 {
		t.Fatalf("no picture: %v", err)
	}
	pixels := []byte(out)[len(out)-3*width*height:]
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		copy(picture.Pix[4*i:], pixels[3*i:3*i+3])
		picture.Pix[4*i+3] = 255
	}
	return picture
}

func near(a, b float64) bool { return math.Abs(a-b) <= tolerance }

func pixels(mm float64) int { return int(mm * dpi / 25.4) }

// edgeOf is where the text area of a sheet begins: at the binding there is more room.
func edgeOf(sheet int) float64 {
	if sheet%2 == 0 {
		return evenLeft
	}
	return oddLeft
}

// wantMargins wants the ink of a sheet in the text area, and its number, if it has
// one, upright where it belongs.
func wantMargins(t *testing.T, picture image.Image, words []word, sheet int, numbered bool) {
	t.Helper()
	edge, size := edgeOf(sheet), picture.Bounds()
	left, top, right, bottom := inkOf(picture, dpi, image.Rect(0, 0, size.Max.X, pixels(textBottom+4)), false)
	if left < edge-tolerance || right > edge+textWidth+tolerance || top < textTop-tolerance || bottom > textBottom+tolerance {
		t.Errorf("sheet %d: ink from %.1f, %.1f to %.1f, %.1f", sheet, left, top, right, bottom)
	}
	if !numbered {
		return
	}
	at := slices.IndexFunc(words, func(w word) bool { return w.text == strconv.Itoa(sheet) && w.top > textBottom })
	if at < 1 || words[at-1].text != "—" || words[at+1].text != "—" || !near(words[at-1].top, words[at+1].top) {
		t.Errorf("sheet %d has no number", sheet)
		return
	}
	const character = 14 * mmPerPoint
	left, _, right, _ = inkOf(picture, dpi, image.Rect(0, pixels(textBottom+4), size.Max.X, size.Max.Y), false)
	outer, want := right, edge+textWidth-character
	if sheet%2 == 0 {
		outer, want = left, edge+character
	}
	if !near(outer, want) {
		t.Errorf("sheet %d: its number ends at %.1f, want %.1f", sheet, outer, want)
	}
	dash := image.Rect(pixels(words[at-1].left), pixels(textBottom+4), pixels(words[at-1].right), size.Max.Y)
	if _, top, _, _ = inkOf(picture, dpi, dash, false); !near(top, numberTop) {
		t.Errorf("sheet %d: the dash is at %.1f, want %.1f", sheet, top, numberTop)
	}
}

// saved writes a print to a file for the tools.
func saved(t *testing.T, p handout.Print) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "print.pdf")
	do(t, os.WriteFile(file, p.PDF, 0o600))
	return file
}

// Every sheet of every kind: the ink stays in the text area, the page number
// stands 7 mm below it, one character in from the outer edge.
func TestPapersKeepTheMargins(t *testing.T) {
	prints := printsOf(t)
	for _, name := range []string{"2026-11-06", "2026-11-06-minutes", "2026-11-20-areas", "2026-11-20-slips", "2026"} {
		t.Run(name, func(t *testing.T) {
			print, ok := prints[name]
			if !ok {
				t.Fatal("not printed")
			}
			file := saved(t, print)
			sheets := wordsOf(t, file)
			if len(sheets) != print.Pages || print.Pages == 0 {
				t.Fatalf("%d sheets, %d pages", len(sheets), print.Pages)
			}
			for i, words := range sheets {
				isCover := name == "2026" && i == 0
				wantMargins(t, rastered(t, file, i+1), words, i+1, !isCover)
			}
			if images := output(t, "pdfimages", "-list", file); strings.Count(images, "\n") > 2 {
				t.Errorf("pictures in place of drawings:\n%s", images)
			}
			for _, line := range strings.Split(strings.TrimSpace(output(t, "pdffonts", file)), "\n")[2:] {
				if !strings.Contains(line, " yes ") || strings.Contains(line, "Type 3") {
					t.Errorf("a font that is not embedded as it is: %s", line)
				}
			}
			read, err := pdf.Read(print.PDF)
			do(t, err)
			if n := read.Images(); n > 0 { // pdfimages does not see those in patterns
				t.Errorf("%d pictures in place of drawings", n)
			}
			if links := read.Links(); len(links) > 0 {
				t.Errorf("a print leads to %q", links)
			}
			if print.Missing != "" {
				t.Errorf("no face has %q", print.Missing)
			}
		})
	}
}

// A sheet of nothing but text has 22 lines of 28 characters.
func TestFullSheetsHave22LinesOf28Characters(t *testing.T) {
	print := printsOf(t)["2026-11-20-minutes"]
	file := saved(t, print)
	for i, words := range wordsOf(t, file) {
		if i == 0 || i == print.Pages-1 {
			continue // with the head, or not full
		}
		lines := map[int]string{}
		for _, w := range words {
			if w.bottom < textBottom+2 {
				lines[int(math.Round(w.top))] += w.text
			}
		}
		if len(lines) != 22 {
			t.Errorf("sheet %d has %d lines", i+1, len(lines))
		}
		for _, line := range lines {
			if n := len([]rune(line)); n != 28 {
				t.Errorf("sheet %d: a line of %d: %s", i+1, n, line)
			}
		}
		_, top, _, bottom := inkOf(rastered(t, file, i+1), dpi, image.Rect(0, 0, pixels(210), pixels(textBottom+4)), false)
		if !near(top, textTop) || !near(bottom, textBottom) {
			t.Errorf("sheet %d: lines from %.1f to %.1f", i+1, top, bottom)
		}
	}
}

// The red title's upper edge is 35 mm below that of the text area; the rule is as
// wide as the text.
func TestRedHeadsStandWhereTheyShould(t *testing.T) {
	prints := printsOf(t)
	for _, name := range []string{"2026-11-06", "2026-11-06-minutes"} {
		picture := rastered(t, saved(t, prints[name]), 1)
		left, top, right, bottom := inkOf(picture, dpi, picture.Bounds(), true)
		if !near(top, mastheadAt) || !near(left, oddLeft) || !near(right, oddLeft+textWidth) {
			t.Errorf("%s: red from %.1f, %.1f to %.1f, %.1f", name, left, top, right, bottom)
		}
	}
}

// The last rule of the imprint (版记) is the lower edge of the text area, on the last
// sheet; what marked it for the program is gone.
func TestTheImprintStandsAtTheFoot(t *testing.T) {
	prints := printsOf(t)
	for _, name := range []string{"2026-11-06", "2026-11-06-minutes", "2026-11-20-minutes", "2026"} {
		print := prints[name]
		file := saved(t, print)
		words := wordsOf(t, file)[print.Pages-1]
		at := slices.IndexFunc(words, func(w word) bool { return strings.HasSuffix(w.text, "印发") })
		if at < 0 {
			t.Errorf("%s: no imprint on sheet %d", name, print.Pages)
			continue
		}
		below := image.Rect(0, pixels(words[at].bottom), pixels(210), pixels(textBottom+4))
		left, _, right, bottom := inkOf(rastered(t, file, print.Pages), dpi, below, false)
		if !near(bottom, textBottom) || !near(right-left, textWidth) {
			t.Errorf("%s: the last rule is %.1f wide and ends at %.1f", name, right-left, bottom)
		}
		read, err := pdf.Read(print.PDF)
		do(t, err)
		if _, marked := read.Place("jianbao-imprint-end"); marked {
			t.Errorf("%s: the mark is still there", name)
		}
	}
}

// The numbers of the table of contents are those of the sheets that the papers begin on.
func TestTheTableOfContentsIsRight(t *testing.T) {
	print := printsOf(t)["2026"]
	sheets := wordsOf(t, saved(t, print))
	entry := regexp.MustCompile(`(全县安全生产工作例会（2026年第\d+次）会议纪要)…+(\d+)`)
	var text strings.Builder
	for _, w := range sheets[1] {
		text.WriteString(w.text)
	}
	entries := entry.FindAllStringSubmatch(text.String(), -1)
	if len(entries) != 11 {
		t.Fatalf("%d entries in %s", len(entries), text.String())
	}
	for _, e := range entries {
		n, _ := strconv.Atoi(e[2])
		var begins strings.Builder
		for _, w := range sheets[n-1] {
			begins.WriteString(w.text)
		}
		if !strings.HasPrefix(begins.String(), e[1]) {
			t.Errorf("%s is said to be on sheet %d, which begins %.60s", e[1], n, begins.String())
		}
	}
}

// Two runs print the same bytes, and what is copied from a print is what was written.
func TestPapersAreTheSameInEveryRun(t *testing.T) {
	prints := printsOf(t)
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	run := func() handout.Print {
		result, err := printTo(t.Context(), t.TempDir(), content, build.Selection{Of: []string{"2026-11-06"}})
		do(t, err)
		return result.Printed[len(result.Printed)-1]
	}
	if first, second := run(), run(); first.Page != second.Page || !bytes.Equal(first.PDF, second.PDF) {
		t.Errorf("two runs differ: %d and %d bytes", len(first.PDF), len(second.PDF))
	}
	text := output(t, "pdftotext", saved(t, prints["2026-11-06"]), "-")
	if !strings.Contains(strings.Join(strings.Fields(text), ""), "安全生产") || strings.ContainsFunc(text, func(r rune) bool { return r >= 0x2F00 && r <= 0x2FD5 }) {
		t.Errorf("the text of the print: %.200s", text)
	}
}
