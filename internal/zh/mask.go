package zh

// Span is a personal number in a text: the runes from Start up to End.
type Span struct {
	Start, End int
	Kind       SpanKind
}

// SpanKind says what was hidden.
type SpanKind int

const (
	Mobile   SpanKind = iota // 138****1234
	Landline                 // 0791-****9032
	Identity                 // 35*************123, also of fifteen digits
)

// String returns the word for a message.
func (k SpanKind) String() string {
	return [...]string{"手机号码", "电话号码", "身份证号码"}[k]
}

// Mask puts asterisks over the middle of telephone and identity numbers
// (DOMAIN §10) and says where they stand, in runes that are the same in s and in
// masked. A mobile number has eleven digits from 13 on, with spaces or hyphens
// after the third and seventh or none, and perhaps 86 before it. A landline has
// its area code, or 电话 before it. An identity number has a province, a day of
// birth and fifteen or eighteen digits; its check digit may be wrong, as a
// mistyped number is still somebody's. A number with 元 or decimals behind
// it is an amount, and dates, document numbers and credit codes have
// none of these shapes.
func Mask(s string) (masked string, hidden []Span) {
	if !mayBePersonal(s) {
		return s, nil
	}
	return maskRunes(s)
}

// maskRunes is Mask without a quick way out.
func maskRunes(s string) (masked string, hidden []Span) {
	runes := []rune(s)
	text := make([]rune, len(runes)) // the same length as runes, digits half-width
	for i, r := range runes {
		text[i] = apart(r)
	}
	for i := 0; i < len(text); {
		span, keepFront, keepBack, ok := personal(text, i)
		if !ok {
			i = max(i+1, digitRun(text, i))
			continue
		}
		for j := span.Start + keepFront; j < span.End-keepBack; j++ {
			if text[j] != '-' && text[j] != ' ' {
				runes[j] = '*'
			}
		}
		hidden = append(hidden, span)
		i = span.End
	}
	if hidden == nil {
		return s, nil
	}
	return string(runes), hidden
}

// apart folds a character, but for two that would join a number to what stands
// beside it: behind a full-width comma begins another number, and _ marks
// emphasis in Markdown.
func apart(r rune) rune {
	switch r {
	case '，':
		return '、'
	case '_':
		return ' '
	}
	if f := FoldRune(r); f >= 0 {
		return f
	}
	return r
}

// mayBePersonal is the quick way out for texts that have neither seven digits in
// a row, as few as any number has that is written together, nor three, four and
// four, as in 138-1234-5678.
func mayBePersonal(s string) bool {
	before, last, run := 0, 0, 0 // lengths of rows of digits
	for i := 0; i < len(s); i++ {
		wide := s[i] == "０"[0] && isWideDigit(s[i:])
		if !wide && !isDigit(s[i]) {
			if run > 0 {
				before, last, run = last, run, 0
			}
			continue
		}
		if wide {
			i += len("０") - 1
		}
		if run++; run == 7 || run == 4 && last == 4 && before == 3 {
			return true
		}
	}
	return false
}

// isWideDigit reports whether s begins with one of ０ to ９.
func isWideDigit(s string) bool { return len(s) >= 3 && s[:3] >= "０" && s[:3] <= "９" }

// digitRun returns the end of the digits at i, or i.
func digitRun(text []rune, i int) int {
	for i < len(text) && text[i] >= '0' && text[i] <= '9' {
		i++
	}
	return i
}
