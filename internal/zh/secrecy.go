package zh

import "strings"

// SecrecyMark finds a mark of state secrecy in a text, 机密★1年 or 绝 密 ☆, and
// returns its grade and the byte where its star stands; grade is "" when there is
// none. The star is the form of the marking rules (国家秘密标志): the word
// without it is any text's.
func SecrecyMark(text string) (grade string, star int) {
	const begins = "\xE2\x98" // as ★ and ☆ do, and few other characters: one search for both
	for at := 0; ; at += len(begins) {
		i := strings.Index(text[at:], begins)
		if i < 0 {
			return "", 0
		}
		at += i
		if !strings.HasPrefix(text[at:], "★") && !strings.HasPrefix(text[at:], "☆") {
			continue
		}
		if grade := gradeBefore(text[:at]); grade != "" {
			return grade, at
		}
	}
}

// gradeBefore returns the grade that a text ends in, spread over spaces or not.
func gradeBefore(text string) string {
	const near = 32 // bytes: two characters and the spaces between them
	text = strings.ToValidUTF8(text[max(len(text)-near, 0):], "")
	text = Join(text)
	for _, grade := range [...]string{"绝密", "机密", "秘密"} {
		if strings.HasSuffix(text, grade) {
			return grade
		}
	}
	return ""
}
