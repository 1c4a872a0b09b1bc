package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// SaidRates returns the rates that a sentence states right behind the two counts
// they are of: 全县排查隐患120项，已整改111项，整改率92.5%. It claims only what can be
// read in one way. Another figure or subject between the three (其中青石镇), a count
// of the same kind before them (一般隐患107项、重大隐患3项，整改109项), or more put right
// than found, and the sentence may count on what stands elsewhere.
func (n Names) SaidRates(sentence []record.TextFigure) (claims []record.RateClaim) {
	for i := 2; i < len(sentence); i++ {
		c, ok := n.saidRate(&sentence[i-2], &sentence[i-1], &sentence[i])
		if ok && (i == 2 || isApart(&sentence[i-3], &sentence[i-2])) {
			claims = append(claims, c)
		}
	}
	return claims
}

func (n Names) saidRate(of, part, rate *record.TextFigure) (c record.RateClaim, ok bool) {
	percent, isRate := zh.ParseNumber(rate.Text)
	name, f := n.saidName(rate.Words)
	if !isRate || !percent.Percent || percent.Units < 0 || f.role != rateRole || f.indicator == record.OnTimeRate {
		return c, false // of what was due, extensions are left out, which a sentence need not say
	}
	denominator, whole := n.saidSubject(of.Words)
	numerator, done := n.saidName(part.Words)
	c = record.RateClaim{
		Name: name, DenominatorName: denominator, NumeratorName: numerator,
		Typed: record.Typed{Text: rate.Text, Place: rate.Place, Written: true, Value: withoutZeros(percent)},
	}
	var ofUnit, partUnit string
	c.Denominator, ofUnit = saidCount(of.Text)
	c.Numerator, partUnit = saidCount(part.Text)
	agree := c.Denominator.Known() && c.Numerator.Known() && ofUnit == partUnit && c.Numerator.N() <= c.Denominator.N()
	return c, agree && isRateOf(f.indicator, name, done, whole)
}

// isApart reports whether a count begins anew behind the figure before: that is a
// rate, or in another unit (检查企业40家).
func isApart(before, of *record.TextFigure) bool {
	number, ok := zh.ParseNumber(before.Text)
	if ok && number.Percent {
		return true
	}
	_, unit := saidCount(of.Text)
	return ok && number.Unit != "" && number.Unit != unit
}

// isRateOf reports whether a rate is that of two counts. Of one kind of hazards the
// rate may be said without saying so again: 重大隐患3项，整改2项，整改率66.7%; but
// 隐患整改率 is that of all.
func isRateOf(rate record.Indicator, name string, done, whole field) bool {
	if done.role != measureRole || whole.role != measureRole {
		return false
	}
	for _, i := range record.Indicators() {
		if i.Denominator() != whole.measure {
			continue
		}
		ofKind := i == record.General || i == record.Major
		plain := rate == record.Rectification && (i == rate || ofKind && !strings.HasPrefix(name, "隐患"))
		return (rate == i || plain) &&
			(done.measure == i.Numerator() || ofKind && done.measure == record.Rectified)
	}
	return false
}

// saidCount reads a count with a unit that hazards and units are counted in.
func saidCount(text string) (c record.Count, unit string) {
	number, ok := zh.ParseNumber(text)
	if !ok || number.Percent || number.Decimals > 0 || number.Units < 0 || number.Units > most || !strings.Contains("项处个条起件家", number.Unit) {
		return record.Count{}, ""
	}
	return record.CountOf(number.Units), number.Unit
}

// withoutZeros is a rate without the zeros behind its point: a sentence may fill up
// 99.1% to 99.10%.
func withoutZeros(n zh.Number) record.Decimal {
	for n.Decimals > 0 && n.Units%10 == 0 {
		n.Units, n.Decimals = n.Units/10, n.Decimals-1
	}
	return record.Decimal{Units: n.Units, Decimals: n.Decimals}
}

// longestName is how many characters the name of a count has at most.
const longestName = 16

// saidSubject finds the name of a count at the end of words that first say whose
// it is: 全县排查隐患.
func (n Names) saidSubject(words string) (name string, f field) {
	rest := []rune(words)
	for rest = rest[max(len(rest)-longestName, 0):]; len(rest) > 0; rest = rest[1:] {
		if name, f = n.saidName(string(rest)); f.role == measureRole {
			return name, f
		}
	}
	return "", field{}
}

// saidName finds the name that words are, with a verb before or behind it and
// whatever does not tell hazards apart: 已整改, 整改率为, 排查各类安全隐患.
func (n Names) saidName(words string) (name string, f field) {
	if len(words) > 2*longestName*len("名") {
		return "", field{}
	}
	for _, idle := range [...]string{"各类", "安全生产", "安全"} {
		words = strings.ReplaceAll(words, idle, "")
	}
	words = strings.ReplaceAll(words, "事故隐患", "隐患")
	for _, before := range [...]string{"", "共", "已", "现已", "均已", "目前已"} {
		name, found := strings.CutPrefix(words, before)
		if !found {
			continue
		}
		for _, behind := range [...]string{"", "为", "是", "达", "达到", "共", "共计", "了"} {
			name, found := strings.CutSuffix(name, behind)
			if !found {
				continue
			}
			if f, _ := n.lookup(name); f.role != unknownRole {
				return foldName(name), f
			}
		}
	}
	return "", field{}
}
