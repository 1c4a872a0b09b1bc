package site_test

import (
	"html"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/site"
)

func TestSampleHasNoBrokenLinks(t *testing.T) {
	for _, b := range site.CheckLinks(render(t, sample())) {
		t.Error(b)
	}
}

func TestCheckLinksFindsWhatLeadsNowhere(t *testing.T) {
	target := site.File{Path: "months/2026-10.html", Body: []byte(`<h2 id="rank">排名</h2><P ID=plain><a id='q>'>`)}
	for body, want := range map[string]string{
		`<a href="../months/2026-10.html">`:                     "",
		`<a href="2026-10.html#rank">`:                          "指向的文件不存在",
		`<a href="../months/2026-10.html?x=1#rank">`:            "",
		`<a href="../months/2026-10.html#plain">`:               "",
		`<a href="../months/2026-10.html#q%3E">`:                "",
		`<a href="../months/2026-10.html#q&gt;">`:               "",
		`<a href="../months/2026-10.html#none">`:                "指向的位置不存在",
		`<a href=../../outside.html>`:                           "指向的文件不存在",
		`<a href="../months/">`:                                 "指向的文件不存在",
		`<a href="../months/%zz.html">`:                         "写法有误",
		`<A HREF='/months/2026-10.html'>`:                       "不是相对地址，双击打开时找不到",
		`<a href="//example.cn/">`:                              "不是相对地址，双击打开时找不到",
		`<a href="">`:                                           "是空的",
		`<a href="#here"><b id="here">`:                         "",
		`<a href="#bad-address">`:                               "指向的位置不存在",
		`<a href="../乡镇.html">`:                                 "含有 ASCII 以外的字符",
		`<a href="https://www.gov.cn/">`:                        "",
		`<a href="mailto:a@b.cn">`:                              "",
		`<a href="javascript:alert(1)">`:                        "不是站内的相对地址",
		`<img src="https://www.gov.cn/x.png">`:                  "不是站内的相对地址",
		`<link rel=stylesheet href="http://cdn/x.css">`:         "不是站内的相对地址",
		`<link rel="icon" href="data:,">`:                       "",
		`<script src = "x.js" defer></script>`:                  "指向的文件不存在",
		`<script>"<a href='x'>"</script><style><a href=y>`:      "",
		`<!-- <a href="x"> -->`:                                 "",
		`<p title="<a href='x'>">a < b <3`:                      "",
		`<a href>`:                                              "是空的",
		`<a href title=x>`:                                      "是空的",
		`<img src/>`:                                            "是空的",
		`<a x href = y.html z>`:                                 "指向的文件不存在",
		`<p id="twice"><b id="twice">`:                          "在页面上有两处",
		`<svg><a xlink:href="y.html"><use href="#none"/></svg>`: "指向的文件不存在",
	} {
		page := site.File{Path: "areas/x.html", Body: []byte(body)}
		got := ""
		if broken := site.CheckLinks([]site.File{page, target}); len(broken) > 0 {
			got = broken[0].Reason
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", body, got, want)
		}
	}
}

func TestCheckLinksReadsStyleSheets(t *testing.T) {
	css := site.File{Path: "assets/site.css", Body: []byte(`@import "other.css"; a{background:url('../x.png')} b{background:url(data:,)}`)}
	var got []string
	for _, b := range site.CheckLinks([]site.File{css}) {
		got = append(got, b.String())
	}
	want := []string{
		"assets/site.css：地址“../x.png”指向的文件不存在",
		"assets/site.css：地址“other.css”指向的文件不存在",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestAnAddressIsToldOnceForEachUse(t *testing.T) {
	for body, want := range map[string]int{
		`<a href="x"><a href='x'>`:                                      1,
		`<a href="x"><img src="x"><a href="x"><img src="x">`:            2,
		`<img src="x"><a href="x">`:                                     1,
		`<a href="?a=1&amp;b"><a href="x?a=1&amp;b"><a href="x?a=1&b">`: 1,
		`<a href="#x"><p id="y"><a href="#y"><b id="y"><b id="y">`:      3,
	} {
		broken := site.CheckLinks([]site.File{{Path: "p.html", Body: []byte(body)}, {Path: "q.html", Body: []byte(body)}})
		if len(broken) != 2*want {
			t.Errorf("%s: got %v, want %d on each page", body, broken, want)
		}
	}
}

// However tidily an attribute is written, it is read as it would be byte by byte.
func FuzzAttributesAreReadAlike(f *testing.F) {
	f.Add(`<p class="n" id='x' title = y hidden><a href="x>y" xlink:href=""/><td>`)
	f.Add(`<p a=b="x y="z>"><p "a="b>c"><p a-="" -="><p =""><P A="" a="`)
	f.Fuzz(func(t *testing.T, body string) {
		found, plainly := site.Attributes([]byte(body))
		if diff := cmp.Diff(plainly, found); diff != "" {
			t.Errorf("%s\n%s", body, diff)
		}
	})
}

// Whatever stands around a link, in whatever quotes, the link is found.
func FuzzEveryLinkIsFound(f *testing.F) {
	f.Add("a", "b", "x.html", byte('"'))
	f.Add("<!-- <", "'\">", "?", byte('\''))
	f.Fuzz(func(t *testing.T, text, title, href string, quote byte) {
		if quote != '\'' {
			quote = '"'
		}
		if !utf8.ValidString(href) || strings.ContainsAny(href, "\r\x00") {
			t.Skip()
		}
		href = "none/" + href
		q := string(quote)
		body := "<p title=" + q + html.EscapeString(title) + q + ">" + html.EscapeString(text) +
			"</p><br/><a\ttitle=" + q + html.EscapeString(title) + q + " href=" + q + html.EscapeString(href) + q + "/>x</a>"
		broken := site.CheckLinks([]site.File{{Path: "x.html", Body: []byte(body)}})
		if len(broken) != 1 || broken[0].Href != href {
			t.Errorf("%s\nfound %v", body, broken)
		}
	})
}
