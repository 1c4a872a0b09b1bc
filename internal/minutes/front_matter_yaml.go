package minutes

import (
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"jianbao/internal/problem"
	"jianbao/internal/zh"
)

// maxFrontMatter bounds what is given to the YAML parser, in bytes.
const maxFrontMatter = 64 << 10

const yamlAdvice = "请写成“名称: 内容”，一行一项；内容里有冒号、方括号、井号或引号时，请在内容两边加上英文双引号。"

// frontMatterReader turns YAML into fields.
type frontMatterReader struct {
	src      *source
	known    keys
	result   frontMatter
	problems []problem.Problem
}

// read reads the text between two offsets. The parser gets empty lines in front
// of it, so that its line numbers are those of the file.
func (r *frontMatterReader) read(from, to int) {
	if to-from > maxFrontMatter {
		r.result.broken = true
		r.bad(r.src.at(from).Row, 0, "两行“---”之间的内容太长，不像是会议信息。", "请检查第二行“---”的位置。")
		return
	}
	row := r.src.at(from).Row
	lines := strings.Split(r.src.text[from:to], "\n")
	for i, line := range lines {
		lines[i] = repairColon(line)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(strings.Repeat("\n", row-1)+strings.Join(lines, "\n")), &doc); err != nil {
		r.unreadable(row + badLine(lines))
		return
	}
	if len(doc.Content) > 0 {
		r.mapping(doc.Content[0])
	}
}

// badLine finds the line that a YAML text fails from, counted from 0. The
// parser's own errors name the line where the outermost construct began.
func badLine(lines []string) int {
	const most = 100
	n := min(len(lines), most)
	for n > 0 {
		var doc yaml.Node
		if yaml.Unmarshal([]byte(strings.Join(lines[:n], "\n")), &doc) == nil {
			break
		}
		n--
	}
	return n
}

// mapping reads the pairs of the outermost mapping.
func (r *frontMatterReader) mapping(n *yaml.Node) {
	if n.Kind != yaml.MappingNode {
		r.unreadable(n.Line)
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if alias := findAlias(n.Content[i], n.Content[i+1]); alias != nil {
			r.bad(alias.Line, alias.Column, "这里用了“&”或“*”开头的写法，读不懂。", "请在内容两边加上英文双引号，或直接写出内容。")
			n.Content[i+1] = &yaml.Node{} // of no kind: no value
		}
		r.pair(n.Content[i], n.Content[i+1])
	}
}

func (r *frontMatterReader) pair(key, value *yaml.Node) {
	k, ok := r.known.find(strings.ToLower(zh.Join(key.Value)))
	if !ok {
		r.unknown(key)
		return
	}
	name := k.names[0]
	if r.result.fields[name].key != "" {
		r.bad(key.Line, key.Column, "“"+key.Value+"”写了两次，前面已有"+problem.Quote(r.result.fields[name].key)+"。", "请只留一处。")
		return
	}
	f := field{key: key.Value, place: r.src.place.At(key.Line, key.Column)}
	switch {
	case value.Kind == yaml.ScalarNode && k.list:
		f.values = splitNames(value.Value)
	case value.Kind == yaml.ScalarNode:
		f.values = []string{strings.TrimSpace(value.Value)}
	case value.Kind == yaml.SequenceNode && k.list:
		f.values = r.sequence(key, value)
	case value.Kind == 0: // an alias
	default:
		r.bad(value.Line, value.Column, "“"+key.Value+"”后面应当只有一个值。", "请写成“"+key.Value+": 内容”。")
	}
	r.result.fields[name] = f
}

func (r *frontMatterReader) sequence(key, list *yaml.Node) (values []string) {
	for _, n := range list.Content {
		if n.Kind != yaml.ScalarNode {
			r.bad(n.Line, n.Column, "“"+key.Value+"”里的这一项不是名称。", "请每行写一个名称，前面加“- ”。")
			continue
		}
		values = append(values, splitNames(n.Value)...)
	}
	return values
}

func (r *frontMatterReader) unknown(key *yaml.Node) {
	p := problem.Problem{
		Code: problem.UnknownSetting, Severity: problem.Warning, Place: r.src.place.At(key.Line, key.Column),
		Message: "开头的信息里没有" + problem.Quote(mask(key.Value)) + "这一项，没有读取。",
		Advice:  "请改用下列名称，或删去这一行：" + r.known.shown() + "。",
	}
	if similar, ok := zh.SimilarTo(key.Value, r.known.names()); ok {
		p.Advice = "是不是“" + similar + "”？请改正，或删去这一行。"
	}
	r.problems = append(r.problems, p)
}

// unreadable reports a line that is no YAML.
func (r *frontMatterReader) unreadable(row int) {
	row = min(max(row, 1), len(r.src.lines))
	start := r.src.lines[row-1]
	line := strings.TrimSpace(r.src.text[start:lineEnd(r.src.text, start)])
	r.result.broken = true
	r.bad(row, 0, "开头的信息读不懂这一行："+problem.Quote(mask(line))+"。", yamlAdvice)
}

func (r *frontMatterReader) bad(row, column int, message, advice string) {
	r.problems = append(r.problems, badFrontMatter(r.src.place.At(row, column), message, advice))
}

// repairColon writes the colon of a key as YAML wants it: half-width, with a
// space behind it. Indented lines and list items are left alone.
func repairColon(line string) string {
	i := strings.IndexAny(line, ":：")
	if i <= 0 || strings.ContainsAny(line[:1], " \t-#\"'[{") || utf8.RuneCountInString(line[:i]) > 12 {
		return line
	}
	_, size := utf8.DecodeRuneInString(line[i:])
	return line[:i] + ": " + strings.TrimLeft(line[i+size:], " \t\u3000")
}

// findAlias returns the first node that is, or may become, an alias: a few of
// them can unfold into gigabytes.
func findAlias(nodes ...*yaml.Node) *yaml.Node {
	for _, n := range nodes {
		if n.Kind == yaml.AliasNode || n.Anchor != "" {
			return n
		}
		if found := findAlias(n.Content...); found != nil {
			return found
		}
	}
	return nil
}
