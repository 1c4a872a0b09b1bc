package table_test

import (
	"testing"
	"testing/fstest"

	"jianbao/internal/problem"
	"jianbao/internal/table"
)

func TestATableMarkedSecretIsRefused(t *testing.T) {
	for _, mark := range []string{"机密★1年", "秘 密 ★", "绝密☆"} {
		content := fstest.MapFS{"a.csv": {Data: []byte(mark + "\n隐患统计表\n地区,隐患排查数\n青石镇,3\n")}}
		known := func(name string) bool { return name == "地区" || name == "隐患排查数" }
		_, problems := table.Read(content, "a.csv", known)
		if len(problems) != 1 || problems[0].Code != problem.SecrecyMark || problems[0].Severity != problem.Error || problems[0].Place.Row != 1 {
			t.Errorf("%s: %v", mark, problems)
		}
	}
	content := fstest.MapFS{"a.csv": {Data: []byte("保守机密 人人有责\n地区,隐患排查数\n青石镇,3\n")}}
	if _, problems := table.Read(content, "a.csv", func(string) bool { return true }); len(problems) != 0 {
		t.Error(problems)
	}
}
