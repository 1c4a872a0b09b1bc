package settings_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"jianbao/internal/settings"
)

func TestIDsThatCollideAreNumberedInOfficialOrder(t *testing.T) {
	tests := []struct {
		why   string
		names []string
		given []string
		want  []string
	}{
		{"same sound", []string{"青石", "清石", "青时"}, []string{"", "", ""}, []string{"qingshi", "qingshi-2", "qingshi-3"}},
		{"a given id stays, wherever it stands", []string{"青石", "清石"}, []string{"", "qingshi"}, []string{"qingshi-2", "qingshi"}},
		{"a number that is taken is passed over", []string{"青石", "青石", "甲"}, []string{"", "", "qingshi-2"}, []string{"qingshi", "qingshi-3", "qingshi-2"}},
		{"no file of these names on Windows", []string{"CON", "com1", "index"}, []string{"", "", ""}, []string{"con-2", "com1-2", "index-2"}},
		{"none", nil, nil, []string{}},
	}
	for _, test := range tests {
		got := settings.Identify(test.names, test.given)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s:\n%s", test.why, diff)
		}
	}
}
