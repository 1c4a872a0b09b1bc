package zh_test

import (
	"errors"
	"testing"
	"unicode/utf8"

	"jianbao/internal/zh"

	"golang.org/x/text/encoding/simplifiedchinese"
)

func gb18030(t testing.TB, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecodeFindsTheEncoding(t *testing.T) {
	const text = "地区,排查数\r\n青石镇,12\r\n"
	tests := []struct{ name, in, want string }{
		{"empty", "", ""},
		{"UTF-8", text, text},
		{"UTF-8 with BOM", "\uFEFF" + text, text},
		{"GBK as Excel saves it", gb18030(t, text), text},
		{"four-byte codes of GB18030", gb18030(t, "㐀𠮷䶮镇,张䶮"), "㐀𠮷䶮镇,张䶮"},
		{"short GBK that guessers call something else", gb18030(t, "联通"), "联通"},
		{"GBK with a sequence of UTF-8 in it", gb18030(t, "鏈堜唤的地区，隐患排查整改情况"), "鏈堜唤的地区，隐患排查整改情况"},
		{"two characters", gb18030(t, "地区"), "地区"},
		{"UTF-16LE", "\xFF\xFE\x30\x57\x3A\x53\x09\x00", "地区\t"},
		{"UTF-16BE", "\xFE\xFF\x57\x30\x53\x3A\x00\x09", "地区\t"},
		{"full-width stays", "１２％　", "１２％　"},
		{"a replacement character that was saved as one", "a\uFFFDb", "a\uFFFDb"},
	}
	for _, tt := range tests {
		got, err := zh.Decode([]byte(tt.in))
		if err != nil || got != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.name, got, err, tt.want)
		}
	}
}

func TestDecodeRefusesWhatIsNoText(t *testing.T) {
	for _, in := range []string{"\x00", "PK\x03\x04\x14\x00", "地区\x00", "\xFF\xFE\x00\x00", "a\x01b"} {
		if _, err := zh.Decode([]byte(in)); !errors.Is(err, zh.ErrBinary) {
			t.Errorf("%q: %v, want ErrBinary", in, err)
		}
	}
}

func TestDecodeNamesTheDamagedLine(t *testing.T) {
	tests := []struct {
		in       string
		line     int
		encoding string
	}{
		{"地区,数\n青石镇,1\n云\xE6\x9C,2\n山口镇,3\n", 3, "UTF-8"},
		{"\uFEFFa\n\xB5\xD8\n", 2, "UTF-8"},
		{"\xB5\xD8\xC7\xF8\n\xC7\xE0\xFF\xFF\n", 2, ""},
		{"\xFF\xFE\x30\x57\x0A\x00\x00\xD8\x0A\x00", 2, "UTF-16"},
	}
	for _, tt := range tests {
		_, err := zh.Decode([]byte(tt.in))
		var e *zh.EncodingError
		if !errors.As(err, &e) || e.Line != tt.line || e.Encoding != tt.encoding {
			t.Errorf("%q: %#v, want line %d of %q", tt.in, err, tt.line, tt.encoding)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("地区"))
	f.Add([]byte("\xB5\xD8\xC7\xF8"))
	f.Add([]byte("\xFF\xFE\x30\x57"))
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := zh.Decode(b)
		if err != nil {
			return
		}
		if !utf8.ValidString(s) {
			t.Errorf("%q decodes to invalid UTF-8 %q", b, s)
		}
	})
}
