package site

import (
	"bytes"
	"cmp"
	"errors"
	"html/template"
	"io"
	"slices"
	"strings"
	"text/template/parse"
)

// placeWords puts fixed words into the templates wherever one is asked for by
// nothing but its key: a page has dozens, and each would be looked up and escaped
// again on every page. Roots are the templates that pages are made with.
//
// html/template has looked at every place by then and said how a text there is
// escaped. The words are what it would write itself, wherever they stand.
func placeWords(templates *template.Template, roots []string) error {
	empty, err := templates.New(alone).Parse("{{/* an action of another template */}}")
	if err != nil {
		return err
	}
	for _, name := range append(roots, alone) {
		if err := contextualise(templates.Lookup(name)); err != nil {
			return themeError(err, name)
		}
	}
	p := wordPlacer{empty}
	for _, t := range templates.Templates() {
		if t.Tree == nil {
			continue // of the set itself
		}
		if err := p.list(t.Tree.Root); err != nil {
			return themeError(err, t.Name())
		}
	}
	return nil
}

// alone is the name of a template in which actions of others are run by
// themselves. No file has such a name.
const alone = "/"

// contextualise has html/template do at once what it does before a template runs
// for the first time. Without data much else goes wrong, which does not count.
func contextualise(t *template.Template) error {
	var fault *template.Error
	if err := t.Execute(io.Discard, nil); errors.As(err, &fault) {
		return err
	}
	return nil
}

// wordPlacer places words in lists of a template's nodes.
type wordPlacer struct{ alone *template.Template }

func (p wordPlacer) list(list *parse.ListNode) (err error) {
	if list == nil {
		return nil
	}
	for i, node := range list.Nodes {
		var inside error
		switch node := node.(type) {
		case *parse.ActionNode:
			if asksForWords(node.Pipe) {
				list.Nodes[i], inside = p.run(node)
			}
		case *parse.IfNode:
			inside = p.branches(&node.BranchNode)
		case *parse.WithNode:
			inside = p.branches(&node.BranchNode)
		case *parse.RangeNode:
			inside = p.branches(&node.BranchNode)
		}
		err = cmp.Or(err, inside)
	}
	list.Nodes = joinTexts(list.Nodes)
	return err
}

func (p wordPlacer) branches(n *parse.BranchNode) error {
	return cmp.Or(p.list(n.List), p.list(n.ElseList))
}

// asksForWords reports whether an action is {{str "key"}}, followed by the
// escapers of html/template and nothing else. Without escapers nobody has looked
// where it stands.
func asksForWords(p *parse.PipeNode) bool {
	if len(p.Decl) > 0 || len(p.Cmds) < 2 {
		return false
	}
	isMore := func(c *parse.CommandNode) bool { return !strings.HasPrefix(c.String(), "_html_template_") }
	asked := p.Cmds[0].Args
	return len(asked) == 2 && asked[0].String() == "str" && asked[1].Type() == parse.NodeString &&
		!slices.ContainsFunc(p.Cmds[1:], isMore)
}

// run returns the text that an action writes.
func (p wordPlacer) run(action *parse.ActionNode) (parse.Node, error) {
	p.alone.Tree.Root.Nodes = []parse.Node{action}
	var words bytes.Buffer
	err := p.alone.Execute(&words, nil)
	return &parse.TextNode{NodeType: parse.NodeText, Pos: action.Pos, Text: words.Bytes()}, err
}

// joinTexts makes one of texts that stand side by side.
func joinTexts(nodes []parse.Node) (joined []parse.Node) {
	var before *parse.TextNode
	for _, node := range nodes {
		text, isText := node.(*parse.TextNode)
		if isText && before != nil {
			before.Text = slices.Concat(before.Text, text.Text)
			continue
		}
		before = text
		joined = append(joined, node)
	}
	return joined
}
