package minutes

import (
	"strings"

	"jianbao/internal/problem"
)

// number writes the answer to a {{ }}, or what was written when there is none.
func (w *writer) number(n *callNode) {
	text, err := "", n.fault
	if err == nil {
		if text, err = w.resolver.number(n.call); err != nil {
			w.problems = append(w.problems, unknownName(err, n.call.Place))
		}
	}
	if err != nil {
		text = reveal(n.Value)
	}
	w.escape(text)
}

func (w *writer) figure(c Call) {
	html, err := w.resolver.figure(c)
	if err != nil {
		w.problems = append(w.problems, unknownName(err, c.Place))
		return
	}
	w.out.Write(html)
	w.out.WriteByte('\n')
}

func (r Resolver) number(c Call) (string, error) {
	if r.Number == nil {
		return "", &Unknown{"这里不能引用数字“" + c.Name + "”。", "请删去这处引用，或直接写出文字。"}
	}
	return r.Number(c)
}

func (r Resolver) figure(c Call) ([]byte, error) {
	if r.Figure == nil {
		return nil, &Unknown{"这里不能放图“" + c.Name + "”。", "请删去这个图。"}
	}
	return r.Figure(c)
}

// ResolveText answers the calls in a plain text: an action item's, a summary, a
// title. A call without an answer stays as written and is a problem at place,
// where the text as a whole stands; [Text.HTML] reports the same calls with
// their own lines, so a caller that renders the body drops these.
func ResolveText(s string, r Resolver, place problem.Place) (string, []problem.Problem) {
	var out strings.Builder
	var problems []problem.Problem
	for {
		before, rest, found := strings.Cut(s, "{{")
		inside, after, closed := strings.Cut(rest, "}}")
		if !found || !closed {
			out.WriteString(s)
			return out.String(), problems
		}
		out.WriteString(before)
		answer, err := resolve(inside, r, place)
		if err != nil {
			problems = append(problems, unknownName(err, place))
			answer = "{{" + inside + "}}"
		}
		out.WriteString(answer)
		s = after
	}
}

func resolve(written string, r Resolver, place problem.Place) (string, error) {
	name, args, err := parseCall(written)
	if err != nil {
		return "", err
	}
	return r.number(Call{Name: name, Args: args, Place: place})
}
