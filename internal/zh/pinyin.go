package zh

import (
	"strconv"
	"strings"
)

// Slug makes an id for addresses from a name: 青石镇 → qingshizhen, A区 → aqu,
// 第3小组 → di3xiaozu. It has lower-case ASCII letters, digits and single hyphens,
// which stand for spaces and punctuation; a character without a known reading
// becomes x and its code (x20bb7). It is never empty, and two names may share one.
func Slug(s string) string {
	var b strings.Builder
	runes := []rune(Fold(s))
	gap := false
	for i := 0; i < len(runes); i++ {
		part, used := placeReading(runes[i:])
		if used == 0 {
			part, used = runeSlug(runes[i]), 1
		}
		if part == "" {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(part)
		i += used - 1
	}
	if b.Len() == 0 {
		return "x"
	}
	return b.String()
}

// runeSlug returns "" for what is written as a hyphen.
func runeSlug(r rune) string {
	switch {
	case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
		return string(r)
	case r >= 'A' && r <= 'Z':
		return string(r - 'A' + 'a')
	case r < 0x80 || strings.ContainsRune("、。“”‘’—…·《》〈〉〔〕【】", r):
		return ""
	}
	if reading := charReading(r); reading != "" {
		return reading
	}
	return "x" + strconv.FormatInt(int64(r), 16)
}

// charReading returns the reading of a character by itself: go-pinyin's first
// one, but for characters that are read otherwise in place and office names.
// ü is written v, as in input methods.
func charReading(r rune) string {
	switch r {
	case '长':
		return "chang"
	case '都':
		return "du"
	case '厦':
		return "xia"
	case '解':
		return "xie"
	}
	return readingOf(r)
}

// placeReading returns the reading of a place name of two characters at the
// start of s that differs from that of its characters, and how many it used.
// The list is of counties and cities with a reading of their own; townships
// that have one set their id in the settings.
func placeReading(s []rune) (reading string, used int) {
	if len(s) < 2 {
		return "", 0
	}
	switch string(s[:2]) {
	case "重庆":
		return "chongqing", 2
	case "重阳":
		return "chongyang", 2
	case "乐清":
		return "yueqing", 2
	case "铅山":
		return "yanshan", 2
	case "六安":
		return "luan", 2
	case "六合":
		return "luhe", 2
	case "蔚县":
		return "yuxian", 2
	case "单县":
		return "shanxian", 2
	case "莘县":
		return "shenxian", 2
	case "浚县":
		return "xunxian", 2
	case "泌阳":
		return "biyang", 2
	case "番禺":
		return "panyu", 2
	case "会稽":
		return "kuaiji", 2
	case "枞阳":
		return "zongyang", 2
	case "什邡":
		return "shifang", 2
	case "中牟":
		return "zhongmu", 2
	case "尉犁":
		return "yuli", 2
	case "渑池":
		return "mianchi", 2
	case "宿松":
		return "susong", 2
	case "西藏":
		return "xizang", 2
	case "丽水":
		return "lishui", 2
	case "东阿":
		return "donge", 2
	case "太行":
		return "taihang", 2
	case "银行":
		return "yinhang", 2
	case "重点", "重大":
		return "zhong" + charReading(s[1]), 2
	case "车站":
		return "chezhan", 2
	case "会计":
		return "kuaiji", 2
	case "校长", "镇长", "村长", "县长", "处长", "局长", "市长", "区长":
		return charReading(s[0]) + "zhang", 2
	}
	return "", 0
}
