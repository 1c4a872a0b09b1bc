package minutes

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"github.com/yuin/goldmark/ast"

	"jianbao/internal/zh"
)

// chooseTitle decides what a first h1 is: the page's title where the front
// matter has none, or that title once more; in both cases it is not rendered.
// Any other h1 moves all headings one level down.
func (b *body) chooseTitle(title string) string {
	first, _ := b.tree.FirstChild().(*ast.Heading)
	if first != nil && first.Level == 1 {
		if said := oneLine(b.plain(first)); title == "" || zh.Join(said) == zh.Join(title) {
			b.title, title = first, said
		}
	}
	for n := b.tree.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 && h != b.title {
			b.shift = 1
		}
	}
	return title
}

func (b *body) level(h *ast.Heading) int { return min(max(h.Level+b.shift, 2), 6) }

func (s *survey) heading(h *ast.Heading) {
	if h == s.body.title {
		return
	}
	said := oneLine(s.body.plain(h))
	id := headingID(said)
	s.used[id]++
	if n := s.used[id]; n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	if s.body.ids == nil {
		s.body.ids = map[*ast.Heading]string{}
	}
	s.body.ids[h] = id
	s.text.Headings = append(s.text.Headings, Heading{s.body.level(h), id, said, s.body.src.at(h.Pos())})
}

// headingID derives an id from what a heading says without its number, so that
// it stays when a heading is added above and the numbers move on. A hash, as
// Chinese in an address becomes three %XX a character.
func headingID(said string) string {
	_, words := cutNumber(zh.Join(said))
	sum := sha256.Sum256([]byte(words))
	return "s-" + hex.EncodeToString(sum[:4])
}
