package charts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/charts"
)

func TestTruncate(t *testing.T) {
	for _, c := range []struct {
		text string
		room float64
		want string
	}{
		{"青石镇", 42, "青石镇"},
		{"青石镇", 41, "青…"},
		{"青石镇", 14, "…"},
		{"青石镇", 13, ""},
		{"", 0, ""},
	} {
		got, width := charts.Truncate(c.text, 14, false, c.room)
		if got != c.want || width > c.room {
			t.Errorf("truncate %q to %g: %q of %g, want %q", c.text, c.room, got, width, c.want)
		}
	}
}

func TestWrapBalancesItsLines(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"消防", []string{"消防"}},
		{"危险化学品", []string{"危险化", "学品"}},
		{"人员密集场所消防安全", []string{"人员密集", "场所消防", "安全"}},
		{"云溪县经济技术开发区管理委员会", []string{"云溪县经", "济技术开", "发区管…"}},
		{"逾期8–30天", []string{"逾期", "8–30天"}},
		{"", []string{""}},
	} {
		if diff := cmp.Diff(c.want, charts.Wrap(c.text, 12, 50, 3)); diff != "" {
			t.Errorf("wrap %q (-want +got):\n%s", c.text, diff)
		}
	}
}
