package site_test

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"jianbao/charts"
	"jianbao/internal/briefing"
	"jianbao/internal/site"
	"jianbao/themes"
)

func samplePage(t *testing.T, path string) node {
	t.Helper()
	return parse(t, bodyOf(t, render(t, sample()), path))
}

func samplePages(t *testing.T) map[string]node {
	pages := map[string]node{}
	for _, f := range render(t, sample()) {
		if strings.HasSuffix(f.Path, ".html") {
			pages[f.Path] = parse(t, f.Body)
		}
	}
	return pages
}

func TestEveryPageHasItsLandmarks(t *testing.T) {
	for path, page := range samplePages(t) {
		t.Run(path, func(t *testing.T) {
			in(t, page, "html", hasAttr("lang", "zh-CN"))
			in(t, page, "meta", hasAttr("name", "viewport"))
			in(t, page, "meta", hasAttr("name", "referrer"), hasAttr("content", "no-referrer"))
			in(t, page, "body a.skip", hasAttr("href", "#main"))
			in(t, page, "header .masthead-demo", hasText("演示数据"))
			in(t, page, "footer li", hasText("statistics/2026-10.csv"), hasText("7f3a9c21"))
			for _, landmark := range []string{"header", "#main", "main h1", "footer", "nav.menu"} {
				page.one(t, landmark)
			}
			for _, nav := range page.all("nav") {
				if nav.attr("aria-label") == "" {
					t.Errorf("nav.%s has no name", nav.attr("class"))
				}
			}
		})
	}
}

func TestHeadingsDescendOneByOne(t *testing.T) {
	for path, page := range samplePages(t) {
		level := 0
		for d := range page.Descendants() {
			if d.Type != html.ElementNode || len(d.Data) != 2 || d.Data[0] != 'h' || d.Data[1] > '6' {
				continue
			}
			next := int(d.Data[1] - '0')
			if next > level+1 {
				t.Errorf("%s: <%s> under <h%d>", path, d.Data, level)
			}
			level = next
		}
	}
}

// The policy forbids what is written into a page: it would not run, and a page
// that counts on it would be broken.
func TestNothingInlineAndNothingRemote(t *testing.T) {
	for path, page := range samplePages(t) {
		policy := page.one(t, "head").all("meta")[1].attr("content")
		for _, part := range []string{"default-src 'none'", "style-src 'self'", "script-src 'self'", "form-action 'self'", "base-uri 'none'"} {
			if !strings.Contains(policy, part) {
				t.Errorf("%s: policy lacks %s", path, part)
			}
		}
		if strings.Contains(policy, "unsafe") || strings.Contains(policy, "http") {
			t.Errorf("%s: policy is %s", path, policy)
		}
		checkNothingRuns(t, path, page)
	}
}

func checkNothingRuns(t *testing.T, path string, page node) {
	t.Helper()
	for d := range page.Descendants() {
		if d.Type != html.ElementNode {
			continue
		}
		n := node{d}
		if d.Data == "style" || d.Data == "iframe" || d.Data == "script" && n.attr("type") != "application/json" && n.attr("src") == "" {
			t.Errorf("%s: <%s> in the page", path, d.Data)
		}
		for _, a := range d.Attr {
			loads := a.Key == "href" || a.Key == "src"
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || loads && strings.Contains(strings.ToLower(a.Val), "script:") {
				t.Errorf("%s: <%s %s=%q>", path, d.Data, a.Key, a.Val)
			}
		}
	}
}

func TestMenuShowsWhereAPageStands(t *testing.T) {
	s := sample()
	s.Pages = append(s.Pages, briefing.Page{
		Path: "areas/qingshi.html", Layout: briefing.FiguresLayout, Title: "青石镇",
		Trail: []briefing.Link{{Text: "首页", Href: "index.html"}, {Text: "月度", Href: "months/2026-10.html"}}, Sections: told(),
	})
	files := render(t, s)
	page := parse(t, bodyOf(t, files, "areas/qingshi.html"))
	in(t, page, "nav.menu a", hasText("月度"), hasAttr("aria-current", "true"), hasAttr("href", "../months/2026-10.html"))
	in(t, page, "nav.menu a", hasText("本期"), hasAttr("aria-current", ""))
	in(t, page, "nav.trail span", hasText("青石镇"), hasAttr("aria-current", "page"))
	month := parse(t, bodyOf(t, files, "months/2026-10.html"))
	in(t, month, "nav.menu a", hasText("月度"), hasAttr("aria-current", "page"))
	in(t, month, "nav.pager a", hasText("2026年9月"), hasAttr("rel", "prev"))
}

