package zh_test

import (
	"testing"

	"jianbao/internal/zh"
)

func TestFoldMakesWritingsEqual(t *testing.T) {
	tests := []struct{ in, want string }{
		{"整改率(%)", "整改率(%)"},
		{"整改率（％）", "整改率(%)"},
		{"１２，３４５．６", "12,345.6"},
		{"　青石镇 \u00A0", "青石镇"},
		{"\uFEFF地\u200B区\u200F", "地区"},
		{"A\u3000B", "A B"},
		{"隐患\r\n数", "隐患  数"},
		{"ＡＢｃ：", "ABc:"},
		{"￥１", "¥1"},
		{"—“”、。〔2026〕", "—“”、。〔2026〕"},
		{"", ""},
	}
	for _, tt := range tests {
		if got := zh.Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func TestFoldAllocatesOnlyForAChange(t *testing.T) {
	for _, s := range []string{"隐患排查数", " 12,345 ", "97.2%"} {
		if n := testing.AllocsPerRun(100, func() { zh.Fold(s) }); n != 0 {
			t.Errorf("Fold(%q) allocates %v times", s, n)
		}
	}
}

func TestJoinClosesSpreadNames(t *testing.T) {
	tests := []struct{ in, want string }{
		{"合　计", "合计"},
		{"隐患\n排查数", "隐患排查数"},
		{" 整 改 率\r\n（％）", "整改率(%)"},
		{"A  B", "A B"},
	}
	for _, tt := range tests {
		if got := zh.Join(tt.in); got != tt.want {
			t.Errorf("Join(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}
