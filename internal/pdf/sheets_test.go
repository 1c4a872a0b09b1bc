package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/pdf"
)

// makers make a file of another.
var makers = map[string]func([]byte) ([]byte, error){"TwoUp": pdf.TwoUp, "Booklet": pdf.Booklet, "Pad": pdf.Pad}

func TestSheets(t *testing.T) {
	a4, sheet := "594.96 x 841.92 pts (A4)", "841.89 x 595.276 pts (A4)"
	for _, tt := range []struct {
		maker, name string
		pages       int
		size        string
	}{
		{"TwoUp", "slips.pdf", 2, sheet},
		{"TwoUp", "briefing.pdf", 1, sheet},
		{"TwoUp", "areas.pdf", 6, sheet},
		{"TwoUp", "missing.pdf", 1, sheet},
		{"Booklet", "slips.pdf", 2, sheet},
		{"Booklet", "briefing.pdf", 2, sheet},
		{"Booklet", "areas.pdf", 6, sheet},
		{"Pad", "slips.pdf", 4, a4},
		{"Pad", "briefing.pdf", 2, a4},
		{"Pad", "areas.pdf", 12, a4},
	} {
		t.Run(tt.maker+" "+tt.name, func(t *testing.T) {
			old := county(t, tt.name)
			made := must(makers[tt.maker](old))(t)
			for range 20 {
				if again := must(makers[tt.maker](old))(t); !bytes.Equal(made, again) {
					t.Fatalf("two runs differ: %s", difference(made, again))
				}
			}
			valid(t, made)
			before, after := read(t, old), read(t, made)
			if after.Pages() != tt.pages {
				t.Errorf("%d pages, want %d", after.Pages(), tt.pages)
			}
			if diff := cmp.Diff(before.Faces(), after.Faces()); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(must(before.Text())(t), must(after.Text())(t)); diff != "" {
				t.Error(diff)
			}
			if before.Images() != after.Images() {
				t.Errorf("%d pictures, there were %d", after.Images(), before.Images())
			}
			info, was := poppler(t, "pdfinfo", made), poppler(t, "pdfinfo", old)
			for _, want := range []string{fmt.Sprintf("Pages:           %d\n", tt.pages), "Page size:       " + tt.size, line(was, "Title:"), line(was, "CreationDate:"), line(was, "ModDate:")} {
				if !strings.Contains(info, want) {
					t.Errorf("no %q in\n%s", want, info)
				}
			}
			if fonts := poppler(t, "pdffonts", made); strings.Count(fonts, " yes ") == 0 || strings.Contains(fonts, " no  no ") {
				t.Error(fonts)
			}
			if want, got := pagesOf(t, old), pagesOf(t, made); len(made) > len(old)+10_000 || !cmp.Equal(bag(want), bag(got)) {
				t.Errorf("%d bytes of %d; text %q, want %q", len(made), len(old), got, want)
			}
		})
	}
}

// line is the line of a text that begins so.
func line(text, start string) string {
	for l := range strings.Lines(text) {
		if strings.HasPrefix(l, start) {
			return l
		}
	}
	return "no " + start
}

// pagesOf are the texts of the pages, without spaces.
func pagesOf(t *testing.T, data []byte) []string {
	t.Helper()
	pages := strings.Split(strings.TrimSuffix(poppler(t, "pdftotext", data), "\f"), "\f")
	for i, p := range pages {
		pages[i] = words(p)
	}
	return pages
}

// bag counts the characters of texts, wherever they are.
func bag(texts []string) map[rune]int {
	counts := map[rune]int{}
	for _, r := range strings.Join(texts, "") {
		counts[r]++
	}
	return counts
}

func TestTwoUpIsInReadingOrder(t *testing.T) {
	old, made := pagesOf(t, county(t, "numbers.pdf")), pagesOf(t, must(pdf.TwoUp(county(t, "numbers.pdf")))(t))
	for i, text := range made {
		if want := old[2*i] + old[2*i+1]; text != want {
			t.Errorf("sheet %d: %s, want %s", i+1, text, want)
		}
	}
	outline := read(t, must(pdf.TwoUp(county(t, "slips.pdf")))(t)).Outline()
	if want := []pdf.Entry{{"安全生产督办单", 1, nil}, {"安全生产督办单", 1, nil}, {"安全生产督办单", 2, nil}}; !cmp.Equal(want, outline) {
		t.Errorf("%v", outline)
	}
	outline = read(t, must(pdf.TwoUp(county(t, "missing.pdf")))(t)).Outline()
	if want := []pdf.Entry{{"一 缺字", 1, []pdf.Entry{{"二 级", 1, []pdf.Entry{{"三级", 1, nil}}}, {"横页", 1, nil}}}}; !cmp.Equal(want, outline) {
		t.Errorf("%v", outline)
	}
}

func TestBookletCanBeFolded(t *testing.T) {
	for n := 1; n <= 33; n++ {
		order := pdf.Folded(n)
		if len(order)%4 != 0 || len(order) < n || len(order) >= n+4 {
			t.Fatalf("%d places for %d pages", len(order), n)
		}
		// Lay the sheets on each other, fold them, and leaf through: the front of a
		// sheet has its right half up and in front of its back's left half.
		var leafed []int
		for i := 0; i < len(order); i += 4 {
			leafed = append(leafed, order[i+1], order[i+2])
		}
		for i := len(order) - 4; i >= 0; i -= 4 {
			leafed = append(leafed, order[i+3], order[i])
		}
		for i, page := range leafed {
			if want := i; i < n && page != want || i >= n && page != -1 {
				t.Errorf("%d pages: %v", n, leafed)
			}
		}
	}
	made := must(pdf.Booklet(county(t, "numbers.pdf")))(t)
	if pages := pagesOf(t, made); pages[0] != "000060000001" || pages[1] != "000002000059" || pages[29] != "000030000031" {
		t.Errorf("%v", pages)
	}
	if got := plain(made); !strings.Contains(got, "/Duplex /DuplexFlipShortEdge") {
		t.Error("it does not say how it is printed")
	}
}

