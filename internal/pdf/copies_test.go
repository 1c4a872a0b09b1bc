package pdf_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
	"testing"

	"jianbao/internal/pdf"
)

func inflate(data []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	all, _ := io.ReadAll(z)
	return all
}

func TestCopies(t *testing.T) {
	const n = 60
	numbers := county(t, "numbers.pdf")
	for name, pages := range map[string]int{"areas.pdf": 11, "briefing.pdf": 2, "slips.pdf": 3} {
		for _, padded := range []bool{false, true} {
			t.Run(fmt.Sprint(name, " ", padded), func(t *testing.T) {
				old := county(t, name)
				made := must(pdf.Copies(old, n, numbers, padded))(t)
				for range 5 {
					if again := must(pdf.Copies(old, n, numbers, padded))(t); !bytes.Equal(made, again) {
						t.Fatalf("two runs differ: %s", difference(made, again))
					}
				}
				valid(t, made)
				texts, each := pagesOf(t, made), pages
				if padded {
					each += pages % 2
				}
				if len(texts) != n*each {
					t.Fatalf("%d pages, want %d", len(texts), n*each)
				}
				want := pagesOf(t, old)
				for i, text := range texts {
					number, page := i/each+1, i%each
					switch {
					case page == 0 && (!strings.Contains(text, fmt.Sprintf("%06d", number)) || len(text) != len(want[0])+6):
						t.Errorf("copy %d begins with %q", number, text)
					case page > 0 && page < pages && text != want[page], page >= pages && text != "":
						t.Errorf("page %d of copy %d: %q", page+1, number, text)
					}
				}
				if got := strings.Contains(plain(made), "/Duplex /DuplexFlipLongEdge"); got != padded {
					t.Errorf("to be printed on both sides: %v", got)
				}
				if most := len(old)*3/2 + len(numbers); len(made) > most {
					t.Errorf("%d bytes, at most %d", len(made), most)
				}
				if more := must(pdf.Copies(old, 1, oneNumber(), padded))(t); len(made) > len(more)*3/2+n*500 {
					t.Errorf("%d bytes, one copy has %d", len(made), len(more))
				}
			})
		}
	}
}

// oneNumber is a file of one number.
func oneNumber() []byte {
	return build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 594.96 841.92]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
		stream("BT /F 16 Tf 57 770 Td (000001) Tj ET"))
}

// The number is in the upper left corner whatever the sizes of the pages, and
// however they are turned; a page may also be blank.
func TestCopiesOfPagesOfOtherSizes(t *testing.T) {
	number := build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 200]/Contents 4 0 R>>", stream("1 0 0 rg 0 150 50 50 re f"))
	for _, keys := range []string{"", "/Contents 4 0 R", "/Rotate 90/Contents 4 0 R", "/CropBox[100 100 842 595]/Contents[4 0 R]"} {
		data := build("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
			"<</Type/Page/Parent 2 0 R/MediaBox[0 0 842 595]"+keys+">>", stream("0 0 1 rg 400 250 50 50 re f"))
		made := must(pdf.Copies(data, 1, number, true))(t)
		valid(t, made)
		if got := read(t, made).Pages(); got != 2 {
			t.Errorf("%d pages", got)
		}
		if r, g, _, _ := rendered(t, made).At(20, 20).RGBA(); r>>8 < 200 || g>>8 > 50 {
			t.Errorf("%s: no number in the corner", keys)
		}
	}
}

func TestCopiesWantANumberForEach(t *testing.T) {
	for _, n := range []int{-1, 0, 1, 59, 61} {
		if _, err := pdf.Copies(county(t, "slips.pdf"), n, county(t, "numbers.pdf"), false); err == nil || err.Error() != fmt.Sprintf("pdf: 60 pages of numbers for %d copies", n) {
			t.Errorf("%d: %v", n, err)
		}
	}
}

// Two on a sheet, numbered copies still share what they have in common.
func TestCopiesOnSheets(t *testing.T) {
	copies := must(pdf.Copies(county(t, "areas.pdf"), 60, county(t, "numbers.pdf"), true))(t)
	for name, make := range makers {
		if made := must(make(copies))(t); len(made) > len(copies)*3/2 {
			t.Errorf("%s has %d bytes, the copies %d", name, len(made), len(copies))
		}
	}
}
