package site_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/briefing"
	"jianbao/internal/zh"
)

func searchIn(t *testing.T, s briefing.Site) *index {
	t.Helper()
	return readIndex(t, render(t, s))
}

// minutes is a page with an author's text.
func minutes(html string) briefing.Site {
	s := sample()
	page := s.Pages[2]
	page.Path, page.Title, page.Date, page.Names = "meetings/2026-10-23.html", "第11次会议纪要", "2026-10-23", []string{"云安委办〔2026〕10号", ""}
	page.Sections = told(briefing.Section{Blocks: []briefing.Block{briefing.Prose{HTML: briefing.HTML(html)}}})
	s.Pages = append(s.Pages, page)
	return s
}

// What a page says, a reader finds, at the heading, row or task it stands at.
func TestEverySentenceIsFound(t *testing.T) {
	x := searchIn(t, sample())
	for _, want := range []hit{
		{"index.html", "", "", "10月隐患排查治理情况"},
		{"index.html", "", "", "10月，全县共排查隐患367项，整改率94.8%。"},
		{"index.html", "", "", "2个单位未报送："},
		{"index.html", "", "", "红旗农场"},
		{"index.html", "tasks", "议定事项", "沙溪镇采石场边坡治理　沙溪镇　10月31日前　逾期5天"},
		{"months/2026-10.html", "rank", "排名", "排名"},
		{"months/2026-10.html", "ranking", "排名", "各乡镇整改率排名"},
		{"months/2026-10.html", "row-1", "各乡镇（街道）排名", "桥头乡"},
		{"meetings/2026-10-22.html", "h-1", "一、总体情况", "一、总体情况"},
		{"meetings/2026-10-22.html", "h-1", "一、总体情况", "见排名和通知。"},
		{"meetings/2026-10-22.html", "in-text", "", "各乡镇整改率排名"},
	} {
		word, _, _ := strings.Cut(want.line, "　")
		if got := x.find(word); !slices.Contains(got, want) {
			t.Errorf("%q is found in %q, want %q", word, got, want)
		}
	}
}

// An action item is found where it was decided, an entry of a list where it leads.
func TestWhatLeadsElsewhereIsFoundThere(t *testing.T) {
	x := searchIn(t, sample())
	for _, word := range []string{"燃气安全", "第9期"} {
		if got := x.find(word); got != nil {
			t.Errorf("%q is found in %q", word, got)
		}
	}
}

func TestNumbersInTablesAreNotIndexed(t *testing.T) {
	if got := searchIn(t, sample()).find("99.1%"); got != nil {
		t.Error(got)
	}
}

func TestAPageIsFoundByItsNames(t *testing.T) {
	x := searchIn(t, minutes(""))
	page := x.pages[0]
	if diff := cmp.Diff([]string{"第11次会议纪要", "云安委办〔2026〕10号"}, page.lines[:page.titles]); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([][]int{{8, 13}}, x.titles[:1]); diff != "" {
		t.Error(diff)
	}
	if page.kind != "月度" || page.date != "2026-10-23" { // the last step of its trail
		t.Errorf("kind %q, date %q", page.kind, page.date)
	}
}

func TestNewerPagesComeFirst(t *testing.T) {
	s := sample()
	for i, date := range []string{"", "2026-10", "2026-10-22"} {
		s.Pages[i].Date = date
	}
	var order []string
	for _, p := range searchIn(t, s).pages {
		order = append(order, p.path)
	}
	want := []string{"meetings/2026-10-22.html", "months/2026-10.html", "index.html"}
	if diff := cmp.Diff(want, order); diff != "" {
		t.Error(diff)
	}
}

