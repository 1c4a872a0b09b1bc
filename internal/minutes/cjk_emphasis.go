package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// emphasisParser reads * and _ as CommonMark does, but for * beside Chinese,
// where CommonMark bolds the wrong words of
//
//	**整改率：**92.3%，**“重大”**隐患
//
// because it takes “：*” to end a word and “*9” to begin one only where a space
// stands. A Chinese text has no such spaces. Here, for *:
//
//   - Chinese punctuation needs no boundary beside it. But what cannot begin a
//     phrase (，。、：” and the like) keeps a * before it from opening, and what
//     cannot end one (“ （ 《) a * behind it from closing, so that 王**、李** stays
//     two hidden names.
//   - ASCII punctuation inside the emphasis needs no space outside it where a
//     Chinese character stands there: **92.3%**的, 隐患**(重大)**.
//   - * between digits is a multiplication sign or a hidden number: 3*4*5,
//     138****1234.
//
// _ is left to CommonMark, and so is * in a text without Chinese. After the
// amendment that markdown-cjk-friendly proposes; the second half of the first
// rule and the third rule are ours.
type emphasisParser struct{}

func (emphasisParser) Trigger() []byte { return []byte{'*', '_'} }

func (emphasisParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	before := block.PrecendingCharacter()
	line, segment := block.PeekLine()
	mark, n := line[0], 1
	for n < len(line) && line[n] == mark {
		n++
	}
	after := ' '
	if n < len(line) {
		after, _ = utf8.DecodeRune(line[n:])
	}
	opens, closes := flanks(before, after)
	if mark == '_' {
		left, right := commonFlanks(before, after)
		opens = left && (!right || util.IsPunctRune(before))
		closes = right && (!left || util.IsPunctRune(after))
	}
	d := parser.NewDelimiter(opens, closes, n, mark, emphasis{})
	d.Segment = segment.WithStop(segment.Start + n)
	block.Advance(n)
	pc.PushDelimiter(d)
	return d
}

// emphasis pairs delimiters as goldmark's own processor does.
type emphasis struct{}

func (emphasis) IsDelimiter(b byte) bool                   { return b == '*' || b == '_' }
func (emphasis) CanOpenCloser(a, b *parser.Delimiter) bool { return a.Char == b.Char }
func (emphasis) OnMatch(consumes int) ast.Node             { return ast.NewEmphasis(consumes) }

// flanks reports whether a run of * between two characters may open and close.
func flanks(before, after rune) (opens, closes bool) {
	if isASCIIDigit(before) && isASCIIDigit(after) {
		return false, false
	}
	left, right := commonFlanks(before, after)
	opens = left || !util.IsSpaceRune(after) && !endsPhrase(after) && (isChineseMark(after) || isChinese(before))
	closes = right || !util.IsSpaceRune(before) && !beginsPhrase(before) && (isChineseMark(before) || isChinese(after))
	return opens, closes
}

// commonFlanks reports what CommonMark calls left- and right-flanking.
func commonFlanks(before, after rune) (left, right bool) {
	spaceBefore, markBefore := util.IsSpaceRune(before), util.IsPunctRune(before)
	spaceAfter, markAfter := util.IsSpaceRune(after), util.IsPunctRune(after)
	left = !spaceAfter && (!markAfter || spaceBefore || markBefore)
	right = !spaceBefore && (!markBefore || spaceAfter || markAfter)
	return left, right
}

// isChinese reports whether r is a character or punctuation of Chinese text.
func isChinese(r rune) bool { return unicode.Is(unicode.Han, r) || isChineseMark(r) }

// isChineseMark reports whether r is Chinese punctuation: the CJK and
// full-width blocks, and the general punctuation that Chinese shares (“ ” — …).
func isChineseMark(r rune) bool {
	return r >= 0x3001 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF0F || r >= 0xFF1A && r <= 0xFF20 ||
		r >= 0xFF3B && r <= 0xFF40 || r >= 0xFF5B && r <= 0xFF65 ||
		r >= 0x2010 && r <= 0x2027 || r >= 0x2030 && r <= 0x205E || r == '·' || r == '×'
}

// endsPhrase reports whether r stands only at the end of a phrase or behind it.
func endsPhrase(r rune) bool {
	return strings.ContainsRune("，。、；：！？”’）〕】》〉」』％‰,.;:!?)]}%", r)
}

// beginsPhrase reports whether r stands only at the beginning of a phrase.
func beginsPhrase(r rune) bool { return strings.ContainsRune("“‘（〔【《〈「『([{", r) }

func isASCIIDigit(r rune) bool { return r >= '0' && r <= '9' }
