package county_test

import (
	"path"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/internal/county"
)

func TestMinutesAreWholeAndNameNoOne(t *testing.T) {
	demo := county.Demo()
	settings := string(demo["jianbao.yaml"])
	calls := regexp.MustCompile(`\{\{ \S+ "([^"]+)"(?: "(\d{4}-\d{2})")? \}\}`)
	phone := regexp.MustCompile(`1\d{10}|\d{3,4}-\d{7,8}`)
	meetings := 0
	for name, body := range demo {
		if path.Dir(name) != "minutes" {
			continue
		}
		meetings++
		text := string(body)
		date := strings.TrimSuffix(path.Base(name), ".md")
		if !strings.HasPrefix(text, "---\ndate: "+date+"\n") {
			t.Errorf("%s: its date is not its name", name)
		}
		_, text, _ = strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		if n := utf8.RuneCountInString(strings.Join(strings.Fields(text), "")); n < 500 || n > 1600 {
			t.Errorf("%s: %d characters", name, n)
		}
		if n := strings.Count(text, "\n| ") + strings.Count(text, "进展：") - strings.Count(text, "\n| 序号"); n < 3 {
			t.Errorf("%s: %d action items, want 3 or more", name, n)
		}
		if phone.MatchString(text) {
			t.Errorf("%s has a telephone number", name)
		}
		found := calls.FindAllStringSubmatch(text, -1)
		if len(found) != strings.Count(text, "{{") || len(found) < 3 {
			t.Errorf("%s: %d well-formed calls of %d", name, len(found), strings.Count(text, "{{"))
		}
		for _, call := range found {
			if call[1] != "全县" && !strings.Contains(settings, "name: "+call[1]+",") {
				t.Errorf("%s: %s calls an area that is not listed", name, call[0])
			}
		}
	}
	if meetings != 14 {
		t.Errorf("%d meetings, want 14", meetings)
	}
}
