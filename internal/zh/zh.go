// Package zh reads and writes Chinese text as offices write it: encodings,
// numbers, dates, months, ordinals, display width, personal numbers, ids.
//
// Everything here is a function from text to values; nothing is kept between
// calls and nothing panics, whatever the text. A function that may fail says so
// with ok or an error and leaves the wording of a message to its caller, who
// knows the place.
//
//   - [Decode] turns a file's bytes into text: BOM, strict UTF-8, GB18030;
//     [EncodeGB18030] is the way back.
//   - [Fold] makes two writings of one thing equal: full-width to half-width,
//     no invisible characters. [Join] also takes inner spaces out, for names;
//     [Trim] only those at the ends.
//   - [ParseNumber], [None], [ParseDate], [ParsePeriod], [FindPeriod] and
//     [ParseOrdinal] read cells; the forms are those of DOMAIN §4, each with its
//     row in the tests. [Numeral] writes 十一 for headings.
//   - [Width] counts display cells, for messages and column widths.
//   - [Mask] hides telephone and identity numbers (DOMAIN §10).
//   - [Slug] makes an ASCII id from a name, [SimilarTo] the guess in 是不是“…”？
//
// There is no sorting here: the official order of areas comes from the settings
// or from the data, and pinyin sorters put 重庆 under zhong.
//
// # Libraries
//
// golang.org/x/text has the GB18030 tables and the East Asian widths; it is kept
// by the Go team, BSD-3. Charset guessers were left out: they call short GBK
// text Japanese.
//
// github.com/mozillazg/go-pinyin gives the readings of single characters: MIT,
// no dependencies, some 41,900 characters from the same author's pinyin-data,
// last renewed in 2025. It does not know words, so place names with a second
// reading are corrected in pinyin.go. Its dictionary is a map that takes 4 ms to
// make, so that only the generator of readings.txt and the tests import it.
package zh
