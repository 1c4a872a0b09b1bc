package zh

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Fold makes equal what a reader takes for equal: full-width digits, letters
// and punctuation become half-width (１２％ → 12%, （项） → (项)), invisible
// characters (zero-width spaces and joiners, BOM, soft hyphen) are taken out,
// every other space becomes U+0020 and those at both ends go. What has no
// half-width form stays: 、 。 “ ” — 〔 〕.
//
// Text that needs nothing is returned as it is, without an allocation.
func Fold(s string) string {
	s = Trim(s)
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < utf8.RuneSelf {
			i++
			continue
		} else if isPlainHan(s[i:]) {
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if FoldRune(r) != r {
			return foldFrom(s, i)
		}
		i += size
	}
	return s
}

// Join folds s and takes out all white space when s has a Chinese character,
// for names that were spread or broken to fit a cell: 合　计 → 合计,
// "隐患\n排查数" → 隐患排查数. Other text keeps single spaces.
func Join(s string) string {
	s = Fold(s)
	if !strings.Contains(s, " ") {
		return s
	}
	parts := strings.Fields(s)
	if strings.ContainsFunc(s, isHan) {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, " ")
}

// foldFrom folds s, whose first i bytes need nothing.
func foldFrom(s string, i int) string {
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	for _, r := range s[i:] {
		if f := FoldRune(r); f >= 0 {
			b.WriteRune(f)
		}
	}
	return b.String()
}

// FoldRune returns what Fold makes of r between other characters, or -1 when it
// takes r out.
func FoldRune(r rune) rune {
	switch {
	case r < 0x80:
		if r == '\t' || r == '\n' || r == '\r' || r == '\v' || r == '\f' {
			return ' '
		}
		return r
	case r >= '！' && r <= '～':
		return r - '！' + '!'
	case isInvisible(r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	case r == '￥':
		return '¥'
	case r == '−': // the mathematical minus of word processors
		return '-'
	}
	return r
}

// isInvisible reports whether r takes no room and has no meaning in a cell.
func isInvisible(r rune) bool {
	switch r {
	case 0x00AD, 0x180E, 0x2060, 0xFEFF:
		return true
	}
	return r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E
}

func isBlank(r rune) bool {
	if r > ' ' && r < 0x85 || r > 0x3000 && r < 0xFEFF { // nearly all there is
		return false
	}
	return unicode.IsSpace(r) || isInvisible(r)
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isPlainHan reports whether s begins with a character of U+4000 to U+9FFF, which
// is three bytes long and stays as it is. Nearly all texts are made of them.
func isPlainHan(s string) bool {
	return len(s) >= 3 && s[0] >= 0xE4 && s[0] <= 0xE9 && s[1]&0xC0 == 0x80 && s[2]&0xC0 == 0x80
}

// Trim takes spaces and invisible characters off both ends and changes nothing
// else.
func Trim(s string) string {
	if n := len(s); n > 0 && isInk(s) && isLastInk(s) {
		return s
	}
	return strings.TrimFunc(s, isBlank)
}

// isInk reports whether s begins with what is surely no blank.
func isInk(s string) bool { return s[0] > ' ' && s[0] < 0x7F || isPlainHan(s) }

// isLastInk is isInk for the end.
func isLastInk(s string) bool {
	c := s[len(s)-1]
	return c > ' ' && c < 0x7F || len(s) >= 3 && isPlainHan(s[len(s)-3:])
}
