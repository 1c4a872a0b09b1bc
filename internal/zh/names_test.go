package zh_test

import (
	"regexp"
	"testing"

	"jianbao/internal/zh"
)

func TestParseOrdinal(t *testing.T) {
	for in, want := range map[string]int{
		"第十一名": 11, "第11名": 11, "11": 11, "十一": 11, "并列第3名": 3, "3（并列）": 3, "第3": 3, "第三位": 3, " 第 二 名 ": 2, "并列第八": 8,
		"１２": 12, "二十": 20, "一百零五": 105, "第二十四名": 24, "两": 2,
	} {
		if got, ok := zh.ParseOrdinal(in); !ok || got != want {
			t.Errorf("ParseOrdinal(%q) = %d, %v, want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "0", "第", "名", "零", "1.5", "-1", "十十", "百", "一百十", "3-4", "无", "/", "10000", "第一组", "一二三四五", "十百", "二十三百"} {
		if got, ok := zh.ParseOrdinal(in); ok {
			t.Errorf("ParseOrdinal(%q) = %d, want not ok", in, got)
		}
	}
}

func TestEveryNumeralReadsBack(t *testing.T) {
	for n := 1; n <= 9999; n++ {
		if got, ok := zh.ParseOrdinal("第" + zh.Numeral(n) + "名"); !ok || got != n {
			t.Fatalf("%s reads as %d, %v, want %d", zh.Numeral(n), got, ok, n)
		}
	}
	for n, want := range map[int]string{0: "零", 10: "十", 11: "十一", 20: "二十", 105: "一百零五", 110: "一百一十", 1010: "一千零一十", 10000: "10000", -1: "-1"} {
		if got := zh.Numeral(n); got != want {
			t.Errorf("Numeral(%d) = %s, want %s", n, got, want)
		}
	}
}

func TestWidthCountsCells(t *testing.T) {
	for in, want := range map[string]int{
		"": 0, "abc": 3, "青石镇": 6, "97.2%": 5, "９７％": 6, "“大”": 6, "…—·": 6, "a\u0301": 1, "\u200B": 0, "１月\n": 4, "ｶﾅ": 2, "𠮷": 2, "①": 2, "é": 2,
	} {
		if got := zh.Width(in); got != want {
			t.Errorf("Width(%q) = %d, want %d", in, got, want)
		}
	}
}

func TestSlugIsAnAddress(t *testing.T) {
	tests := []struct{ in, want string }{
		{"青石镇", "qingshizhen"}, {"云溪县", "yunxixian"}, {"重庆", "chongqing"}, {"长沙", "changsha"}, {"厦门", "xiamen"}, {"成都", "chengdu"},
		{"长安街道", "changanjiedao"}, {"大满镇", "damanzhen"}, {"铅山县", "yanshanxian"}, {"番禺区", "panyuqu"}, {"重大危险源", "zhongdaweixianyuan"},
		{"A区", "aqu"}, {"第3小组", "di3xiaozu"}, {"建筑施工（含市政）", "jianzhushigong-hanshizheng"}, {"经开区 / 高新区", "jingkaiqu-gaoxinqu"},
		{"旅游", "lvyou"}, {"𠮷镇", "x20bb7zhen"}, {"é", "xe9"}, {"", "x"}, {"（）", "x"}, {"（示范）区", "shifan-qu"}, {"２组", "2zu"}, {"县长", "xianzhang"},
	}
	shape := regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	for _, tt := range tests {
		got := zh.Slug(tt.in)
		if got != tt.want || !shape.MatchString(got) {
			t.Errorf("Slug(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestSimilarToGuessesMisspelledNames(t *testing.T) {
	known := []string{"青石镇", "山口乡", "隐患排查数", "隐患整改数", "整改率", "title"}
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"青石", "青石镇", true}, {"青石乡", "青石镇", true}, {"隐患排查书", "隐患排查数", true}, {"整该率", "整改率", true}, {"整 改 率", "整改率", true}, {"titel", "title", true}, {"ttiel", "", false},
		{"得分", "", false}, {"", "", false}, {"青石镇", "", false}, {"大满街道", "", false}, {"山口街道", "", false},
	}
	for _, tt := range tests {
		if got, ok := zh.SimilarTo(tt.in, known); got != tt.want || ok != tt.ok {
			t.Errorf("SimilarTo(%q) = %q, %v, want %q", tt.in, got, ok, tt.want)
		}
	}
}
