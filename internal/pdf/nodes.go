package pdf

import (
	"bytes"
	"fmt"
	"slices"
)

// nodeFormat is how a browser names the heads of tables: by a number that counts
// on from page to page for as long as the browser runs. Nor are the numbers of a
// page always given in the same order.
const nodeFormat = "node%08d"

func isNode(name []byte) bool {
	digits, found := bytes.CutPrefix(name, []byte("node"))
	return found && len(digits) == len("00000001") && bytes.Trim(digits, "0123456789") == nil
}

// rename counts the heads of tables from 1, in the order in which they are in
// the file. Their tree of names is sorted anew, in its place.
func (p patches) rename(out []byte) {
	numbers := map[string]int{}
	for _, s := range p.inOrder(out) {
		if name := string(out[s.start:s.end]); numbers[name] == 0 {
			numbers[name] = len(numbers) + 1
		}
	}
	for _, spans := range [][]span{p.heads, p.mentions, p.limits} {
		for _, s := range spans {
			p.renameOne(out, s, numbers)
		}
	}
	for _, leaf := range p.leaves {
		for _, e := range leaf {
			p.renameOne(out, e.name, numbers)
		}
		first, last := sortLeaf(out, leaf)
		if len(p.leaves) == 1 && len(p.limits) == 2 {
			copy(out[p.limits[0].start:p.limits[0].end], first)
			copy(out[p.limits[1].start:p.limits[1].end], last)
		}
	}
}

// inOrder are the heads in the order in which they are counted. Browsers write a
// tree of one leaf, however many names it has. In one of several, names would
// have to go from leaf to leaf; there the order of the old names is kept.
func (p patches) inOrder(out []byte) []span {
	if len(p.leaves) <= 1 {
		return p.heads
	}
	return slices.SortedFunc(slices.Values(p.heads), func(a, b span) int { return bytes.Compare(out[a.start:a.end], out[b.start:b.end]) })
}

func (p patches) renameOne(out []byte, s span, numbers map[string]int) {
	if number, known := numbers[string(out[s.start:s.end])]; known {
		copy(out[s.start:s.end], fmt.Sprintf(nodeFormat, number))
	}
}

// sortLeaf sorts the entries of a leaf by their names, and returns the first and
// the last. What is between entries stays where it is.
func sortLeaf(out []byte, leaf []entry) (first, last []byte) {
	start := leaf[0].all.start
	old := bytes.Clone(out[start:leaf[len(leaf)-1].all.end])
	was := func(from, to int) []byte { return old[from-start : to-start] }
	name := func(e entry) []byte { return was(e.name.start, e.name.end) }
	sorted := slices.SortedStableFunc(slices.Values(leaf), func(a, b entry) int { return bytes.Compare(name(a), name(b)) })
	at := start
	for i, e := range sorted {
		at += copy(out[at:], was(e.all.start, e.all.end))
		if i+1 < len(leaf) {
			at += copy(out[at:], was(leaf[i].all.end, leaf[i+1].all.start))
		}
	}
	return name(sorted[0]), name(sorted[len(sorted)-1])
}
