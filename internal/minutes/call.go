package minutes

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"jianbao/internal/problem"
)

// Call asks for a computed number, {{ 整改率 "全县" "2026-10" }}, or for a
// figure, the line in a block fenced with ```图.
type Call struct {
	Name   string   // 整改率
	Args   []string // as written, without quotes
	Figure bool     // called from a fenced block
	Place  problem.Place
}

// Resolver knows what the calls of a text stand for.
type Resolver struct {
	// Number returns the plain text to print; it is escaped here.
	Number func(Call) (string, error)
	// Figure returns HTML that is put into the page as it is.
	Figure func(Call) ([]byte, error)
}

// Unknown is the error of a [Resolver] for a call that it cannot answer. It
// becomes a problem of code unknown-name at the call; the wording rules of
// internal/problem hold for both texts. Other errors are reported by their text.
type Unknown struct {
	Message string // the fact: 没有名为“整治率”的指标。
	Advice  string // what to do; a general one is taken when empty
}

// Error returns the message.
func (u *Unknown) Error() string { return u.Message }

// unknownName makes err, which a resolver or the grammar gave, a problem at place.
func unknownName(err error, place problem.Place) problem.Problem {
	p := problem.Problem{
		Code: problem.UnknownName, Severity: problem.Error, Place: place,
		Message: err.Error(), Advice: "请核对名称、地区和月份的写法。",
	}
	if u, ok := err.(*Unknown); ok && u.Advice != "" {
		p.Advice = u.Advice
	}
	return p
}

// callNode is a {{ }} in running text. It is a String to goldmark.
type callNode struct {
	ast.String // the value is what was written, braces included
	call       Call
	fault      error // what is wrong with the writing
	offset     int
}

// callParser finds {{ }} in running text; a call must end on its line.
type callParser struct{}

func (callParser) Trigger() []byte { return []byte{'{'} }

func (callParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	n := &callNode{offset: segment.Start}
	end := bytes.Index(line, []byte("}}"))
	if end < 0 {
		n.Value = line[:2]
		n.fault = &Unknown{
			"数字的引用" + problem.Quote(reveal(bytes.TrimRight(line, "\n"))) + "没有用“}}”收尾。",
			`请在同一行里补上“}}”；要原样显示花括号，请写成“\{{”。`,
		}
		block.Advance(2)
		return n
	}
	n.Value = line[:end+2]
	n.call.Name, n.call.Args, n.fault = parseCall(reveal(line[2:end]))
	block.Advance(end + 2)
	return n
}

// parseCall reads a name and its arguments, which stand between spaces or
// commas, bare or in straight or Chinese quotes.
func parseCall(s string) (name string, args []string, err error) {
	tokens, ok := splitCall(s)
	switch {
	case !ok:
		return "", nil, &Unknown{"引用" + problem.Quote(strings.TrimSpace(s)) + "里的引号没有成对。", "请补上缺少的引号。"}
	case len(tokens) == 0:
		return "", nil, &Unknown{"引用里没有写名称。", `请写上指标的名称，例如“{{ 整改率 "全县" "2026-10" }}”。`}
	case !isName(tokens[0]):
		return "", nil, &Unknown{"引用以" + problem.Quote(tokens[0]) + "开头，这不是一个名称。", "请先写指标的名称，再写地区和月份。"}
	}
	return tokens[0], tokens[1:], nil
}

// splitCall cuts s into its words; ok is false when a quote is not closed.
func splitCall(s string) (words []string, ok bool) {
	for {
		s = strings.TrimLeftFunc(s, isSeparator)
		if s == "" {
			return words, true
		}
		word, rest, ok := cutWord(s)
		if !ok {
			return nil, false
		}
		words, s = append(words, word), rest
	}
}

// cutWord takes the first word off s. Any double quote closes any other, as
// keyboards mix them: “全县".
func cutWord(s string) (word, rest string, ok bool) {
	const double, single = "\"“”＂", "'‘’"
	first, size := utf8.DecodeRuneInString(s)
	for _, quotes := range [...]string{double, single} {
		if !strings.ContainsRune(quotes, first) {
			continue
		}
		end := strings.IndexAny(s[size:], quotes)
		if end < 0 {
			return "", "", false
		}
		_, closing := utf8.DecodeRuneInString(s[size+end:])
		return s[size : size+end], s[size+end+closing:], true
	}
	end := strings.IndexFunc(s, func(r rune) bool { return isSeparator(r) || strings.ContainsRune(double+single, r) })
	if end < 0 {
		end = len(s)
	}
	return s[:end], s[end:], true
}

func isSeparator(r rune) bool {
	return unicode.IsSpace(r) || r == ',' || r == '，' || r == '、'
}

// isName reports whether s begins with a letter, as a name does.
func isName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}
