package settings

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/internal/problem"
)

// A line that begins with a key of ours and a colon that YAML does not take for
// one: full-width, or without a space behind it. YAML reads "title: 甲" and then
// "  office：乙" as one title, without a word.
var slip = regexp.MustCompile(`^(\s*(?:-\s+)?)([a-z_]+)(\s*：|:[^\s])`)

// A line that is indented with a tab, which YAML refuses with a message about
// something else.
var tabbed = regexp.MustCompile(`^ *\t\s*[^\s#]`)

// slips finds what a person used to Word and to Chinese punctuation types.
func slips(source string) []problem.Problem {
	keys := schema().allNames()
	var found []problem.Problem
	for i, line := range strings.Split(source, "\n") {
		at := problem.Place{File: FileName, Row: i + 1}
		if tabbed.MatchString(line) {
			at.Column = strings.IndexByte(line, '\t') + 1
			found = append(found, bad(at, "这一行的开头用了 Tab 键。", "请改用空格缩进，与同级的行左边对齐。"))
			continue
		}
		m := slip.FindStringSubmatch(line)
		if m == nil || !slices.Contains(keys, m[2]) {
			continue
		}
		at.Column = utf8.RuneCountInString(m[1]+m[2]) + 1
		if strings.HasSuffix(m[3], "：") {
			found = append(found, bad(at, quoteLabel(m[2])+"后面是全角冒号“：”。", "请改为半角冒号“:”，并在后面空一格。"))
		} else {
			found = append(found, bad(at, quoteLabel(m[2])+"的冒号后面没有空格。", "请在冒号后面空一格。"))
		}
	}
	return found
}