func TestProseIsCutIntoLines(t *testing.T) {
	s := minutes("<p>县长指出：“要<strong>先通风、</strong>再检测。”会议\n要求：立即\u200b整改！</p>\n<h2 id=\"s-1\">一、<em>燃气</em>&lt;安全&gt;</h2>\n" +
		"<ul>\n<li>敲门 入户<br>\n不走过场</li>\n</ul>\n<table>\n<thead>\n<tr>\n<th scope=\"col\">事项</th>\n<th scope=\"col\">时限</th>\n</tr>\n</thead>\n" +
		"<tbody>\n<tr>\n<td>边坡治理</td>\n<td></td>\n<td class=\"right\">月底</td>\n</tr>\n</tbody>\n</table>\n<pre><code>a &amp; b\nc</code></pre>\n")
	page := searchIn(t, s).pages[0]
	want := []string{
		"县长指出：“要先通风、再检测。”", "会议 要求：立即整改！", "一、燃气<安全>", "敲门 入户", "不走过场",
		"事项　时限", "边坡治理　月底", "a & b c",
	}
	if diff := cmp.Diff(want, page.lines[page.titles:]); diff != "" {
		t.Error(diff)
	}
	if got := page.hit(page.titles + 5); got.anchor != "s-1" || got.heading != "一、燃气<安全>" {
		t.Errorf("the table is found at %+v", got)
	}
}

func TestFoldedWordsAreFound(t *testing.T) {
	x := searchIn(t, minutes("<p>Ａ区整改率９５．４％，见云安委办〔2026〕10号，“回头看”。</p>"))
	for _, word := range []string{"a区", "A区", "Ａ区", "95.4%", "９５.４％", "云安委办[2026]10号", "云安委办【2026】", `"回头看"`, "整改率9", "区", "。", "\u200b回头看 "} {
		if x.find(word) == nil {
			t.Errorf("%q is not found", word)
		}
	}
	for _, word := range []string{"b区", "95.5%", "整率", "看回头"} {
		if got := x.find(word); got != nil {
			t.Errorf("%q is found in %q", word, got)
		}
	}
}

// What zh.Fold takes for the same, is the same here.
func TestFoldingIsThatOfTheWholeProgram(t *testing.T) {
	x := searchIn(t, sample())
	alike := strings.NewReplacer("〔", "[", "〕", "]", "【", "[", "】", "]", "﹝", "[", "﹞", "]", "“", `"`, "”", `"`, "‘", "'", "’", "'", "—", "-", "–", "-")
	for r := rune(0x20); r <= 0x1ffff; r++ {
		if r == 0x7f || r >= 0xd800 && r < 0xe000 {
			continue
		}
		s := "x" + string(r) + "x"
		want := alike.Replace(zh.Fold(s))
		if r < 0x80 || r >= 0xff00 && r < 0xfff0 {
			want = strings.ToLower(want)
		}
		if got := x.folded(s); got != want {
			t.Errorf("%U is folded to %q, zh.Fold makes it %q", r, got, want)
		}
	}
}

// Any stretch of any line is found, in that line.
func TestEveryStretchOfEveryLineIsFound(t *testing.T) {
	x := readIndex(t, render(t, large(20)))
	if x.Words < 2 {
		t.Fatalf("%d files of words: too small to test more than one", x.Words)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		p := &x.pages[random.IntN(len(x.pages))]
		at := random.IntN(len(p.lines))
		line := []rune(p.lines[at])
		from := random.IntN(len(line))
		word := string(line[from : from+1+random.IntN(len(line)-from)])
		if len(strings.Fields(x.folded(word))) != 1 || strings.ContainsAny(word, " 　") {
			continue
		}
		if got := x.find(word); !slices.Contains(got, p.hit(at)) {
			t.Fatalf("%q of %s, line %d is found in %q", word, p.path, at, got)
		}
	}
}