// plain is a file that was written by us, with its objects unpacked.
func plain(data []byte) string {
	var all bytes.Buffer
	for _, s := range regexp.MustCompile(`(?s)/ObjStm>>\nstream\n(.*?)\nendstream`).FindAllSubmatch(data, -1) {
		all.Write(inflate(s[1]))
	}
	return all.String()
}

func TestUpright(t *testing.T) {
	// Where the upper left corner is that one sees, by how the page is turned.
	for turn, corner := range map[int][2]float64{0: {10, 300}, 90: {10, 20}, 180: {110, 20}, 270: {110, 300}} {
		width, height := 100.0, 280.0
		if turn%180 != 0 {
			width, height = height, width
		}
		if x, y := pdf.Upright(10, 20, 110, 300, turn, corner[0], corner[1]); x != 0 || y != height {
			t.Errorf("turned by %d: %v, %v", turn, x, y)
		}
		if x, y := pdf.Upright(10, 20, 110, 300, turn, 120-corner[0], 320-corner[1]); x != width || y != 0 {
			t.Errorf("turned by %d: %v, %v", turn, x, y)
		}
	}
}

// Pages with a red corner, turned in every way, wide and tall, and with boxes
// that begin elsewhere, are drawn with the corner where one sees it.
func TestTurnedPagesAreUpright(t *testing.T) {
	for turn, corner := range map[int]string{
		0: "100 890 50 50 re", 90: "100 100 50 50 re", 180: "645 100 50 50 re", 270: "645 890 50 50 re",
		-90: "645 890 50 50 re", 450: "100 100 50 50 re",
	} {
		data := build("<</Type/Catalog/Pages 2 0 R>>",
			fmt.Sprintf("<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]/MediaBox[0 0 1000 1000]/CropBox[695 940 100 100]/Rotate %d>>", turn),
			"<</Type/Page/Parent 2 0 R/Contents 5 0 R>>", "<</Type/Page/Parent 2 0 R/Contents[5 0 R 6 0 R]>>",
			stream("1 0 0 rg "+corner+" f"), stream("0 0 1 rg 370 490 50 50 re f"))
		wide := turn%180 != 0
		for name, find := range map[string]func([]byte) ([]byte, error){"TwoUp": pdf.TwoUp, "Booklet": pdf.Booklet} {
			made := must(find(data))(t)
			sheet := rendered(t, made) // 842 by 595
			at := image.Pt(430, 10)    // of the second page, or the first of the booklet
			if wide {                  // its head is to the left: the corner is at the bottom
				at = image.Pt(430, 585)
			}
			if r, g, b, _ := sheet.At(at.X, at.Y).RGBA(); r>>8 < 200 || g>>8 > 50 || b>>8 > 50 {
				t.Errorf("%s, turned by %d: no red corner", name, turn)
			}
			if r, _, b, _ := sheet.At(842*3/4, 595/2).RGBA(); name == "TwoUp" && (r>>8 > 50 || b>>8 < 200) {
				t.Errorf("%s, turned by %d: no blue in the middle", name, turn)
			}
			if r, g, b, _ := sheet.At(800, 300).RGBA(); r>>8 < 250 || g>>8 < 250 || b>>8 < 250 {
				t.Errorf("%s, turned by %d: it is not white elsewhere", name, turn)
			}
		}
	}
}

// rendered is the first page, a point for a point.
func rendered(t *testing.T, data []byte) image.Image {
	t.Helper()
	need(t, "pdftoppm")
	name := filepath.Join(t.TempDir(), "file.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out := must(exec.CommandContext(t.Context(), "pdftoppm", "-r", "72", "-png", "-singlefile", name).Output())(t)
	return must(png.Decode(bytes.NewReader(out)))(t)
}

func TestPadKeepsWhatAFileIs(t *testing.T) {
	old := county(t, "slips.pdf")
	padded := must(pdf.Pad(old))(t)
	if diff := cmp.Diff(read(t, old).Outline(), read(t, padded).Outline()); diff != "" {
		t.Error(diff)
	}
	if got := poppler(t, "pdfinfo", padded); !strings.Contains(got, "Tagged:          yes") {
		t.Error(got)
	}
	if got, want := poppler(t, "pdfinfo", padded, "-struct-text"), poppler(t, "pdfinfo", old, "-struct-text"); got != want || len(want) < 1000 {
		t.Error(cmp.Diff(want, got))
	}
	if again := must(pdf.Pad(padded))(t); !bytes.Equal(again, padded) {
		t.Errorf("it is not the same when it is written again: %s", difference(padded, again))
	}
	wide := build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 842 595]/Rotate 90>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 300]>>")
	if got := poppler(t, "pdfinfo", must(pdf.Pad(wide))(t), "-l", "2"); strings.Count(got, "420 x 300") != 2 || strings.Count(got, "rot:   90") != 2 {
		t.Error(got)
	}
}
