package pagetest_test

import (
	"image"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/briefing"
	"jianbao/internal/build"
	"jianbao/internal/county"
	"jianbao/internal/handout"
)

// Of 7 pages: two on a sheet, a booklet of two sheets, an even number of pages,
// and three numbered copies that each begin on a sheet of their own.
func TestPrintsAreLaidOnSheets(t *testing.T) {
	need(t, "chromium", "pdftotext")
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	for binding, want := range map[handout.Binding]int{handout.TwoUp: 4, handout.Booklet: 4, handout.Duplex: 8, handout.Numbered: 24} {
		result, err := printTo(t.Context(), t.TempDir(), content, build.Selection{
			Kinds: []briefing.HandoutKind{briefing.BriefingHandout}, Binding: binding, Copies: 3,
		})
		do(t, err)
		print := result.Printed[0]
		bound := filepath.Join(result.Settings.Output, "handouts", "2026-11-06"+binding.Suffix()+".pdf")
		sheets := wordsOf(t, bound)
		if print.Pages != 7 || len(sheets) != want {
			t.Fatalf("%s: %d sheets of %d pages", binding.Suffix(), len(sheets), print.Pages)
		}
		if binding != handout.Numbered {
			continue
		}
		for copy, number := range []string{"000001", "000002", "000003"} {
			first := sheets[8*copy]
			at := -1
			for i, w := range first {
				if w.text == number {
					at = i
				}
			}
			if at < 0 || !near(first[at].left, oddLeft) || first[at].top < textTop-2 || first[at].bottom > textTop+10 {
				t.Errorf("copy %s has no number where it should be: %v", number, first)
			}
			if text := output(t, "pdftotext", "-f", "1", "-l", "1", bound, "-"); !strings.Contains(text, "安全生产工作简报") {
				t.Errorf("the number hides the page: %s", text)
			}
		}
	}
}

// A ranking of 60 goes on over the sheets, with its head on each of them, and
// every township stands there once.
func TestALongRankingRepeatsItsHead(t *testing.T) {
	need(t, "chromium", "pdftotext")
	content := fstest.MapFS{}
	for name, body := range county.Large(60, 3, 2) {
		content[name] = &fstest.MapFile{Data: body}
	}
	result, err := printTo(t.Context(), t.TempDir(), content, build.Selection{
		All: true, Kinds: []briefing.HandoutKind{briefing.BriefingHandout},
	})
	do(t, err)
	file := saved(t, result.Printed[0])
	begun, rows, heads := false, 0, 0
	for i, words := range wordsOf(t, file) {
		var text strings.Builder
		for _, w := range words {
			text.WriteString(w.text + " ")
		}
		all := text.String()
		if !begun && !strings.Contains(all, "整改率排名 单位") && !strings.Contains(all, "各单位排名") {
			continue
		}
		if strings.Contains(all, "名次说明") {
			break
		}
		begun = true
		if len(words) > 0 && strings.Contains(all, "单位") && strings.Contains(all, "名次") {
			heads++
		} else if strings.Count(all, "% ") > 2 {
			t.Errorf("sheet %d has rows and no head: %.100s", i+1, all)
		}
		rows += strings.Count(all, "% ")
	}
	if heads < 2 || rows < 60 {
		t.Errorf("%d heads over %d rates", heads, rows)
	}
}

// For printers without colours no colour is left, in drawings or heads.
func TestGreyPapersHaveNoColour(t *testing.T) {
	need(t, "chromium", "pdftotext")
	content := fstest.MapFS{}
	for name, body := range county.Demo() {
		content[name] = &fstest.MapFile{Data: body}
	}
	t.Setenv("JIANBAO_PRINT_COLOR", "false")
	result, err := printTo(t.Context(), t.TempDir(), content, build.Selection{Of: []string{"2026-11-06", "2026"}})
	do(t, err)
	for _, print := range result.Printed {
		file := saved(t, print)
		for sheet := 1; sheet <= min(print.Pages, 6); sheet++ {
			picture := rastered(t, file, sheet).(*image.RGBA)
			for i := 0; i < len(picture.Pix); i += 4 {
				r, g, b := picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2]
				if max(r, g, b)-min(r, g, b) > 32 { // greys may be a little blue
					t.Errorf("%s, sheet %d: there is the colour #%02x%02x%02x", print.Page, sheet, r, g, b)
					break
				}
			}
		}
	}
}

// Characters that no face on the machine has are named, whatever the browser
// says of the boxes that it prints for them.
func TestCharactersWithoutAFaceAreNamed(t *testing.T) {
	need(t, "chromium")
	result, err := printTo(t.Context(), t.TempDir(), fstest.MapFS{
		"minutes/2026-10-22.md": {Data: []byte("---\ndate: 2026-10-22\ntitle: 会议纪要\n---\n\n参加的有王玥、李珺、钱\U000F0000、赵\U000323AF。\n")},
	}, build.Selection{Kinds: []briefing.HandoutKind{briefing.MinutesHandout}})
	do(t, err)
	if got := result.Printed[0].Missing; got != "\U000323AF\U000F0000" {
		t.Errorf("missing are %q", got)
	}
}
