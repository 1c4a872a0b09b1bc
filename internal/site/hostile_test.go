package site_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"jianbao/charts"
	"jianbao/internal/briefing"
)

const hostile = "'\"></script></title></svg><script>alert(1)</script>{{.}}<img src=x onerror=alert(1)>\x00`<!--"

// poison writes text into every string that can be reached from v, except
// paths, layouts and prose, which are not the author's.
func poison(v reflect.Value, text string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
	case reflect.Slice:
		for i := range v.Len() {
			poison(v.Index(i), text)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			poison(v.Elem(), text)
		}
	case reflect.Interface:
		inner := reflect.New(v.Elem().Type()).Elem()
		inner.Set(v.Elem())
		poison(inner, text)
		v.Set(inner)
	case reflect.Func:
		if sections, ok := v.Interface().(func() []briefing.Section); ok {
			poison(reflect.ValueOf(sections()), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			switch v.Type().Field(i).Name {
			case "Layout", "HTML", "Downloads", "Body":
			case "Path":
				if v.Type() != reflect.TypeFor[briefing.Page]() {
					poison(v.Field(i), text)
				}
			default:
				poison(v.Field(i), text)
			}
		}
	}
}

func poisoned(text string) briefing.Site {
	s := sample()
	s.Downloads = nil
	full := charts.Category{Rank: "1", Tied: true, Movement: "↑1", Mark: "否", Label: "青石镇", Href: "x", Total: "9"}
	for i, kind := range []charts.Kind{charts.RankedBars, charts.Lines, charts.StackedColumns, charts.HeatMap} {
		f := sampleFigure("f", 2)
		f.Kind, f.Categories[0] = kind, full
		f.Series[0].Values[1] = charts.Value{Reason: "未报送"}
		blocks := &s.Pages[1].Sections()[0].Blocks
		*blocks = append(*blocks, briefing.FigureBlock{Number: i + 2, Figure: f})
	}
	poison(reflect.ValueOf(&s).Elem(), text)
	return s
}

func TestHostileTextNeverBecomesMarkup(t *testing.T) {
	clean := elements(t, poisoned("x"))
	for path, got := range elements(t, poisoned(hostile)) {
		if diff := cmp.Diff(clean[path], got); diff != "" {
			t.Errorf("%s: elements differ from those with plain text:\n%s", path, diff)
		}
	}
}

// elements counts the elements of every page by name and fails on what could
// run. A drawing arranges itself by the width of its texts, so that what is in
// it is not counted, only known.
func elements(t *testing.T, s briefing.Site) map[string]map[string]int {
	counts := map[string]map[string]int{}
	for _, f := range render(t, s) {
		if !strings.HasSuffix(f.Path, ".html") {
			continue
		}
		if bytes.IndexByte(f.Body, 0) >= 0 {
			t.Errorf("%s: a NUL", f.Path)
		}
		page := parse(t, f.Body)
		checkNothingRuns(t, f.Path, page)
		names := map[string]int{}
		drawn := strings.Fields("svg title desc defs pattern g a path rect circle text")
		for d := range page.Descendants() {
			switch {
			case d.Type != html.ElementNode:
			case d.Namespace != "svg":
				names[d.Data]++
			case !slices.Contains(drawn, d.Data):
				t.Errorf("%s: <%s> in a drawing", f.Path, d.Data)
			}
		}
		counts[f.Path] = names
	}
	return counts
}

// What a reader sees is the text as it was, in every block.
func TestTextComesThroughWhole(t *testing.T) {
	const text = `<b>A&B</b> "甲"'乙'`
	page := parse(t, bodyOf(t, render(t, poisoned(text)), "index.html"))
	for _, selector := range []string{
		"title", "h1", "h2", ".masthead-title", ".masthead-number", ".masthead-line span", ".menu a", ".footer-links a", ".footer-sources li",
		".paragraph", ".key-figures dt", ".key-figures-value small", ".key-figures-change", ".notice p", ".notice li", ".tasks-text", ".tasks-facts span", ".tasks-state",
		".list a", ".list span",
	} {
		in(t, page, selector, hasText(text))
	}
	month := parse(t, bodyOf(t, render(t, poisoned(text)), "months/2026-10.html"))
	for _, selector := range []string{"figcaption", ".figure-note", ".figure-source", ".figure-data td", "caption", "thead th", "tbody th", "tbody td", "tfoot td", "td small", ".table-note", ".table-files a", ".trail span"} {
		in(t, month, selector, hasText(text))
	}
	in(t, month, ".table .scroll", hasAttr("aria-label", text))
}

func TestAddressesWithASchemeThatRunsAreTakenAway(t *testing.T) {
	for _, href := range []string{"javascript:alert(1)", " JavaScript:alert(1)", "java\nscript:alert(1)", "vbscript:x", "data:text/html,x"} {
		for path, page := range map[string]node{"index.html": {}, "months/2026-10.html": {}} {
			page = parse(t, bodyOf(t, render(t, poisoned(href)), path))
			checkNothingRuns(t, path+" "+href, page)
			for _, a := range page.all("a") {
				if got := a.attr("href"); strings.Contains(got, ":") {
					t.Errorf("%s: %q became %q", path, href, got)
				}
			}
		}
	}
}
