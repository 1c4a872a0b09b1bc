package main

import (
	"maps"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// madeCase is content that a text archive cannot hold.
type madeCase struct {
	about   string
	content map[string][]byte
}

// one is a case of one file.
func one(about, name string, body []byte) madeCase {
	return madeCase{about, map[string][]byte{name: body}}
}

const (
	plainCSV    = "地区,隐患排查数,隐患整改数\n青石镇,98,97\n桥头乡,12,12\n"
	plainBody   = "---\ndate: 2026-10-22\n---\n\n通报10月情况。\n"
	october     = "statistics/2026-10.csv"
	octoberBook = "statistics/2026-10.xlsx"
)

// madeCases are the cases of bytes: encodings, and workbooks.
func madeCases(t *testing.T) map[string]madeCase {
	t.Helper()
	cases := encodingCases(t)
	maps.Copy(cases, workbookCases(t))
	return cases
}

func encodingCases(t *testing.T) map[string]madeCase {
	wrongRate := "地区,隐患排查数,隐患整改数,整改率\n青石镇,98,97,98.9%\n"
	return map[string]madeCase{
		"encoding/utf16-without-bom": one("UTF-16 without the mark that says so.", october, utf16Bytes(plainCSV)),
		"encoding/utf16-odd":         one("UTF-16 with its mark, cut off within a character.", october, append([]byte("\xFF\xFE"), utf16Bytes(plainCSV + "沙")[:2*len([]rune(plainCSV))+1]...)),
		"encoding/invalid-bytes":     one("UTF-8 with a byte lost in the third line.", october, []byte(strings.Replace(plainCSV, "桥头乡", "桥\xE5\xA4乡", 1))),
		"encoding/gbk":               one("GBK, as Excel saves it: read, and its wrong rate found.", october, gbk(t, wrongRate)),
		"encoding/gbk-truncated":     one("GBK cut off within its last character.", october, cut(gbk(t, plainCSV+"沙溪"), 1)),
		"encoding/gbk-with-utf8":     one("A line of UTF-8 pasted into GBK.", october, append(gbk(t, plainCSV), "沙溪镇,1,1\n"...)),
		"encoding/binary":            one("A picture under the name of a table.", october, []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01")),
		"encoding/carriage-returns":  one("Lines that end as on old Macs.", october, []byte(strings.ReplaceAll(plainCSV, "\n", "\r"))),
		"encoding/already-lost": one("Characters that were lost when somebody saved the file: valid UTF-8, and yet no name.", october,
			[]byte(strings.Replace(plainCSV, "桥头乡", "桥\uFFFD\uFFFD", 1))),
		"encoding/minutes-in-utf16": {"Minutes in UTF-16 without the mark.",
			map[string][]byte{october: []byte(plainCSV), "minutes/2026-10-22.md": utf16Bytes(plainBody)}},
		"encoding/minutes-in-gbk": {"Minutes in GBK: read, with nothing to say.",
			map[string][]byte{october: []byte(plainCSV), "minutes/2026-10-22.md": gbk(t, plainBody)}},
		"encoding/minutes-truncated": {"Minutes in UTF-8 with a byte lost.",
			map[string][]byte{october: []byte(plainCSV), "minutes/2026-10-22.md": []byte(strings.Replace(plainBody, "情况", "情\xE5\x86", 1))}},
		"encoding/settings": {"Settings with bytes of no encoding.",
			map[string][]byte{october: []byte(plainCSV), "jianbao.yaml": []byte("title: 安全生产\nwhole: \xFF\xFE\xFF\n")}},
	}
}

// utf16Bytes is text in UTF-16, the lower byte first, without a mark.
func utf16Bytes(s string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u), byte(u>>8))
	}
	return b
}

func gbk(t *testing.T, s string) []byte {
	t.Helper()
	b, err := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// cut takes n bytes off the end.
func cut(b []byte, n int) []byte { return b[:len(b)-n] }
