package zh

import (
	"slices"
	"strings"
)

// personal matches a personal number that begins at i, and says how many of
// its characters are shown at either end.
func personal(text []rune, i int) (span Span, front, back int, ok bool) {
	if !isNumberStart(text, i) {
		return Span{}, 0, 0, false
	}
	if end := identityEnd(text, i); end > 0 {
		return Span{i, end, Identity}, 2, 3, true
	}
	if start, end := mobile(text, i); end > 0 {
		return Span{start, end, Mobile}, 3, 4, true
	}
	if front, end := landline(text, i); end > 0 {
		return Span{i, end, Landline}, front, 4, true
	}
	return Span{}, 0, 0, false
}

// isNumberStart reports whether a number of its own can begin at i.
func isNumberStart(text []rune, i int) bool {
	if digitRun(text, i) == i {
		return false
	}
	if i == 0 {
		return true
	}
	before := text[i-1]
	return digitRun(text, i-1) == i-1 && !isLetter(before) && !strings.ContainsRune(".¥$", before) &&
		!(before == ',' && i > 1 && digitRun(text, i-2) > i-2)
}

func isLetter(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r == '_' }

// isNumberEnd reports whether a number can end before i: no further digits,
// letters or decimals, no unit of money and no 号, which ends a document number.
func isNumberEnd(text []rune, i int) bool {
	if i >= len(text) {
		return true
	}
	if digitRun(text, i) > i || isLetter(text[i]) || text[i] == '%' {
		return false
	}
	if (text[i] == '.' || text[i] == ',') && digitRun(text, i+1) > i+1 {
		return false
	}
	return !strings.ContainsRune("元万亿", text[i]) && !(text[i] == '号' && !strings.HasPrefix(string(text[i+1:]), "码"))
}

// identityEnd matches 18 or 15 digits of an identity number; 0 when not.
func identityEnd(text []rune, i int) int {
	run := digitRun(text, i)
	end := run
	if run-i == 17 && run < len(text) && (text[run] == 'X' || text[run] == 'x') {
		end++
	}
	if !isNumberEnd(text, end) {
		return 0
	}
	switch end - i {
	case 18:
		year, month, day := value(text[i+6:i+10]), value(text[i+10:i+12]), value(text[i+12:i+14])
		if isProvince(text[i:]) && year >= 1900 && year < 2100 && isBirthday(year, month, day) {
			return end
		}
	case 15:
		year, month, day := 1900+value(text[i+6:i+8]), value(text[i+8:i+10]), value(text[i+10:i+12])
		if isProvince(text[i:]) && isBirthday(year, month, day) {
			return end
		}
	}
	return 0
}

// isProvince reports whether the first two digits are one of GB/T 2260.
func isProvince(text []rune) bool {
	code := value(text[:2])
	return code >= 11 && code <= 15 || code >= 21 && code <= 23 || code >= 31 && code <= 37 ||
		code >= 41 && code <= 46 || code >= 50 && code <= 54 || code >= 61 && code <= 65 ||
		slices.Contains([]int{71, 81, 82, 83}, code)
}

func isBirthday(y, m, d int) bool { return m >= 1 && m <= 12 && d >= 1 && d <= 31 && y > 0 }

func value(digits []rune) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// mobile matches [86]13812345678, 138-1234-5678 and 138 1234 5678.
func mobile(text []rune, i int) (start, end int) {
	run := digitRun(text, i)
	if run-i == 13 && value(text[i:i+2]) == 86 {
		i += 2
	}
	if text[i] != '1' || i+1 >= len(text) || text[i+1] < '3' || text[i+1] > '9' {
		return 0, 0
	}
	end = run
	if run-i == 3 {
		for _, size := range [...]int{4, 4} {
			if end >= len(text) || text[end] != '-' && text[end] != ' ' || digitRun(text, end+1) != end+1+size {
				return 0, 0
			}
			end += 1 + size
		}
	} else if run-i != 11 {
		return 0, 0
	}
	if !isNumberEnd(text, end) {
		return 0, 0
	}
	return i, end
}

// landline matches 0791-86849032, (0791)86849032 from its digits on, and seven
// or eight digits behind 电话 or 传真. front is how much of it is shown before the
// asterisks.
func landline(text []rune, i int) (front, end int) {
	run := digitRun(text, i)
	local := i
	if text[i] == '0' && run-i >= 3 && run-i <= 4 && run < len(text) && strings.ContainsRune("-—)– ", text[run]) {
		local = run + 1
	} else if !afterTelephone(text, i) {
		return 0, 0
	}
	end = digitRun(text, local)
	if n := end - local; n < 7 || n > 8 || !isNumberEnd(text, end) {
		return 0, 0
	}
	return local - i, end
}

// afterTelephone reports whether 电话, 座机, 手机 or 传真 stands before i.
func afterTelephone(text []rune, i int) bool {
	before := strings.TrimRight(string(text[max(0, i-6):i]), " :为是")
	for _, word := range [...]string{"电话", "座机", "手机", "传真"} {
		if strings.HasSuffix(before, word) {
			return true
		}
	}
	return false
}
