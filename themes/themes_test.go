package themes_test

import (
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"jianbao/themes"
)

// read returns the text of every file of the theme with the extension.
func read(t *testing.T, extension string) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := fs.WalkDir(themes.Default(), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, extension) {
			return err
		}
		text, err := fs.ReadFile(themes.Default(), path)
		texts[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return texts
}

var cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)

// Officials read on browsers as old as Chromium 64; what is newer is silently
// left out there, so it may not be used at all.
func TestStylesKeepToChromium64(t *testing.T) {
	banned := map[string]string{
		`(^|[^-])\b(row-|column-)?gap\s*:`:                  "gap outside of grid (84)",
		`:has\(|:is\(|:where\(|:not\([^)]*,`:                "newer selectors (88 to 105)",
		`:focus-visible|:any-link|::marker`:                 "newer pseudo-classes (65 to 86)",
		`\b(clamp|min|max|env|color-mix)\(`:                 "newer functions (69 to 111)",
		`\b(aspect-ratio|inset|accent-color|text-wrap)\s*:`: "newer properties (87 to 114)",
		`\b(margin|padding|border|inset)-(inline|block)`:    "logical properties (69 to 87)",
		`(^|[;{\s])(translate|scale|rotate)\s*:`:            "transform properties (104)",
		`text-(underline-offset|decoration-thickness)`:      "decoration properties (87)",
		`@(container|layer|property|import|font-face)\b`:    "newer or loading at-rules",
		`@media[^{]*[<>]`:                                   "ranges in media queries (104)",
		`display\s*:\s*contents|subgrid|content-visibility`: "newer display (65 to 117)",
		`\brgba?\([^,)]*\)|hsla?\([^,)]*\)`:                 "colours without commas (65)",
		`&`:                                                 "nesting (112)",
		`[\d.](dvh|svh|lvh|cqw)`:                            "newer units (105 to 108)",
		`url\(`:                                             "a file that is loaded",
	}
	for path, text := range read(t, ".css") {
		if strings.HasPrefix(filepath.Base(path), "handout") { // set by the desk that prints; older ones leave out what they do not know
			continue
		}
		text = cssComment.ReplaceAllString(text, "")
		for pattern, what := range banned {
			if found := regexp.MustCompile(pattern).FindString(text); found != "" {
				t.Errorf("%s: %q is %s", path, found, what)
			}
		}
	}
}

// Scripts are classic, stay within ES2015 and load nothing (file://).
func TestScriptsKeepToChromium64(t *testing.T) {
	banned := regexp.MustCompile(`\?\.|\?\?|\*\*|\basync\b|\bawait\b|\bimport\b|\bexport\b|\bfetch\(|XMLHttpRequest|\beval\(|innerHTML|\.flat\(|\.at\(|replaceAll|https?:`)
	for path, text := range read(t, ".js") {
		if strings.HasPrefix(path, "assets/") {
			continue // built, and lowered by its build
		}
		if found := banned.FindString(text); found != "" {
			t.Errorf("%s: %q", path, found)
		}
	}
}

// The policy in base.html would not let it work.
func TestTemplatesHaveNothingInline(t *testing.T) {
	inline := regexp.MustCompile(`(?i)\sstyle=|\son[a-z]+=|<style|<script>|https?:`)
	for path, text := range read(t, ".html") {
		if found := inline.FindString(text); found != "" {
			t.Errorf("%s: %q", path, found)
		}
	}
}

func TestEveryWordIsUsedAndEveryUseHasItsWord(t *testing.T) {
	words, _ := fs.ReadFile(themes.Default(), "strings.json")
	has, uses := map[string]bool{}, map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\s*"([^"]+)":`).FindAllStringSubmatch(string(words), -1) {
		has[m[1]] = true
	}
	texts := read(t, ".html")
	for _, file := range []string{"page.go", "blocks.go"} { // which write lists without a template
		rows, err := os.ReadFile("../internal/site/" + file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(rows)
	}
	for path, text := range texts {
		for _, m := range regexp.MustCompile(`\b(?:str |say\()"([^"]+)"`).FindAllStringSubmatch(text, -1) {
			if uses[m[1]] = true; !has[m[1]] {
				t.Errorf("%s: no word %q", path, m[1])
			}
		}
	}
	for key := range has {
		if !uses[key] {
			t.Errorf("word %q is not used", key)
		}
	}
}

// Text is told from its ground at 4.5:1 and better, and the README says by how much.
func TestContrastIsWhatTheReadmeSays(t *testing.T) {
	base, _ := fs.ReadFile(themes.Default(), "layouts/base.css")
	readme, _ := fs.ReadFile(themes.Default(), "README.md")
	colour := map[string]string{"white": "#ffffff"}
	for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(string(base), -1) {
		colour[m[1]] = m[2]
	}
	for _, pair := range [][2]string{
		{"ink", "white"}, {"mute", "white"}, {"red", "white"}, {"blue", "white"}, {"good", "white"}, {"bad", "white"},
		{"ink", "pale"}, {"blue", "pale"}, {"warm-ink", "warm"},
	} {
		ratio := contrast(t, colour[pair[0]], colour[pair[1]])
		if ratio < 4.5 {
			t.Errorf("%s on %s: %.1f:1", pair[0], pair[1], ratio)
		}
		row := fmt.Sprintf("| `--%s` `%s` | %s | %.1f:1 |", pair[0], colour[pair[0]], pair[1], math.Floor(ratio*10)/10)
		if !strings.Contains(string(readme), row) {
			t.Errorf("README.md lacks %s", row)
		}
	}
}

// contrast is the ratio of WCAG 2.
func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, y := luminance(t, a), luminance(t, b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	if err != nil {
		t.Fatalf("colour %q", hex)
	}
	linear := func(shift uint) float64 {
		c := float64(n>>shift&255) / 255
		if c <= .04045 {
			return c / 12.92
		}
		return math.Pow((c+.055)/1.055, 2.4)
	}
	return .2126*linear(16) + .7152*linear(8) + .0722*linear(0)
}
