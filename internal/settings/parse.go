package settings

import (
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"jianbao/internal/problem"
)

// parse turns the text of jianbao.yaml into a tree of values, and reports what
// cannot stand there. A part with a problem is left out of the tree.
func parse(source string) (tree, []problem.Problem) {
	if found := slips(source); len(found) > 0 {
		return nil, found // what YAML makes of the rest is not what was meant
	}
	decoder := yaml.NewDecoder(strings.NewReader(source))
	var document yaml.Node
	if err := decoder.Decode(&document); err == io.EOF {
		return nil, nil
	} else if err != nil {
		return nil, []problem.Problem{syntax(err, strings.Count(strings.TrimSpace(source), "\n")+1)}
	}
	var p parser
	t := p.mapping(document.Content[0], schema(), "")
	var second yaml.Node
	if decoder.Decode(&second) == nil && second.Kind != 0 {
		p.bad(&second, "文件中部有一行“---”，它后面的设置不会被读取。", "请删去这一行“---”。")
	}
	return t, p.problems
}

// lineOf finds the line in a message of the YAML reader.
var lineOf = regexp.MustCompile(`^yaml: line (\d+): `)

// syntax reports text that is no YAML at all. The reader's own words are not
// passed on: they are English, and about its insides.
func syntax(err error, last int) problem.Problem {
	row := 1
	if m := lineOf.FindStringSubmatch(err.Error()); m != nil {
		row, _ = strconv.Atoi(m[1])
	}
	if strings.Contains(err.Error(), "did not find expected") {
		row++ // these alone count from 0
	}
	row = min(row, last)
	return problem.Problem{
		Code:     problem.BadSetting,
		Severity: problem.Error,
		Place:    problem.Place{File: FileName, Row: row},
		Message:  fmt.Sprintf("从第 %d 行附近起，写法不合规则，后面的设置都无法读取。", row),
		Advice:   "请核对这一行和上一行：同级的行左边要对齐（用空格，不用 Tab 键），冒号用半角且后面空一格，引号和括号要成对；值中有冒号、# 号或以 @、%、* 开头时，请给整个值加上半角引号。",
	}
}

// parser walks the YAML document along the schema.
type parser struct{ problems []problem.Problem }

func place(n *yaml.Node) problem.Place {
	return problem.Place{File: FileName, Row: n.Line, Column: n.Column}
}

func (p *parser) bad(n *yaml.Node, message, advice string) {
	p.problems = append(p.problems, bad(place(n), message, advice))
}

// value reads what stands under one key; ok is false when there is nothing to take.
func (p *parser) value(n *yaml.Node, s shape, label string) (v any, ok bool) {
	if n.Kind == yaml.AliasNode || n.Anchor != "" {
		p.bad(n, "设置里不能用 & 和 * 引用。", "请把内容直接写出；如果 & 或 * 是文字的一部分，请给整个值加上半角引号。")
		return nil, false
	}
	if n.Tag == "!!null" {
		return nil, false
	}
	switch {
	case s.kind == textKind && n.Kind == yaml.ScalarNode:
		return p.text(n, label)
	case s.kind == mappingKind && n.Kind == yaml.MappingNode:
		return p.mapping(n, s, label), true
	case s.short != "" && n.Kind == yaml.ScalarNode:
		v, ok := p.text(n, s.short)
		return tree{hereKey: value{place: place(n)}, s.short: v}, ok
	case s.kind == listKind && n.Kind == yaml.SequenceNode:
		return p.list(n, s, label), true
	}
	p.wrongKind(n, s, label)
	return nil, false
}

// text reads one value as it was written, without the spaces around it.
func (p *parser) text(n *yaml.Node, label string) (any, bool) {
	written := strings.TrimSpace(n.Value)
	if strings.ContainsAny(written, "\n\r\t\v\f\u0085\u2028\u2029") {
		p.bad(n, quoteLabel(label)+"的值"+problem.Quote(n.Value)+"有换行或制表符。", "请写在一行里。")
		return nil, false
	}
	return value{text: written, place: place(n), label: label}, true
}

func (p *parser) list(n *yaml.Node, s shape, label string) []any {
	items := []any{}
	for _, item := range n.Content {
		if item.Tag == "!!null" {
			p.bad(item, quoteLabel(label)+"里有一项是空的。", "请补写这一项，或删去这一行。")
			continue
		}
		if v, ok := p.value(item, *s.item, label); ok {
			items = append(items, v)
		}
	}
	return items
}

// mapping reads keys and values. Keys in lists are labelled by themselves, the
// others by their whole path.
func (p *parser) mapping(n *yaml.Node, s shape, label string) tree {
	t := tree{}
	if n.Kind != yaml.MappingNode {
		if n.Tag != "!!null" {
			p.wrongKind(n, s, label)
		}
		return t
	}
	where := label
	if s.inList(label) {
		t[hereKey], label = value{place: place(n)}, ""
	}
	seen := map[string]*yaml.Node{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, body := n.Content[i], n.Content[i+1]
		under, known := s.find(key.Value)
		if !known {
			p.problems = append(p.problems, unknownKey(place(key), key.Value, where, s))
			continue
		}
		if first := seen[key.Value]; first != nil {
			p.bad(key, fmt.Sprintf("“%s”写了两次，第一次在第 %d 行。", key.Value, first.Line), "请只保留一处。")
			continue
		}
		seen[key.Value] = key
		if v, ok := p.value(body, under, dotted(label, key.Value)); ok {
			t[key.Value] = v
		}
	}
	return t
}

func dotted(label, key string) string {
	if label == "" {
		return key
	}
	return label + "." + key
}

func (p *parser) wrongKind(n *yaml.Node, s shape, label string) {
	what := "整个文件"
	if s.inList(label) {
		what = quoteLabel(label) + "里的每一项"
	} else if label != "" {
		what = quoteLabel(label)
	}
	found := map[yaml.Kind]string{yaml.ScalarNode: "一个值", yaml.SequenceNode: "一个列表", yaml.MappingNode: "一组“键: 值”"}[n.Kind]
	if n.Kind == yaml.ScalarNode {
		found += problem.Quote(n.Value)
	}
	switch s.kind {
	case textKind:
		p.bad(n, what+"应当是一个值，写的却是"+found+"。", "请在冒号后面空一格，直接写出值。")
	case listKind:
		p.bad(n, what+"应当是一个列表，写的却是"+found+"。", "请每项另起一行，以“- ”开头，例如“- 青石镇”。")
	case mappingKind:
		p.bad(n, what+"应当是一组“键: 值”，写的却是"+found+"。", "可以写的键有："+strings.Join(s.names(), "、")+"。")
	}
}
