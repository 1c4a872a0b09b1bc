package minutes

import (
	"strings"
	"unicode/utf8"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// foundDay is a day in running text.
type foundDay struct {
	day        record.Date
	start, end int // bytes
}

// find returns the days in a text: 于2026年11月20日前, 11月底前, 2026年底, 11月中旬.
func (c calendar) find(s string) (days []foundDay) {
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !isNumeral(r) {
			i += size
			continue
		}
		end := i + size
		for end < len(s) {
			r, size := utf8.DecodeRuneInString(s[end:])
			if !isNumeral(r) && !isDateMark(r) {
				break
			}
			end += size
		}
		if day, ok := c.token(s[i:end]); ok {
			days = append(days, foundDay{day, i, end})
		}
		i = end
	}
	return days
}

func isNumeral(r rune) bool {
	switch r {
	case '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '〇':
		return true
	}
	return r >= '0' && r <= '9' || r >= '０' && r <= '９'
}

// isDateMark reports whether r may stand between or behind the numbers of a day.
func isDateMark(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '底', '末', '内', '旬', '上', '中', '下', '.', '/', '-':
		return true
	}
	return false
}

// token reads one date as find cuts it out.
func (c calendar) token(s string) (record.Date, bool) {
	if !strings.ContainsAny(s, "年月./-") {
		return record.Date{}, false
	}
	s = strings.TrimRight(zh.Fold(s), "./-内")
	for _, part := range [...][2]string{{"月末", "月底"}, {"月下旬", "月底"}, {"月中旬", "月20日"}, {"月上旬", "月10日"}} {
		if month, found := strings.CutSuffix(s, part[0]); found {
			s = month + part[1]
		}
	}
	if year, found := cutYearEnd(s); found {
		s = year + "年12月31日"
	}
	return c.parse(s)
}

// cutYearEnd takes 年底 or 年末 off a year.
func cutYearEnd(s string) (year string, found bool) {
	for _, end := range [...]string{"年底", "年末"} {
		if year, found = strings.CutSuffix(s, end); found && len(year) == 4 {
			return year, true
		}
	}
	return "", false
}
