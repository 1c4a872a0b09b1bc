package minutes

import (
	"slices"
	"strings"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// frontMatter is what stands between two lines of --- at the beginning.
type frontMatter struct {
	given  bool             // there is some
	broken bool             // it could not be read, which is reported already
	fields map[string]field // by the canonical name of each key
}

// text returns the value of a key, masked for print, or "".
func (fm frontMatter) text(name string) string { return mask(fm.fields[name].text()) }

// list returns the values of a key, masked for print.
func (fm frontMatter) list(name string) []string {
	list := slices.Clone(fm.fields[name].values)
	for i := range list {
		list[i] = mask(list[i])
	}
	return list
}

// field is one key with its values.
type field struct {
	key    string        // as written
	values []string      // nil when what was written is no value, which is reported already
	place  problem.Place // of the key
}

// text returns the only value, or "".
func (f field) text() string {
	if len(f.values) == 0 {
		return ""
	}
	return f.values[0]
}

// keys are the keys that a kind of file may have.
type keys []key

// key is one key: the names it may be written with, lower case, the canonical
// one first, and whether it has several values.
type key struct {
	names []string
	list  bool
}

// find returns the key that is written as name.
func (k keys) find(name string) (key, bool) {
	i := slices.IndexFunc(k, func(k key) bool { return slices.Contains(k.names, name) })
	if i < 0 {
		return key{}, false
	}
	return k[i], true
}

// shown lists the keys for a message: date（日期）、title（标题）.
func (k keys) shown() string {
	all := make([]string, len(k))
	for i, one := range k {
		all[i] = one.names[0] + "（" + one.names[1] + "）"
	}
	return strings.Join(all, "、")
}

// names returns every name.
func (k keys) names() (all []string) {
	for _, one := range k {
		all = append(all, one.names...)
	}
	return all
}

// cutFrontMatter takes front matter out of a source: what goldmark reads has
// blank lines in its place, so that lines keep their numbers.
func cutFrontMatter(s *source, known keys) (frontMatter, []problem.Problem) {
	from, to, end, ok := findFrontMatter(s.text)
	if !ok {
		place := s.at(from)
		return frontMatter{given: true, broken: true}, []problem.Problem{badFrontMatter(place.At(place.Row, 0),
			"开头的“---”之后没有另一行“---”收尾。", "请在这些信息写完之后单独写一行“---”。")}
	}
	if end == 0 {
		return frontMatter{}, nil
	}
	s.blank(0, end)
	r := frontMatterReader{src: s, known: known, result: frontMatter{given: true, fields: map[string]field{}}}
	r.read(from, to)
	return r.result, r.problems
}

// findFrontMatter returns where the lines between the marks begin and end, and
// where the text behind the closing mark begins: all 0 without front matter.
// When the closing mark is missing, ok is false and from is the opening one.
func findFrontMatter(text string) (from, to, end int, ok bool) {
	start := len(text) - len(strings.TrimLeft(text, "\n \t\u3000\uFEFF"))
	if line, _, _ := strings.Cut(text[start:], "\n"); !isMark(line) {
		return 0, 0, 0, true
	}
	from = lineEnd(text, start)
	for at := from; at < len(text); {
		next := lineEnd(text, at)
		if isMark(text[at:next]) {
			return from, at, next, true
		}
		at = next
	}
	return start, 0, 0, false
}

// lineEnd returns where the line behind the one at offset begins.
func lineEnd(text string, offset int) int {
	if i := strings.IndexByte(text[offset:], '\n'); i >= 0 {
		return offset + i + 1
	}
	return len(text)
}

// isMark reports whether a line is --- or longer and nothing else; input methods
// make full-width or long dashes of it.
func isMark(line string) bool {
	line = zh.Fold(line)
	return len(line) >= 3 && strings.Trim(line, "-") == "" || line == "——" || line == "———"
}

func badFrontMatter(place problem.Place, message, advice string) problem.Problem {
	return problem.Problem{Code: problem.BadFrontMatter, Severity: problem.Error, Place: place, Message: message, Advice: advice}
}
