package minutes_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"jianbao/internal/minutes"
)

// render returns the HTML of one paragraph without its <p>.
func render(t *testing.T, markdown string) string {
	t.Helper()
	pages, problems := minutes.ReadPages(fstest.MapFS{"p/a.md": {Data: []byte(markdown)}}, "p")
	if len(pages) != 1 {
		t.Fatalf("%d pages, problems %v", len(pages), problems)
	}
	html, _ := pages[0].HTML(answers())
	return strings.TrimSuffix(strings.TrimPrefix(string(html), "<p>"), "</p>\n")
}

func TestEmphasisBesideChinese(t *testing.T) {
	for _, tt := range []struct{ markdown, want string }{
		// What CommonMark gets wrong.
		{"**整改率：**92.3%，**“重大”**隐患", "<strong>整改率：</strong>92.3%，<strong>“重大”</strong>隐患"},
		{"**注意：**“重大”隐患", "<strong>注意：</strong>“重大”隐患"},
		{"他说**“不行”**。", "他说<strong>“不行”</strong>。"},
		{"隐患**（重大）**清零", "隐患<strong>（重大）</strong>清零"},
		{"隐患**(重大)**清零", "隐患<strong>(重大)</strong>清零"},
		{"**92.3%**的隐患", "<strong>92.3%</strong>的隐患"},
		{"整改率达**100%**，", "整改率达<strong>100%</strong>，"},
		{"按照**《通知》**要求", "按照<strong>《通知》</strong>要求"},
		{"要**抓紧、抓实。**各乡镇", "要<strong>抓紧、抓实。</strong>各乡镇"},
		{"*注意：*各乡镇", "<em>注意：</em>各乡镇"},
		{"***重点：***各乡镇", "<em><strong>重点：</strong></em>各乡镇"},
		{"由**××镇**牵头", "由<strong>××镇</strong>牵头"},
		{"**李××**负责", "<strong>李××</strong>负责"},
		{"一是**强化——**二是**压实……**三是", "一是<strong>强化——</strong>二是<strong>压实……</strong>三是"},
		{"**A级：**5家，**B级：**6家", "<strong>A级：</strong>5家，<strong>B级：</strong>6家"},
		{"**“重大”**", "<strong>“重大”</strong>"},
		{"（**重大**）", "（<strong>重大</strong>）"},
		{"**外层*内层：*外层：**正文", "<strong>外层<em>内层：</em>外层：</strong>正文"},
		{"**整改率：\n**92%", "**整改率：**92%"}, // a space never ends emphasis
		{"**重大（**一般**）**", "<strong>重大（<strong>一般</strong>）</strong>"},
		// What looks like emphasis and is none.
		{"王**、李**", "王**、李**"},
		{"3*4*5米", "3*4*5米"},
		{"电话138****1234和139****5678", "电话138****1234和139****5678"},
		{"共5**。另有6**，", "共5**。另有6**，"},
		{"** 空格 **", "** 空格 **"},
		{`\*\*不加粗\*\*`, "**不加粗**"},
		{"带星*号", "带星*号"},
		// What is as everywhere.
		{"**重大**隐患", "<strong>重大</strong>隐患"},
		{"*强调*", "<em>强调</em>"},
		{"隐患*强调*隐患", "隐患<em>强调</em>隐患"},
		{"a snake_case_name b", "a snake_case_name b"},
		{"_em_ and __strong__", "<em>em</em> and <strong>strong</strong>"},
		{"**a *b* c**", "<strong>a <em>b</em> c</strong>"},
		{"***both***", "<em><strong>both</strong></em>"},
		{"a * b * c", "a * b * c"},
		{`**"a"** b`, "<strong>&#34;a&#34;</strong> b"},
		{`a**"b"**c`, `a**&#34;b&#34;**c`}, // CommonMark, example 354
		{"foo*bar*baz", "foo<em>bar</em>baz"},
		{"*(**foo**)*", "<em>(<strong>foo</strong>)</em>"},
		{"**foo*", "*<em>foo</em>"},
		{"`**code**`", "<code>**code**</code>"},
		{"[**甲：**乙](a.md)", `<a href="a.html"><strong>甲：</strong>乙</a>`},
		{"**整改率：**{{ 整改率 }}**以上：**好", "<strong>整改率：</strong>‹整改率›<strong>以上：</strong>好"},
	} {
		if got := render(t, tt.markdown); got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.markdown, got, tt.want)
		}
	}
}