// large is a site of n minutes with random text, so that its index has several
// files of each kind.
func large(n int) briefing.Site {
	random := rand.New(rand.NewPCG(3, 4))
	s := sample()
	for i := range n {
		var b strings.Builder
		for k := range 40 {
			fmt.Fprintf(&b, "<h2 id=\"s-%d\">第%d项</h2>\n<p>", k, k)
			for range 60 {
				b.WriteRune('一' + rune(random.IntN(1500)))
			}
			b.WriteString("Ａb𠮷。</p>\n")
		}
		page := s.Pages[2]
		page.Path, page.Date = fmt.Sprintf("meetings/%d.html", i), fmt.Sprintf("2025-%02d-%02d", i%12+1, i/12+1)
		page.Sections = told(briefing.Section{Blocks: []briefing.Block{briefing.Prose{HTML: briefing.HTML(b.String())}}})
		s.Pages = append(s.Pages, page)
	}
	return s
}

func TestAnchorsAreOnTheirPages(t *testing.T) {
	files := render(t, large(2))
	for _, p := range readIndex(t, files).pages {
		body := string(bodyOf(t, files, p.path))
		for i := range p.lines {
			if h := p.hit(i); h.anchor != "" && !strings.Contains(body, `id="`+h.anchor+`"`) {
				t.Errorf("%s has no #%s", p.path, h.anchor)
			}
		}
	}
}

func TestFilesOfTheIndexAreSmall(t *testing.T) {
	for _, f := range render(t, large(60)) {
		if strings.HasPrefix(f.Path, "assets/search/") && len(f.Body) > 160<<10 {
			t.Errorf("%s has %d bytes", f.Path, len(f.Body))
		}
	}
}

func TestIndexHasTheSameBytesOnAnyNumberOfProcessors(t *testing.T) {
	many := render(t, large(20))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	for _, n := range []int{1, 3, 16} {
		runtime.GOMAXPROCS(n)
		for i, f := range render(t, large(20)) {
			if f.Path != many[i].Path || !bytes.Equal(f.Body, many[i].Body) {
				t.Errorf("%s differs on %d", f.Path, n)
			}
		}
	}
}

func TestHostileTextStaysText(t *testing.T) {
	const separators = "\u2028\u2029"
	files := render(t, poisoned(hostile+separators+"\\\r\n\"];alert(1);["))
	x := readIndex(t, files)
	if x.find("alert(1)") == nil || x.find(`"];alert(1);[`) == nil {
		t.Error("it is not found")
	}
	for _, f := range files {
		if path.Dir(f.Path) == "assets/search" && path.Base(f.Path) != "search.js" && bytes.ContainsAny(f.Body, "<\x00\r"+separators) {
			t.Errorf("%s has a character that may not stand there", f.Path)
		}
	}
}

func TestASiteWithoutSearchHasNoIndex(t *testing.T) {
	s := sample()
	s.Pages = s.Pages[:3]
	for _, f := range render(t, s) {
		if strings.HasPrefix(f.Path, "assets/search/") || bytes.Contains(f.Body, []byte("<form")) {
			t.Errorf("%s", f.Path)
		}
	}
}

func TestEveryPageHasABoxThatLeadsToTheSearchPage(t *testing.T) {
	for name, page := range samplePages(t) {
		forms := page.all("form")
		if len(forms) != 1 || forms[0].attr("role") != "search" {
			t.Errorf("%s has %d forms", name, len(forms))
			continue
		}
		want := map[string]string{"index.html": "search.html", "search.html": ""}
		action, known := want[name]
		if !known {
			action = "../search.html"
		}
		if got := forms[0].attr("action"); got != action {
			t.Errorf("%s: the box leads to %q", name, got)
		}
		in(t, page, "form input", hasAttr("name", "q"))
	}
}

func TestSearchPageLeadsToTheListsWithoutScripts(t *testing.T) {
	page := samplePage(t, "search.html")
	in(t, page, ".search-off", hasText("没有运行脚本"))
	in(t, page, ".search-off a", hasText("月度"), hasAttr("href", "months/2026-10.html"))
	in(t, page, ".search", hasAttr("data-index", "assets/search/"))
	in(t, page, ".search-status", hasAttr("role", "status"))
}