func TestWideTablesScrollByKeyboard(t *testing.T) {
	page := samplePage(t, "months/2026-10.html")
	for _, table := range page.all("table") {
		box := node{table.Parent}
		named := box.attr("aria-label") != ""
		if box.attr("tabindex") != "0" || named != (box.attr("role") == "group") {
			t.Errorf("a table's box is %v", box.Attr)
		}
	}
	in(t, page, "tbody tr", hasAttr("id", "row-1"), hasAttr("class", "bad"))
	in(t, page, "tbody td.n small", hasText("并列"))
	in(t, page, "tfoot th", hasText("合计"))
}

func TestFigureHasItsFourFaces(t *testing.T) {
	figure := samplePage(t, "months/2026-10.html").one(t, "figure.figure-ranked-bars")
	figure.one(t, ".figure-wide svg")
	figure.one(t, ".figure-narrow svg")
	in(t, figure, "figcaption", hasText("图1　各乡镇整改率排名"))
	in(t, figure, "details td", hasText("99.3%"))
	in(t, figure, "script", hasAttr("type", "application/json"), hasAttr("data-figure", "ranking"))
	in(t, figure, "svg a", hasAttr("href", "../months/2026-10.html"))
}

// Its address stands with the script that loads it, relative to the page, and
// nothing loads it with the page.
func TestLiveChartsAreLoadedOnTouch(t *testing.T) {
	files := render(t, sample())
	page := parse(t, bodyOf(t, files, "months/2026-10.html"))
	in(t, page, "head script", hasAttr("src", "../assets/site.js"), hasAttr("data-charts", "../assets/echarts.js"))
	in(t, page, ".figure-tools button", hasText("互动图"), hasAttr("type", "button"), hasAttr("aria-pressed", "false"))
	for _, s := range page.all("script") {
		if strings.Contains(s.attr("src"), "echarts") {
			t.Errorf("the page loads %s", s.attr("src"))
		}
	}
	files, err := site.RenderAll(sample(), own(nil))
	if err != nil {
		t.Fatal(err)
	}
	page = parse(t, bodyOf(t, files, "months/2026-10.html"))
	in(t, page, "head script", hasAttr("src", "../assets/site.js"), hasAttr("data-charts", ""))
}

func TestRowsOfAHeatMapLeadToTheirPages(t *testing.T) {
	s := sample()
	f := sampleFigure("heat", 2)
	f.Kind, f.Series[0].Href = charts.HeatMap, "areas/x.html"
	s.Pages[1].Sections = told(briefing.Section{Blocks: []briefing.Block{briefing.FigureBlock{Figure: f}}})
	page := parse(t, bodyOf(t, render(t, s), "months/2026-10.html"))
	in(t, page, "svg a", hasAttr("href", "../areas/x.html"))
	in(t, page, "svg a", hasAttr("href", "../months/2026-10.html"))
}

func TestManySourcesAreFoldedAway(t *testing.T) {
	s := sample()
	s.Sources = slices.Repeat(s.Sources, 4)
	page := parse(t, bodyOf(t, render(t, s), "index.html"))
	if page.one(t, "footer details").text() == "" || slices.ContainsFunc(page.one(t, "footer details").Attr, func(a html.Attribute) bool { return a.Key == "open" }) {
		t.Error("eight sources stand open")
	}
	in(t, page, "footer summary", hasText("数据来源：8 个文件"))
}

func TestPageOfAnUnknownLayoutIsAThemeError(t *testing.T) {
	s := sample()
	s.Pages[0].Layout = "poster"
	_, err := site.RenderAll(s, themes.Default())
	const want = `主题文件 layouts/poster.html：缺少这个文件。`
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
