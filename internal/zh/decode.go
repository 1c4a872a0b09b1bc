package zh

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// ErrBinary is returned by [Decode] for bytes that are no text at all.
var ErrBinary = errors.New("文件里有文本中不会出现的字节")

// EncodingError is returned by [Decode] for text in no encoding it knows.
type EncodingError struct {
	Line     int    // the first line that cannot be read, from 1
	Encoding string // the encoding that the rest of the file is in, or ""
}

// Error says it in Chinese, without the line, for use in a message.
func (e *EncodingError) Error() string {
	if e.Encoding == "" {
		return "文字既不是 UTF-8 也不是 GB18030（GBK）编码"
	}
	return fmt.Sprintf("文字是 %s 编码，但这里有损坏的字节", e.Encoding)
}

// Decode turns the bytes of a text file into a string. The encoding is that of
// the BOM (UTF-8, UTF-16 either way round, which Excel writes as “Unicode
// 文本”); without one UTF-8 when all of it is valid; otherwise GB18030 with its
// four-byte codes, which contains GBK and GB 2312 (DOMAIN §4). The BOM is taken
// off; nothing else is changed, line ends neither.
//
// The error is [ErrBinary] or an [*EncodingError]. Text that is UTF-8 but for a
// few damaged bytes is an error and not taken for GB18030, in which almost any
// bytes mean something.
func Decode(b []byte) (string, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		b = b[3:]
		if isBinary(b) {
			return "", ErrBinary
		}
		return decodeUTF8(b)
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		return decodeWith(unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM), b, "UTF-16")
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		return decodeWith(unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM), b, "UTF-16")
	case isBinary(b):
		return "", ErrBinary
	case utf8.Valid(b):
		return string(b), nil
	case mostlyUTF8(b):
		return decodeUTF8(b)
	}
	return decodeWith(simplifiedchinese.GB18030, b, "")
}

func decodeUTF8(b []byte) (string, error) {
	if !utf8.Valid(b) {
		return "", &EncodingError{badLine(string(b)), "UTF-8"}
	}
	return string(b), nil
}

// decodeWith decodes b, and takes the replacement characters that the decoders
// of x/text leave for an error.
func decodeWith(e encoding.Encoding, b []byte, name string) (string, error) {
	out, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return "", &EncodingError{1, name}
	}
	if isBinary(out) {
		return "", ErrBinary
	}
	text := string(out)
	if i := strings.IndexRune(text, utf8.RuneError); i >= 0 {
		return "", &EncodingError{1 + strings.Count(text[:i], "\n"), name}
	}
	return text, nil
}

// isBinary reports whether b has a NUL or another control character that no
// text has. ESC and the separators of ASCII are among them.
func isBinary(b []byte) bool {
	for _, c := range b {
		if c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A {
			return true
		}
	}
	return false
}

// mostlyUTF8 reports whether nine of ten bytes above ASCII belong to valid
// UTF-8 sequences of three bytes or more. In GBK text hardly any do. The first
// megabyte stands for the rest.
func mostlyUTF8(b []byte) bool {
	b = b[:min(len(b), 1<<20)]
	good, bad := 0, 0
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size >= 3:
			good += size
		default:
			bad += size
		}
		i += size
	}
	return good > 9*bad
}

// badLine returns the line of the first byte that is not valid UTF-8.
func badLine(s string) int {
	for i, r := range s {
		if r == utf8.RuneError && !strings.HasPrefix(s[i:], "\uFFFD") {
			return 1 + strings.Count(s[:i], "\n")
		}
	}
	return 1
}
