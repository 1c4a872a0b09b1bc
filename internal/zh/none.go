package zh

import "strings"

// NoneKind says how a cell that holds no value is written. Zero, blank and not
// reported are three things (DOMAIN §3.5), so they are not made equal here.
type NoneKind int

const (
	// NotNone is a cell with something in it.
	NotNone NoneKind = iota
	// Blank is empty, or spaces only.
	Blank
	// Dash is a written none: "/" "-" "—" "——" "－" "\" "N/A". The official form
	// prints it where a rate has no denominator.
	Dash
	// Nothing is a word for nothing found: 无, 零, 零报告, 当月无隐患.
	Nothing
)

// None says whether s is one of the ways to write that there is no value.
func None(s string) NoneKind {
	if s != "" && isDigit(s[0]) {
		return NotNone
	}
	s = strings.TrimRight(Join(s), "。.")
	if s == "" {
		return Blank
	}
	if strings.Trim(s, `/\-—–―─`) == "" || strings.EqualFold(s, "n/a") {
		return Dash
	}
	if isNothing(s) {
		return Nothing
	}
	return NotNone
}

func isNothing(s string) bool {
	for _, when := range [...]string{"上报", "当月", "本月", "本期"} {
		s = strings.TrimPrefix(s, when)
	}
	switch s {
	case "无", "零", "〇", "没有", "无隐患", "零隐患", "零报告", "零上报", "零报送", "未发现", "未发现隐患", "未排查出隐患", "无新增", "无新增隐患":
		return true
	}
	return false
}
