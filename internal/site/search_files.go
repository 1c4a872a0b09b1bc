package site

import (
	"encoding/hex"
	"hash/fnv"
	"strconv"
)

// textsFileSize is what one file of texts has at least, but for the last.
const textsFileSize = 48 << 10

// noVersion is where a file's version goes when all files are made.
const noVersion = "0000000000000000"

func indexedName(name string, i int) string { return name + "-" + strconv.Itoa(i) }

func scriptFile(name string) string { return searchFolder + name + ".js" }

// beginScript begins the assignment of an object, whose first field is the version.
func beginScript(b []byte, name string) []byte {
	return append(b, `jianbaoSearch["`+name+`"]={v:"`+noVersion+"\",\n"...)
}

// textFiles writes the lines of pages that follow each other, and says how
// many pages are in each file.
func textFiles(pages []searchPage) (files []File, counts []int) {
	size, from := 0, 0
	var starts []int
	for i := range pages {
		size += len(pages[i].text)
		if size >= textsFileSize || i == len(pages)-1 {
			starts, counts = append(starts, from), append(counts, i+1-from)
			size, from = 0, i+1
		}
	}
	files = make([]File, len(counts))
	inParallel(len(files), func(i int) { files[i] = textFile(i, pages[starts[i]:starts[i]+counts[i]]) })
	return files, counts
}

func textFile(i int, pages []searchPage) File {
	size := 100
	for k := range pages {
		size += len(pages[k].text)*17/16 + len(pages[k].anchors) + 100
	}
	name := indexedName("texts", i)
	body := append(beginScript(make([]byte, 0, size), name), "p:[\n"...)
	for k := range pages {
		p := &pages[k]
		if k > 0 {
			body = append(body, ",\n"...)
		}
		body = append(body, '[')
		for _, field := range []string{p.path, p.kind, p.date} {
			body = append(appendScriptText(body, field), ',')
		}
		body = append(strconv.AppendInt(body, int64(len(p.titles)), 10), ',')
		body = appendScriptText(body, p.text[:max(len(p.text)-1, 0)])
		body = append(body, ",["...)
		body = append(body, p.anchors[:max(len(p.anchors)-1, 0)]...)
		body = append(body, "]]"...)
	}
	return File{scriptFile(name), append(body, "]};\n"...)}
}

// headFile writes what a query needs first.
func headFile(pages []searchPage, words int, texts []int, fold *folding) File {
	var lines, titles, counts []byte
	for i := range pages {
		lines = appendNumber(lines, pages[i].lines)
		titles = appendNumber(titles, len(pages[i].titles))
		for _, length := range pages[i].titles {
			titles = appendNumber(titles, length)
		}
	}
	for _, n := range texts {
		counts = appendNumber(counts, n)
	}
	from, to, drop := fold.table()
	body := beginScript(nil, "head")
	body = append(body, "words:"+strconv.Itoa(words)+",\nlines:\""...)
	body = append(append(body, lines...), "\",\ntitles:\""...)
	body = append(append(body, titles...), "\",\ntexts:\""...)
	body = append(append(body, counts...), "\",\nfold:["...)
	body = append(appendScriptText(body, from), ',')
	body = append(appendScriptText(body, to), "],\ndrop:"...)
	return File{scriptFile("head"), append(appendScriptText(body, drop), "};\n"...)}
}

// stamped gives all files the version that their bytes make.
func stamped(files []File) []File {
	sums := make([]byte, 8*len(files))
	inParallel(len(files), func(i int) {
		sum := fnv.New64a()
		sum.Write(files[i].Body)
		sum.Sum(sums[8*i : 8*i])
	})
	sum := fnv.New64a()
	sum.Write(sums)
	version := hex.EncodeToString(sum.Sum(nil))
	for i := range files {
		name := len(files[i].Path) - len(searchFolder) - len(".js")
		copy(files[i].Body[name+len(`jianbaoSearch[""]={v:"`):], version)
	}
	return files
}

const (
	digitBase = 46
	zeroDigit = '#'
)

// appendNumber writes a number to the base 46 in characters that stand for
// themselves in a quoted text, wherever it stands.
func appendNumber(b []byte, n int) []byte {
	if n >= digitBase {
		b = appendLeading(b, n/digitBase)
	}
	return appendDigit(b, n%digitBase)
}

func appendLeading(b []byte, n int) []byte {
	if n >= digitBase {
		b = appendLeading(b, n/digitBase)
	}
	return appendDigit(b, digitBase+n%digitBase)
}

func appendDigit(b []byte, digit int) []byte {
	switch c := byte(zeroDigit + digit); c {
	case '<':
		return append(b, ' ')
	case '\\':
		return append(b, '!')
	default:
		return append(b, c)
	}
}

// appendScriptText writes a text as a script's literal. Nothing in it can end
// the literal, a line or a script element.
func appendScriptText[T string | []byte](b []byte, text T) []byte {
	const hexDigits = "0123456789abcdef"
	b = append(b, '"')
	from := 0
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		plain := c >= ' ' && c != '"' && c != '\\' && c != '<'
		if c == 0xe2 && i+2 < len(text) { // U+2028 and U+2029 are line ends to old scripts
			plain = text[i+1] != 0x80 || text[i+2]&^1 != 0xa8
			c, size = 0x2000|rune(text[i+2]&0x3f), 3
		}
		if plain {
			i++
			continue
		}
		b = append(b, text[from:i]...)
		if c == '\n' {
			b = append(b, '\\', 'n')
		} else {
			b = append(b, '\\', 'u', hexDigits[c>>12], hexDigits[c>>8&15], hexDigits[c>>4&15], hexDigits[c&15])
		}
		i += size
		from = i
	}
	return append(append(b, text[from:]...), '"')
}
