package zh_test

import (
	"testing"
	"unicode/utf8"

	"jianbao/internal/zh"
)

func TestMaskHidesPersonalNumbers(t *testing.T) {
	tests := []struct{ in, want string }{
		{"13812341234", "138****1234"},
		{"联系人张三13812341234，请致电", "联系人张三138****1234，请致电"},
		{"电话：138-1234-1234", "电话：138-****-1234"},
		{"138 1234 1234", "138 **** 1234"},
		{"１３８１２３４１２３４", "１３８****１２３４"},
		{"+8613812341234", "+86138****1234"},
		{"0791-86849032", "0791-****9032"},
		{"（0791）86849032", "（0791）****9032"},
		{"010-65551234、0701-6331234", "010-****1234、0701-***1234"},
		{"联系电话：6331234", "联系电话：***1234"},
		{"350102199003078123", "35*************123"},
		{"身份证35010219900307812X。", "身份证35*************12X。"},
		{"350102900307812", "35**********812"},
		{"13812341234/13912341235", "138****1234/139****1235"},
	}
	for _, tt := range tests {
		got, hidden := zh.Mask(tt.in)
		if got != tt.want {
			t.Errorf("Mask(%q) = %q, want %q", tt.in, got, tt.want)
		}
		if len(hidden) == 0 || utf8.RuneCountInString(got) != utf8.RuneCountInString(tt.in) {
			t.Errorf("Mask(%q): hidden %v", tt.in, hidden)
		}
		if again, more := zh.Mask(got); again != got || len(more) > 0 {
			t.Errorf("masked twice: %q", again)
		}
	}
}

func TestMaskLeavesFiguresAlone(t *testing.T) {
	for _, in := range []string{
		"", "排查隐患137354项", "13812341234元", "13812341234.50", "1,381,234,1234", "2026-10-22", "20261022", "安委办〔2026〕10号", "0.13812341234",
		"913601057814712345", "91360105MA35ABCD12", "12812341234", "138123412345", "1381234123", "2026年10月22日9时30分", "第13812341234号", "A13812341234",
		"999999199003078123", "350102199013078123", "12345678", "400-800-1234", "12-3456",
	} {
		if got, hidden := zh.Mask(in); got != in || hidden != nil {
			t.Errorf("Mask(%q) = %q, %v", in, got, hidden)
		}
	}
}

func TestMaskSaysWhereAndWhat(t *testing.T) {
	_, hidden := zh.Mask("张三：13812341234，电话0791-86849032")
	want := []zh.Span{{3, 14, zh.Mobile}, {17, 30, zh.Landline}}
	if len(hidden) != 2 || hidden[0] != want[0] || hidden[1] != want[1] {
		t.Errorf("hidden %v, want %v", hidden, want)
	}
	if zh.Mobile.String() != "手机号码" {
		t.Error(zh.Mobile)
	}
}

func FuzzMask(f *testing.F) {
	f.Add("电话138-1234-1234")
	f.Add("35010219900307812X")
	f.Add("(0791)86849032")
	f.Fuzz(func(t *testing.T, s string) {
		masked, hidden := zh.Mask(s)
		if utf8.ValidString(s) && utf8.RuneCountInString(masked) != utf8.RuneCountInString(s) {
			t.Errorf("%q became %q", s, masked)
		}
		if len(hidden) == 0 && masked != s {
			t.Errorf("%q became %q without a word", s, masked)
		}
	})
}

func TestANumberEndsAtAFullWidthComma(t *testing.T) {
	for text, want := range map[string]string{
		"电话13812345678，12项未整改": "电话138****5678，12项未整改",
		"_13812345678_":        "_138****5678_",
	} {
		if got, _ := zh.Mask(text); got != want {
			t.Errorf("Mask(%q) = %q, want %q", text, got, want)
		}
	}
}
