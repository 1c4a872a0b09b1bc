package site

import (
	"bytes"
	"cmp"
	"math/bits"
	"runtime"
	"slices"
	"unicode/utf8"
)

const (
	wordsFileSize = 64 << 10 // that files are below, if first characters are spread evenly
	maxWordsFiles = 256
)

// pair is two neighbouring characters, or one and 0 where none follows.
type pair uint64

func pairOf(first, second rune) pair { return pair(first)<<32 | pair(second) }

func (p pair) first() rune  { return rune(p >> 32) }
func (p pair) second() rune { return rune(p & 0xffffffff) }

// file is which of n files, a power of two, holds the pair.
func (p pair) file(n int) int { return int(p.first()) & (n - 1) }

// postings are the lines of every pair, over a stretch of the pages. Pairs have
// numbers, in the order in which they were met.
type postings struct {
	numbers []int32 // a hash table of the pairs: number + 1, or 0
	pairs   []pair
	last    []int32 // the line that each was met in last
	count   []int32 // of lines that each stands in
	met     []posting
}

// posting says that a pair stands in a line.
type posting struct{ pair, line int32 }

// wordFiles indexes the pages and writes the postings: in as many parts as there
// may be files, of which those that belong to one file are put together.
func wordFiles(pages []searchPage, fold *folding) []File {
	stretches := stretch(pages, runtime.GOMAXPROCS(0))
	lists := make([][]lineList, len(stretches))
	inParallel(len(stretches), func(i int) {
		s := stretches[i]
		lists[i] = indexOf(pages[s.from:s.to], s.line, fold).lists()
	})
	var parts [maxWordsFiles][]lineList
	for _, l := range slices.Concat(lists...) {
		i := l.pair.file(maxWordsFiles)
		parts[i] = append(parts[i], l)
	}
	var written [maxWordsFiles][]byte
	inParallel(maxWordsFiles, func(i int) { written[i] = wordPart(parts[i]) })
	size := 0
	for _, part := range written {
		size += len(part)
	}
	files := make([]File, fileCount(size))
	inParallel(len(files), func(i int) { files[i] = wordFile(i, len(files), &written) })
	return files
}

// fileCount is the power of two that keeps files below wordsFileSize.
func fileCount(size int) int {
	return min(1<<bits.Len(uint(size/wordsFileSize)), maxWordsFiles)
}

// pageRange is a stretch of pages and the number of its first line.
type pageRange struct{ from, to, line int }

// stretch cuts the pages into n stretches with about as much text in each.
func stretch(pages []searchPage, n int) (stretches []pageRange) {
	total := 0
	for i := range pages {
		total += len(pages[i].text)
	}
	size, lines := 0, 0
	s := pageRange{}
	for i := range pages {
		size += len(pages[i].text)
		lines += pages[i].lines
		if s.to = i + 1; size*n >= total*(len(stretches)+1) || s.to == len(pages) {
			stretches = append(stretches, s)
			s = pageRange{from: s.to, line: lines}
		}
	}
	return stretches
}

// indexOf meets every pair of every line; line is the number of the first.
func indexOf(pages []searchPage, line int, fold *folding) *postings {
	p := &postings{numbers: make([]int32, 1<<12)}
	size := 0
	for i := range pages {
		size += len(pages[i].text)
	}
	p.met = make([]posting, 0, size/3)
	for i := range pages {
		before := rune(0)
		text := pages[i].text
		for len(text) > 0 {
			r, n := rune(text[0]), 1
			if r >= utf8.RuneSelf {
				r, n = utf8.DecodeRune(text)
			}
			text = text[n:]
			isEnd := r == '\n'
			if r = fold.rune(r); r == ' ' {
				r = 0
			}
			if before != 0 {
				p.meet(pairOf(before, r), int32(line))
			}
			before = r
			if isEnd {
				line++
			}
		}
	}
	return p
}

func (p *postings) meet(pair pair, line int32) {
	n := p.numberOf(pair)
	if p.last[n] != line {
		p.last[n] = line
		p.count[n]++
		p.met = append(p.met, posting{n, line})
	}
}

// numberOf finds a pair, or gives it a number. There are more than a million
// pairs in a large site; a map takes three times as long.
func (p *postings) numberOf(wanted pair) int32 {
	at := p.slot(wanted)
	if n := p.numbers[at]; n > 0 {
		return n - 1
	}
	p.pairs = append(p.pairs, wanted)
	p.last = append(p.last, -1)
	p.count = append(p.count, 0)
	p.numbers[at] = int32(len(p.pairs))
	if 2*len(p.pairs) > len(p.numbers) {
		p.numbers = make([]int32, 2*len(p.numbers))
		for i, known := range p.pairs {
			p.numbers[p.slot(known)] = int32(i + 1)
		}
	}
	return int32(len(p.pairs) - 1)
}

// slot is where in the table a pair stands, or belongs.
func (p *postings) slot(wanted pair) int {
	mask := len(p.numbers) - 1
	at := int(uint64(wanted)*0x9e3779b97f4a7c15>>32) & mask
	for p.numbers[at] > 0 && p.pairs[p.numbers[at]-1] != wanted {
		at = (at + 1) & mask
	}
	return at
}

// lineList is the lines of one pair, ascending.
type lineList struct {
	pair  pair
	lines []int32
}

// lists sorts the postings by pair.
func (p *postings) lists() []lineList {
	lines := make([]int32, len(p.met))
	start := make([]int32, len(p.pairs)+1)
	for i, n := range p.count {
		start[i+1] = start[i] + n
	}
	next := slices.Clone(start)
	for _, m := range p.met {
		lines[next[m.pair]] = m.line
		next[m.pair]++
	}
	lists := make([]lineList, len(p.pairs))
	for i, pair := range p.pairs {
		lists[i] = lineList{pair, lines[start[i]:start[i+1]]}
	}
	return lists
}

// wordPart writes lists. Those of the same pair, which are of stretches that
// follow each other, become one.
func wordPart(lists []lineList) []byte {
	size := 0
	for _, l := range lists {
		size += 2*len(l.lines) + 12
	}
	slices.SortStableFunc(lists, func(a, b lineList) int { return cmp.Compare(a.pair, b.pair) })
	part := make([]byte, 0, size)
	before := int32(-1)
	for i, l := range lists {
		if i == 0 || lists[i-1].pair != l.pair {
			part = append(appendScriptText(part, l.pair.text()), ':', '"')
			before = -1
		}
		for _, line := range l.lines {
			part = appendNumber(part, int(line-before-1))
			before = line
		}
		if i+1 == len(lists) || lists[i+1].pair != l.pair {
			part = append(part, "\",\n"...)
		}
	}
	return part
}

// wordFile puts together the parts that belong to file i of n.
func wordFile(i, n int, parts *[maxWordsFiles][]byte) File {
	size := 100
	for k := i; k < maxWordsFiles; k += n {
		size += len(parts[k])
	}
	name := indexedName("words", i)
	body := append(beginScript(make([]byte, 0, size), name), "t:{\n"...)
	for k := i; k < maxWordsFiles; k += n {
		body = append(body, parts[k]...)
	}
	return File{scriptFile(name), append(bytes.TrimSuffix(body, []byte(",\n")), "}};\n"...)}
}

func (p pair) text() string {
	if p.second() == 0 {
		return string(p.first())
	}
	return string([]rune{p.first(), p.second()})
}
