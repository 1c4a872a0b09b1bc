package pdf

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
)

// patches are the places of a file that Stamp changes.
type patches struct {
	dates, identifiers []span
	heads              []span // where a table head is named
	mentions           []span // where a cell says which heads are its own
	limits             []span // the first and the last name of a tree of them
	leaves             [][]entry
}

// entry is a name, with what it is the name of, in a tree of names.
type entry struct{ name, all span }

// scan goes once through all of a file but its streams.
func scan(pdf []byte) (patches, error) {
	var p patches
	s := scanner{lexer: lexer{text: pdf}}
	for t := s.next(); t.kind != atEnd; t = s.next() {
		if s.is(t, "stream") {
			if err := s.skipStream(t); err != nil {
				return p, err
			}
			continue
		}
		if err := s.follow(t); err != nil {
			return p, err
		}
		if t.kind == literal || t.kind == hexadecimal {
			p.add(&s, t)
		}
	}
	return p, nil
}

// add adds a string, if it is one that is changed.
func (p *patches) add(s *scanner, t token) {
	text := s.raw(t)
	at := span{t.start + 1, t.start + 1 + len(text)}
	switch key := s.key(); {
	case key == "CreationDate", key == "ModDate":
		p.dates = append(p.dates, at)
	case key == "ID" && s.inTrailer:
		p.identifiers = append(p.identifiers, at)
	case !isNode(text):
	case key == "ID":
		p.heads = append(p.heads, at)
	case key == "Headers":
		p.mentions = append(p.mentions, at)
	case key == "Limits":
		p.limits = append(p.limits, at)
	case key == "Names":
		if leaf := s.leaf(t); !slices.ContainsFunc(leaf, func(e entry) bool { return !isNode(s.text[e.name.start:e.name.end]) }) {
			p.leaves = append(p.leaves, leaf)
		}
	}
}

// leaf reads an array of names, of which the first has been read.
func (s *scanner) leaf(t token) []entry {
	var all []entry
	for ; t.kind != closeArray && t.kind != atEnd; t = s.next() {
		if t.kind == literal {
			all = append(all, entry{name: span{t.start + 1, t.start + 1 + len(s.raw(t))}})
			all[len(all)-1].all.start = t.start
		}
		all[len(all)-1].all.end = t.end
	}
	s.follow(t) // the end of the array
	return all
}

// scanner knows in which dictionaries a token is.
type scanner struct {
	lexer
	inside    []frame
	inTrailer bool
	length    int // of the stream that comes next, or -1
}

// frame is a dictionary or an array that is not yet closed.
type frame struct {
	isDict   bool
	key      string // of the value that comes next, or has come
	hasValue bool   // it has come, at least its first word
	length   []byte // the value of the key Length
}

// follow takes notice of a token.
func (s *scanner) follow(t token) error {
	var top *frame
	if n := len(s.inside); n > 0 {
		top = &s.inside[n-1]
	}
	switch {
	case t.kind == closeDict, t.kind == closeArray:
		s.leave(top)
		return nil
	case t.kind == name && top != nil && top.isDict && (top.key == "" || top.hasValue):
		top.key, top.hasValue = string(s.raw(t)), false
		return nil
	case top != nil:
		top.hasValue = true
	}
	switch t.kind {
	case openDict, openArray:
		s.inside = append(s.inside, frame{isDict: t.kind == openDict})
	case word:
		s.word(t, top)
	case name:
		if kind := string(s.raw(t)); s.key() == "Type" && (kind == "ObjStm" || kind == "XRef") {
			return errors.New("objects hidden in streams")
		}
	}
	return nil
}

// leave closes the innermost dictionary or array.
func (s *scanner) leave(top *frame) {
	if top == nil {
		return
	}
	s.length = -1
	if n, err := strconv.Atoi(string(top.length)); err == nil {
		s.length = n
	}
	s.inside = s.inside[:len(s.inside)-1]
}

// word takes notice of a number or a keyword.
func (s *scanner) word(t token, top *frame) {
	text := s.text[t.start:t.end]
	switch string(text) {
	case "obj", "endobj":
		s.inside, s.inTrailer, s.length = nil, false, -1
	case "trailer":
		s.inTrailer = true
	}
	if top != nil && top.isDict && top.key == "Length" {
		top.length = append(top.length, text...) // with what follows, if it is a reference; that is no number
	}
}

// key is the key under which the last token is.
func (s *scanner) key() string {
	for _, f := range slices.Backward(s.inside) {
		if f.isDict {
			return f.key
		}
	}
	return ""
}

// skipStream passes over the data of a stream, and the word behind them.
func (s *scanner) skipStream(t token) error {
	switch {
	case s.at < len(s.text) && s.text[s.at] == '\n':
		s.at++
	case s.at+1 < len(s.text) && s.text[s.at] == '\r' && s.text[s.at+1] == '\n':
		s.at += 2
	}
	if s.length >= 0 && s.length <= len(s.text)-s.at {
		s.at += s.length
		if end := s.next(); s.is(end, "endstream") {
			return nil
		}
	}
	return fmt.Errorf("at byte %d: a stream does not end where it says", t.start)
}
