package site_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"jianbao/internal/site"
)

// index is the search index as a browser has it, read from the files of a
// site. It looks words up as the theme's search.js does.
type index struct {
	Words  int
	first  []int // of each page, its first line; and behind the last
	titles [][]int
	fold   map[rune]string
	pairs  map[string][]int
	pages  []foundPage
}

type foundPage struct {
	path, kind, date string
	titles           int
	lines            []string
	anchors          []any // from line, anchor, line of the heading, …
}

// hit is a line that has a word.
type hit struct{ path, anchor, heading, line string }

// script is one file of the index: the name that it assigns to and the value.
var script = regexp.MustCompile(`(?s)^jianbaoSearch\["([a-z]+(?:-\d+)?)"\]=(\{.*\});\n$`)

// field is how the keys of an object stand in a file, each on its own line.
var field = regexp.MustCompile(`(?m)^(\{?)([a-z]+):`)

func readIndex(t testing.TB, files []site.File) *index {
	t.Helper()
	values := map[string]map[string]json.RawMessage{}
	for _, f := range files {
		name, ok := strings.CutPrefix(f.Path, "assets/search/")
		if !ok || name == "search.js" {
			continue
		}
		m := script.FindSubmatch(f.Body)
		if m == nil || string(m[1])+".js" != name {
			t.Fatalf("%s is no script that assigns a value to its name", f.Path)
		}
		var value map[string]json.RawMessage
		decode(t, f.Path, field.ReplaceAll(m[2], []byte(`$1"$2":`)), &value)
		values[string(m[1])] = value
	}
	x := &index{fold: map[rune]string{}, pairs: map[string][]int{}}
	x.readHead(t, values["head"])
	for i := range x.Words {
		x.readWords(t, i, values[fmt.Sprintf("words-%d", i)]["t"])
	}
	for i, n := range numbers(text(t, values["head"]["texts"])) {
		x.readTexts(t, n, values[fmt.Sprintf("texts-%d", i)]["p"])
	}
	versions := map[string]bool{}
	for _, value := range values {
		versions[text(t, value["v"])] = true
	}
	if len(versions) != 1 {
		t.Errorf("versions of the files: %v", versions)
	}
	return x
}

func decode(t testing.TB, what string, from []byte, to any) {
	t.Helper()
	if err := json.Unmarshal(from, to); err != nil {
		t.Fatalf("%s: %v", what, err)
	}
}

func text(t testing.TB, value json.RawMessage) (s string) {
	t.Helper()
	decode(t, "text", value, &s)
	return s
}

// numbers reads a list to the base 46.
func numbers(s string) (list []int) {
	n := 0
	for _, c := range []byte(strings.NewReplacer(" ", "<", "!", `\`).Replace(s)) {
		digit := int(c) - '#'
		if digit >= 46 {
			n = n*46 + digit - 46
			continue
		}
		list = append(list, n*46+digit)
		n = 0
	}
	return list
}

func (x *index) readHead(t testing.TB, head map[string]json.RawMessage) {
	decode(t, "words", head["words"], &x.Words)
	line := 0
	for _, n := range numbers(text(t, head["lines"])) {
		x.first = append(x.first, line)
		line += n
	}
	x.first = append(x.first, line)
	for list := numbers(text(t, head["titles"])); len(list) > 0; list = list[1+list[0]:] {
		x.titles = append(x.titles, list[1:1+list[0]])
	}
	var fold []string
	decode(t, "fold", head["fold"], &fold)
	to := []rune(fold[1])
	for i, r := range []rune(fold[0]) {
		x.fold[r] = string(to[i])
	}
	for _, r := range text(t, head["drop"]) {
		x.fold[r] = ""
	}
}

func (x *index) readWords(t testing.TB, file int, value json.RawMessage) {
	var table map[string]string
	decode(t, "words", value, &table)
	for pair, list := range table {
		first := []rune(pair)[0]
		if int(first)&(x.Words-1) != file {
			t.Errorf("%q is in words-%d", pair, file)
		}
		line := -1
		for _, n := range numbers(list) {
			line += n + 1
			x.pairs[pair] = append(x.pairs[pair], line)
		}
	}
}

func (x *index) readTexts(t testing.TB, pages int, value json.RawMessage) {
	var list [][]any
	decode(t, "texts", value, &list)
	if len(list) != pages {
		t.Errorf("%d pages in a file that has %d by head.js", len(list), pages)
	}
	for _, p := range list {
		page := foundPage{
			path: p[0].(string), kind: p[1].(string), date: p[2].(string), titles: int(p[3].(float64)),
			lines: strings.Split(p[4].(string), "\n"), anchors: p[5].([]any),
		}
		i := len(x.pages)
		if len(page.lines) != x.first[i+1]-x.first[i] || page.titles != len(x.titles[i]) {
			t.Errorf("%s has other lines than head.js says", page.path)
		}
		x.pages = append(x.pages, page)
	}
}

func (x *index) folded(s string) string {
	var b strings.Builder
	for _, r := range s {
		if to, changes := x.fold[r]; changes {
			b.WriteString(to)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// find looks up one word without spaces.
func (x *index) find(word string) (hits []hit) {
	word = strings.TrimSpace(x.folded(word))
	for _, line := range x.candidates([]rune(word)) {
		page := slices.IndexFunc(x.first, func(first int) bool { return first > line }) - 1
		p := &x.pages[page]
		if at := line - x.first[page]; strings.Contains(x.folded(p.lines[at]), word) {
			hits = append(hits, p.hit(at))
		}
	}
	return hits
}

// candidates are the lines that have all pairs of a word, or the character.
func (x *index) candidates(word []rune) (lines []int) {
	if len(word) == 1 {
		for pair, list := range x.pairs {
			if []rune(pair)[0] == word[0] {
				lines = append(lines, list...)
			}
		}
		slices.Sort(lines)
		return slices.Compact(lines)
	}
	for i := range len(word) - 1 {
		list := x.pairs[string(word[i:i+2])]
		if i == 0 {
			lines = slices.Clone(list)
		}
		lines = slices.DeleteFunc(lines, func(line int) bool {
			_, found := slices.BinarySearch(list, line)
			return !found
		})
	}
	return lines
}

func (p *foundPage) hit(line int) hit {
	h := hit{path: p.path, line: p.lines[line]}
	for i := 0; i < len(p.anchors) && int(p.anchors[i].(float64)) <= line; i += 3 {
		h.anchor = p.anchors[i+1].(string)
		h.heading = ""
		if label := int(p.anchors[i+2].(float64)); label > 0 {
			h.heading = p.lines[label]
		}
	}
	return h
}
