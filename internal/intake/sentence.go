package intake

import (
	"strings"

	"jianbao/internal/record"
	"jianbao/internal/zh"
)

// SaidRates returns the rates that a sentence states right behind the two counts
// they are of: 全县排查隐患120项，已整改111项，整改率92.5%. Another figure between the
// three, or another subject (其中青石镇), and nothing is claimed: a sentence may
// count on what stands elsewhere.
func (n Names) SaidRates(sentence []record.TextFigure) (claims []record.RateClaim) {
	for i := 2; i < len(sentence); i++ {
		if c, ok := n.saidRate(&sentence[i-2], &sentence[i-1], &sentence[i]); ok {
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
		Typed: record.Typed{
			Text: rate.Text, Place: rate.Place, Written: true,
			Value: record.Decimal{Units: percent.Units, Decimals: percent.Decimals},
		},
	}
	var ofUnit, partUnit string
	c.Denominator, ofUnit = saidCount(of.Text)
	c.Numerator, partUnit = saidCount(part.Text)
	return c, c.Denominator.Known() && c.Numerator.Known() && ofUnit == partUnit && isRateOf(f.indicator, done, whole)
}

// isRateOf reports whether a rate is that of two counts. Of major hazards it is
// said without saying so again: 重大隐患3项，整改2项，整改率66.7%.
func isRateOf(rate record.Indicator, done, whole field) bool {
	if done.role != measureRole || whole.role != measureRole {
		return false
	}
	for _, i := range record.Indicators() {
		ofHazards := i == record.Rectification || i == record.General || i == record.Major
		if i.Denominator() == whole.measure {
			return (rate == i || ofHazards && rate == record.Rectification) &&
				(done.measure == i.Numerator() || ofHazards && done.measure == record.Rectified)
		}
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

// saidSubject finds the name of a count at the end of words that first say whose
// it is: 全县排查出各类安全隐患.
func (n Names) saidSubject(words string) (name string, f field) {
	words = strings.NewReplacer("各类", "", "安全生产", "", "安全", "", "事故隐患", "隐患").Replace(words)
	for start := range words {
		if name, f = n.saidName(words[start:]); f.role == measureRole {
			return name, f
		}
	}
	return "", field{}
}

// saidName finds the name that words are, with a verb before or behind it: 已整改,
// 整改率为.
func (n Names) saidName(words string) (name string, f field) {
	for _, before := range [...]string{"", "共", "现已", "均已", "目前已", "累计", "实际"} {
		name, found := strings.CutPrefix(words, before)
		for _, behind := range [...]string{"", "为", "是", "达", "达到", "共", "共计", "了"} {
			name, foundBehind := strings.CutSuffix(name, behind)
			if f, _ := n.lookup(name); found && foundBehind && f.role != unknownRole {
				return foldName(name), f
			}
		}
	}
	return "", field{}
}
